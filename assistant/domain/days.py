"""Days as people write them, and the days that a call can be held on."""

from datetime import date

from assistant.domain.errors import WrongUsage

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""Calls are held between these: near the ends of the calendar nothing can be counted from them."""


def day_of(text: str) -> date:
    """The day that is written like 2026-03-12. Raises ``WrongUsage`` where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise WrongUsage(f"{text!r} is no day. Write it like 2026-03-12.") from None
