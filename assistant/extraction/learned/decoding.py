"""From the model's probabilities to answers: which words, how sure, how meant."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.values import Say
from assistant.extraction.learned.encoding import Part
from assistant.extraction.learned.labels import FIELDS, OUTSIDE, POLARITIES, SAYS, begins
from assistant.extraction.learned.model import Floats, ModelCard, Outputs
from assistant.extraction.qualifiers.reading import Spot

_PLAINLY_NOTHING = 0.75
"""A part all of whose pieces are outside with at least so much needs no decoding."""
_ANEW = 0.6
"""From so much on, a piece begins another answer to the same field."""
_EDGES = " \t.,;:!?-\N{EM DASH}\N{EN DASH}\N{HORIZONTAL ELLIPSIS}\"'"
"""What an answer neither begins nor ends with."""
_WITHIN_WORDS = "-'\N{RIGHT SINGLE QUOTATION MARK}"
_TINY = 1e-6
DENIED = 0.3
"""The probability from which an answer is a no: one taken for a yes costs most, because it lets
a criterion pass. Chosen on calls that no tagger had read: higher, more criteria pass wrongly;
lower, authority suffers."""
_UNFAVOURABLE = (Polarity.NO, Polarity.OPEN)


@dataclass(frozen=True, slots=True)
class Tagged:
    """Code points ``[start, end)`` of the turn's text answer ``field``.

    ``denied``, ``unsettled`` and ``hedged`` are the probabilities that the answer is no, that
    it is open, and that the words are unsure; ``say`` the likeliest say of the speaker, None
    where the words tell none or are not about authority.
    """

    field: Field
    start: int
    end: int
    denied: float
    unsettled: float
    hedged: float
    say: Say | None
    confidence: float

    @property
    def polarity(self) -> Polarity:
        """The likeliest one, but no from ``DENIED`` on."""
        return Polarity.NO if self.denied >= max(DENIED, self.unsettled) else self.likeliest

    @property
    def likeliest(self) -> Polarity:
        """The likeliest one: for whose say it is, where no side is the cheaper mistake."""
        given = 1 - self.denied - self.unsettled
        if self.denied > max(given, self.unsettled):
            return Polarity.NO
        return Polarity.OPEN if self.unsettled > given else Polarity.YES

    @property
    def certainty(self) -> Certainty:
        """The likelier one."""
        return Certainty.HEDGED if self.hedged > 0.5 else Certainty.FIRM


def decode(text: str, part: Part, out: Outputs, card: ModelCard) -> Iterator[Tagged]:
    """The answers in a part of a turn that says ``text``, in order."""
    if not len(out.tags) or out.tags[:, OUTSIDE].min() > _PLAINLY_NOTHING:
        return
    probabilities, covered = by_field(out.tags), 0
    for field, first, after in _runs(_path(probabilities, card.switch), out.tags):
        weights = probabilities[first:after, field]
        confidence = float(weights.mean())
        spot = _trimmed(text, (part.spots[first + 1][0], part.spots[after][1]))
        if confidence < card.thresholds[FIELDS[field]] or spot is None or spot[0] < covered:
            continue
        covered = spot[1]
        hedged = float(np.average(out.hedged[first:after], weights=weights))
        meant = np.average(out.polarities[first:after], axis=0, weights=weights).tolist()
        denied, unsettled = (meant[POLARITIES.index(each)] for each in _UNFAVOURABLE)
        says = np.average(out.says[first:after], axis=0, weights=weights)
        say = SAYS[says.argmax()] if FIELDS[field] is Field.AUTHORITY else None
        yield Tagged(FIELDS[field], *spot, denied, unsettled, hedged, say, confidence)


def by_field(tags: Floats) -> Floats:
    """(n, fields + 1): each field's probability, the last column that of outside."""
    inside = tags[:, 1::2] + tags[:, 2::2]
    both: Floats = np.concatenate([inside, tags[:, :1]], axis=1)
    return both


def _path(probabilities: Floats, switch: float) -> list[int]:
    """The most likely field of every piece, where each change within the turn costs ``switch``.

    A Viterbi path; all changes cost the same, so a piece comes either from the same
    state or from the best one.
    """
    gains = np.log(probabilities + _TINY)
    states = np.arange(gains.shape[1])
    score = gains[0]
    came: list[NDArray[np.intp]] = []
    for row in gains[1:]:
        best = int(score.argmax())
        stays = score >= score[best] - switch
        came.append(np.where(stays, states, best))
        score = np.where(stays, score, score[best] - switch) + row
    path = [int(score.argmax())]
    for step in reversed(came):
        path.append(int(step[path[-1]]))
    return path[::-1]


def _runs(path: list[int], tags: Floats) -> Iterator[tuple[int, int, int]]:
    """(field, first piece, the piece after) of every answer in a path."""
    at = 0
    while at < len(path):
        field, first = path[at], at
        at += 1
        if field == len(FIELDS):
            continue
        while at < len(path) and path[at] == field and tags[at, begins(field)] <= _ANEW:
            at += 1
        yield field, first, at


def _trimmed(text: str, spot: Spot) -> Spot | None:
    start, end = spot
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    return _whole_words(text, start, end) if start < end else None


def _whole_words(text: str, start: int, end: int) -> Spot:
    """No part of a word ("shows" of "no-shows", "s around" of "it's around")."""
    while start and (text[start - 1].isalnum() or _joins(text, start - 1)):
        start -= 1
    while end < len(text) and (text[end].isalnum() or _joins(text, end)):
        end += 1
    return start, end


def _joins(text: str, at: int) -> bool:
    """Whether the sign at a place stands within a word."""
    inside = 0 < at < len(text) - 1 and text[at] in _WITHIN_WORDS
    return inside and text[at - 1].isalnum() and text[at + 1].isalnum()
