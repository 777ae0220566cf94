"""Numbers in words: "a hundred and twenty", "two-ten", "half a million", "two and a half grand"."""

from typing import NamedTuple

from assistant.extraction.values.function_words import is_noun_like
from assistant.extraction.values.numbers.number import Number
from assistant.extraction.values.numbers.numerals import numerals
from assistant.extraction.values.words import Words, is_hyphen, lower_at

_ARTICLES = frozenset({"a", "an", "another"})
_AFTER_ARTICLE = frozenset({"thousand", "grand", "million", "billion", "lakh", "crore"})
_MILLION = 1_000_000
_INDIAN = frozenset({100_000, 10_000_000})
"""A lakh and a crore."""
_ZEROS = frozenset({"o", "oh"})


class _Part(NamedTuple):
    """A value, the word after it, and the factor that it was said with."""

    value: float
    after: int
    scale: float = 1


def read_spoken(words: Words, at: int) -> Number | None:
    """The number in words that begins at word ``at``."""
    low_high = _few(words, at)
    if low_high is not None:
        low, high, after, scale = low_high
        return Number(low, high, at, after, scale)
    part = _fraction(words, at) or _dozens(words, at) or _cardinal(words, at)
    return None if part is None else Number(part.value, part.value, at, part.after, part.scale)


def _few(words: Words, at: int) -> tuple[float, float, int, float] | None:
    """As in "a couple of hundred", "a few thousand", "a couple" (two), but not a bare "few"."""
    start = at + 1 if lower_at(words, at) in _ARTICLES else at
    word = lower_at(words, start)
    if word not in numerals().few:
        return None
    low, high = numerals().few[word]
    after = start + 2 if lower_at(words, start + 1) == "of" else start + 1
    scale = _factor(words, after)
    if scale is not None:
        return low * scale.value, high * scale.value, scale.after, scale.value
    return (low, high, after, 1) if low == high else None


def _factor(words: Words, at: int) -> _Part | None:
    """A hundred, a dozen or a larger factor at ``at``."""
    table = numerals()
    word = lower_at(words, at)
    value = table.hundred.get(word) or table.dozens.get(word) or table.scales.get(word)
    return _Part(value, at + 1) if value else None


def _fraction(words: Words, at: int) -> _Part | None:
    """As in "half a million", "a quarter of a million", "three quarters of a million"."""
    start = at + 1 if lower_at(words, at) in _ARTICLES else at
    times = numerals().digits.get(lower_at(words, start), 1)
    name = lower_at(words, start + 1).removesuffix("s") if times > 1 else lower_at(words, start)
    if name not in numerals().parts:
        return None
    after = start + (2 if times > 1 else 1)
    after += lower_at(words, after) == "of"
    after += lower_at(words, after) in _ARTICLES
    factor = _factor(words, after)
    if factor is None or factor.value == 100:
        return None
    return _Part(times * numerals().parts[name] * factor.value, factor.after, factor.value)


def _dozens(words: Words, at: int) -> _Part | None:
    """As in "a dozen", "two dozen"."""
    small = _small(words, at)
    if small is None and lower_at(words, at) in _ARTICLES:
        small = _Part(1, at + 1)
    if small is None or lower_at(words, small.after) not in numerals().dozens:
        return None
    return _Part(small.value * 12, small.after + 1)


def _cardinal(words: Words, at: int) -> _Part | None:
    """A whole cardinal, its decimals and halves, and the factors after it."""
    group = _first_group(words, at)
    if group is None:
        return None
    value, after, said = _with_decimals(words, group)
    total, scale = 0.0, said
    ceiling = float("inf")
    while True:
        factor = _scale(words, after)
        if factor is None or factor.value >= ceiling:
            return _Part(total + value, after, scale)
        total, after = total + value * factor.value, factor.after
        scale = max(scale if scale >= 1000 else 1, factor.value)
        ceiling = factor.value
        half = _half(words, after)
        if half is not None:
            return _Part(total + half.value * factor.value, half.after, scale)
        more = _rest(words, after, factor.value)
        if more is None:
            return _Part(total, after, scale)
        value, after = more.value, more.after


def _first_group(words: Words, at: int) -> _Part | None:
    word = lower_at(words, at)
    if word in _ARTICLES:
        following = lower_at(words, at + 1)
        if following in numerals().hundred:
            return _hundreds(words, 1, at + 1)
        if following in _AFTER_ARTICLE and not (
            following == "grand" and is_noun_like(words, at + 2)
        ):
            return _Part(1, at + 1)
        return None
    if word in numerals().hundred:
        return _hundreds(words, 1, at)
    if word in _AFTER_ARTICLE and word != "grand":
        return _Part(1, at)
    return _group(words, at)


def _group(words: Words, at: int) -> _Part | None:
    """A cardinal below ten thousand without "thousand": 7, 27, 210, 2300, 2027."""
    small = _small(words, at)
    if small is None:
        return None
    after = _past_hyphen(words, small.after)
    if lower_at(words, after) in numerals().hundred:
        return _hundreds(words, small.value, after)
    return _pair(words, small) or small


def _hundreds(words: Words, times: float, at: int) -> _Part:
    """``times`` hundred, and what is below a hundred after it."""
    value, after = times * 100, at + 1
    start = after + 1 if lower_at(words, after) == "and" else after
    tail = _small(words, start)
    if tail is None or tail.value == 0 or lower_at(words, tail.after) in numerals().hundred:
        return _Part(value, after, 100)
    if start > after and _pair(words, tail) is not None:
        return _Part(value, after, 100)  # "between three hundred and three fifty"
    # "fifteen hundred two thousand" is a range; nobody says fifteen hundred and two thousand.
    if times >= 10 and _scale(words, tail.after) is not None:
        return _Part(value, after, 100)
    return _Part(value + tail.value, tail.after)


def _pair(words: Words, first: _Part) -> _Part | None:
    """Two numbers run together: "two-ten", "twelve fifty", "twenty twenty-six", "four oh five"."""
    start = _past_hyphen(words, first.after)
    if lower_at(words, start) in {"oh", "o"}:
        digit = numerals().digits.get(lower_at(words, start + 1))
        return _Part(first.value * 100 + digit, start + 2) if digit and first.value else None
    second = _small(words, start)
    if second is None or second.value < 10 or first.value == 0:
        return None
    if first.value >= 10 and _reads_as_range(words, first, second):
        return None
    return _Part(first.value * 100 + second.value, second.after)


def _reads_as_range(words: Words, first: _Part, second: _Part) -> bool:
    """Whether "eighty ninety" or "twenty-five twenty-six" are two guesses at one number."""
    low, high = first.value, second.value
    if low == 20 and _scale(words, second.after) is None:
        return False  # "twenty twenty-six" is a year
    step = high - low
    return step == 1 or (0 < step <= 10 and low % 5 == 0 and high % 5 == 0)


def _small(words: Words, at: int) -> _Part | None:
    """A cardinal below a hundred."""
    table = numerals()
    word = lower_at(words, at)
    if word in table.digits:
        return _Part(table.digits[word], at + 1)
    if word in table.teens:
        return _Part(table.teens[word], at + 1)
    if word not in table.tens:
        return None
    after = _past_hyphen(words, at + 1)
    digit = table.digits.get(lower_at(words, after)) or _one_digit(words, after)
    if digit:
        return _Part(table.tens[word] + digit, after + 1)
    return _Part(table.tens[word], at + 1)


def _one_digit(words: Words, at: int) -> int:
    """A digit that speech recognition wrote after a ten in words: "eighty 5 people"."""
    alone = is_noun_like(words, at + 1) and lower_at(words, at + 1) not in numerals().scales
    said = lower_at(words, at)
    return int(said) if len(said) == 1 and said in "123456789" and alone else 0


def _with_decimals(words: Words, group: _Part) -> _Part:
    """The group with "point two five" or "and a half" added."""
    if lower_at(words, group.after) == "point":
        digits, after = _said_digits(words, group.after + 1)
        if digits:
            return _Part(float(f"{int(group.value)}.{digits[:6]}"), after)
    half = _half(words, group.after)
    return group if half is None else _Part(group.value + half.value, half.after)


def _said_digits(words: Words, at: int) -> tuple[str, int]:
    """The digits after "point", said one by one ("o" is a zero), and the word after them."""
    digits = ""
    while True:
        said = lower_at(words, at)
        digit = 0 if said in _ZEROS else numerals().digits.get(said)
        if digit is None:
            return digits, at
        digits, at = digits + str(digit), at + 1


def _half(words: Words, at: int) -> _Part | None:
    """As in "and a half", "and a quarter", "and three quarters"."""
    if lower_at(words, at) != "and":
        return None
    times = numerals().digits.get(lower_at(words, at + 1))
    if times is None and lower_at(words, at + 1) not in _ARTICLES:
        return None
    name = lower_at(words, at + 2)
    part = numerals().parts.get(name.removesuffix("s"))
    if part is None or (times is not None and not name.endswith("s")):
        return None
    return _Part((times or 1) * part, at + 3)


def _rest(words: Words, at: int, factor: float) -> _Part | None:
    """What follows a factor: "two hundred" of "a million two hundred thousand"."""
    start = at + 1 if lower_at(words, at) == "and" else at
    group = _group(words, start)
    if group is None and lower_at(words, start) in _ARTICLES:
        group = _first_group(words, start) if factor == _MILLION else None
    if group is None:
        return None
    larger = _scale(words, group.after)
    if larger is not None:
        return group if larger.value < factor else None
    if start > at and _half(words, group.after) is not None:
        return None  # "between three thousand and three and a half"
    if factor in _INDIAN and start == at and 10 <= group.value < 100:
        # "four lakh fifty": the fifty are thousands; "a crore twenty": lakhs.
        return _Part(group.value * factor / 100, group.after)
    if factor >= _MILLION:
        # "a million two": the two are hundreds of thousands.
        alone = start == at and group.value < 10 and not is_noun_like(words, group.after)
        return _Part(group.value * factor / 10, group.after) if alone else None
    return group if group.value < factor and (start == at or group.value < 1000) else None


def _scale(words: Words, at: int) -> _Part | None:
    start = _past_hyphen(words, at)
    value = numerals().scales.get(lower_at(words, start))
    return _Part(value, start + 1) if value else None


def _past_hyphen(words: Words, at: int) -> int:
    return at + 1 if at < len(words) and is_hyphen(words[at]) else at
