"""Marked calls as the tagger learns from them: pieces, each with what the marks say of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.domain.fields import Certainty, Field, Kind, Side
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.values import Deciders
from assistant.evaluation.notation import value_of
from assistant.extraction.learned.encoding import Encoder, Part
from assistant.extraction.learned.labels import FIELDS, OUTSIDE, POLARITIES, SAYS, begins, goes_on
from assistant.extraction.qualifiers.reading import Spot

UNKNOWN = -100
"""A label that nothing is learned from."""
_NUMBER = {field: number for number, field in enumerate(FIELDS)}


class Labels(NamedTuple):
    """What a piece is.

    ``polarity`` (a place in ``POLARITIES``) and ``hedged`` (0, 1) are known within answers,
    ``say`` (a place in ``SAYS``) within those about authority.
    """

    tag: int
    polarity: int = UNKNOWN
    hedged: int = UNKNOWN
    say: int = UNKNOWN


class Meant(NamedTuple):
    """A marked answer as its pieces learn it: where, which of ``FIELDS``, and the qualities."""

    spot: Spot
    field: int
    labels: Labels


MARKER = Labels(UNKNOWN)
_WORDS = Labels(OUTSIDE)


@dataclass(frozen=True, slots=True)
class Example:
    """A part of a turn. The first piece is the speaker's marker.

    ``ids`` and ``labels`` have one item a piece. ``answered`` are the fields that the part
    answers, None for the rep, who answers nothing; ``asked`` those it asks for, None where
    nobody marked that.
    """

    ids: tuple[int, ...]
    labels: tuple[Labels, ...]
    answered: tuple[int, ...] | None
    asked: tuple[int, ...] | None

    def __len__(self) -> int:
        return len(self.ids)


def sides_of(call: MarkedCall) -> tuple[Side, ...]:
    """On whose side each turn's speaker is; nobody is known to speak in notes."""
    sides = {person.name: person.side for person in call.participants}
    return tuple(sides.get(turn.speaker or "", Side.UNKNOWN) for turn in call.turns)


def examples_of(
    call: MarkedCall, encoder: Encoder, asked: Mapping[int, frozenset[Field]]
) -> tuple[Example, ...]:
    """The call, part by part. ``asked`` are the fields by turn, where they are marked."""
    examples: list[Example] = []
    for turn, side in zip(call.turns, sides_of(call), strict=True):
        parts = encoder.encode(turn.text, side, call.kind)
        marks = [mark for mark in call.answers if mark.turn == turn.index]
        if side is Side.REP and call.kind is Kind.CALL:
            examples += [_question(part, asked.get(turn.index)) for part in parts]
        else:
            examples += _answers(parts, [_meant(mark, call) for mark in marks])
    return tuple(examples)


def _question(part: Part, asked: frozenset[Field] | None) -> Example:
    fields = None if asked is None else tuple(sorted(_NUMBER[field] for field in asked))
    labels = (MARKER, *[_WORDS] * (len(part) - 1))
    return Example(part.ids, labels, answered=None, asked=fields)


def _answers(parts: Sequence[Part], marks: Sequence[Meant]) -> Iterable[Example]:
    """The parts of a turn: an answer that is cut goes on in the next part."""
    labels = iter(labelled([spot for part in parts for spot in part.spots[1:]], marks))
    for part in parts:
        words = tuple(next(labels) for _ in part.spots[1:])
        answered = {(each.tag - 1) // 2 for each in words if each.tag != OUTSIDE}
        yield Example(part.ids, (MARKER, *words), answered=tuple(sorted(answered)), asked=None)


def _meant(mark: MarkedAnswer, call: MarkedCall) -> Meant:
    hedged = int(mark.certainty is Certainty.HEDGED)
    labels = Labels(OUTSIDE, POLARITIES.index(mark.polarity), hedged, _say_of(mark, call))
    return Meant((mark.start, mark.end), _NUMBER[mark.field], labels)


def _say_of(mark: MarkedAnswer, call: MarkedCall) -> int:
    if mark.field is not Field.AUTHORITY:
        return UNKNOWN
    value = value_of(call, mark)
    return SAYS.index(value.speaker if isinstance(value, Deciders) else None)


def labelled(spots: Sequence[Spot], marks: Iterable[Meant]) -> list[Labels]:
    """The labels of a turn's pieces. A piece of which only some characters are marked counts."""
    labels = [_WORDS] * len(spots)
    for mark in marks:
        tag = begins(mark.field)
        for place, (start, end) in enumerate(spots):
            if start < mark.spot[1] and end > mark.spot[0]:
                labels[place] = mark.labels._replace(tag=tag)
                tag = goes_on(mark.field)
    return labels
