"""What the documents say about the program is so."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import typer

from assistant.cli.main import app
from assistant.domain import errors
from assistant.settings.settings import KEY_MAPS, all_settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block_after(marker: str) -> list[str]:
    """The lines of the first fenced block after a marker."""
    fenced = README.partition(f"<!-- {marker} -->")[2].split("```")[1]
    return fenced.strip().splitlines()[1:]


def rows_of_table(after: str, columns: int) -> list[list[str]]:
    """The cells of the table after these words, without the heading; ``\\|`` is no border."""
    table = README.partition(after)[2].partition("|---")[2].splitlines()[1:]
    rows = []
    for line in table:
        if not line.startswith("|"):
            break
        cells = re.split(r"(?<!\\)\|", line)[1 : columns + 1]
        rows.append([cell.strip().replace("\\|", "|") for cell in cells])
    return rows


@pytest.mark.parametrize("marker", ["try command, bash", "test command, bash"])
def test_each_command_is_one_line(marker: str) -> None:
    [line] = block_after(marker)

    assert line.startswith("python3 -m venv .venv && ")
    assert "-c constraints.txt" in line


def test_both_shells_install_and_test_the_same() -> None:
    [bash] = block_after("test command, bash")
    [shell] = block_after("test command, PowerShell")

    def steps(line: str, between: str, folder: str) -> list[str]:
        return [step.strip().replace(folder, "") for step in line.split(between)][1:]

    assert steps(bash, "&&", ".venv/bin/") == steps(shell, ";", ".venv\\Scripts\\")


def test_ci_runs_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    found = re.search(r"^test_command\(\) \{.*?^\}", script, re.DOTALL | re.MULTILINE)
    assert found is not None

    try:
        done = subprocess.run(
            ["bash", "-c", f"{found[0]}\ntest_command"],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    except FileNotFoundError:
        pytest.skip("no bash")

    assert done.stdout.splitlines() == block_after("test command, bash")
    assert "pytest" not in script


def test_the_table_of_settings_is_complete() -> None:
    assert rows_of_table("<!-- settings -->", 3) == [
        [f"`{one.key}`", one.description, f"`{json.dumps(one.example)}`"]
        for one in all_settings()
        if one.key.split(".")[0] not in KEY_MAPS
    ]


def test_the_table_of_commands_is_complete() -> None:
    named = set()
    for [command, _] in rows_of_table("## What it does", 2):
        words = command.strip("`").split()[1:]
        group = words[0] if words else ""
        subcommands = words[1].split("|") if len(words) > 1 and words[1].islower() else [""]
        named |= {f"{group} {name}".strip() for name in subcommands if group}

    assert named == set(all_commands())


def all_commands() -> list[str]:
    """Every command of the program, as ``group command``."""
    root = typer.main.get_command(app)
    names: list[str] = []
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        below = getattr(command, "commands", None)
        names += [f"{name} {one}" for one in below] if below else [name]
    return names


def test_the_exit_codes_are_those_of_the_errors() -> None:
    told = {int(code) for code, _ in rows_of_table("### Exit codes", 2)}
    classes = [one for one in vars(errors).values() if isinstance(one, type)]

    assert told == {0, 130} | {
        one.exit_code for one in classes if issubclass(one, errors.AssistantError)
    }


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_links_lead_somewhere(name: str) -> None:
    document = ROOT / name
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_changelog_has_this_version_or_what_comes_next() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.search(r"^## \[(Unreleased|\d+\.\d+\.\d+)\]", text, re.MULTILINE)
