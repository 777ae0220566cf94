"""Answers and their normalised values in words that a rep reads. Plain text, no markup."""

import re
from calendar import monthrange
from datetime import date
from typing import assert_never

from assistant.domain.answers import Answer
from assistant.domain.calls import Reviewed
from assistant.domain.fields import Polarity
from assistant.domain.values import Count, Decider, Deciders, Label, Money, Period, Value

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DAY = 24
"""Hours from which a clock counts days."""
_WORD = re.compile(r"\w+")
_BOUNDS = {None: "", "about": "about ", "up_to": "up to ", "at_least": "at least "}


def value_text(value: Value | None) -> str:
    """The value in words: "about 40,000 USD a year", "Q3 2026"; "" where there is none.

    What comes from the call (names, labels, units) is copied as it is.
    """
    match value:
        case None:
            return ""
        case Money():
            return _money(value)
        case Period():
            return _period(value)
        case Deciders():
            return _deciders(value)
        case Count():
            return " ".join(filter(None, (number_text(value.count), value.unit)))
        case Label():
            return value.text
        case _:
            assert_never(value)


def meaning(answer: Answer) -> str:
    """What an answer says: "about 40,000 USD a year", "no: 650 EUR a month", "left open".

    Who signs is told in words that need no yes or no.
    """
    value = value_text(answer.value)
    if isinstance(answer.value, Deciders) and value and answer.polarity is not Polarity.OPEN:
        return value
    match answer.polarity:
        case Polarity.YES:
            return value or "yes"
        case Polarity.NO:
            return f"no: {value}" if value else "no"
        case Polarity.OPEN:
            return f"left open: {value}" if value else "left open"


def own_value(answer: Answer) -> str:
    """The value in words, where it says more than the quote does.

    A label that repeats half of the quote's words or more adds nothing to them.
    """
    text = value_text(answer.value)
    if answer.evidence is None or not isinstance(answer.value, Label):
        return text
    said, value = (set(_WORD.findall(one.casefold())) for one in (answer.evidence.quote, text))
    return "" if value <= said and 2 * len(value) >= len(said) else text


def review_text(reviewed: Reviewed) -> str:
    """How a review stands, in words; "" where nothing was said that holds."""
    return "sent back" if reviewed == "returned" else reviewed


def number_text(number: float) -> str:
    """A number with thousands separated: "40,000", "12.5", "0.075"."""
    return f"{number:,.4f}".rstrip("0").rstrip(".")


def date_text(day: date) -> str:
    """A date that no order of day and month can blur: "30 June 2026"."""
    return f"{day.day} {_month(day.month)} {day.year}"


def clock_text(seconds: float) -> str:
    """A time of the call's clock: "12:41", "1:02:03"; days after it began: "+42 d"."""
    whole = max(0, int(seconds))
    hours, minutes = divmod(whole // 60, 60)
    if hours >= DAY:
        return f"+{hours // DAY} d"
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes:02}:{whole % 60:02}"


def _money(money: Money) -> str:
    low, high = number_text(money.low), number_text(money.high)
    capped = money.bound == "up_to" and money.low == 0
    amount = high if low == high or capped else f"{low} to {high}"
    words = [_BOUNDS[money.bound] + amount]
    if money.currency:
        words.append(money.currency)
    if money.unit:
        words.append(f"per {money.unit}")
    if money.per:
        words.append(f"{'an' if money.per == 'hour' else 'a'} {money.per}")
    return " ".join(words)


def _period(period: Period) -> str:
    start, end = period.start, period.end
    if start and end:
        return _span(start, end)
    if end:
        return f"by {date_text(end)}"
    if start:
        return f"from {date_text(start)}"
    return "as soon as possible" if period.asap else period.raw


def _span(start: date, end: date) -> str:
    if start == end:
        return date_text(start)
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return f"{date_text(start)} to {date_text(end)}"
    if start.year != end.year:
        return f"{_month(start.month)} {start.year} to {_month(end.month)} {end.year}"
    return f"{_months(start.month, end.month)} {start.year}".strip()


def _months(first: int, last: int) -> str:
    """A run of whole months of one year, without the year."""
    length = last - first + 1
    if length == 12:
        return ""
    if length == 6 and first in {1, 7}:
        return "first half of" if first == 1 else "second half of"
    if length == 3 and first % 3 == 1:
        return f"Q{last // 3}"
    return _month(first) if first == last else f"{_month(first)} to {_month(last)}"


def _month(number: int) -> str:
    return _MONTHS[number - 1]


def _deciders(deciders: Deciders) -> str:
    people = _listed([_decider(person) for person in deciders.people])
    signs = "signs" if len(deciders.people) == 1 else "sign"
    match deciders.speaker:
        case "yes":
            return f"speaker decides; also {people}" if people else "speaker decides"
        case "shared":
            return f"speaker decides with {people}" if people else "speaker decides with others"
        case "no":
            return f"{people} {signs}; speaker does not" if people else "speaker does not decide"
        case None:
            return people
        case _:
            assert_never(deciders.speaker)


def _decider(person: Decider) -> str:
    if person.name and person.title:
        return f"{person.name} ({person.title})"
    return person.name or person.title or "somebody"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
