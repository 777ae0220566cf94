"""What comes from elsewhere, without the parts of a call that are kept here no longer."""

from collections.abc import Collection, Iterable

from assistant.domain.answers import Answer, Decision
from assistant.domain.fields import Kind
from assistant.domain.privacy import without_words
from assistant.domain.records import CallRecord, Part

PARTS: tuple[Part, ...] = ("transcripts", "notes", "answers")
NOTES = "notes"
"""The source that evidence from a line of notes names."""


def without_parts(record: CallRecord, parts: Collection[Part]) -> CallRecord:
    """The record without what was said, noted or answered; answers lose their words with it."""
    if "transcripts" in parts:
        record = _without_texts(record, {Kind.CALL, Kind.CHAT}, ())
    if "notes" in parts:
        record = _without_texts(record, {Kind.NOTES}, (NOTES,))
        record = record.model_copy(update={"note_lines": (), "draft": None})
    if "answers" in parts:
        bare = (one.model_copy(update={"answers": ()}) for one in record.verdicts)
        gone = {"answers": (), "decisions": (), "marks": (), "verdicts": tuple(bare)}
        record = record.model_copy(update=gone)
    return record


def _without_texts(record: CallRecord, kinds: Collection[Kind], more: Iterable[str]) -> CallRecord:
    names = {one.name for one in record.sources if one.kind in kinds} | set(more)
    update = {
        "sources": tuple(
            one.model_copy(update={"turns": (), "origin": ""}) if one.kind in kinds else one
            for one in record.sources
        ),
        "turn_marks": tuple(one for one in record.turn_marks if one.source not in names),
        "answers": tuple(
            one.model_copy(update={"answer": _bare(one.answer, names)}) for one in record.answers
        ),
        "decisions": tuple(_decision(one, names) for one in record.decisions),
        "verdicts": tuple(
            one.model_copy(update={"answers": tuple(_bare(each, names) for each in one.answers)})
            for one in record.verdicts
        ),
    }
    return record.model_copy(update=update)


def _decision(decision: Decision, names: Collection[str]) -> Decision:
    before = _bare(decision.before, names) if decision.before else None
    after = _bare(decision.after, names)
    return decision.model_copy(update={"before": before, "after": after})


def _bare(answer: Answer, names: Collection[str]) -> Answer:
    words = answer.evidence
    return without_words(answer) if words is not None and words.source in names else answer
