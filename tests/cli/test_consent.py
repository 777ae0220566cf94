"""Consent on the command line: asked for as the team says, noted, shown, withdrawn."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAID = "Dana: ask: budget.amount\nLuis: budget: forty thousand dollars\n"
BLOCK = ("--set", "consent=block")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "acme.txt"
    path.write_text(SAID, encoding="utf-8")
    return path


def only_call(run: Run) -> str:
    return str(run("call", "list").stdout.splitlines()[1].split()[0])


def told(run: Run, call: str) -> list[list[str]]:
    """The history's rows without their times."""
    lines = run("call", "consent", call).stdout.splitlines()
    return [line.split()[2:] for line in lines[2:]]


@pytest.mark.parametrize("more", [(), ("--save",)])
def test_a_transcript_is_not_annotated_before_consent_is_said(
    run: Run, file: Path, more: tuple[str, ...]
) -> None:
    run(*BLOCK, "annotate", str(file), *more, code=2)
    assert "No calls yet" in run("call", "list").stdout

    said = run(*BLOCK, "annotate", str(file), *more, "--consent", "notice").stdout
    assert "forty thousand dollars" in said


def test_notes_and_samples_need_no_consent(run: Run, file: Path) -> None:
    run(*BLOCK, "annotate", "--sample", "clinic.txt", "--save")
    assert told(run, only_call(run))[0][0] == "not-needed"

    run(*BLOCK, "annotate", str(file), "--kind", "notes", "--save")
    assert len(run("call", "list").stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("rule", "given", "reminds"),
    [
        ("remind", (), True),
        ("remind", ("--consent", "notice"), False),
        ("remind", ("--kind", "notes"), False),
        ("off", (), False),
    ],
)
def test_a_reminder_is_given_where_the_team_wants_it(
    run: Run, file: Path, rule: str, given: tuple[str, ...], reminds: bool
) -> None:
    done = run("--set", f"consent={rule}", "annotate", str(file), "--save", *given)

    assert ("Consent to a recording is not noted" in done.stderr) is reminds


def test_who_said_what_is_kept_with_the_call(run: Run, file: Path) -> None:
    noted = ("--consent", "agreed", "--consent-by", "Luis", "--consent-words", "sure")
    run(*BLOCK, "--as", "dana", "annotate", str(file), "--save", *noted)
    call = only_call(run)

    withdrawn = run("--as", "max", "call", "consent", call, "withdrawn", "--by", "Luis").stdout

    assert withdrawn.startswith("Consent: withdrawn\n")
    assert told(run, call) == [["agreed", "Luis", "sure", "dana"], ["withdrawn", "Luis", "max"]]


def test_a_chat_waits_for_consent(run: Run, file: Path, tmp_path: Path) -> None:
    chat = tmp_path / "meeting_saved_chat.txt"
    chat.write_text("09:00:01 From Dana to Everyone: hello\n", encoding="utf-8")
    run("annotate", str(file), "--save")
    call = only_call(run)
    assert "Never noted." in run("call", "consent", call).stdout

    run(*BLOCK, "call", "attach", call, str(chat), code=2)
    run(*BLOCK, "call", "attach", call, str(chat), "--consent", "agreed")

    assert told(run, call)[0][0] == "agreed"
