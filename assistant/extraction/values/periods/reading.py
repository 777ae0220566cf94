"""Reads one time at a word: the readers of every kind, in the order that lets the longest win."""

from assistant.extraction.values.periods.edge import read_leading, read_trailing
from assistant.extraction.values.periods.holidays import read_holiday
from assistant.extraction.values.periods.marked_dates import read_marked_date, read_year_first
from assistant.extraction.values.periods.named_days import (
    read_day_of_month,
    read_month_and_day,
    read_numeric_date,
    read_weekday,
)
from assistant.extraction.values.periods.named_spans import (
    read_calendar_week,
    read_half,
    read_month,
    read_quarter,
    read_season,
    read_stretch,
)
from assistant.extraction.values.periods.offset import read_offset
from assistant.extraction.values.periods.relative import (
    read_distance,
    read_moment,
    read_turn,
    unit_around,
)
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.terms import calendar
from assistant.extraction.values.periods.when import fixed
from assistant.extraction.values.periods.years import (
    read_bare_year,
    read_fiscal_year,
    read_year_after,
)

_DEEPEST = 3
"""How many times a time can be said in terms of another ("the end of the week before ...")."""

_READERS = (
    read_numeric_date,
    read_marked_date,
    read_year_first,
    read_weekday,
    read_holiday,
    read_month_and_day,
    read_day_of_month,
    read_quarter,
    read_half,
    read_turn,
    read_distance,
    read_moment,
    read_month,
    read_season,
    read_stretch,
    read_calendar_week,
    read_fiscal_year,
    read_bare_year,
)


def read_time(scene: Scene, at: int) -> Reading | None:
    """The time whose words begin at ``at``, edges and year included."""
    return _read(scene, at, 0, part=False)


def _read(scene: Scene, at: int, depth: int, *, part: bool) -> Reading | None:
    if at >= len(scene.words) or depth > _DEEPEST:
        return None
    leading = read_leading(scene, at)
    if leading is not None:
        start = leading.after
        inner = _read(scene, start, depth + 1, part=True)
        if inner is None and scene.lower(start) in {"the", "our", "my"}:
            inner = _read(scene, start + 1, depth + 1, part=True)
        if inner is not None:
            return Reading(leading.pick(inner.when), inner.after)
    offset = read_offset(scene, at, lambda scene, at: _read(scene, at, depth + 1, part=False))
    if offset is not None:
        return offset
    base = _base(scene, at, part=part)
    return None if base is None else read_trailing(scene, base)


def _base(scene: Scene, at: int, *, part: bool) -> Reading | None:
    for reader in _READERS:
        reading = reader(scene, at)
        if reading is not None:
            return _with_year(scene, reading)
    return _current_unit(scene, at, part=part)


def _with_year(scene: Scene, reading: Reading) -> Reading:
    when = reading.when
    if not when.needs_year:
        return reading
    hit = read_year_after(scene, reading.after, bare_digits=when.grain in {"quarter", "half"})
    dated = None if hit is None else when.of_year(hit[0])
    return reading if hit is None or dated is None else Reading(dated, hit[1])


def _current_unit(scene: Scene, at: int, *, part: bool) -> Reading | None:
    """The month of "end of the month" or "before the month's out"; alone it is no time."""
    start = at + (scene.lower(at) in {"the", "this", "our", "my"})
    unit = calendar().unit_names.get(scene.lower(start))
    if unit is None or unit in {"day", "fortnight", "weekend"} or scene.lower(start).endswith("s"):
        return None
    if start == at and not part:
        return None
    reading = Reading(fixed(unit_around(scene.today, unit, 0), "span"), start + 1)
    if part:
        return reading
    trailing = read_trailing(scene, reading)
    return trailing if trailing.after > reading.after else None
