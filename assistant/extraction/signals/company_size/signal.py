"""What phrases can't say: a bare number is a size where sizes were asked for."""

from dataclasses import replace

from assistant.extraction.dialogue.confirming import FOUND_BY as CONFIRMATION
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate

_FIRST_LINES = 8
"""Notes give the size at the top; further down a number is about something else."""

_LONE_WORDS = 3
_SHORT_SENTENCE = 12


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with its count: of something, else the bare number that was asked for."""
    if candidate.found_by == CONFIRMATION:
        return candidate
    late = moment.spoken.turn.index >= _FIRST_LINES
    if moment.notes and late and candidate.field not in moment.asked:
        return None
    values = moment.spoken.values
    spot = (candidate.start, candidate.end)
    counted = values.within("count", spot)
    found = counted or values.within("size", spot)
    if not found or (not counted and _said_before(moment, found[0].start)):
        return None
    end = _end(moment, candidate, found[0].end)
    return replace(candidate, end=end, value=found[0].value)


def _said_before(moment: Moment, start: int) -> bool:
    """Whether the turn named a size before: a bare number after it is another matter."""
    return any(found.end <= start for found in moment.spoken.values.size)


def _end(moment: Moment, candidate: Candidate, after: int) -> int:
    """Where the answer ends: before a comma that leads on to places or other sizes.

    A number on its own takes in the rest of a short sentence: "Seven, counting the cat."
    """
    values = moment.spoken.values
    spot = (after, candidate.end)
    more = [*values.within("count", spot), *values.within("place", spot)]
    if more:
        comma = moment.text.find(",", after, min(found.start for found in more))
        return comma if comma >= 0 else candidate.end
    lone = len(moment.text[candidate.start : candidate.end].split()) <= _LONE_WORDS
    if moment.notes or not lone:
        return candidate.end
    sentence = _sentence_end(moment, candidate)
    words = len(moment.text[candidate.start : sentence].split())
    return sentence if words <= _SHORT_SENTENCE else candidate.end


def _sentence_end(moment: Moment, candidate: Candidate) -> int:
    spoken = moment.spoken
    last = spoken.clauses_of((candidate.start, candidate.end)).end - 1
    same = [
        clause
        for clause in spoken.clauses[last:]
        if clause.sentence == spoken.clauses[last].sentence
    ]
    return spoken.spot(same[-1].inner)[1]
