"""Counting hits: precision, recall and F1."""

from dataclasses import dataclass
from typing import Any

_DIGITS = 4


def rate(part: float, whole: int) -> float:
    """The share, rounded as all figures are; 0 of nothing."""
    return round(part / max(1, whole), _DIGITS)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are on either side, and how many of each found the other."""

    gold: int
    found: int
    gold_hit: int
    found_hit: int

    def figures(self) -> dict[str, Any]:
        """Precision, recall and F1 with the numbers that they are of."""
        precision = self.found_hit / self.found if self.found else 0.0
        recall = self.gold_hit / self.gold if self.gold else 0.0
        both = precision + recall
        return {
            "precision": round(precision, _DIGITS),
            "recall": round(recall, _DIGITS),
            "f1": round(2 * precision * recall / both, _DIGITS) if both else 0.0,
            "gold": self.gold,
            "found": self.found,
        }
