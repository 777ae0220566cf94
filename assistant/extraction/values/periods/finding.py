"""Finds the dates and spans of a text."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from assistant.domain.values import Period
from assistant.extraction.data import at_loading
from assistant.extraction.values.found import Found
from assistant.extraction.values.money.currencies import country_of
from assistant.extraction.values.numbers.finding import read_numbers
from assistant.extraction.values.periods.days import Days, one_day, shifted
from assistant.extraction.values.periods.haste import read_haste
from assistant.extraction.values.periods.scene import Scene
from assistant.extraction.values.periods.spans import Stretch, read_stretch_of_days
from assistant.extraction.values.periods.starters import starters, trigger_words
from assistant.extraction.values.words import Words, split_words, trigger

_BROAD = frozenset({"month", "quarter", "half", "season", "year"})
_DENIALS = frozenset(
    {
        "not",
        "nothing",
        "no",
        "never",
        "nobody",
        "none",
        "can't",
        "cannot",
        "won't",
        "wouldn't",
        "isn't",
    }
    | {
        "don't",
        "doesn't",
        "couldn't",
        "haven't",
        "earliest",
        "wasting",
        "nowt",
        "nor",
        "without",
        "aren't",
    }
)
_DENIAL_REACH = 12
_LEAD = 9
"""A time has no more words before the first one that it cannot go without."""


class _Hit(NamedTuple):
    """A period in the words ``[first, after)``."""

    period: Period
    first: int
    after: int


def find_periods(
    text: str,
    *,
    today: date,
    date_order: Literal["day_first", "month_first"] = "month_first",
    fiscal_year_start: int = 1,
    place: str | None = None,
    spoken_of: Period | None = None,
) -> tuple[Found[Period], ...]:
    """Times that the text names, resolved against the day of the call, left to right.

    A time without a year is the next that is not over on ``today``, unless the words say
    that it is past ("last March", "since May"). "End of X" is X's last day, "mid-month" the
    15th; a time before X, where nothing is denied, ends the day before X starts.
    ``place`` (a country's name or ISO 3166 code) turns the seasons in the south and
    decides holidays such as Thanksgiving; ``fiscal_year_start`` is a month. ``spoken_of`` is
    the time named before this text: "the thirtieth" after June is in June, "in March" after
    2027 is in 2027. Within the text each time is spoken of for the next.
    """
    if not _may_hold_periods()(text):
        return ()
    words = split_words(text)
    scene = Scene(
        words=words,
        numbers={number.first: number for number in read_numbers(words)},
        today=today,
        day_first=date_order == "day_first",
        fiscal_year_start=fiscal_year_start,
        country=None if place is None else country_of(place),
        spoken_of=None if spoken_of is None else _days(spoken_of),
    )
    return tuple(_found(text, scene, hit) for hit in _hits(scene))


@at_loading
def _may_hold_periods() -> Callable[[str], bool]:
    return trigger(trigger_words())


def _hits(scene: Scene) -> list[_Hit]:
    hits: list[_Hit] = []
    after, first_words = 0, starters()
    for at in _near_keys(scene.words):
        word = scene.words[at]
        if at < after or not (word.is_digits or word.lower in first_words or at in scene.numbers):
            continue
        hit = _hit(scene, at)
        if hit is not None:
            hits.append(hit)
            after = hit.after
            scene = replace(scene, spoken_of=_days(hit.period) or scene.spoken_of)
    return hits


def _near_keys(words: Words) -> Iterator[int]:
    """The words that stand so close before one that no time goes without, or are one."""
    keys = trigger_words()
    ends = [at for at, word in enumerate(words) if word.is_digits or word.lower in keys]
    after = 0
    for end in ends:
        yield from range(max(after, end - _LEAD), end + 1)
        after = end + 1


def _days(period: Period) -> Days | None:
    if period.start is None or period.end is None:
        return None
    return Days(period.start, period.end)


def _hit(scene: Scene, at: int) -> _Hit | None:
    after = read_haste(scene, at)
    if after is not None:
        return _Hit(Period(start=None, end=None, asap=True), at, after)
    stretch = read_stretch_of_days(scene, at)
    if stretch is None:
        return None
    days = _before(scene, at, stretch)
    return _Hit(Period(start=days.start, end=days.end), at, stretch.after)


def _before(scene: Scene, at: int, stretch: Stretch) -> Days:
    """The stretch, or the day before it where "before March" sets a deadline."""
    start = at - (scene.lower(at - 1) in {"the", "next", "this"})
    if stretch.grain not in _BROAD or scene.lower(start - 1) != "before":
        return stretch.days
    if stretch.days.start <= scene.today:
        return stretch.days
    said = {scene.lower(back) for back in range(max(0, start - _DENIAL_REACH), start - 1)}
    return stretch.days if said & _DENIALS else one_day(shifted(stretch.days.start, days=-1))


def _found(text: str, scene: Scene, hit: _Hit) -> Found[Period]:
    start, end = scene.words[hit.first].start, scene.words[hit.after - 1].end
    period = hit.period.model_copy(update={"raw": text[start:end]})
    return Found(start=start, end=end, value=period)
