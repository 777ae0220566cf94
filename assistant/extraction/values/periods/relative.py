"""Times that count from the day of the call: "next quarter", "in six weeks", "tomorrow"."""

from collections.abc import Callable
from datetime import date

from assistant.extraction.values.numbers.number import Number
from assistant.extraction.values.periods.days import (
    Days,
    fiscal_year,
    fiscal_year_of,
    month_of,
    one_day,
    quarter_of,
    shifted,
    working_week_of,
    year_of,
)
from assistant.extraction.values.periods.holidays import read_holiday
from assistant.extraction.values.periods.named_spans import read_month, read_season
from assistant.extraction.values.periods.names import weekday_at
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.terms import Unit, calendar
from assistant.extraction.values.periods.when import Grain, When, fixed

_TURNS = {
    "this": 0,
    "current": 0,
    "coming": 1,
    "next": 1,
    "following": 1,
    "upcoming": 1,
    "last": -1,
    "previous": -1,
    "past": -1,
}
_GRAINS: dict[Unit, Grain] = {"day": "day", "week": "week", "weekend": "week", "month": "month"}
_FARTHEST: dict[Unit, float] = {
    "day": 1000,
    "week": 150,
    "fortnight": 75,
    "month": 60,
    "quarter": 20,
    "year": 15,
}
_WITHIN = frozenset({"within", "inside"})
_FROM_NOW = frozenset({"now", "today", "here"})


def read_moment(scene: Scene, at: int) -> Reading | None:
    """As in "tomorrow", "tonight", "EOY", "month end"."""
    hit = calendar().moments.at(scene.words, at)
    if hit is None:
        return None
    section, after = hit
    if section == "today" and (weekday_at(scene, after) is not None or _names_day(scene, after)):
        return None  # "end of day Friday" is about Friday
    today = scene.today
    fiscal = fiscal_year(fiscal_year_of(today, scene.fiscal_year_start), scene.fiscal_year_start)
    day = {
        "today": today,
        "tomorrow": shifted(today, days=1),
        "day_after_tomorrow": shifted(today, days=2),
        "yesterday": shifted(today, days=-1),
        "end_of_month": month_of(today).end,
        "end_of_quarter": quarter_of(today).end,
        "end_of_year": year_of(today.year).end,
        "end_of_fiscal_year": fiscal.end,
    }[section]
    return Reading(fixed(one_day(day)), after)


def _names_day(scene: Scene, at: int) -> bool:
    hit = calendar().moments.at(scene.words, at)
    return hit is not None and hit[0] in {"tomorrow", "day_after_tomorrow"}


def read_turn(scene: Scene, at: int) -> Reading | None:
    """As in "next week", "this coming spring", "last March", "the year after next"."""
    turn = _TURNS.get(scene.lower(at))
    if turn is None:
        return _after_next(scene, at)
    start = at + 1
    if scene.lower(at) in {"this", "next"} and scene.lower(start) in {"coming", "past", "very"}:
        turn = {"coming": 0, "past": -1, "very": 0}[scene.lower(start)]
        start += 1
    start += scene.lower(start) == "calendar"
    fiscal = calendar().fiscal_names.at(scene.words, start)
    if fiscal is not None:
        named = fiscal_year_of(scene.today, scene.fiscal_year_start) + turn
        return Reading(fixed(fiscal_year(named, scene.fiscal_year_start), "year"), fiscal[1])
    unit = calendar().unit_names.get(scene.lower(start))
    if unit is not None and unit not in {"day", "fortnight"}:
        return (
            None if scene.lower(start).endswith("s") else _unit_turn(scene, unit, turn, start + 1)
        )
    weekday = weekday_at(scene, start)
    if weekday is not None:
        return Reading(fixed(one_day(_weekday_turn(scene.today, weekday, turn))), start + 1)
    named_time = (
        read_month(scene, start)
        or read_season(scene, start, introduced=True)
        or read_holiday(scene, start)
    )
    return None if named_time is None else _named_turn(scene.today, named_time, turn)


def _after_next(scene: Scene, at: int) -> Reading | None:
    """As in "the year after next"."""
    unit = calendar().unit_names.get(scene.lower(at))
    if unit in {None, "day", "fortnight"} or scene.lower(at + 1) != "after":
        return None
    return _unit_turn(scene, unit, 1, at + 1) if scene.lower(at + 2) == "next" else None


def _unit_turn(scene: Scene, unit: Unit, turn: int, after: int) -> Reading:
    """The unit so many turns from the current one; "after next" adds one."""
    if scene.lower(after) == "after" and scene.lower(after + 1) == "next":
        turn, after = turn + 1, after + 2
    return Reading(fixed(unit_around(scene.today, unit, turn), _GRAINS.get(unit, "span")), after)


def unit_around(today: date, unit: Unit, turn: int) -> Days:
    """The current week, month, quarter or year, ``turn`` of them on. Weeks are working weeks."""
    if unit == "year":
        return year_of(today.year + turn)
    if unit == "quarter":
        return quarter_of(shifted(today.replace(day=1), months=3 * turn))
    if unit == "month":
        return month_of(shifted(today.replace(day=1), months=turn))
    week = working_week_of(shifted(today, days=7 * turn))
    if unit == "weekend":
        return Days(shifted(week.end, days=1), shifted(week.end, days=2))
    return week


def _weekday_turn(today: date, weekday: int, turn: int) -> date:
    """The coming one for "this Friday", next week's for "next Friday", the past one for "last"."""
    if turn < 0:
        return shifted(today, days=-((today.weekday() - weekday - 1) % 7 + 1))
    if turn == 0:
        return shifted(today, days=(weekday - today.weekday()) % 7)
    return shifted(today, days=7 - today.weekday() + weekday)


def _named_turn(today: date, reading: Reading, turn: int) -> Reading | None:
    """The one not over yet for "this May", the first that has not begun for "next May"."""
    when = reading.when
    if turn < 0:
        days = when.before_day(today)
        if days is not None and days.end >= today:
            days = when.before_day(days.start)
    else:
        days = when.from_day(today)
        if turn > 0 and days is not None and days.start <= today:
            days = when.from_day(shifted(days.end, days=1))
    return None if days is None else Reading(When(when.grain, days), reading.after)


def read_distance(scene: Scene, at: int) -> Reading | None:
    """As in "in six weeks", "within 90 days", "over the next two months"."""
    lead = scene.lower(at)
    window = lead in _WITHIN
    start = at
    if lead in {"in", "over", "for", "during"} or window:
        start = at + 1 + (scene.lower(at + 1) == "of") * window
        start += scene.lower(start) in {"about", "around", "like", "maybe", "roughly", "say"}
        if scene.lower(start) in {"the", "our"} and scene.lower(start + 1) in {"next", "coming"}:
            start, window = start + 2, True
        elif lead in {"over", "for", "during"}:
            return None
        elif window and scene.lower(start) in {"the", "this"}:
            return _rest_of_unit(scene, start + 1)
    elif lead in {"next", "coming"}:
        start, window = at + 1, True
    hit = read_length(scene, start)
    if hit is None:
        return None
    number, unit, after = hit
    after = _past_time(scene, after)
    if scene.lower(after) in {"ago", "back"}:
        return Reading(fixed(one_day(moved(scene.today, -number.low, unit))), after + 1)
    if window:
        end = moved(scene.today, number.high, unit)
        return Reading(fixed(Days(scene.today, max(end, scene.today)), "span"), after)
    if unit == "year" and hit[2] == after and scene.lower(start) in {"a", "one"}:
        return None  # "how many is that in a year?"
    now = scene.lower(after) == "from" and scene.lower(after + 1) in _FROM_NOW
    if lead != "in" and not now:
        return None
    return Reading(ahead(scene.today, number, unit), after + 2 if now else after)


def _past_time(scene: Scene, after: int) -> int:
    """The word after "'s time" or "time" ("in two weeks' time")."""
    for ending in (("'s", "time"), ("'", "time"), ("time",)):
        if all(scene.lower(after + i) == word for i, word in enumerate(ending)):
            return after + len(ending)
    return after


def _rest_of_unit(scene: Scene, at: int) -> Reading | None:
    """As in "within the month": from today to its end."""
    unit = calendar().unit_names.get(scene.lower(at))
    if unit is None or unit in {"day", "weekend", "fortnight"} or scene.lower(at).endswith("s"):
        return None
    end = unit_around(scene.today, unit, 0).end
    return Reading(fixed(Days(scene.today, max(end, scene.today)), "span"), at + 1)


def read_length(scene: Scene, at: int) -> tuple[Number, Unit, int] | None:
    """A length of time: "six weeks", "a month", "a couple of months"."""
    number = scene.numbers.get(at)
    if number is None and scene.lower(at) in {"a", "an", "one", "another"}:
        number = Number(1, 1, at, at + 1)
    if number is None:
        return None
    after = number.after + (scene.lower(number.after) in {"-", "more", "working", "business"})
    unit = calendar().unit_names.get(scene.lower(after))
    if unit is None or unit == "weekend" or number.high > _FARTHEST[unit]:
        return None
    return number, unit, after + 1


def moved(day: date, amount: float, unit: Unit) -> date:
    """The day moved on by an amount of units (negative: back)."""
    if unit in {"month", "quarter", "year"}:
        months = amount * {"month": 1, "quarter": 3, "year": 12}[unit]
        return shifted(day, months=round(months))
    return shifted(day, days=round(amount * {"week": 7, "fortnight": 14}.get(unit, 1)))


def ahead(day: date, number: Number, unit: Unit) -> When:
    """So far ahead of the day, as finely as it was said: weeks to the day, months to the month."""
    first, last = moved(day, number.low, unit), moved(day, number.high, unit)
    around: Callable[[date], Days] = one_day
    grain: Grain = "day"
    if unit in {"month", "quarter"} or (unit == "year" and number.low < 2):
        around, grain = month_of, "month"
    elif unit == "year":
        return fixed(Days(year_of(first.year).start, year_of(last.year).end), "year")
    return fixed(Days(around(first).start, around(last).end), grain)
