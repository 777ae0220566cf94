"""What the tagger found in a turn, as candidates: with values, and the cues in their words."""

from collections.abc import Iterator

from assistant.domain.answers import TAGGER, Cue
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.extraction.clauses.splitting import Range
from assistant.extraction.learned.component import highest_of, support_of, tagged_of
from assistant.extraction.learned.decoding import Tagged
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Qualities, qualify
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.signals.valuing import value_for

ALL_FIELDS = frozenset(Field)
_NOTHING = Range(0, 0)
_SUPPORT, _SUPPORT_IN_NOTES = 0.3, 0.1
"""The probability, on average over its words, from which a rule's candidate stands: lower ones let
more criteria of calls pass wrongly than they find answers. Notes say things as rules have them."""
_HEDGED, _HEDGED_WITH_CUE = 0.4, 0.1
"""The probability from which words are hedged, and the one where a cue says so, too."""


def tagged(moment: Moment) -> tuple[Candidate, ...]:
    """The tagger's candidates in the moment's turn, in the order of the text."""
    return tuple(_candidate(each, moment) for each in tagged_of(moment.spoken.doc))


def possible(moment: Moment) -> frozenset[Field]:
    """The fields whose candidates in the turn may be supported: no others are looked for."""
    highest = highest_of(moment.spoken.doc)
    if highest is None:
        return ALL_FIELDS
    likely = {field for field, chance in highest.items() if chance >= _least(moment)}
    return frozenset(likely if moment.named is None else {*likely, moment.named})


def supported(candidate: Candidate, moment: Moment) -> bool:
    """Whether the tagger, if there is one, holds a rule's candidate possible.

    Rules are often right where the tagger is not sure, and seldom where it is sure of nothing.
    A line of notes that names its field needs nobody's word for it.
    """
    if candidate.field is moment.named:
        return True
    support = support_of(moment.spoken.doc, candidate.field, (candidate.start, candidate.end))
    return support is None or support >= _least(moment)


def _least(moment: Moment) -> float:
    return _SUPPORT_IN_NOTES if moment.notes else _SUPPORT


def _candidate(found: Tagged, moment: Moment) -> Candidate:
    qualities = tuple(_qualities(found, moment))
    least = _HEDGED_WITH_CUE if any(each.hedge for each in qualities) else _HEDGED
    hedged = found.hedged >= least
    spot = (found.start, found.end)
    meant = found.likeliest if found.field is Field.AUTHORITY else found.polarity
    return Candidate(
        field=found.field,
        start=found.start,
        end=found.end,
        polarity=found.polarity,
        certainty=Certainty.HEDGED if hedged else Certainty.FIRM,
        confidence=round(found.confidence, 3),
        found_by=TAGGER,
        value=value_for(found.field, moment, spot, meant, found.say),
        why=tuple(_cues(found, qualities, hedged=hedged)),
    )


def _qualities(found: Tagged, moment: Moment) -> Iterator[Qualities]:
    spoken = moment.spoken
    for number in range(*spoken.clauses_of((found.start, found.end))):
        yield qualify(spoken.doc, spoken.clauses[number].whole, _NOTHING, spoken.value_spots)


def _cues(found: Tagged, qualities: tuple[Qualities, ...], *, hedged: bool) -> Iterator[Cue]:
    """The words within or beside the answer that bear its polarity and certainty out."""
    for each in qualities:
        if each.hedge is not None and hedged:
            yield each.hedge
        if each.negation is not None and found.polarity is Polarity.NO:
            yield each.negation
