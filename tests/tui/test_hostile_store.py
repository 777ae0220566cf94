"""What lies in the store is data too: lists, pages and reviews show it and never obey it."""

from uuid import UUID

import pytest

from assistant.domain.inert import make_inert
from assistant.domain.verdict import Outcome
from assistant.tui.wrapping import Mark, marked
from assistant.workflows import deciding, reviewing
from assistant.workflows.ending import override_verdict
from assistant.workflows.people import NewLead, add_lead, move, record_event
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall
from tests.tui.kept import keep_call
from tests.tui.test_hostile_text import HOSTILE, assert_harmless


def fill_store(bench: Workbench, text: str) -> UUID:
    """Put a text wherever somebody could have typed it."""
    short = text[:60]
    lead = add_lead(
        bench,
        NewLead(name=short, title=short, email=short, account=short, sector=short, place=short),
    )
    record_event(bench, lead, "blog", note=text)
    move(bench, lead, to="recycled", reason=text)
    said = f"Dana: hi {text}\nLuis: need: {text}\nDana: ask: budget.amount\n{short}: and more\n"
    call_id = keep_call(bench, lead, text=said, name=text)
    answer = bench.store.answers(call_id)[0]
    deciding.reject(bench, call_id, answer.id, text)
    override_verdict(bench, call_id, Outcome.NURTURE, text)
    reviewing.comment(bench, call_id, text)
    reviewing.comment(bench, call_id, text, answer_id=answer.id)
    reviewing.comment(bench, call_id, text, source="transcript", turn=1)
    return call_id


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_nothing_of_it_is_obeyed(bench: Workbench, open_app: OpenCall, text: str) -> None:
    fill_store(bench, text)
    async with open_app(bench, size=(100, 30)) as rep:
        for keys in (
            *("s", "2", "3", "1", "a", "escape", "enter"),
            *("1", "2", "n", "c", "escape", "enter", "3", "4", "5", "end", "enter", "pagedown"),
            *("ctrl+l", "escape", "q", "2", "n", "escape", "enter", "m", "escape", "pagedown"),
        ):
            await rep.press(keys)
            assert_harmless(rep.seen)
        assert rep.on_top == "LeadScreen"


def test_the_marked_words_are_the_answers_words_whatever_stands_before_them() -> None:
    text = "\x1b[31m \u202e\u200b [red] forty \x07thousand"
    start = text.index("forty")
    shown = marked(text, [Mark(start, len(text), "here")])
    [span] = shown.spans
    assert shown.plain[span.start : span.end] == make_inert("forty \x07thousand")
