"""Times that count from another: "two weeks from Friday", "the Friday before Labor Day"."""

from collections.abc import Callable
from datetime import date

from assistant.extraction.values.periods.days import Days, one_day, shifted, working_week_of
from assistant.extraction.values.periods.names import weekday_at
from assistant.extraction.values.periods.relative import moved, read_length
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.terms import Unit, calendar
from assistant.extraction.values.periods.when import fixed

_DIRECTIONS = {"after": 1, "following": 1, "from": 1, "before": -1}

ReadTime = Callable[[Scene, int], Reading | None]
"""Reads the time that another one counts from."""


def read_offset(scene: Scene, at: int, read_time: ReadTime) -> Reading | None:
    """A time at some distance from the one that ``read_time`` finds after it."""
    return (
        _weekday_of_week(scene, at)
        or _distance(scene, at, read_time)
        or _weekday_beside(scene, at, read_time)
    )


def _weekday_of_week(scene: Scene, at: int) -> Reading | None:
    """As in "four weeks Thursday", "a week on Monday"."""
    hit = read_length(scene, at)
    if hit is None or hit[1] not in {"week", "fortnight"}:
        return None
    number, unit, after = hit
    after += scene.lower(after) in {"on", "from"}
    after += scene.lower(after) in {"this", "coming"}
    weekday = weekday_at(scene, after)
    if weekday is None:
        return None
    coming = shifted(scene.today, days=(weekday - scene.today.weekday() - 1) % 7 + 1)
    return Reading(fixed(one_day(moved(coming, number.low, unit))), after + 1)


def _distance(scene: Scene, at: int, read_time: ReadTime) -> Reading | None:
    """As in "two weeks after Easter", "the week before Thanksgiving", "the day after Labor Day"."""
    hit = read_length(scene, at)
    bare: Unit | None = None
    if hit is None:
        bare = calendar().unit_names.get(scene.lower(at))
        if bare not in {"day", "week"}:
            return None
    after = at + 1 if hit is None else hit[2]
    direction = _DIRECTIONS.get(scene.lower(after))
    if direction is None:
        return None
    base = read_time(scene, after + 1)
    if base is None:
        return None
    amount = 1 if hit is None else hit[0].low
    unit: Unit = "day" if hit is None else hit[1]

    def change(days: Days) -> Days:
        if bare == "week":
            return working_week_of(shifted(_side(days, direction), days=7 * direction))
        return one_day(moved(_side(days, direction), direction * amount, unit))

    return Reading(base.when.changed(change, "week" if bare == "week" else "day"), base.after)


def _weekday_beside(scene: Scene, at: int, read_time: ReadTime) -> Reading | None:
    """As in "the Friday before Labor Day", "the Monday after Easter"."""
    weekday = weekday_at(scene, at)
    direction = _DIRECTIONS.get(scene.lower(at + 1)) if weekday is not None else None
    if weekday is None or direction is None or scene.lower(at + 1) == "from":
        return None
    base = read_time(scene, at + 2)
    if base is None:
        return None
    wanted: int = weekday

    def change(days: Days) -> Days:
        day = shifted(_side(days, direction), days=direction)
        return one_day(shifted(day, days=direction * ((direction * (wanted - day.weekday())) % 7)))

    return Reading(base.when.changed(change, "day"), base.after)


def _side(days: Days, direction: int) -> date:
    return days.end if direction > 0 else days.start
