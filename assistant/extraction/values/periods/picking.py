"""Chooses among the times of one clause."""

from collections.abc import Sequence
from datetime import date

from assistant.domain.values import Period
from assistant.extraction.values.found import Found

_REFERENCES = ("after", "since", "clear of", "once", "past", "from", "=")


def main_period(text: str, found: Sequence[Found[Period]], *, today: date) -> Period | None:
    """The time that a clause is about: the narrowest, the last of equals.

    "July the first, the new fiscal year" means the day. Haste counts as wider than a day;
    what is over, and what the words only count from ("after Christmas"), comes last.
    """
    if not found:
        return None
    return min(found[::-1], key=lambda item: _rank(text, item, today)).value


def _rank(text: str, item: Found[Period], today: date) -> tuple[bool, int]:
    period = item.value
    if period.start is None or period.end is None:
        return False, 2
    before = text[max(0, item.start - 12) : item.start].lower().removesuffix("the ").rstrip()
    after = text[item.end : item.end + 8].lower()
    passed = after.startswith((" is over", "'s over", " is done"))
    passed = passed or period.end < today or period.raw.lower() == "today"
    return passed or before.endswith(_REFERENCES), (period.end - period.start).days
