"""Puts two records of the same thing together: the same result from either side.

What people added is a set by its ids; nothing that either side has is lost.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from assistant.domain.calls import QuestionMark, Source
from assistant.domain.frozen import Frozen
from assistant.domain.people import StageMove
from assistant.domain.records import (
    AccountRecord,
    CallRecord,
    Draft,
    LeadRecord,
    Reviewed,
)
from assistant.domain.verdict import RecordedVerdict
from assistant.packs.acts import in_order
from assistant.packs.fullness import fullness
from assistant.packs.note_lines import merged_lines, without_their_words
from assistant.packs.sources import with_own_names
from assistant.packs.standing import answers_standing

F = TypeVar("F", bound=Frozen)


def merged_calls(mine: CallRecord, theirs: CallRecord) -> CallRecord:
    """Everything of a call that either side has."""
    mine, theirs = with_own_names(mine, theirs)
    decisions = in_order(_all(mine.decisions, theirs.decisions, _id))
    lines = merged_lines(mine.note_lines, theirs.note_lines)
    answers = answers_standing(mine.answers, theirs.answers, decisions)
    verdicts = in_order(_all(mine.verdicts, theirs.verdicts, _id, choose=_same_verdict))
    numbered = (one.model_copy(update={"number": at}) for at, one in enumerate(verdicts, 1))
    return CallRecord(
        versions=in_order(_all(mine.versions, theirs.versions, _id)),
        sources=_sorted(_all(mine.sources, theirs.sources, _id, choose=_longer), _added),
        note_lines=lines,
        draft=max(mine.draft, theirs.draft, key=_saved),
        answers=tuple(without_their_words(answers, lines)),
        decisions=decisions,
        marks=_sorted(_all(mine.marks, theirs.marks, _mark), _mark),
        verdicts=tuple(numbered),
        reviews=_sorted(_all(mine.reviews, theirs.reviews, _entry), _when),
        consents=_by_time(mine.consents, theirs.consents),
        turn_marks=_by_time(mine.turn_marks, theirs.turn_marks),
        scorecards=_by_time(mine.scorecards, theirs.scorecards),
    )


def merged_leads(mine: LeadRecord, theirs: LeadRecord) -> LeadRecord:
    """Everything of a lead that either side has."""
    return LeadRecord(
        versions=in_order(_all(mine.versions, theirs.versions, _id)),
        events=_by_time(mine.events, theirs.events),
        moves=_by_time(mine.moves, theirs.moves, choose=_move),
    )


def merged_accounts(mine: AccountRecord, theirs: AccountRecord) -> AccountRecord:
    """Everything of an account that either side has."""
    return AccountRecord(versions=in_order(_all(mine.versions, theirs.versions, _id)))


def ordered(record: CallRecord) -> CallRecord:
    """A record in the order that merging gives: merged with itself it is the same."""
    return merged_calls(record, record)


def _all(
    mine: Iterable[F],
    theirs: Iterable[F],
    key: Callable[[F], object],
    choose: Callable[[F, F], F] | None = None,
) -> list[F]:
    """One of each key; ``choose`` says which of two that differ, else their text does."""
    found: dict[object, F] = {}
    for one in (*mine, *theirs):
        there = found.setdefault(key(one), one)
        if there != one:
            found[key(one)] = (choose or _greater)(there, one)
    return list(found.values())


def _by_time(
    mine: Iterable[F], theirs: Iterable[F], choose: Callable[[F, F], F] | None = None
) -> tuple[F, ...]:
    return _sorted(_all(mine, theirs, _id, choose), lambda one: (one.at, one.id))  # type: ignore[attr-defined]


def _sorted(found: Iterable[F], key: Callable[[F], tuple[object, ...]]) -> tuple[F, ...]:
    return tuple(sorted(found, key=key))


def _greater(one: F, other: F) -> F:
    return max(one, other, key=fullness)


def _id(one: object) -> object:
    return one.id  # type: ignore[attr-defined]


def _entry(one: Reviewed) -> object:
    return one.entry.id


def _when(one: Reviewed) -> tuple[object, ...]:
    return one.entry.at, one.entry.id


def _mark(one: QuestionMark) -> tuple[object, ...]:
    return one.at, one.question, one.state, one.by


def _added(one: Source) -> tuple[object, ...]:
    return one.added_at, one.id


def _longer(one: Source, other: Source) -> Source:
    """A source that is still being written has more turns on one side."""
    turns = {turn.index: turn for turn in (*one.turns, *other.turns)}
    longer = _greater(one.model_copy(update={"turns": ()}), other.model_copy(update={"turns": ()}))
    return longer.model_copy(update={"turns": tuple(turns[at] for at in sorted(turns))})


def _same_verdict(one: RecordedVerdict, other: RecordedVerdict) -> RecordedVerdict:
    """Its number differs from store to store; one may lack answers, or their words."""
    one, other = (each.model_copy(update={"number": 0}) for each in (one, other))
    if len(one.answers) != len(other.answers):
        return max(one, other, key=lambda each: len(each.answers))
    return _greater(one, other)


def _saved(draft: Draft | None) -> tuple[object, ...]:
    return (draft.saved_at, draft.text) if draft else ()


def _move(one: StageMove, other: StageMove) -> StageMove:
    """A reason that one side has forgotten stays forgotten; a call that one lacks is named."""
    reason = min(one.override_reason, other.override_reason, key=len)
    calls = {call for call in (one.call_id, other.call_id) if call}
    update = {"override_reason": reason, "call_id": max(calls, default=None)}
    return _greater(one.model_copy(update=update), other.model_copy(update=update))
