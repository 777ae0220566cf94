"""Masks what is shown or written: names, companies, addresses and numbers become stand-ins."""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from uuid import UUID

from assistant.domain.annotation import Annotation
from assistant.domain.answers import Answer
from assistant.domain.calls import Call
from assistant.domain.figures import CallFigures, Stretch
from assistant.domain.people import Account, Lead
from assistant.domain.searching import Hit, HitPage
from assistant.domain.trackers import Tracked, TrackerCount
from assistant.domain.transcript import Participant, Transcript, Turn
from assistant.domain.values import Decider, Deciders, Label, Value
from assistant.masking.masked import Identifier, Masked
from assistant.masking.masker import Masker
from assistant.workflows.viewing import call_of, whom
from assistant.workflows.wiring import Workbench

NOBODY = frozenset({"Notes"})
"""Speakers that are no people."""


class Mask:
    """Masks the texts of one call, and counts what it masked by kind."""

    def __init__(self, masker: Masker) -> None:
        self._masker = masker
        self.counts: Counter[Identifier] = Counter()

    def text(self, text: str) -> str:
        """A text with stand-ins."""
        return self.masked(text).text

    def masked(self, text: str) -> Masked:
        """The same with where each stand-in was put."""
        masked = self._masker.mask(text)
        self.counts.update(edit.kind for edit in masked.edits)
        return masked

    def name(self, name: str) -> str:
        """A name by itself."""
        shown = name if name in NOBODY else self._masker.mask_name(name)
        self.counts[Identifier.NAME] += shown != name
        return shown

    def maybe(self, name: str | None) -> str | None:
        """A name by itself, where there is one."""
        return name and self.name(name)

    def told(self) -> str:
        """What was masked, in words for a person."""
        return told(self.counts)


def masked_transcript(bench: Workbench, transcript: Transcript) -> tuple[Transcript, Mask]:
    """A transcript with stand-ins, and what was masked. Who is on it tells the names."""
    mask = _mask_of(bench, transcript.turns, transcript.participants)
    update = {
        "turns": tuple(_turn(mask, turn, mask.masked(turn.text)) for turn in transcript.turns),
        "participants": tuple(_participant(mask, one) for one in transcript.participants),
        "title": transcript.title and mask.text(transcript.title),
        "warnings": tuple(map(mask.text, transcript.warnings)),
    }
    return transcript.model_copy(update=update), mask


def masked_annotation(
    bench: Workbench, annotation: Annotation, call_id: UUID | None = None
) -> tuple[Annotation, Mask]:
    """An annotation with stand-ins, and what was masked; every place is where its words are.

    ``call_id`` is that of a stored call, whose lead and account are masked too.
    """
    facts = annotation.call
    lead, account = whom(bench, call_of(bench, call_id)) if call_id else (None, None)
    people = people_named(annotation.answers)
    mask = _mask_of(bench, annotation.turns, facts.participants, people, lead, account)
    texts = {turn.index: mask.masked(turn.text) for turn in annotation.turns}
    call = {
        "participants": tuple(_participant(mask, one) for one in facts.participants),
        "title": mask.text(facts.title),
    }
    update = {
        "call": facts.model_copy(update=call),
        "turns": tuple(_turn(mask, turn, texts[turn.index]) for turn in annotation.turns),
        "answers": tuple(_answer(mask, one, texts) for one in annotation.answers),
        "warnings": tuple(map(mask.text, annotation.warnings)),
        "trackers": tuple(_count(mask, one, texts) for one in annotation.trackers),
        "figures": annotation.figures and _figures(mask, annotation.figures),
    }
    return annotation.model_copy(update=update), mask


def masked_hits(bench: Workbench, page: HitPage) -> tuple[HitPage, Counter[Identifier]]:
    """Hits with stand-ins, the same ones for all hits of a call, and what was masked."""
    masks: dict[UUID, Mask] = {}
    hits = []
    for hit in page.hits:
        if hit.call_id not in masks:
            masks[hit.call_id] = _mask_of_call(bench, call_of(bench, hit.call_id))
        hits.append(_hit(masks[hit.call_id], hit))
    counts: Counter[Identifier] = Counter()
    for mask in masks.values():
        counts.update(mask.counts)
    return page.model_copy(update={"hits": tuple(hits)}), counts


def told(counts: Mapping[Identifier, int]) -> str:
    """What was masked, in words for a person."""
    parts = [f"{kind}: {count:,}" for kind, count in counts.items() if count]
    return f"Masked: {'; '.join(parts)}." if parts else "Nothing had to be masked."


def _mask_of(
    bench: Workbench,
    turns: Iterable[Turn],
    participants: Iterable[Participant],
    people: Iterable[str] = (),
    lead: Lead | None = None,
    account: Account | None = None,
) -> Mask:
    its = tuple(turns)
    speakers = (turn.speaker for turn in its if turn.speaker and turn.speaker not in NOBODY)
    names = [*speakers, *(one.name for one in participants), *people, bench.who.name]
    names += [lead.name] if lead else []
    texts = [turn.text for turn in its]
    seed = int(sha256("\n".join(texts).encode()).hexdigest()[:8], 16)
    companies = [account.name] if account else []
    return Mask(
        Masker(dict.fromkeys(names), companies, texts, seed, country=bench.settings.country)
    )


def _mask_of_call(bench: Workbench, call: Call) -> Mask:
    lead, account = whom(bench, call)
    turns = [turn for one in bench.store.sources(call.id) for turn in one.turns]
    people = (call.rep.name, *people_named(bench.store.answers(call.id)))
    return _mask_of(bench, turns, call.participants, people, lead, account)


def people_named(answers: Iterable[Answer]) -> list[str]:
    """Those who are found to decide; they need not be on the call."""
    return [
        person.name
        for answer in answers
        if isinstance(answer.value, Deciders)
        for person in answer.value.people
        if person.name
    ]


def _participant(mask: Mask, one: Participant) -> Participant:
    return one.model_copy(update={"name": mask.name(one.name)})


def _turn(mask: Mask, turn: Turn, masked: Masked) -> Turn:
    return turn.model_copy(update={"text": masked.text, "speaker": mask.maybe(turn.speaker)})


def _answer(mask: Mask, answer: Answer, texts: Mapping[int, Masked]) -> Answer:
    where = answer.evidence
    update: dict[str, object] = {"value": answer.value and _value(mask, answer.value)}
    if where is not None:
        text = texts[where.turn]
        start, end = text.span(where.start, where.end)
        place = {"start": start, "end": end, "quote": text.text[start:end]}
        place["speaker"] = mask.maybe(where.speaker)
        update["evidence"] = where.model_copy(update=place) if start < end else None
        update["why"] = tuple(
            cue.model_copy(update={"start": at, "end": to, "text": text.text[at:to]})
            for cue in answer.why
            for at, to in (text.span(cue.start, cue.end),)
        )
    return answer.model_copy(update=update)


def _value(mask: Mask, value: Value) -> Value:
    update: dict[str, object] = {"raw": mask.text(value.raw)}
    if isinstance(value, Label):
        update["text"] = mask.text(value.text)
    if isinstance(value, Deciders):
        update["people"] = tuple(
            Decider(name=mask.maybe(one.name), title=one.title) for one in value.people
        )
    return value.model_copy(update=update)


def _count(mask: Mask, count: TrackerCount, texts: Mapping[int, Masked]) -> TrackerCount:
    places = tuple(_tracked(mask, one, texts[one.turn]) for one in count.places)
    return count.model_copy(update={"places": places})


def _tracked(mask: Mask, one: Tracked, text: Masked) -> Tracked:
    start, end = text.span(one.start, one.end)
    place = {"start": start, "end": end, "words": text.text[start:end]}
    return one.model_copy(update=place | {"speaker": mask.maybe(one.speaker)})


def _figures(mask: Mask, figures: CallFigures) -> CallFigures:
    def stretch(one: Stretch | None) -> Stretch | None:
        return one and one.model_copy(update={"speaker": mask.name(one.speaker)})

    asked = figures.questions and tuple(
        one.model_copy(update={"text": mask.text(one.text)}) for one in figures.questions
    )
    update = {
        "longest_rep": stretch(figures.longest_rep),
        "longest_prospect": stretch(figures.longest_prospect),
        "questions": asked,
    }
    return figures.model_copy(update=update)


def _hit(mask: Mask, hit: Hit) -> Hit:
    text = mask.masked(hit.text)
    update = {
        "text": text.text,
        "marks": tuple(text.span(start, end) for start, end in hit.marks),
        "title": mask.text(hit.title),
        "meaning": mask.text(hit.meaning),
        "lead": mask.name(hit.lead),
        "account": mask.text(hit.account),
        "rep": mask.name(hit.rep),
        "speaker": mask.name(hit.speaker),
    }
    return hit.model_copy(update=update)
