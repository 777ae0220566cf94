"""Chooses among the times of one clause."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.domain.values import Period
from assistant.extraction.values.found import Found
from assistant.extraction.values.periods.terms import calendar

_REFERENCES = ("after", "since", "clear of", "once", "past", "from", "=")
_LIMITS = ("before", "ahead of")
_REASON = re.compile(r"\b(?:because|'?cause|cos|cuz)\b", re.IGNORECASE)
"""What follows says why, not when: "in July, because in August there's nobody"."""
_LONGEST_BY_ITSELF = 31
"""Days: with a limit beside it ("in July, before Christmas"), a time so short is the one meant."""


def main_period(text: str, found: Sequence[Found[Period]], *, today: date) -> Period | None:
    """The time that a clause is about: the narrowest, the last of equals.

    "July the first, the new fiscal year" means the day. Haste counts as wider than a day;
    what is over, and what the words only count from ("after Christmas"), comes last, before
    it what only limits another time and a weekday without a date.
    """
    if not found:
        return None
    found = _before_reasons(text, found)
    limited = any(_stands_alone(text, each) for each in found)
    return min(found[::-1], key=lambda item: _rank(text, item, today, limited=limited)).value


def _before_reasons(text: str, found: Sequence[Found[Period]]) -> Sequence[Found[Period]]:
    """The times without those of a reason, where one was said before it."""
    reason = _REASON.search(text, found[0].end) if len(found) > 1 else None
    return found if reason is None else [each for each in found if each.start < reason.start()]


def _rank(text: str, item: Found[Period], today: date, *, limited: bool) -> tuple[bool, bool, int]:
    period = item.value
    if period.start is None or period.end is None:
        return False, False, 2
    before = _before(text, item)
    after = text[item.end : item.end + 8].lower()
    passed = after.startswith((" is over", "'s over", " is done"))
    passed = passed or period.end < today or period.raw.lower() == "today"
    beside = (limited and before.endswith(_LIMITS)) or _is_weekday(item)
    return passed or before.endswith(_REFERENCES), beside, (period.end - period.start).days


def _before(text: str, item: Found[Period]) -> str:
    return text[max(0, item.start - 12) : item.start].lower().removesuffix("the ").rstrip()


def _stands_alone(text: str, item: Found[Period]) -> bool:
    """Whether it is a short time that no other one limits or dates."""
    start, end = item.value.start, item.value.end
    short = start is not None and end is not None and (end - start).days <= _LONGEST_BY_ITSELF
    return short and not _is_weekday(item) and not _before(text, item).endswith(_LIMITS)


def _is_weekday(item: Found[Period]) -> bool:
    return item.value.raw.lower().split()[-1] in calendar().weekday_numbers
