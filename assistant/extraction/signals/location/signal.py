"""What phrases can't say: all the places of an answer, and a place that no list knows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.values import Label
from assistant.extraction.clauses.splitting import Range
from assistant.extraction.dialogue.confirming import FOUND_BY as CONFIRMATION
from assistant.extraction.dialogue.confirming import confirms, dodges
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot, qualify
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.signals.location.value import unlisted
from assistant.extraction.values.found import Found

_FIRST_LINES = 6
"""Notes say where at the top; further down a place is somebody else's."""
FOUND_BY = "rule:location.guessed"
_GUESSES = re.compile(
    r"\b(?:you|you're|ye|y'all|everyone|everybody|all|both|plant|office|shop|company|based|located|"
    r"crew|it's|is it|that's|lot|them|one|still)\b[^.?!]*"
    r"\b(?:in|at|out of|outta|around|near|over|right)\s+(?:the\s+)?$"
    r"|^\W*(?:(?:and|so|but|okay|ok|yeah|all|here|in|still|just|only|around|out|of|the)\W+)*$"
)
_RATHER_REP = re.compile(
    r"\b(?:i'm|i am|we're|my|i was|we have|customer|client|flight|calling|weather|rain)\b"
)
_LAST_WORDS = 4
_REPLY_CLAUSES = 2
_CONFIDENCE = 0.66
_FIRST_TURNS = 30
"""Where somebody is comes early; later several places at once are something else."""
_MOST_BETWEEN = 8
_STOP = re.compile(r"[.?!;]\s|\n")
_ANOTHER = re.compile(
    r"[,;(|/]|\b(?:and|but|so|which|where|because|we|i|it|they|he|she)\b", re.IGNORECASE
)


def find(moment: Moment) -> Iterator[Candidate]:
    """The reply to a place that the rep guessed: "You're in Ottawa?" - "Hintonburg, yes"."""
    guessed = _guessed(moment)
    if guessed is None or dodges(moment.text):
        return
    spoken = moment.spoken
    first = [clause for clause in spoken.clauses if clause.sentence == 0][:_REPLY_CLAUSES]
    start, end = spoken.spot(Range(first[0].inner.start, first[-1].inner.end))
    said = spoken.values.within("place", (start, end))
    agrees = confirms(moment.text)
    if not said and agrees is None:
        return
    whole = Range(first[0].whole.start, first[-1].whole.end)
    hedge = qualify(spoken.doc, whole, Range(0, 0), spoken.value_spots).hedge
    yield Candidate(
        field=Field.LOCATION,
        start=start if agrees is None else min(start, agrees.start()),
        end=end,
        polarity=Polarity.YES,
        certainty=Certainty.HEDGED if hedge else Certainty.FIRM,
        confidence=_CONFIDENCE,
        found_by=FOUND_BY,
        value=guessed if agrees and not said else None,
    )


def _guessed(moment: Moment) -> Label | None:
    """The place at the end of the rep's turn right before, if it was put as a guess."""
    guess = moment.guess
    if moment.notes or guess is None or not moment.spoken.clauses:
        return None
    text = guess.turn.text
    places = [
        place for place in guess.values.place if len(text[place.end :].split()) <= _LAST_WORDS
    ]
    if not places:
        return None
    lead = re.split(r"[.?!]\s", text[: places[-1].start].lower())[-1]
    return places[-1].value if _GUESSES.search(lead) and not _RATHER_REP.search(lead) else None


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with its places, joined; else the words that name one."""
    if candidate.found_by == CONFIRMATION:
        return None if _guessed(moment) else candidate
    late = moment.spoken.turn.index >= _FIRST_LINES
    if moment.notes and late and candidate.field not in moment.asked:
        return None
    loose = candidate.found_by.endswith("several_places")
    if loose and moment.spoken.turn.index > _FIRST_TURNS:
        return None
    found = moment.spoken.values.within("place", (candidate.start, candidate.end))
    if not found and candidate.found_by == FOUND_BY and confirms(moment.text):
        return candidate
    if not found:
        raw = moment.text[candidate.start : candidate.end]
        text = unlisted(raw)
        return replace(candidate, value=Label(text=text, raw=raw)) if text else None
    group = _together(moment, found)
    start, end = _span(moment, candidate, group)
    text = "; ".join(dict.fromkeys(place.value.text for place in group))
    value = Label(text=text, raw=moment.text[start:end])
    return replace(candidate, start=start, end=end, value=value)


def _together(moment: Moment, found: Sequence[Found[Label]]) -> list[Found[Label]]:
    """The places with those beside them, a few words of the same sentence between."""
    group = list(found)
    for place in moment.spoken.values.place:
        if place.end <= group[0].start and _near(moment.text[place.end : group[0].start]):
            group.insert(0, place)
        elif place.start >= group[-1].end and _near(moment.text[group[-1].end : place.start]):
            group.append(place)
    return group


def _near(between: str) -> bool:
    return len(between.split()) <= _MOST_BETWEEN and not _STOP.search(between)


def _span(moment: Moment, candidate: Candidate, group: Sequence[Found[Label]]) -> Spot:
    """The clauses of the places, up to the last place where another matter follows it."""
    start, after = min(candidate.start, group[0].start), group[-1].end
    end = max(candidate.end, after)
    cut = _ANOTHER.search(moment.text, after, end)
    sizes = (found.start for found in moment.spoken.values.size if found.start >= after)
    return start, min(cut.start() if cut else end, next(sizes, end))
