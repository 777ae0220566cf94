"""Letters of one's own where calls are reviewed, looked for and compared."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from textual.widgets import Input

from assistant.settings.keys import ReviewKeys
from assistant.workflows import reviewing
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.conftest import OpenCall
from tests.tui.kept import SAID, keep_call


@pytest.fixture
def kept(bench: Workbench, clock: Clock) -> UUID:
    """The later one of two calls with a lead."""
    lead = add_lead(bench, NewLead(name="Luis Ortega", account="Harborline"))
    keep_call(bench, lead, text=f"{SAID}[00:02:00] Luis: timeline: by June\n")
    clock.now += timedelta(days=1)
    return keep_call(bench, lead)


async def test_a_review_has_the_letters_of_the_settings(
    bench_of: BenchOf, kept: UUID, open_app: OpenCall
) -> None:
    own = {"agree": "r", "reverse": "a", "comment": "C", "comment_call": "c", "help": "x"}
    bench = bench_of(MANAGER, review_keys=own)

    async with open_app(bench, size=(200, 50)) as rep:
        rep.app.open_review(kept)
        await rep.settle()
        assert "r agree  a reverse" in rep.seen
        assert rep.seen.endswith("x help")
        await rep.press("3")
        assert "C comments on the call" in rep.seen
        await rep.press("x")
        assert rep.on_top == "HelpModal"
        assert re.search(r" r  +Agree with the verdict in force", rep.seen)
        await rep.press("escape", "r")
        assert rep.on_top == "AgreeForm"
        await rep.press("escape", "a")
        assert rep.on_top == "ReverseForm"
        await rep.press("escape")
        await rep.lead("c")
        assert rep.on_top == "CommentForm"
        assert "the whole call" in rep.seen


async def test_a_rep_is_told_the_key_that_answers(
    bench_of: BenchOf, kept: UUID, open_app: OpenCall
) -> None:
    reviewing.return_call(bench_of(MANAGER), kept, "who signs?")

    async with open_app(bench_of(review_keys={"reply": "v"})) as rep:
        rep.app.open_review(kept)
        await rep.settle()
        assert "v reply" in rep.seen
        assert "(v answers)" in rep.words
        await rep.press("v")
        assert rep.on_top == "SayForm"


async def test_the_queue_and_the_search_have_the_letters_of_the_settings(
    bench_of: BenchOf, kept: UUID, open_app: OpenCall
) -> None:
    bench = bench_of(
        MANAGER,
        queue_keys={"mark": "x", "filter": "g", "search": "z"},
        search_keys={"filter": "g", "order": "n"},
    )

    async with open_app(bench) as rep:
        await rep.press("4", "m")
        assert "1 marked" not in rep.seen
        await rep.press("x")
        assert "1 marked" in rep.seen
        assert "g filter  " in rep.seen
        await rep.press("g")
        assert isinstance(rep.app.focused, Input)
        await rep.press("escape", "z")
        assert rep.on_top == "SearchScreen"
        assert "g what to look for" in rep.seen
        await rep.type("trucks\n")
        assert "newest first" in rep.seen
        await rep.press("n")
        assert "best first" in rep.seen


async def test_what_stands_beside_has_the_letters_of_the_settings(
    bench_of: BenchOf, kept: UUID, open_app: OpenCall
) -> None:
    bench = bench_of(notes_keys={"back": "x"}, compare_keys={"only_changes": "o", "other": "c"})

    async with open_app(bench, annotate=kept) as rep:
        await rep.press("i")
        assert "x back" in rep.seen
        await rep.press("q")
        assert rep.on_top == "NotesBesideScreen"
        await rep.press("x", "y")
        assert rep.on_top == "CompareScreen"
        assert "the same" in rep.seen
        await rep.press("c")
        assert "the same" in rep.seen
        await rep.press("o")
        assert "the same" not in rep.seen


def test_a_digit_is_the_screens_own() -> None:
    assert [name for name, _ in ReviewKeys(agree="3").clashes()] == ["agree"]
