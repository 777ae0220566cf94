"""Sees that a record that came from outside says nothing impossible."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from assistant.domain.answers import Answer
from assistant.domain.calls import Source
from assistant.domain.days import FIRST, LAST
from assistant.domain.records import AccountRecord, CallRecord, LeadRecord

MOST_TURNS = 1 << 20


def check_call(record: CallRecord, call_id: UUID, banks: Iterable[str]) -> None:
    """Raise ``ValueError`` for what no store can have written of that call."""
    calls = {version.body.id for version in record.versions}
    calls |= {one.call_id for one in record.sources} | {one.call_id for one in record.verdicts}
    calls |= {one.entry.call_id for one in record.reviews}
    calls |= {one.call_id for one in record.consents} | {one.call_id for one in record.turn_marks}
    calls |= {one.call_id for one in record.scorecards}
    _need(bool(record.versions) and calls == {call_id}, "it holds what belongs to another call")
    days = [version.body.call_date for version in record.versions]
    _need(all(FIRST <= day <= LAST for day in days), "a call was held in no year that there is")
    _need(
        {verdict.bank_digest for verdict in record.verdicts} <= set(banks),
        "a verdict's bank is not in the pack",
    )
    _need(
        all(one.answer_id == one.after.id for one in record.decisions),
        "a decision is about another answer",
    )
    _check_places(record)
    _check_instants(_instants_of_call(record))


def check_lead(record: LeadRecord, lead_id: UUID) -> None:
    """Raise ``ValueError`` for what no store can have written of that lead."""
    leads = {version.body.id for version in record.versions}
    leads |= {one.lead_id for one in record.events} | {one.lead_id for one in record.moves}
    _need(bool(record.versions) and leads == {lead_id}, "it holds what belongs to another lead")
    _check_instants(version.body.created_at for version in record.versions)
    _check_instants(one.at for one in record.versions)
    _check_instants(one.at for one in record.events)
    _check_instants(one.at for one in record.moves)


def check_account(record: AccountRecord, account_id: UUID) -> None:
    """Raise ``ValueError`` for what no store can have written of that account."""
    accounts = {version.body.id for version in record.versions}
    _need(accounts == {account_id}, "it holds what belongs to another account")
    _check_instants(version.at for version in record.versions)


def _need(holds: bool, why: str) -> None:  # noqa: FBT001  # reads as a sentence
    if not holds:
        raise ValueError(why)


def _check_places(record: CallRecord) -> None:
    names = {source.name for source in record.sources}
    _need(len(names) == len(record.sources), "two sources have the same name")
    for source in record.sources:
        places = [turn.index for turn in source.turns]
        _need(
            places == sorted(set(places)) and all(0 <= place < MOST_TURNS for place in places),
            "turns are out of order",
        )
    lines = [(line.number, line.revision) for line in record.note_lines]
    _need(
        len(set(lines)) == len(lines)
        and all(0 <= number < MOST_TURNS and revision >= 0 for number, revision in lines),
        "lines of notes are out of order",
    )
    _check_quotes(record.sources, (one.answer for one in record.answers))


def _check_quotes(sources: Iterable[Source], answers: Iterable[Answer]) -> None:
    """An answer's words are where it says, as far as its source's words are here."""
    texts = {
        source.name: {turn.index: turn.text for turn in source.turns}
        for source in sources
        if source.turns
    }
    for answer in answers:
        words = answer.evidence
        if words is not None and words.source in texts:
            text = texts[words.source].get(words.turn, "")
            _need(text[words.start : words.end] == words.quote, "an answer quotes other words")


def _check_instants(instants: Iterable[datetime]) -> None:
    for instant in instants:
        _need(instant.utcoffset() is not None, "a time has no time zone")
        _need(FIRST.year <= instant.year <= LAST.year, "a time is in no year that there is")


def _instants_of_call(record: CallRecord) -> Iterator[datetime]:
    for version in record.versions:
        yield from (version.at, version.body.started_at)
        if version.body.ended_at:
            yield version.body.ended_at
    yield from (one.added_at for one in record.sources)
    yield from (one.read_at for one in record.answers)
    yield from (one.at for one in record.note_lines)
    yield from (one.at for one in record.decisions)
    yield from (one.at for one in record.marks)
    yield from (one.at for one in record.verdicts)
    yield from (one.entry.at for one in record.reviews)
    yield from (one.at for one in record.consents)
    yield from (one.at for one in record.turn_marks)
    yield from (one.at for one in record.scorecards)
    if record.draft:
        yield record.draft.saved_at
    answers = [one.answer for one in record.answers]
    answers += [one.after for one in record.decisions]
    answers += [one.before for one in record.decisions if one.before]
    answers += [answer for one in record.verdicts for answer in one.answers]
    yield from (answer.at for answer in answers if answer.at)
