"""Numbers in digits: ``1,200.50``, ``12,00,000``, ``1.200.000``, ``31 000``, ``40k``."""

import re

from assistant.extraction.values.numbers.number import Number
from assistant.extraction.values.numbers.numerals import numerals
from assistant.extraction.values.words import Words, glued, is_hyphen, lower_at

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_DOT_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_LONGEST = 18
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def read_written(words: Words, at: int) -> Number | None:
    """The number in digits at word ``at``; None for an ordinal, a time or a code."""
    value = value_of(words[at].text)
    if value is None:
        return None
    after = at + 1
    if glued(words, after) and lower_at(words, after) in _ORDINAL_ENDINGS:
        return None
    if _opens_with_point(words, at):
        fraction = float(f"0.{words[at].text}")
        return Number(fraction, fraction, at - 1, after, written=True)
    value, after = _with_spaced_groups(words, at, value)
    scale, after = _scale_after(words, after)
    code = _is_code(words, at)
    total = round(value * scale, 6)
    return Number(total, total, at, after, scale, written=True, code=code)


def _opens_with_point(words: Words, at: int) -> bool:
    """Whether the digits are a fraction without its zero: ".79", "$.79"."""
    if not glued(words, at) or words[at - 1].text != "." or not words[at].text.isdecimal():
        return False
    return not glued(words, at - 1) or not words[at - 2].text[0].isalnum()


def _is_code(words: Words, at: int) -> bool:
    """Whether the digits end a name: "T4", "K-110"."""
    if at == 0 or not glued(words, at):
        return False
    if words[at - 1].is_letters:
        return True
    letter = words[at - 2].text if at > 1 and is_hyphen(words[at - 1]) else ""
    return len(letter) == 1 and letter.isupper() and glued(words, at - 1)


def value_of(raw: str) -> float | None:
    """The value of digits as written; None for what is no number ("31.12.2026")."""
    if len(raw) > _LONGEST:
        return None
    if _COMMA_GROUPS.fullmatch(raw):
        return float(raw.replace(",", ""))
    if _DOT_GROUPS.fullmatch(raw):
        return float(raw.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(raw):
        return float(raw)
    return float(raw.replace(",", ".")) if _COMMA_DECIMAL.fullmatch(raw) else None


def _with_spaced_groups(words: Words, at: int, value: float) -> tuple[float, int]:
    """Thousands set apart by one space: ``31 000``. Two numbers in a row are two numbers."""
    after = at + 1
    if len(words[at].text) > 3 or not 1 <= value < 1000:
        return value, after
    while (
        after < len(words)
        and re.fullmatch(r"\d{3}", words[after].text)
        and words[after].start == words[after - 1].end + 1
        and value < 1e9
    ):
        value = value * 1000 + int(words[after].text)
        after += 1
    return value, after


def _scale_after(words: Words, after: int) -> tuple[float, int]:
    """The factor in the words after the digits, and the word after it."""
    table = numerals()
    if after >= len(words):
        return 1, after
    word = words[after]
    if glued(words, after):
        if word.text in table.capital_suffixes:
            return table.capital_suffixes[word.text], after + 1
        if word.lower in table.suffixes:
            return table.suffixes[word.lower], after + 1
    elif word.text in table.capital_suffixes:
        return table.capital_suffixes[word.text], after + 1
    at = after + 1 if is_hyphen(word) else after
    name = lower_at(words, at)
    found = table.scales.get(name) or table.hundred.get(name)
    return (found, at + 1) if found else (1, after)
