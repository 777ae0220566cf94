"""What the readers of times see: the words, the day of the call, the customs of the place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assistant.extraction.values.numbers.number import Number
from assistant.extraction.values.periods.days import Days
from assistant.extraction.values.periods.when import When
from assistant.extraction.values.words import Words


@dataclass(frozen=True, slots=True)
class Scene:
    """``country`` is an ISO 3166-1 alpha-2 code; ``fiscal_year_start`` a month.

    ``numbers`` are the numbers among the words, by their first word. ``spoken_of`` is the time
    that was named just before.
    """

    words: Words
    numbers: Mapping[int, Number]
    today: date
    day_first: bool = False
    fiscal_year_start: int = 1
    country: str | None = None
    spoken_of: Days | None = None

    def lower(self, at: int) -> str:
        """The lower-case word at ``at``, or an empty string beyond either end."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""


class Reading(NamedTuple):
    """A time that was read, and the word after it."""

    when: When
    after: int
