"""The store cannot be written for a while: the rep goes on, is told, and nothing is lost."""

from io import StringIO
from uuid import UUID

import pytest

from assistant.domain.errors import StoreUnavailable
from assistant.plain.lines import Lines
from assistant.plain.session import run_plain
from assistant.workflows.live_call import LiveCall
from assistant.workflows.views import CallView
from assistant.workflows.wiring import Workbench
from tests.plain.conftest import Talk

keep_notes = LiveCall.keep_notes


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts of notes that the store refuses, as long as there are any in it."""
    refused = ["first"]

    def keep(live: LiveCall, text: str, *, editing: int | None = None) -> CallView:
        if text in refused:
            raise StoreUnavailable("The store is locked by another program.")
        return keep_notes(live, text, editing=editing)

    monkeypatch.setattr(LiveCall, "keep_notes", keep)
    return refused


def test_a_note_that_is_refused_goes_with_the_next_one(
    talk: Talk, away: list[str], bench: Workbench, call_id: UUID
) -> None:
    said = talk("first", "second")

    assert "The store is locked by another program." in said
    assert "I hold on to it and store it as soon as that can be done." in said
    assert [line.text for line in bench.store.note_lines(call_id)] == ["first", "second"]


def test_notes_that_can_never_be_stored_are_said_at_the_end(
    talk: Talk, away: list[str], bench: Workbench, call_id: UUID
) -> None:
    said = talk("first", code=4)

    assert said[-2:] == ["These notes are not stored:", "first"]


def test_without_its_reader_notes_are_kept(
    bench: Workbench, call_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OSError("no such model")

    bench._extractor = None
    monkeypatch.setattr("assistant.extraction.loading.load_extractor", fail)
    out = StringIO()

    given = StringIO("need: late trucks\nskip\nend\n\n")

    assert run_plain(bench, call_id, Lines(given, out)) == 0
    assert "could not be loaded" in " ".join(out.getvalue().split())
    assert "The call has ended." in out.getvalue()
    assert [line.text for line in bench.store.note_lines(call_id)] == ["need: late trucks"]
