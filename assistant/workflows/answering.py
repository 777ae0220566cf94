"""Answers the rep's questions about a call from its store, and the lead's earlier calls."""

from typing import Literal
from uuid import UUID

from assistant.answering.knowledge import CallKnown, Known, passage
from assistant.answering.replying import reply_to
from assistant.domain.calls import Call
from assistant.domain.replies import Passage, Reply, Spot
from assistant.qualification.standing import settle
from assistant.workflows.earlier import calls_before
from assistant.workflows.note_lines import present
from assistant.workflows.viewing import sources_of, view_call
from assistant.workflows.views import CallView
from assistant.workflows.wiring import Workbench

REACH = 3
"""So many turns are shown before and after the words that were jumped to."""


class CallAsker:
    """Answers questions about one call. What earlier calls had is read once, when first asked.

    Writes nothing: a question leaves no trace in the store.
    """

    def __init__(self, bench: Workbench, call_id: UUID) -> None:
        self._bench = bench
        self._call_id = call_id
        self._earlier: tuple[UUID | None, tuple[CallKnown, ...]] | None = None

    def ask(self, question: str, view: CallView | None = None) -> Reply:
        """The reply to a question. ``view`` is the call as it stands, where the caller has it."""
        return reply_to(question, self._known(view))

    def passage(self, spot: Spot, view: CallView | None = None) -> Passage | None:
        """The words of a statement among those around them; None where they are gone."""
        return passage(self._known(view), spot, reach=REACH)

    def _known(self, given: CallView | None) -> Known:
        view = given or view_call(self._bench, self._call_id)
        now = CallKnown(
            call=view.call, sources=view.sources, lines=view.lines, answers=view.answers
        )
        return Known(
            now=now,
            earlier=self._earlier_calls(view.call),
            lead=view.lead,
            account=view.account,
            banks=view.banks,
            assessments=view.assessments,
            next_questions=view.next_questions,
            recorded=view.recorded,
        )

    def _earlier_calls(self, call: Call) -> tuple[CallKnown, ...]:
        if self._earlier is None or self._earlier[0] != call.lead_id:
            self._earlier = (call.lead_id, tuple(self._read_earlier(call)))
        return self._earlier[1]

    def _read_earlier(self, call: Call) -> list[CallKnown]:
        store = self._bench.store
        return [
            CallKnown(
                call=one,
                sources=sources_of(self._bench, one),
                lines=present(store.note_lines(one.id)),
                answers=settle(store.answers(one.id)),
            )
            for one in calls_before(self._bench, call)
        ]


def render_reply(reply: Reply, form: Literal["text", "json"], *, width: int = 100) -> str:
    """The reply as text of a format."""
    if form == "json":
        from assistant.reports.reply_json import reply_as_json

        return reply_as_json(reply)
    from assistant.reports.reply_text import reply_as_text

    return reply_as_text(reply, width=width)


def ask_call(bench: Workbench, call_id: UUID, question: str) -> Reply:
    """One question about a stored call."""
    return CallAsker(bench, call_id).ask(question)
