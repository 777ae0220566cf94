import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plain.commands import Command, command_of, named
from assistant.plain.doing import DO
from assistant.plain.words import Place, words


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("gates", Command("gates")),
        ("  GATES. ", Command("gates")),
        ("confirm 2", Command("confirm", number=2)),
        ("confirm #2", Command("confirm", number=2)),
        ("edit 12 60k a year", Command("edit", number=12, text="60k a year")),
        ("reject 1 he meant Ana", Command("reject", number=1, text="he meant Ana")),
        ("n/a", Command("not_applicable")),
        ("back", Command("undo")),
        ("gate need", Command("gate", text="need")),
        ("note help", Command("note", text="help")),
        ("exit", Command("quit")),
    ],
)
def test_a_command_is_told_from_a_note(line: str, command: Command) -> None:
    assert command_of(line, "call") == command


@pytest.mark.parametrize(
    "line",
    [
        "",
        "missing a signature",
        "verdict of the board is due in June",
        "back in May they looked at it",
        "asked for a discount",
        "skip-level manager decides",
        "end of quarter, they say",
        "confirm 2 people from IT",
        "confirmed 40k",
        "ask 2 people",
        "edit the contract first",
        "gatesville is their biggest site",
        "more trucks next year",
        "why they left: price",
    ],
)
def test_what_goes_on_behind_the_word_is_a_note(line: str) -> None:
    assert command_of(line, "call") is None


@pytest.mark.parametrize(
    ("line", "place", "is_one"),
    [
        ("override nurture cold", "ended", True),
        ("override nurture cold", "call", False),
        ("skip", "call", True),
        ("skip", "ended", False),
        ("quit", "call", True),
        ("quit", "ended", True),
    ],
)
def test_commands_have_their_place(line: str, place: Place, is_one: bool) -> None:
    assert (command_of(line, place) is not None) is is_one


def test_every_command_can_be_done_and_none_is_told_twice() -> None:
    ids = [one.id for one in words().commands]
    spellings = [word for one in words().commands for word in one.words]

    assert set(ids) == set(DO)
    assert len(ids) == len(set(ids))
    assert len(spellings) == len(set(spellings))


def test_a_command_is_found_by_any_of_its_names() -> None:
    assert named("Undo") == named("back") != None  # noqa: E711
    assert named("desk") is None


@given(st.text())
def test_no_line_is_too_odd(line: str) -> None:
    command_of(line, "call")
