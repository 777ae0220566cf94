"""Two times that make one span: "between May and July", "Tuesday to Thursday", "May or June"."""

from datetime import date
from typing import NamedTuple

from assistant.extraction.values.periods.days import Days, day_of, shifted
from assistant.extraction.values.periods.named_days import next_day_of_month
from assistant.extraction.values.periods.ordinals import read_day_number
from assistant.extraction.values.periods.reading import read_time
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.when import Grain, When
from assistant.extraction.values.words import is_hyphen

_RANGE_WORDS = frozenset({"to", "through", "thru", "until", "till", "til"})
_CHOICES = frozenset({"or", "/"})
_OPENERS = frozenset({"between", "from"})
_LONGEST_DAYS = 15 * 366


class Stretch(NamedTuple):
    """Days that were read, how finely, and the word after them."""

    days: Days
    grain: Grain
    after: int


def read_stretch_of_days(scene: Scene, at: int) -> Stretch | None:
    """The time or span whose words begin at ``at``, resolved against the day of the call."""
    first = read_time(scene, at)
    if first is None:
        return None
    second = _second(scene, at, first)
    if second is not None:
        days = _joined(scene.today, first.when, second.when)
        if days is not None:
            return Stretch(days, "span", second.after)
    days = _resolved(scene, at, first.when)
    return None if days is None else Stretch(days, first.when.grain, first.after)


def _resolved(scene: Scene, at: int, when: When) -> Days | None:
    past = scene.lower(at - 1) == "since" or (scene.lower(at - 2), scene.lower(at - 1)) == (
        "back",
        "in",
    )
    if past:
        return when.before_day(scene.today)
    said = scene.spoken_of
    days = None if said is None else when.within(said)
    if days is not None and days.end >= scene.today:
        return days
    return when.from_day(scene.today)


def _second(scene: Scene, at: int, first: Reading) -> Reading | None:
    """The time that the words after the first join to it."""
    link = scene.lower(first.after)
    grain = first.when.grain
    if not link:
        return None
    hyphen = is_hyphen(scene.words[first.after]) or link == "—"
    opened = scene.lower(at - 1) in _OPENERS or scene.lower(at - 2) in _OPENERS
    if link in _RANGE_WORDS or hyphen or (link == "and" and opened):
        return read_time(scene, first.after + 1) or _day_alone(scene, first)
    if link == "and" and grain == "day_of_month":
        second = read_time(scene, first.after + 1)
        return second if second is not None and second.when.grain == "day" else None
    if link in _CHOICES:
        second = read_time(scene, first.after + 1)
        return second if second is not None and second.when.grain == grain else None
    second = read_time(scene, first.after) if grain == "month" and first.when.needs_year else None
    return second if second is not None and second.when.grain == "month" else None


def _day_alone(scene: Scene, first: Reading) -> Reading | None:
    """The "5" of "March 3 - 5"."""
    hit = read_day_number(scene, first.after + 1) if first.when.grain == "day" else None
    return None if hit is None else Reading(When("day_of_month", day=hit[0]), hit[1])


def _joined(today: date, first: When, second: When) -> Days | None:
    """From the first's start to the second's end; None if that is no span."""
    if first.grain == "day_of_month" and second.grain == "day":
        later = second.from_day(today)
        earlier = None if later is None else _same_month(later.start, first.day or 1)
    elif first.needs_year and not second.needs_year and second.grain != "day_of_month":
        later = second.days
        earlier = None if later is None else _last_before(first, later)
    else:
        earlier = first.from_day(today)
        later = None if earlier is None else _after(second, earlier.start)
    if earlier is None or later is None or earlier.start > later.end:
        return None
    days = Days(earlier.start, later.end)
    return days if days.length <= _LONGEST_DAYS else None


def _last_before(when: When, later: Days) -> Days | None:
    """The last such days that begin no later than ``later`` ends."""
    return when.before_day(shifted(later.end, days=1))


def _after(when: When, start: date) -> Days | None:
    if when.day is None:
        return when.from_day(start)
    return next_day_of_month(start, when.day)


def _same_month(day: date, number: int) -> Days | None:
    days = day_of(day.year, day.month, number)
    if days is None or days.start > day:
        previous = shifted(day.replace(day=1), months=-1)
        return day_of(previous.year, previous.month, number)
    return days
