"""Which guessed answer stands for which mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.marked import MarkedAnswer
from assistant.evaluation.guess import GuessedAnswer


@dataclass(frozen=True, slots=True)
class Pair:
    """Places of a mark and of a guess, and the share of their characters that both cover."""

    gold: int
    guess: int
    share: float


def pair(golds: Sequence[MarkedAnswer], guesses: Sequence[GuessedAnswer]) -> tuple[Pair, ...]:
    """One-to-one pairs within a field and a turn, those that overlap most first."""
    overlapping = [
        Pair(i, j, share)
        for i, gold in enumerate(golds)
        for j, guess in enumerate(guesses)
        if (share := shared(gold, guess)) > 0
    ]
    overlapping.sort(key=lambda it: (it.share, it.gold, it.guess), reverse=True)
    taken_golds: set[int] = set()
    taken_guesses: set[int] = set()
    pairs: list[Pair] = []
    for candidate in overlapping:
        if candidate.gold not in taken_golds and candidate.guess not in taken_guesses:
            taken_golds.add(candidate.gold)
            taken_guesses.add(candidate.guess)
            pairs.append(candidate)
    return tuple(pairs)


def shared(gold: MarkedAnswer, guess: GuessedAnswer) -> float:
    """Characters that both cover over characters that either covers; 0 for other things."""
    if gold.field != guess.field or gold.turn != guess.turn:
        return 0.0
    common = min(gold.end, guess.end) - max(gold.start, guess.start)
    return max(0, common) / (max(gold.end, guess.end) - min(gold.start, guess.start) or 1)
