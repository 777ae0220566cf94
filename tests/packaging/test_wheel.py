"""The wheel, installed: it carries its data, and runs from anywhere.

It is installed by itself, without its dependencies, into an environment of its own, which
sees those of the environment that runs the tests.
"""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
DATA = {".yaml", ".tcss", ".html", ".jinja", ".j2", ".css", ".onnx", ".json", ".txt"}


def ran(*command: str | Path, cwd: Path) -> str:
    """The standard output of a command that has to succeed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    ran(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    pip = (sys.executable, "-m", "pip", "--python", folder)
    ran(*pip, "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    base = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", vars=base))
    (packages / "dependencies.pth").write_text(
        sysconfig.get_path("purelib") + "\n", encoding="utf-8"
    )
    return folder / SCRIPTS


def test_it_has_every_data_file(wheel: Path) -> None:
    def below(folder: Path, inside: str, suffixes: set[str] | None = None) -> set[str]:
        return {
            f"{inside}/{path.relative_to(folder).as_posix()}"
            for path in folder.rglob("*")
            if path.is_file() and (suffixes is None or path.suffix in suffixes)
        }

    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = (
        below(ROOT / "assistant", "assistant", {".py", ".typed"} | DATA)
        | below(ROOT / "question_banks", "assistant/shipped/question_banks")
        | below(ROOT / "transcripts" / "samples", "assistant/shipped/transcripts/samples")
    )
    assert wanted - names == set()
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"assistant"}


def test_its_metadata(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = message_from_bytes(archive.read(name))

    assert metadata["Name"] == "discovery-call-assistant"
    assert metadata["License-Expression"] == "MIT AND Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert set(metadata.get_all("Provides-Extra") or []) == {"benchmarks", "test", "train"}


def test_it_finds_its_data_inside_itself(environment: Path, tmp_path: Path) -> None:
    code = (
        "from assistant.settings.shipped import shipped\n"
        "print(shipped('question_banks', 'bant.yaml'))\n"
        "print(shipped('transcripts', 'samples'))\n"
    )

    found = ran(environment / "python", "-c", code, cwd=tmp_path).splitlines()

    assert all(Path(path).is_relative_to(environment.parent) for path in found)
    assert all(Path(path).exists() for path in found)


def test_it_lists_its_banks(environment: Path, tmp_path: Path) -> None:
    listed = ran(environment / "assistant", "bank", "list", cwd=tmp_path)

    assert {bank for bank in ("bant", "champ", "discovery") if bank in listed} == {
        "bant",
        "champ",
        "discovery",
    }


def test_it_annotates_a_sample_of_its_own(environment: Path, tmp_path: Path) -> None:
    shown = ran(environment / "assistant", "annotate", "--sample", "clinic.txt", cwd=tmp_path)

    assert "budget" in shown.lower()
