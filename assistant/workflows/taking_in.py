"""Takes a transcript into a stored call: source, turns, participants, answers."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from assistant.domain.answers import Answer
from assistant.domain.calls import Call, QuestionMark, Source
from assistant.domain.fields import Kind
from assistant.domain.people import Who
from assistant.domain.transcript import Participant, Transcript
from assistant.workflows.consent import need_consent
from assistant.workflows.reading_sources import (
    Progress,
    ReadSource,
    account_country,
    read_source,
)
from assistant.workflows.viewing import banks_of, call_of
from assistant.workflows.wiring import Workbench

_SOURCE_NAMES = {"call": "transcript", "notes": "notes-file", "chat": "chat"}


def take_in(
    bench: Workbench,
    call: Call,
    transcript: Transcript,
    *,
    content: str,
    origin: str = "",
    progress: Progress | None = None,
) -> tuple[Answer, ...]:
    """Read a transcript and add it to a call; content that the call has already adds nothing.

    A chat is kept as it is: nobody said it. Turns and answers are kept together, or nothing is:
    what was stored by half would never be read again. Returns the answers that were heard.
    Raises ``NoConsent`` where nothing of the call may be read.
    """
    need_consent(bench, call.consent, transcript.kind, call.title)
    earlier = bench.store.sources(call.id)
    if any(source.content == content for source in earlier):
        return ()
    name = source_name(transcript.kind.value, [source.name for source in earlier])
    if transcript.kind is Kind.CHAT:
        bench.store.save_source(_source(bench, call, transcript, name, content, origin))
        return ()
    read = read_source(
        bench,
        transcript,
        banks_of(bench, call),
        source=name,
        call_date=call.call_date,
        rep=rep_among(transcript.participants, call.rep),
        currency=call.currency,
        country=account_country(bench, call),
        progress=progress,
    )
    with bench.store.together():
        store_read(bench, call, read, name=name, content=content, origin=origin)
    return read.answers


def store_read(
    bench: Workbench, call: Call, read: ReadSource, *, name: str, content: str, origin: str
) -> None:
    """Store what was read from a source of a call.

    Raises ``NoConsent``: consent may have been withdrawn while it was read.
    """
    consent = call_of(bench, call.id).consent
    need_consent(bench, consent, read.transcript.kind, call.title)
    now = bench.clock()
    bench.store.save_source(_source(bench, call, read.transcript, name, content, origin))
    facts = {"participants": read.transcript.participants, "language": read.language}
    bench.store.save_call(call.model_copy(update=facts))
    tick(bench, call.id, read.asked)
    bench.store.save_answers(
        call.id, with_stale(bench.store.answers(call.id), read.answers, name, now)
    )


def with_stale(
    known: Sequence[Answer], answers: Sequence[Answer], source: str, now: datetime
) -> list[Answer]:
    """What was read now, with the time it was first found.

    A suggestion from the source that is not found any more is stale.
    """
    first_found = {answer.id: answer.at or now for answer in known}
    found = [one.model_copy(update={"at": first_found.get(one.id, now)}) for one in answers]
    here = {answer.id for answer in found}
    gone = [
        answer.model_copy(update={"stale": True})
        for answer in known
        if answer.evidence is not None
        and answer.evidence.source == source
        and not answer.decided
        and answer.id not in here
    ]
    return found + gone


def _source(
    bench: Workbench, call: Call, transcript: Transcript, name: str, content: str, origin: str
) -> Source:
    return Source(
        id=uuid4(),
        call_id=call.id,
        name=name,
        kind=transcript.kind,
        format=transcript.format,
        origin=origin,
        content=content,
        added_at=bench.clock(),
        turns=transcript.turns,
    )


def tick(bench: Workbench, call_id: UUID, questions: Sequence[str]) -> None:
    """Mark questions as asked because they were heard."""
    for question in questions:
        mark = QuestionMark(question=question, state="asked", by="heard", at=bench.clock())
        bench.store.mark_question(call_id, mark)


def source_name(kind: str, taken: Sequence[str]) -> str:
    """A source's name that its call does not have yet: transcript, transcript-2."""
    base = _SOURCE_NAMES[kind]
    if base not in taken:
        return base
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def rep_among(participants: Sequence[Participant], who: Who) -> str | None:
    """The participant who is this user, by full or first name; None where nobody is."""
    mine = who.name.casefold().strip()
    first = mine.split()[0] if mine else ""
    names = [person.name for person in participants]
    for wanted in (mine, first):
        found = [name for name in names if wanted and name.casefold().strip() == wanted]
        if len(found) == 1:
            return found[0]
    return None
