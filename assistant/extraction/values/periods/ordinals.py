"""Ordinals from first to thirty-first: "the twenty-fifth", "25th"."""

from assistant.extraction.values.periods.scene import Scene
from assistant.extraction.values.periods.terms import calendar
from assistant.extraction.values.words import glued, is_hyphen

_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_TENS = {"twenty": 20, "thirty": 30}


def read_ordinal(scene: Scene, at: int) -> tuple[int, int] | None:
    """The ordinal at word ``at`` and the word after it; at most 31."""
    words = scene.words
    if at >= len(words):
        return None
    if words[at].is_digits:
        if glued(words, at + 1) and scene.lower(at + 1) in _ENDINGS and len(words[at].text) < 3:
            return _day(words[at].text, at + 2)
        return None
    ordinals = calendar().ordinals
    word = words[at].lower
    if word in _TENS:
        after = at + 1
        if after < len(words) and is_hyphen(words[after]):
            after += 1
        unit = ordinals.get(scene.lower(after), 10)
        number = _TENS[word] + unit
        return (number, after + 1) if unit < 10 and number <= 31 else None
    return (ordinals[word], at + 1) if word in ordinals else None


def read_day_number(scene: Scene, at: int) -> tuple[int, int] | None:
    """A day of the month as an ordinal or in plain digits, and the word after it."""
    ordinal = read_ordinal(scene, at)
    if ordinal is not None:
        return ordinal
    if at < len(scene.words) and scene.words[at].is_digits and len(scene.words[at].text) < 3:
        following = scene.lower(at + 1)
        clock = following in {":", "am", "pm", "%", "/"} and glued(scene.words, at + 1)
        return None if clock else _day(scene.words[at].text, at + 1)
    return None


def _day(digits: str, after: int) -> tuple[int, int] | None:
    number = int(digits)
    return (number, after) if 1 <= number <= 31 else None
