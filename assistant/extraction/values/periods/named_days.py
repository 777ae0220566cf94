"""Single days: "2026-06-30", "3/19", "March 3rd", "the 25th of June", "the 25th", "Friday"."""

import re
from datetime import date

from assistant.extraction.values.function_words import is_noun_like
from assistant.extraction.values.numbers.spoken import read_spoken
from assistant.extraction.values.periods.days import Days, day_of, month_of, one_day, shifted
from assistant.extraction.values.periods.names import month_at, weekday_at
from assistant.extraction.values.periods.ordinals import read_day_number, read_ordinal
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.terms import calendar
from assistant.extraction.values.periods.when import When, fixed, yearly
from assistant.extraction.values.words import glued

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})")
_NEVER_DATES = frozenset({(24, 7), (9, 11), (50, 50)})
_BEFORE_SMALL_DAYS = frozenset(
    {
        "by",
        "on",
        "until",
        "till",
        "til",
        "from",
        "before",
        "after",
        "around",
        "about",
        "starting",
        "is",
    }
    | {
        "say",
        "it",
        "'s",
        "that",
        "was",
        "for",
        "then",
        "make",
        "later",
        "past",
        "be",
        "or",
        "to",
    }
)
_HALVES = frozenset(
    {"half", "quarter", "week", "weeks", "two", "three", "thing", "part", "couple", "few"}
)


def read_numeric_date(scene: Scene, at: int) -> Reading | None:
    """A date in digits with marks, in the order of the place where it is open."""
    words = scene.words
    if not words[at].is_digits or (at and glued(words, at) and words[at - 1].is_letters):
        return None
    dotted = _DOTTED.fullmatch(words[at].text)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        days = day_of(year + 2000 if year < 100 else year, month, day)
        return None if days is None else Reading(fixed(days), at + 1)
    mark = scene.lower(at + 1)
    if mark not in {"/", "-"} or not _chained(scene, at):
        return None
    parts = [words[at].text, words[at + 2].text]
    after = at + 3
    if scene.lower(after) == mark and _chained(scene, at + 2):
        parts.append(words[at + 4].text)
        after = at + 5
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    when = _numeric(scene, parts, mark)
    return None if when is None else Reading(when, after)


def _chained(scene: Scene, at: int) -> bool:
    words = scene.words
    return (
        at + 2 < len(words)
        and words[at + 2].is_digits
        and glued(words, at + 1)
        and glued(words, at + 2)
    )


def _numeric(scene: Scene, parts: list[str], mark: str) -> When | None:
    numbers = [int(part) for part in parts]
    if len(numbers) == 3:
        if len(parts[0]) == 4:
            year, month, day = numbers
        else:
            year = numbers[2] + 2000 if numbers[2] < 100 else numbers[2]
            day, month = _day_and_month(scene, numbers[0], numbers[1])
        days = day_of(year, month, day)
        return None if days is None else fixed(days)
    day, month = _day_and_month(scene, numbers[0], numbers[1])
    if mark == "-" or (day, month) in _NEVER_DATES or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return yearly(lambda year: day_of(year, month, day), "day")


def _day_and_month(scene: Scene, first: int, second: int) -> tuple[int, int]:
    if first > 12 or (scene.day_first and second <= 12):
        return first, second
    return second, first


def read_month_and_day(scene: Scene, at: int) -> Reading | None:
    """As in "March 3rd", "July the first", "feb one", "3 March", "the thirtieth of June"."""
    month = month_at(scene, at)
    if month is not None:
        start = at + 1 + (scene.lower(at + 1) in {".", "the"})
        hit = read_day_number(scene, start) or _spoken_day(scene, start, at)
        return None if hit is None else _dated(month, hit[0], hit[1])
    start = at + (scene.lower(at) == "the")
    hit = read_day_number(scene, start)
    if hit is None:
        return None
    day, after = hit
    link = after + (scene.lower(after) in {"of", "day", "-"})
    link += scene.lower(link) == "of"
    month = month_at(scene, link)
    if month is not None:
        return _dated(month, day, link + 1)
    return _day_of_relative_month(scene, day, link) if link > after else None


def _dated(month: int, day: int, after: int) -> Reading:
    return Reading(yearly(lambda year: day_of(year, month, day), "day"), after)


def _spoken_day(scene: Scene, at: int, month_at_word: int) -> tuple[int, int] | None:
    """A day in cardinal words ("feb one"), unless it reads as a year or the month as a verb."""
    if scene.lower(month_at_word) in {"may", "march", "mar"} or at >= len(scene.words):
        return None
    number = read_spoken(scene.words, at)
    if number is None or number.is_range or not 1 <= number.low <= 23:
        return None
    if scene.lower(at) in {"a", "an", "half"} or is_noun_like(scene.words, number.after):
        return None
    return int(number.low), number.after


def _day_of_relative_month(scene: Scene, day: int, at: int) -> Reading | None:
    """As in "the twentieth of next month", "the first of the month"."""
    offset = {"next": 1, "following": 1, "this": 0, "the": 0, "last": -1}.get(scene.lower(at))
    if offset is None or scene.lower(at + 1) != "month":
        return None
    start = shifted(month_of(scene.today).start, months=offset)
    if scene.lower(at) == "the" and scene.today.day > day:
        start = shifted(start, months=1)
    days = day_of(start.year, start.month, day)
    return None if days is None else Reading(fixed(days), at + 2)


def read_day_of_month(scene: Scene, at: int) -> Reading | None:
    """As in "the 25th", "by the first", "29th": the next such day."""
    has_article = scene.lower(at) == "the"
    start = at + has_article
    hit = read_ordinal(scene, start)
    in_digits = start < len(scene.words) and scene.words[start].is_digits
    if hit is None or not (has_article or in_digits or scene.lower(at - 1) in {"by", "on", "till"}):
        return None
    day, after = hit
    if (
        is_noun_like(scene.words, after)
        or scene.lower(after) in _HALVES
        or scene.lower(after) == "-"
    ):
        return None
    alone = at == 0 and not any(word.is_letters for word in scene.words[after:])
    small = day < 10 and not in_digits and not alone
    if small and scene.lower(at - 1) not in _BEFORE_SMALL_DAYS:
        return None
    days = _day_spoken_of(scene, day) or next_day_of_month(scene.today, day)
    return Reading(When("day_of_month", days, day=day), after)


def _day_spoken_of(scene: Scene, day: int) -> Days | None:
    """That day of the month that was spoken of, if it was one month and the day is to come."""
    said = scene.spoken_of
    if said is None or month_of(said.start) != month_of(said.end):
        return None
    days = day_of(said.start.year, said.start.month, day)
    return days if days is not None and days.start >= scene.today else None


def next_day_of_month(today: date, day: int) -> Days | None:
    """The next such day of a month, today included."""
    for months in range(4):
        start = shifted(today.replace(day=1), months=months)
        days = day_of(start.year, start.month, day)
        if days is not None and days.start >= today:
            return days
    return None


def read_weekday(scene: Scene, at: int) -> Reading | None:
    """As in "Friday", "Friday the fifth", "Friday, 11 September", "Friday next week"."""
    weekday = weekday_at(scene, at)
    dotted = scene.lower(at + 1) == "." and scene.lower(at + 2)[:1].isdecimal()
    after = at + 1 + dotted
    if weekday is None or _counts_from_elsewhere(scene, at, after):
        return None
    dated = _date_of_weekday(scene, weekday, after)
    if dated is not None:
        return dated
    coming = shifted(scene.today, days=(weekday - scene.today.weekday() - 1) % 7 + 1)
    monday = shifted(scene.today, days=-scene.today.weekday())
    first, second = scene.lower(after), scene.lower(after + 1)
    if first in {"week", "fortnight"}:
        return Reading(
            fixed(one_day(shifted(coming, days=7 if first == "week" else 14))), after + 1
        )
    if (first, second) == ("next", "week"):
        return Reading(fixed(one_day(shifted(monday, days=7 + weekday))), after + 2)
    if first == "next" and not is_noun_like(scene.words, after + 1):
        return Reading(fixed(one_day(shifted(monday, days=7 + weekday))), after + 1)
    return Reading(fixed(one_day(coming)), after)


def _counts_from_elsewhere(scene: Scene, at: int, after: int) -> bool:
    """Whether it is "the second Tuesday", "a Friday" or "the Friday before" something unsaid."""
    nth = scene.lower(at - 1) in calendar().ordinals
    dangling = scene.lower(after) in {"before", "after", "following"}
    some = scene.lower(at - 1) in {"a", "an", "any", "some"}
    return nth or some or (dangling and not scene.lower(after + 1)[:1].isdecimal())


def _date_of_weekday(scene: Scene, weekday: int, at: int) -> Reading | None:
    """The date that follows a weekday's name."""
    start = at + (scene.lower(at) == ",")
    start += scene.lower(start) == "on"
    if start >= len(scene.words):
        return None
    dated = read_numeric_date(scene, start) or read_month_and_day(scene, start)
    if dated is not None:
        return dated
    start += scene.lower(start) == "the"
    hit = read_day_number(scene, start)
    if hit is None and scene.lower(start - 1) == "the":
        number = read_spoken(scene.words, start)
        if number is not None and number.low in range(1, 32):
            hit = int(number.low), number.after
    if hit is None or is_noun_like(scene.words, hit[1]):
        return None
    day, after = hit
    for ahead in range(400):
        moment = shifted(scene.today, days=ahead)
        if moment.day == day and moment.weekday() == weekday:
            return Reading(fixed(one_day(moment)), after)
    return None
