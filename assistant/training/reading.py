"""Calls read by a tagger: what it says of every part, in windows as in the product."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.fields import Field, Kind, Side
from assistant.domain.marked import MarkedCall
from assistant.evaluation.guess import Guess, GuessedAnswer
from assistant.extraction.learned.decoding import Tagged, decode
from assistant.extraction.learned.encoding import Encoder, Part
from assistant.extraction.learned.labels import FIELDS
from assistant.extraction.learned.model import Model, ModelCard, Outputs
from assistant.extraction.learned.windows import Talk, Window, together
from assistant.training.examples import sides_of

Run = Callable[[Sequence[Window]], Sequence[Sequence[Outputs]]]
"""Gives for each window the outputs of every part that is not only context."""


@dataclass(frozen=True, slots=True)
class ReadTurn:
    """A turn's parts, each with what the tagger says of it."""

    side: Side
    parts: tuple[tuple[Part, Outputs], ...]


@dataclass(frozen=True, slots=True)
class ReadCall:
    """A marked call beside what the tagger says of each turn."""

    call: MarkedCall
    turns: tuple[ReadTurn, ...]

    def tagged(self, card: ModelCard) -> Iterator[tuple[int, Tagged]]:
        """The answers under the card's thresholds, each with its turn; none of the rep's."""
        for index, turn in enumerate(self.turns):
            if turn.side in {Side.REP, Side.OTHER} and self.call.kind is Kind.CALL:
                continue
            for part, outputs in turn.parts:
                for found in decode(self.call.turns[index].text, part, outputs, card):
                    yield index, found

    def asked(self, least: float) -> dict[int, frozenset[Field]]:
        """The fields that each of the rep's turns asks for, by turn."""
        return {
            index: frozenset(
                field
                for _, outputs in turn.parts
                for field, sure in zip(FIELDS, outputs.asked.tolist(), strict=True)
                if sure >= least
            )
            for index, turn in enumerate(self.turns)
            if turn.side is Side.REP
        }

    def guess(self, card: ModelCard) -> Guess:
        """What the tagger alone answers: no values, no criteria."""
        return Guess(
            answers=tuple(guessed(turn, found) for turn, found in self.tagged(card)),
            turns=tuple(turn.text for turn in self.call.turns),
            asked=self.asked(card.asked),
        )


def guessed(turn: int, found: Tagged) -> GuessedAnswer:
    """A tagger's answer as the evaluation takes it."""
    return GuessedAnswer(
        field=found.field,
        turn=turn,
        start=found.start,
        end=found.end,
        polarity=found.polarity,
        certainty=found.certainty,
    )


def read_calls(calls: Sequence[MarkedCall], encoder: Encoder, run: Run) -> tuple[ReadCall, ...]:
    """The calls, read by a tagger."""
    laid = [_Laid(call, encoder) for call in calls]
    outputs = iter(run([window for each in laid for window in each.windows]))
    return tuple(each.read([next(outputs) for _ in each.windows]) for each in laid)


def read_by(model: Model, calls: Sequence[MarkedCall]) -> tuple[ReadCall, ...]:
    """The calls, read by a model as it ships."""
    return read_calls(
        calls, model.encoder, lambda windows: [model.run(window)[0] for window in windows]
    )


def windows_of(calls: Sequence[MarkedCall], encoder: Encoder) -> tuple[Window, ...]:
    """The windows that calls are read in."""
    return tuple(window for call in calls for window in _Laid(call, encoder).windows)


def evenly(windows: Sequence[Window], count: int) -> tuple[Window, ...]:
    """So many of the windows, at most, from all over."""
    step = max(1, -(-len(windows) // count))
    return tuple(windows[::step])


class _Laid:
    """A call laid into windows, which cover its parts in order, each once."""

    def __init__(self, call: MarkedCall, encoder: Encoder) -> None:
        self._call = call
        self._sides = sides_of(call)
        self._parts = [
            encoder.encode(turn.text, side, call.kind)
            for turn, side in zip(call.turns, self._sides, strict=True)
        ]
        talk = Talk()
        each = [window for at, parts in enumerate(self._parts) for window in talk.add(at, parts)]
        self.windows = [window for window, _ in together(each)]

    def read(self, outputs: Sequence[Sequence[Outputs]]) -> ReadCall:
        """The call with the outputs of its windows."""
        flat = (out for window in outputs for out in window)
        turns = [
            ReadTurn(side, tuple((part, next(flat)) for part in parts))
            for side, parts in zip(self._sides, self._parts, strict=True)
        ]
        return ReadCall(self._call, tuple(turns))
