"""Speakers whose names came after their turns: kept as marks, which people's own go before."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from assistant.domain.fields import Side
from assistant.domain.marks import TurnMark, in_force, latest
from assistant.domain.people import Who
from assistant.workflows.marking import put_marks
from assistant.workflows.wiring import Workbench

TRANSCRIPT = Who(id="the transcript", name="the transcript")
"""Who says so: no person, so that nobody's undo takes it back."""


def late_names(marks: Iterable[TurnMark], source: str) -> dict[int, str]:
    """The names in force that a source's turns got from the transcript itself, by turn."""
    return {
        turn: mark.text
        for (name, turn), mark in in_force(marks, "speaker").items()
        if name == source and mark.text is not None and mark.by.id == TRANSCRIPT.id
    }


def told_sides(marks: Iterable[TurnMark]) -> dict[str, Side]:
    """The sides of speakers that people told with a turn."""
    said = in_force(marks, "speaker").values()
    return {mark.text: mark.side for mark in said if mark.text and mark.side}


def told_turns(marks: Iterable[TurnMark], source: str) -> frozenset[int]:
    """The turns of a source of which a person said last who spoke, or took that back."""
    return frozenset(
        turn
        for (name, turn), mark in latest(marks, "speaker").items()
        if name == source and mark.by.id != TRANSCRIPT.id
    )


def name_late(
    bench: Workbench, call_id: UUID, source: str, names: Mapping[int, str | None]
) -> None:
    """Keep who turns turned out to be, by turn; None: as they were transcribed, after all."""
    marked = [((source, turn), name, None) for turn, name in names.items()]
    put_marks(bench, call_id, "speaker", marked, by=TRANSCRIPT)
