"""Whatever is typed or quoted: it is kept, and steers no terminal."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.inert import make_inert
from assistant.domain.lines_of_text import cells
from assistant.plain.acts import Note
from assistant.plain.following import begin
from assistant.plain.state import State, Turn
from assistant.plain.talking import hear
from assistant.workflows.live_call import LiveCall
from assistant.workflows.views import CallView
from assistant.workflows.wiring import Workbench
from tests.plain.conftest import Talk

HOSTILE = (
    "need: \x1b[2Jcleared \x1b]52;c;YQ==\x07 screen",
    "need: \u202ereversed\u202c and \u200bhidden",
    "need: [bold]markup[/bold] <script>alert(1)</script> {value} %s",
    "need: 👩‍👩‍👧 emoji, 漢字かな and e\u0301",
    "need: " + "x" * 20_000,
)


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_it_is_kept_and_shown_harmlessly(
    talk: Talk, bench: Workbench, call_id: UUID, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = talk(line, "y", "answers", "notes", "verdict", "end", "", "summary")

    assert [one.text for one in bench.store.note_lines(call_id)] == [line]
    assert [make_inert(one) for one in said] == said
    assert max(map(cells, said)) <= 40


@pytest.fixture
def view(bench: Workbench, call_id: UUID) -> CallView:
    live = LiveCall(bench, call_id)
    live.keep_notes("budget: 40k; need: late trucks")
    return live.read_notes()


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_no_line_stops_the_conversation_or_is_lost(view: CallView, text: str) -> None:
    asked = State(waiting="right", queue=tuple(one.id for one in view.answers))
    for state in (begin(view).state, asked):
        turn = hear(state, text, view)
        assert isinstance(turn, Turn)
        nothing_done = turn.act is None and not turn.says and turn.state == state
        assert not (nothing_done and text.strip())
        if isinstance(turn.act, Note):
            assert turn.act.text in text
