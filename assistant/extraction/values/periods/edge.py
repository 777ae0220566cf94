"""Parts of a stretch of time: its end, its middle, its second week, its first Monday."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.extraction.values.periods.days import (
    Days,
    months_of,
    nth_weekday,
    one_day,
    shifted,
    working_week_of,
)
from assistant.extraction.values.periods.names import weekday_at
from assistant.extraction.values.periods.ordinals import read_ordinal
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.terms import Edge, edges
from assistant.extraction.values.periods.when import Grain, When

_FINE = frozenset({"day", "day_of_month"})
_LINKS = frozenset({"of", "in", "from"})


@dataclass(frozen=True, slots=True)
class Leading:
    """An edge's words before a stretch: what it picks, and the word after it."""

    pick: Callable[[When], When]
    after: int


def read_leading(scene: Scene, at: int) -> Leading | None:
    """The edge whose words begin at ``at``: "end of", "second week of", "first Monday of"."""
    hit = edges().leading.at(scene.words, at)
    if hit is not None:
        edge, after = hit
        after += scene.lower(after) in {"of", "-"}
        return Leading(lambda when: part_of(when, edge), after)
    return _week_of(scene, at) or _nth(scene, at)


def read_trailing(scene: Scene, reading: Reading) -> Reading:
    """The reading with an edge after it: "before November is out", "Feb end"."""
    hit = edges().trailing.at(scene.words, reading.after)
    if hit is None or reading.when.grain in _FINE:
        return reading
    edge, after = hit
    if scene.lower(reading.after) == "end" and scene.lower(after) in {"of", "to", "user", "users"}:
        return reading
    return Reading(part_of(reading.when, edge), after)


def part_of(when: When, edge: Edge) -> When:
    """The part that the edge picks from a time, by how long the time is."""
    grain: Grain = "day" if edge in {"last_day", "first_day"} else "span"
    if edge == "middle" and when.grain in {"month", "week"}:
        grain = "day"
    return when.changed(lambda days: _part(days, edge), grain)


def _part(days: Days, edge: Edge) -> Days:
    if edge == "last_day":
        return one_day(days.end)
    if edge == "first_day":
        return one_day(days.start)
    if days.length < 28:
        return one_day(shifted(days.start, days=days.length // 2)) if edge == "middle" else days
    if days.length <= 31:
        return _part_of_month(days, edge)
    months = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    return _months_within(days.start, months, edge)


def _part_of_month(days: Days, edge: Edge) -> Days:
    middle = shifted(days.start, days=14)
    if edge == "middle":
        return one_day(middle)
    if edge == "first_half":
        return Days(days.start, middle)
    return Days(shifted(middle, days=1), days.end) if edge == "second_half" else days


def _months_within(start: date, months: int, edge: Edge) -> Days:
    """The part of a stretch of whole months, in months.

    Early and late are a third of it, a quarter of a year; the middle is what lies between
    the halves, and a quarter's halves overlap in its second month.
    """
    share = 3 if months >= 6 else 1
    first, length = {
        "early": (0, share),
        "late": (months - share, share),
        "middle": ((months - 1) // 2, 2 - months % 2),
        "first_half": (0, (months + 1) // 2),
        "second_half": (months // 2, months - months // 2),
    }[edge]
    begin = shifted(start, months=first)
    end = shifted(begin, months=length - 1)
    return Days(begin, months_of(end.year, end.month, end.month).end)


def _week_of(scene: Scene, at: int) -> Leading | None:
    """As in "the week of the fourth", "week commencing": the working week around a day."""
    start = at + (scene.lower(at) == "the")
    if scene.lower(start) in {"w", "wc"}:
        after = start + (
            3 if scene.lower(start + 1) == "/" and scene.lower(start + 2) == "c" else 1
        )
        if after == start + 1 and scene.lower(start) == "w":
            return None
    elif scene.lower(start) in {"week", "wk"} and scene.lower(start + 1) in {
        "of",
        "commencing",
        "beginning",
        "starting",
    }:
        after = start + 2
    else:
        return None
    return Leading(_week_around, after)


def _week_around(when: When) -> When:
    if when.grain not in _FINE:
        return when
    return when.changed(lambda days: working_week_of(days.start), "week")


def _nth(scene: Scene, at: int) -> Leading | None:
    """As in "second week of", "first two weeks of", "last Friday in", "first Monday of"."""
    start = at + (scene.lower(at) == "the")
    last = scene.lower(start) in {"last", "final"}
    hit = (-1, start + 1) if last else read_ordinal(scene, start)
    if hit is None or hit[0] > 5:
        return None
    nth, after = hit
    weekday = weekday_at(scene, after)
    if weekday is not None and scene.lower(after + 1) in _LINKS:
        return Leading(lambda when: _weekday_in(when, weekday, nth), after + 2)
    number = scene.numbers.get(after)
    count = 1 if number is None else int(number.high)
    after = after if number is None else number.after
    if scene.lower(after) not in {"week", "weeks", "wk", "wks"} or count > 4:
        return None
    after += 1
    after += scene.lower(after) in _LINKS
    return Leading(lambda when: _weeks_in(when, nth, count), after)


def _weekday_in(when: When, weekday: int, nth: int) -> When:
    def change(days: Days) -> Days | None:
        day = nth_weekday(days.start.year, days.start.month, weekday, nth)
        return None if day is None else one_day(day)

    return when.changed(change, "day")


def _weeks_in(when: When, nth: int, count: int) -> When:
    def change(days: Days) -> Days | None:
        if nth < 0:
            return Days(shifted(days.end, days=1 - 7 * count), days.end)
        first = shifted(days.start, days=7 * (nth - 1))
        if first > days.end:
            return None
        return Days(first, min(shifted(first, days=7 * count - 1), days.end))

    return when.changed(change, "week")
