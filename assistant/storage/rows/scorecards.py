"""Filled scorecards, and rows."""

from collections.abc import Mapping
from uuid import UUID

from assistant.domain.people import Who
from assistant.domain.scorecards import FilledCard, Mark, Scorecard
from assistant.storage.tables.scorecards import ScorecardRow


def scorecard_row(filled: FilledCard, by_key: UUID) -> ScorecardRow:
    """The row of a filled card."""
    return ScorecardRow(
        id=filled.id,
        call_id=filled.call_id,
        card=filled.card.id,
        body=filled.card.model_dump(mode="json"),
        marks=[mark.model_dump(mode="json") for mark in filled.marks],
        note=filled.note,
        by_key=by_key,
        at=filled.at,
    )


def to_filled(row: ScorecardRow, people: Mapping[UUID, Who]) -> FilledCard:
    """The filled card."""
    return FilledCard(
        id=row.id,
        call_id=row.call_id,
        card=Scorecard.model_validate(row.body),
        marks=tuple(Mark.model_validate(mark) for mark in row.marks),
        note=row.note,
        by=people[row.by_key],
        at=row.at,
    )
