"""The figures of a stored call, and how they are shown. Hints, never a verdict."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from assistant.domain.calls import Source
from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.domain.figures import CallFigures
from assistant.domain.inert import make_inert
from assistant.figures.figuring import figures_of
from assistant.workflows.viewing import call_of, sources_of
from assistant.workflows.wiring import Workbench


def figures_of_call(bench: Workbench, call_id: UUID) -> CallFigures:
    """The figures of a stored call, of its longest transcript.

    Raises ``NotFound``, and ``BadInput`` where nothing was said in a transcript.
    """
    call = call_of(bench, call_id)
    longest = longest_transcript(sources_of(bench, call))
    figures = figures_of(longest.turns, longest.name) if longest else None
    if figures is None:
        raise BadInput(f"{call.title}: it has no transcript, so there are no figures.")
    return figures


def longest_transcript(sources: Sequence[Source]) -> Source | None:
    """The transcript that a call's figures are of: the one with most turns."""
    said = [one for one in sources if one.kind is Kind.CALL]
    return max(said, key=lambda one: len(one.turns), default=None)


def figures_as(figures: CallFigures, form: Literal["text", "json"]) -> str:
    """The figures as text of a format."""
    from assistant.reports import figures_text

    if form == "json":
        return figures_text.as_json(figures)

    def where(turn: int) -> str:
        return f"{figures.source}:{turn}"

    return "\n".join(map(make_inert, figures_text.lines_of_figures(figures, where, every=True)))
