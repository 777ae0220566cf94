"""Years: "2027", "twenty twenty-seven", "of twenty-seven", "'27", "next year"."""

from assistant.extraction.values.function_words import is_noun_like
from assistant.extraction.values.money.currencies import currencies
from assistant.extraction.values.money.terms import terms as money_terms
from assistant.extraction.values.numbers.spoken import read_spoken
from assistant.extraction.values.periods.days import fiscal_year, fiscal_year_of, year_of
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.terms import calendar
from assistant.extraction.values.periods.when import fixed
from assistant.extraction.values.words import glued

_FIRST, _LAST = 2000, 2060
_FIRST_DATED, _LAST_DATED = 1900, 2100
"""Years after a month or a day; a year that stands alone is counted with people and money."""
_FIRST_SAID = {"nineteen": 1950, "twenty": 2010, "two": 2015}
_SHORT_AHEAD = 12
"""How far ahead a year said in two digits ("in twenty-nine") can be."""
_BEFORE_SHORT = frozenset(
    {"in", "of", "until", "till", "til", "before", "by", "through", "into", "for", "maybe", "to"}
    | {"say", "after", "around", "from", "since", "late", "early", "mid"}
)
_RELATIVE = {"next": 1, "following": 1, "coming": 1, "this": 0, "current": 0, "last": -1}


def read_bare_year(scene: Scene, at: int) -> Reading | None:
    """A year that stands by itself."""
    before = scene.lower(at - 1)
    if before in currencies().symbols or (
        before and glued(scene.words, at) and before not in {"~", "'"}
    ):
        return None
    hit = _full_year(scene, at)
    if hit is None and (before in _BEFORE_SHORT or before == "'"):
        hit = _short_year(scene, at) or _cut_year(scene, at)
        if hit is not None and is_noun_like(scene.words, hit[1]):
            return None
    if hit is None or _counts_something(scene, hit[1]):
        return None
    return Reading(fixed(year_of(hit[0]), "year"), hit[1])


def read_year_after(scene: Scene, at: int, *, bare_digits: bool) -> tuple[int, int] | None:
    """The year after a date without one, and the word after it.

    ``bare_digits`` allows "Q1 27"; after a month these are a day.
    """
    start = at + 1 if scene.lower(at) in {"of", "in", ",", "/"} else at
    linked = start > at and scene.lower(at) != ","
    if scene.lower(start) == "'" and glued(scene.words, start + 1):
        return _two_digits(scene, start + 1)
    hit = _relative_year(scene, start) or _full_year(scene, start, dated=True)
    if hit is not None:
        return None if scene.lower(at) == "in" and start + 1 == hit[1] and not linked else hit
    if linked or _soon(scene, start):
        hit = _short_year(scene, start)
        if hit is not None and not is_noun_like(scene.words, hit[1]):
            return hit
    return _two_digits(scene, start) if bare_digits else None


def read_fiscal_year(scene: Scene, at: int) -> Reading | None:
    """As in "FY27", "fiscal 2027", "the fiscal year" (the current one)."""
    hit = calendar().fiscal_names.at(scene.words, at)
    if hit is None:
        return None
    after = hit[1]
    year = _two_digits(scene, after) or _full_year(scene, after) or _short_year(scene, after)
    if year is not None:
        days = fiscal_year(year[0], scene.fiscal_year_start)
        return Reading(fixed(days, "year"), year[1])
    new = scene.lower(at - 1) in {"new", "next"}
    named = fiscal_year_of(scene.today, scene.fiscal_year_start) + new
    return Reading(fixed(fiscal_year(named, scene.fiscal_year_start), "year"), after)


def _full_year(scene: Scene, at: int, *, dated: bool = False) -> tuple[int, int] | None:
    if not 0 <= at < len(scene.words):
        return None
    word = scene.words[at]
    if word.is_digits:
        plain = len(word.text) == 4 and word.text.isdecimal()
        value = int(word.text) if plain else 0
        first, last = (_FIRST_DATED, _LAST_DATED) if dated else (_FIRST, _LAST)
        return (value, at + 1) if first <= value <= last else None
    if word.lower not in _FIRST_SAID:
        return None
    number = read_spoken(scene.words, at)
    first = _FIRST_DATED if dated else _FIRST_SAID[word.lower]
    if number is None or not first <= number.low <= _LAST or not number.low.is_integer():
        return None
    return int(number.low), number.after


def _short_year(scene: Scene, at: int) -> tuple[int, int] | None:
    """Two digits in words that can be a year from now on: "twenty-eight", "thirty"."""
    if scene.lower(at) not in {"twenty", "thirty"}:
        return None
    number = read_spoken(scene.words, at)
    if number is None:
        return None
    year = 2000 + int(number.low)
    near = number.low < 100 and scene.today.year <= year <= scene.today.year + _SHORT_AHEAD
    return (year, number.after) if near else None


def _cut_year(scene: Scene, at: int) -> tuple[int, int] | None:
    """The digits of "'27", where that is a year from now on."""
    cut = scene.lower(at - 1) == "'" and glued(scene.words, at)
    hit = _two_digits(scene, at) if cut else None
    near = hit is not None and 0 <= hit[0] - scene.today.year <= _SHORT_AHEAD
    return hit if near else None


def _soon(scene: Scene, at: int) -> bool:
    """Whether "july twenty eight" is a year: in the next five, where a day would be "eighth"."""
    hit = _short_year(scene, at)
    return hit is not None and scene.today.year < hit[0] <= scene.today.year + 5


def _two_digits(scene: Scene, at: int) -> tuple[int, int] | None:
    text = scene.words[at].text if at < len(scene.words) else ""
    if len(text) != 2 or not text.isdecimal():
        return None
    return 2000 + int(text), at + 1


def _relative_year(scene: Scene, at: int) -> tuple[int, int] | None:
    at += scene.lower(at) == "the"
    if scene.lower(at) == "year" and scene.lower(at + 1) == "after":
        twice = scene.lower(at + 2) == "next"
        return scene.today.year + (2 if twice else 1), at + (3 if twice else 2)
    if scene.lower(at) in {"that", "same"} and scene.lower(at + 1) == "year":
        said = scene.spoken_of
        return None if said is None else (said.start.year, at + 2)
    offset = _RELATIVE.get(scene.lower(at))
    middle = at + 1 + (scene.lower(at + 1) == "calendar")
    if offset is None or scene.lower(middle) not in {"year", "yr"}:
        return None
    return scene.today.year + offset, middle + 1


def _counts_something(scene: Scene, at: int) -> bool:
    """Whether "2000" before word ``at`` counts people or money."""
    words = scene.words
    if money_terms().other_measures.at(words, at) is not None:
        return True
    return currencies().named.at(words, at) is not None or (
        glued(words, at)
        and scene.lower(at) not in {"'s", ".", ",", ";", "?", "!", ")", "-", "/", ":", "\u2013"}
    )
