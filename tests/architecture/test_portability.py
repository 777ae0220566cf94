"""What would break elsewhere, or tell what should not be told, is not in the repository."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ILLEGAL_ON_NTFS = set('<>:"|?*\\')
RESERVED_ON_WINDOWS = {
    *("con", "prn", "aux", "nul"),
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
}
LONGEST_PATH = 160
"""Windows takes 260 characters, a clone's folder among them."""

REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb" + ".debian.org",
)


@pytest.fixture(scope="module")
def tracked() -> tuple[str, ...]:
    """The files of the repository; a source archive has no list of them."""
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout")
    done = subprocess.run(
        ["git", "-c", "core.quotepath=off", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return tuple(name for name in done.stdout.split("\0") if name and (ROOT / name).is_file())


def test_file_names_are_legal_everywhere(tracked: tuple[str, ...]) -> None:
    def legal(name: str) -> bool:
        parts = name.split("/")
        return len(name) <= LONGEST_PATH and not any(
            ILLEGAL_ON_NTFS & set(part)
            or part.endswith((" ", "."))
            or part.partition(".")[0].lower() in RESERVED_ON_WINDOWS
            for part in parts
        )

    assert [name for name in tracked if not legal(name)] == []


def test_no_two_names_differ_in_case_only(tracked: tuple[str, ...]) -> None:
    folded = [name.casefold() for name in tracked]

    assert len(set(folded)) == len(folded)


def test_no_file_names_a_registrys_host(tracked: tuple[str, ...]) -> None:
    naming = [
        f"{name}: {host}"
        for name in tracked
        for host in REGISTRIES
        if host.encode() in (ROOT / name).read_bytes()
    ]

    assert naming == []
