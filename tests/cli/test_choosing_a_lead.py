"""Where a command is given a name that is nobody's exactly, a terminal is asked who is meant."""

from io import StringIO

import pytest

from assistant.cli.beginning import chosen_lead
from assistant.domain.errors import NotFound
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench


class Terminal(StringIO):
    """What somebody types, or sees."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def leads(bench: Workbench) -> None:
    for name, account in (("Ines Ortega", "Northgate\x1b[31m"), ("Luis Ortega", "")):
        add_lead(bench, NewLead(name=name, title="COO", account=account))


def typing(monkeypatch: pytest.MonkeyPatch, typed: StringIO) -> Terminal:
    """What is seen while that is typed."""
    seen = Terminal()
    monkeypatch.setattr("sys.stdin", typed)
    monkeypatch.setattr("sys.stdout", seen)
    return seen


def test_who_is_meant_is_chosen_by_number(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = typing(monkeypatch, Terminal("three\n9\n2\n"))

    assert chosen_lead(bench, "ortga").name == "Luis Ortega"
    lines = seen.getvalue().splitlines()
    assert lines[0] == "“ortga” may be:"
    assert lines[1].startswith("1. Ines Ortega, COO, Northgate")
    assert lines[2] == "2. Luis Ortega, COO"
    assert "\x1b" not in seen.getvalue()
    assert seen.getvalue().count("Type a number from 1 to 2, or Enter.") == 2


def test_enter_is_none_of_them(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, Terminal("\n"))

    with pytest.raises(NotFound, match="no lead 'ortega'"):
        chosen_lead(bench, "ortega")


@pytest.mark.parametrize("typed", ["zz", " "])
def test_nobody_is_asked_where_nobody_is_like_it(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    seen = typing(monkeypatch, Terminal())

    with pytest.raises(NotFound):
        chosen_lead(bench, typed)
    assert seen.getvalue() == ""


def test_a_script_is_never_asked(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, StringIO("1\n"))

    with pytest.raises(NotFound):
        chosen_lead(bench, "ortega")
    assert chosen_lead(bench, "ines ortega").name == "Ines Ortega"
