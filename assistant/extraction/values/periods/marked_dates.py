"""Dates whose parts marks join, or whose year comes first: "23/Sep/2026", "Oct/2", "2026-Q3"."""

from assistant.extraction.values.periods.days import day_of, months_of
from assistant.extraction.values.periods.named_spans import read_half, read_quarter
from assistant.extraction.values.periods.names import month_at
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.when import fixed, yearly
from assistant.extraction.values.words import glued

_MARKS = frozenset("-/")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_PLAIN, _LAST_PLAIN = 2000, 2060


def read_marked_date(scene: Scene, at: int) -> Reading | None:
    """A date that names its month, the parts joined by one kind of mark."""
    if scene.lower(at + 1) not in _MARKS:
        return None
    ends = [at]
    while len(ends) < 3 and _joined(scene, ends[-1], scene.lower(at + 1)):
        ends.append(ends[-1] + 2)
    months = [month_at(scene, end) for end in ends]
    numbers = [_number(scene, end) for end in ends]
    if sum(month is not None for month in months) != 1:
        return None
    month = next(filter(None, months))
    years = [n for n in numbers if n is not None and _FIRST_YEAR <= n <= _LAST_YEAR]
    dates = [n for n in numbers if n is not None and 1 <= n <= 31]
    if len(ends) != 1 + len(years) + len(dates) or len(years) > 1 or len(dates) > 1:
        return None
    return _reading(month, years, dates, ends[-1] + 1)


def _reading(month: int, years: list[int], dates: list[int], after: int) -> Reading | None:
    if not dates:
        return Reading(fixed(months_of(years[0], month, month), "month"), after) if years else None
    day = dates[0]
    if not years:
        return Reading(yearly(lambda year: day_of(year, month, day), "day"), after)
    days = day_of(years[0], month, day)
    return None if days is None else Reading(fixed(days), after)


def read_year_first(scene: Scene, at: int) -> Reading | None:
    """As in "2026 Q3", "2026-H2", "2026 April", "2026-03"."""
    year = _number(scene, at)
    if year is None or not _FIRST_PLAIN <= year <= _LAST_PLAIN:
        return None
    marked = scene.lower(at + 1) in _MARKS and glued(scene.words, at + 1)
    start = at + 1 + (marked and glued(scene.words, at + 2))
    part = read_quarter(scene, start) or read_half(scene, start)
    dated = None if part is None else part.when.of_year(year)
    if part is not None and dated is not None:
        return Reading(dated, part.after)
    month = month_at(scene, start)
    if month is not None and not scene.lower(start + 1)[:1].isdecimal():
        return Reading(fixed(months_of(year, month, month), "month"), start + 1)
    return _numbered_month(scene, year, start) if start > at + 1 else None


def _numbered_month(scene: Scene, year: int, at: int) -> Reading | None:
    month = _number(scene, at)
    if month is None or not 1 <= month <= 12 or len(scene.words[at].text) != 2:
        return None
    if scene.lower(at + 1) in _MARKS and glued(scene.words, at + 1):
        return None
    return Reading(fixed(months_of(year, month, month), "month"), at + 1)


def _joined(scene: Scene, at: int, mark: str) -> bool:
    """Whether the mark, and a part after it, follow word ``at`` without a blank."""
    words = scene.words
    close = glued(words, at + 1) and glued(words, at + 2)
    return scene.lower(at + 1) == mark and close and words[at + 2].text.isalnum()


def _number(scene: Scene, at: int) -> int | None:
    text = scene.words[at].text if 0 <= at < len(scene.words) else ""
    return int(text) if text.isdecimal() and len(text) <= 4 else None
