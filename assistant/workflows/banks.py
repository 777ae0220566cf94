"""Looking at question banks, checking a team's own files, and starting new ones."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.bank import Bank
from assistant.domain.counting import counted
from assistant.domain.errors import WrongUsage
from assistant.domain.frozen import Frozen
from assistant.settings.paths import private_folder, team_folder
from assistant.settings.shipped import shipped
from assistant.workflows.wiring import Workbench

if TYPE_CHECKING:
    from assistant.playbook.playbook import Loaded


class ListedBank(Frozen):
    """A bank in force. ``file`` is empty for one that ships with the program."""

    bank: Bank
    file: str = ""


class CheckedFile(Frozen):
    """A file with what it holds, in words; or with its problems, one line each."""

    file: str
    holds: str = ""
    problems: tuple[str, ...] = ()


def list_banks(bench: Workbench) -> tuple[ListedBank, ...]:
    """The banks in force, by id."""
    files = bench.playbook.files
    ours = shipped("question_banks")
    return tuple(
        ListedBank(bank=bank, file="" if files[name].parent == ours else str(files[name]))
        for name, bank in sorted(bench.playbook.banks.items())
    )


def check_files(bench: Workbench, paths: Sequence[Path]) -> tuple[CheckedFile, ...]:
    """Check files as parts of the playbook: banks, lifecycles, a profile, a points table."""
    from assistant.playbook.playbook import load_file
    from assistant.yamlfile.problems import YamlProblems
    from assistant.yamlfile.reading import read_yaml

    checked = []
    for path in paths:
        try:
            holds = _words(load_file(read_yaml(path), bench.playbook))
            checked.append(CheckedFile(file=str(path), holds=holds))
        except YamlProblems as error:
            problems = tuple(str(problem) for problem in error.problems)
            checked.append(CheckedFile(file=str(path), problems=problems))
    return tuple(checked)


def schema_text() -> str:
    """The JSON Schema of a bank's file, for editors."""
    from assistant.playbook.banks import bank_schema

    return json.dumps(bank_schema(), indent=2, ensure_ascii=False)


def start_bank(bench: Workbench, bank_id: str, title: str = "", out: Path | None = None) -> Path:
    """Write a starting point for a new bank; ``out`` is a file or folder, else the team's folder.

    Never writes over a file. Raises ``WrongUsage``, also where a bank has that id already.
    """
    from assistant.playbook.banks import new_bank

    if bank_id in bench.playbook.banks:
        raise WrongUsage(
            f"There is a bank {bank_id} already, and a new one would take its place. "
            "Choose another id."
        )
    text = new_bank(bank_id, title or bank_id.replace("_", " ").capitalize())
    path = _place(bank_id, out)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise WrongUsage(f"{path} is there already. Choose another name with --out.") from error
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise WrongUsage(f"{path} cannot be written: {reason}. Choose another place.") from error
    return path


def _place(bank_id: str, out: Path | None) -> Path:
    if out is None:
        return private_folder(team_folder()) / f"{bank_id}.yaml"
    return out / f"{bank_id}.yaml" if out.is_dir() else out


def _words(loaded: "Loaded") -> str:
    if isinstance(loaded, Bank):
        gates, questions = len(loaded.gates), len(loaded.questions)
        return f"bank {loaded.id}, {counted(gates, 'gates')}, {counted(questions, 'questions')}"
    kind = {"Lifecycle": "lifecycle", "Icp": "ideal customer profile"}
    return f"{kind.get(type(loaded).__name__, 'points table')} {loaded.id}"
