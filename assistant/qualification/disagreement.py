"""When two answers to one thing cannot both hold, and when a later one takes back an earlier.

People seldom contradict a figure; more often they add to it. What only adds leaves the
earlier answer in force:

* Another date. Of 162 times that somebody on the marked calls names a second date, about 140
  are another milestone (sign in July, be live in November). A date is taken back by a refusal,
  or by words that say that it is put right ("make it June").
* A figure in hedged words beside a firm one ("I could maybe stretch to forty").
* Something left open beside firm words ("what running it will cost isn't planned yet") takes
  nothing back, unless it is about that very figure or date. Nor does hope after a refusal.
* A refusal without a figure, by the same speaker and a few turns after firm words about money
  or signing, is a limit to them ("there's no more where that came from", "above ten thousand
  it's the board"). In notes each line is a new statement, so there the last one holds.
* Everyone speaks for himself about his role and about signing: "I recommend, Gordon signs"
  does not deny Gordon's "I sign". Notes name several people's roles.
"""

import re

from assistant.domain.answers import PERSON, Answer
from assistant.domain.fields import SINGLE_VALUED, Certainty, Field, Polarity
from assistant.domain.values import Deciders, Label
from assistant.qualification.labels import alike, covers, share
from assistant.qualification.value_clash import agree, clash

LIMITED = frozenset({Field.BUDGET, Field.AUTHORITY})
"""Fields whose answers reach only so far: up to a sum, for one kind of purchase."""

PASSAGE_TURNS = 4
"""Within so many turns two statements of one speaker belong to the same passage of talk."""


CORRECTION = "correction"
"""The kind of cue with which extraction says that an answer puts an earlier one right."""

_PUTS_RIGHT = re.compile(
    r"\b(actually|make (it|that)|scratch that|instead|i meant|let'?s say)\b|^(no|sorry)\b",
    re.IGNORECASE,
)


def disagree(one: Answer, other: Answer) -> bool:
    """Whether two answers of one key cannot both hold, whichever came first."""
    if _collects(one):
        return one.polarity is not other.polarity and _same_subject(one, other)
    if one.field is Field.ROLE and not same_speaker(one, other):
        return False
    if one.polarity is other.polarity:
        return one.field is not Field.TIMELINE and _values_disagree(one, other)
    if Polarity.OPEN in {one.polarity, other.polarity}:
        return not _open_beside(one, other)
    return one.field is not Field.AUTHORITY or not _signing_fits(one, other)


def overturns(earlier: Answer, later: Answer) -> bool:
    """Whether the later of two answers of one source takes back the earlier one."""
    if _collects(earlier):
        return disagree(earlier, later) and _covers(later, earlier)
    if earlier.field is Field.ROLE and not same_speaker(earlier, later):
        return False
    if earlier.polarity is later.polarity and _puts_right(later):
        return clash(earlier.value, later.value)
    if earlier.polarity is Polarity.OPEN and later.polarity is not Polarity.OPEN:
        return True
    only_adds = _only_limits(earlier, later) or _only_stretches(earlier, later)
    return disagree(earlier, later) and not only_adds


def same_speaker(one: Answer, other: Answer) -> bool:
    """Whether the same person said both, or nobody is named for either (notes)."""
    return _speaker(one) == _speaker(other)


def _speaker(answer: Answer) -> str:
    return ((answer.evidence and answer.evidence.speaker) or "").strip().casefold()


def _collects(answer: Answer) -> bool:
    return answer.field is not None and answer.field not in SINGLE_VALUED


def _label(answer: Answer) -> str:
    return answer.value.text if isinstance(answer.value, Label) else ""


def _same_subject(one: Answer, other: Answer) -> bool:
    """Whether two of several needs, competitors and so on are the same one.

    An answer that a person gave by hand without a label speaks for the whole field.
    """
    if any(answer.found_by == PERSON and not _label(answer) for answer in (one, other)):
        return True
    return share(_label(one), _label(other))


def _covers(later: Answer, earlier: Answer) -> bool:
    return not _label(later) or covers(_label(later), _label(earlier))


def _values_disagree(one: Answer, other: Answer) -> bool:
    if one.field is None:
        return bool(_label(one) and _label(other)) and _label(one) != _label(other)
    if isinstance(one.value, Deciders) and not same_speaker(one, other):
        return False
    return clash(one.value, other.value)


def _puts_right(later: Answer) -> bool:
    quote = later.evidence.quote if later.evidence else ""
    told = any(cue.kind == CORRECTION for cue in later.why)
    return told or _PUTS_RIGHT.search(quote) is not None


def _only_stretches(earlier: Answer, later: Answer) -> bool:
    firm_then_hedged = (earlier.certainty, later.certainty) == (Certainty.FIRM, Certainty.HEDGED)
    return firm_then_hedged and earlier.polarity is later.polarity


def _open_beside(one: Answer, other: Answer) -> bool:
    settled = one if other.polarity is Polarity.OPEN else other
    if settled.polarity is Polarity.NO:
        return True
    return settled.certainty is Certainty.FIRM and not agree(one.value, other.value)


def _only_limits(earlier: Answer, later: Answer) -> bool:
    firm = earlier.polarity is Polarity.YES and earlier.certainty is Certainty.FIRM
    if not firm or later.polarity is not Polarity.NO or earlier.field not in LIMITED:
        return False
    if later.field is Field.BUDGET and later.value is not None:
        return False
    return same_speaker(earlier, later) and _in_one_passage(earlier, later)


def _in_one_passage(earlier: Answer, later: Answer) -> bool:
    if earlier.evidence is None or later.evidence is None or not _speaker(earlier):
        return False
    return later.evidence.turn - earlier.evidence.turn <= PASSAGE_TURNS


def _signing_fits(one: Answer, other: Answer) -> bool:
    """Whether a yes and a no of two speakers about who signs describe the same order."""
    if same_speaker(one, other):
        return False
    yes, no = (one, other) if one.polarity is Polarity.YES else (other, one)
    denied = _people(no)
    claimed = [*_people(yes), _speaker(yes)]
    return not denied or any(alike(name, signer) for name in denied for signer in claimed)


def _people(answer: Answer) -> list[str]:
    people = answer.value.people if isinstance(answer.value, Deciders) else ()
    return [name for person in people for name in (person.name, person.title) if name]
