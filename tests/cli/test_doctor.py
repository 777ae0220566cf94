from pathlib import Path

from tests.cli.running import run_program


def sections(text: str) -> dict[str, list[str]]:
    """The lines below each heading."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("  "):
            found[list(found)[-1]].append(line.strip())
        else:
            found[line] = []
    return found


def test_it_tells_what_a_bug_report_needs(home: Path) -> None:
    done = run_program("doctor")

    assert (done.returncode, done.stderr) == (0, "")
    found = sections(done.stdout)
    assert list(found) == [
        "Program", "Packages", "Model", "Places", "Settings", "Store", "Banks", "Terminal"
    ]  # fmt: skip
    assert any(line.startswith("SQLite:") and "FTS5" in line for line in found["Program"])
    assert any(line.startswith("spacy:") for line in found["Packages"])
    assert any("bant" in line for line in found["Banks"])
    assert list(home.iterdir()) == []


def test_it_tells_nothing_personal(home: Path) -> None:
    environ = {
        "ASSISTANT_ME_NAME": "Zebedee Quill",
        "ASSISTANT_ME_EMAIL": "zq@example.com",
        "ASSISTANT_PRODUCT_NAMES": "Secretware",
    }
    run_program("lead", "add", "Yolanda Prospect", environ=environ)

    told = run_program("doctor", environ=environ).stdout

    assert "me.name: " in told
    for secret in ("Zebedee", "zq@example.com", "Secretware", "Yolanda"):
        assert secret not in told


def test_the_home_folder_is_not_named(tmp_path: Path) -> None:
    environ = {
        "HOME": str(tmp_path),
        "USERPROFILE": str(tmp_path),
        "ASSISTANT_HOME": str(tmp_path / "x"),
    }

    told = run_program("doctor", environ=environ).stdout

    assert str(tmp_path) not in told
    assert "~" in told


def test_what_is_broken_is_told_and_the_rest_as_well(home: Path) -> None:
    (home / "config" / "question_banks").mkdir(parents=True)
    (home / "data").mkdir()
    bank = home / "config" / "question_banks" / "ours.yaml"
    bank.write_text("id: ours\ntitel: Ours\n", encoding="utf-8")
    store = home / "data" / "calls.sqlite"
    store.write_text("no database at all, only some text in its place", encoding="utf-8")

    done = run_program("doctor")

    found = sections(done.stdout)
    assert done.returncode == 0
    assert any(line.startswith("problem:") for line in found["Store"])
    assert any(line.startswith("problem:") and "ours.yaml" in line for line in found["Banks"])
    assert any("in order" in line for line in found["Settings"])


def test_settings_with_mistakes_are_told_line_by_line(home: Path) -> None:
    (home / "config").mkdir()
    file = home / "config" / "settings.toml"
    file.write_text('curency = "EUR"\nthem = "x"\n', encoding="utf-8")

    done = run_program("doctor")

    problems = [line for line in sections(done.stdout)["Settings"] if "problem:" in line]
    assert done.returncode == 0
    assert [f"settings.toml:{number}" in line for number, line in enumerate(problems, 1)] == [
        True,
        True,
    ]


def test_a_store_that_cannot_be_looked_at_is_told_and_the_rest_as_well(tmp_path: Path) -> None:
    store = tmp_path / ("a" * 300)

    done = run_program("--store", str(store), "doctor")

    found = sections(done.stdout)
    assert done.returncode == 0
    assert any(line.startswith("problem:") for line in found["Store"])
    assert any("bant" in line for line in found["Banks"])


def test_a_store_that_cannot_be_looked_at_is_unavailable(tmp_path: Path) -> None:
    store = tmp_path / ("a" * 300)

    done = run_program("--store", str(store), "db", "check")

    assert done.returncode == 4
    assert str(store) in done.stderr
