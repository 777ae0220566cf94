"""Named stretches: months, quarters, halves, seasons, calendar weeks."""

from datetime import date

from assistant.extraction.values.periods.days import Days, months_of, shifted
from assistant.extraction.values.periods.names import month_at
from assistant.extraction.values.periods.ordinals import read_ordinal
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.terms import calendar
from assistant.extraction.values.periods.when import When, yearly
from assistant.extraction.values.words import glued

_SOUTHERN = frozenset(
    {"AU", "NZ", "ZA", "AR", "CL", "UY", "PY", "BO", "PE", "BR", "NA", "BW", "ZW", "ZM", "MZ", "FJ"}
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WEEK_NAMES = frozenset({"kw", "cw"})


def read_month(scene: Scene, at: int) -> Reading | None:
    """A month by name."""
    month = month_at(scene, at)
    if month is None:
        return None
    after = at + 1
    after += scene.lower(after) == "." and scene.lower(after + 1)[:1].isdecimal()
    in_year = yearly(lambda year: months_of(year, month, month), "month")
    if scene.lower(after) in {"after", "following"} and not scene.lower(after + 1)[:1].isalnum():
        coming = in_year.from_day(scene.today)
        if coming is not None:
            later = in_year.from_day(shifted(coming.end, days=1))
            return Reading(When("month", later), after + 1)
    return Reading(in_year, after)


def read_quarter(scene: Scene, at: int) -> Reading | None:
    """As in "Q3", "q three", "3Q", "third quarter", "quarter two", "fiscal Q2"."""
    fiscal = scene.lower(at) == "fiscal"
    start = at + fiscal
    hit = _lettered(scene, start, "q", 4) or _ordinal_quarter(scene, start)
    if hit is None:
        return None
    number, after = hit
    if scene.lower(after) == "fiscal" and scene.lower(after + 1) != "year":
        fiscal, after = True, after + 1
    offset = scene.fiscal_year_start - 1 if fiscal else 0
    return Reading(yearly(lambda year: _quarter(year, number, offset), "quarter"), after)


def _quarter(year: int, number: int, offset: int) -> Days:
    # A fiscal year is named for the year that it ends in.
    start = date(year - (offset > 0), 1, 1)
    first = shifted(start, months=offset + 3 * (number - 1))
    return Days(first, shifted(first, days=-1, months=3))


def _ordinal_quarter(scene: Scene, at: int) -> tuple[int, int] | None:
    word = scene.lower(at)
    if word == "quarter" and scene.lower(at + 1) in _NUMBERS:
        return _NUMBERS[scene.lower(at + 1)], at + 2
    if word in {"last", "final"} and scene.lower(at + 1) == "quarter":
        return (4, at + 2) if scene.lower(at + 2) == "of" else None
    hit = read_ordinal(scene, at)
    if hit is None or hit[0] > 4 or scene.lower(hit[1]) not in {"quarter", "qtr"}:
        return None
    return hit[0], hit[1] + 1


def read_half(scene: Scene, at: int) -> Reading | None:
    """As in "H1" and "2H"; "first half of" is an edge of the year that follows."""
    hit = _lettered(scene, at, "h", 2)
    if hit is None:
        return None
    number, after = hit
    return Reading(yearly(lambda year: months_of(year, 6 * number - 5, 6 * number), "half"), after)


def _lettered(scene: Scene, at: int, letter: str, most: int) -> tuple[int, int] | None:
    """A letter with a number on either side: "Q3", "q three", "3Q"."""
    words = scene.words
    word = scene.lower(at)
    if word == letter and not (at and glued(words, at) and words[at - 1].text.isalnum()):
        number = _NUMBERS.get(scene.lower(at + 1), 0)
        spoken = letter == "q" or glued(words, at + 1)
        return (number, at + 2) if spoken and 1 <= number <= most else None
    if word.isdecimal() and len(word) == 1 and scene.lower(at + 1) == letter:
        number = int(word)
        close = glued(words, at + 1) and not (at and glued(words, at))
        return (number, at + 2) if close and 1 <= number <= most else None
    return None


def read_season(scene: Scene, at: int, *, introduced: bool = False) -> Reading | None:
    """A season, where the words around it show that no verb is meant."""
    months = calendar().seasons.get(scene.lower(at))
    if months is None or scene.lower(at + 1) in calendar().after_no_season:
        return None
    if not introduced and scene.lower(at - 1) not in calendar().before_seasons:
        following = scene.lower(at + 1)
        if not (following[:2] == "20" or following in {"of", "'"} or at == 0):
            return None
    return Reading(season(months, scene.country), at + 1)


def season(months: tuple[int, int], country: str | None) -> When:
    """The season of these northern months, half a year later in the south."""
    first, last = months
    if country in _SOUTHERN:
        first, last = (first + 5) % 12 + 1, (last + 5) % 12 + 1
    return yearly(lambda year: months_of(year, first, last), "season")


def read_stretch(scene: Scene, at: int) -> Reading | None:
    """Stretches of the year that go by a name of their own."""
    hit = calendar().stretch_names.at(scene.words, at)
    if hit is None:
        return None
    (first, last), after = hit
    return Reading(yearly(lambda year: months_of(year, first, last), "month"), after)


def read_calendar_week(scene: Scene, at: int) -> Reading | None:
    """As in "calendar week forty-eight", "KW 48": Monday to Friday of the ISO week."""
    start = at + 1
    if scene.lower(at) == "calendar" and scene.lower(start) == "week":
        start += 1
    elif scene.lower(at) not in _WEEK_NAMES:
        return None
    number = scene.numbers.get(start)
    if number is None or not 1 <= number.low <= 53 or not number.low.is_integer():
        return None
    week = int(number.low)
    return Reading(yearly(lambda year: _iso_week(year, week), "week"), number.after)


def _iso_week(year: int, week: int) -> Days | None:
    try:
        return Days(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 5))
    except ValueError:
        return None
