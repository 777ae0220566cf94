"""Amounts that speech recognition broke: "16.97amonth", "7 49amonth", "at 3:00, $99".

A recogniser writes "sixteen ninety-seven a month" as a decimal glued to its rate, and
"three ninety-nine" as a time and a remainder.
"""

import re
from dataclasses import dataclass

from assistant.domain.values import Per

_PERIODS: dict[str, Per] = {"month": "month", "year": "year", "week": "week"}
GLUED_RATES = frozenset({"amonth", "ayear", "aweek", "aday", "anhour"})
"""A recogniser glues these to amounts of money only."""

_GLUED = re.compile(r"(?<![\d.,:])(\d{1,2})[. ](\d{2})a(month|year|week)\b")
_SPLIT = re.compile(r"(?<![\d.,:])(\d{1,2}):00, ?\$(\d{2})(?![\d.,])")


@dataclass(frozen=True, slots=True)
class Repair:
    """An amount put together again, from the code points ``[start, end)``."""

    start: int
    end: int
    amount: float
    per: Per | None


def repairs(text: str) -> tuple[Repair, ...]:
    """All broken amounts of the text, left to right."""
    found: list[Repair] = []
    if re.search(r"\da(?:month|year|week)", text):
        found += [
            Repair(m.start(), m.end(), int(m[1]) * 100 + int(m[2]), _PERIODS[m[3]])
            for m in _GLUED.finditer(text)
        ]
    if ":00" in text:
        found += [
            Repair(m.start(), m.end(), int(m[1]) * 100 + int(m[2]), None)
            for m in _SPLIT.finditer(text)
        ]
    return tuple(sorted(found, key=lambda repair: repair.start))
