"""Reads what surrounds an amount: its currency, rate, unit and bound."""

from dataclasses import dataclass

from assistant.domain.values import Bound, Per
from assistant.extraction.values.function_words import is_noun_like
from assistant.extraction.values.money.currencies import currencies
from assistant.extraction.values.money.terms import terms
from assistant.extraction.values.numbers.number import Number
from assistant.extraction.values.words import Words, glued, is_hyphen, lower_at

_LETTERS_APART = frozenset({"c", "hk", "us", "nz", "ca"})
_EACH = frozenset({"per", "a", "an", "each", "every", "/"})
_ALONE = frozenset({"each", "apiece"})
_NO_THING = frozenset(
    {
        "way",
        "time",
        "number",
        "figure",
        "sum",
        "thing",
        "problem",
        "stretch",
        "bit",
        "little",
        "lot",
        "few",
        "couple",
        "good",
        "bad",
        "full",
        "further",
        "total",
        "maximum",
    }
    | {
        "max",
        "minimum",
        "year's",
        "day's",
        "month's",
        "week's",
        "dozen",
        "quarter",
        "half",
        "third",
    }
)
"""After "a" they are nothing that a price is for: "fifty, a bit more", "a couple of months"."""
_STOPS = frozenset(".?!;:()")
_RATE_REACH = 7
_BOUND_REACH = 7
_DENIAL_REACH = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A currency's sign or name at the words ``[first, after)``.

    ``code`` is set where it names one currency, ``family`` where several share the name;
    ``factor`` is 0.01 for cents and pence, 1,000 for "tkr".
    """

    first: int
    after: int
    code: str | None = None
    family: str | None = None
    factor: float = 1


@dataclass(frozen=True, slots=True)
class Rate:
    """How often and for what, with the word after it."""

    per: Per | None
    unit: str | None
    after: int


def mark_before(words: Words, number: Number) -> Mark | None:
    """The currency's mark right before the number: ``$``, ``A$``, ``AED``, ``R``, ``Rs.``."""
    table, at = currencies(), number.first - 1
    if at < 0:
        return None
    word = words[at]
    if word.text == "$":
        letters = _dollar_letters(words, at)
        if letters is not None:
            return Mark(at - 1, number.first, letters)
    if word.text in table.symbols:
        return Mark(at, number.first, family=table.symbols[word.text])
    if word.text in table.letters and glued(words, number.first):
        return Mark(at, number.first, table.letters[word.text])
    if word.text == "." and lower_at(words, at - 1) == "rs":
        return Mark(at - 1, number.first, family="rupee")
    if number.written and lower_at(words, at) == "rs":
        return Mark(at, number.first, family="rupee")
    code = table.code_of(word.text) if number.written else None
    return None if code is None else Mark(at, number.first, code)


def _dollar_letters(words: Words, at: int) -> str | None:
    """The currency of the letters before the $ at ``at``: "A$", "aud$", "c $"."""
    if at == 0:
        return None
    raw, table = words[at - 1].text, currencies()
    if not glued(words, at) and raw.lower() not in _LETTERS_APART:
        return None
    return table.dollar_letters.get(raw.upper()) or table.code_of(raw.upper())


def mark_after(words: Words, number: Number) -> Mark | None:
    """The currency's name right after the number: "euros", "€", "NOK", "Canadian dollars"."""
    table, at = currencies(), number.after
    if at < len(words) and is_hyphen(words[at]):
        at += 1
    if at >= len(words):
        return None
    word = words[at]
    if word.lower == "p" and glued(words, at):
        return Mark(at, at + 1, family="pound", factor=0.01)
    if word.lower in table.thousands:
        return Mark(at, at + 1, family=table.thousands[word.lower], factor=1000)
    if word.lower in table.hundredths:
        return Mark(at, at + 1, family=table.hundredths[word.lower], factor=0.01)
    if word.text in table.symbols:
        return Mark(at, at + 1, family=table.symbols[word.text])
    named = _named(words, at)
    if named is not None:
        return named
    code = table.code_of(word.text)
    return None if code is None else Mark(at, at + 1, code)


def _named(words: Words, at: int) -> Mark | None:
    """A currency by its word, its country, or both: "dollars", "Canadian", "dollars US"."""
    table = currencies()
    national = table.national.at(words, at)
    if national is not None:
        code, after = national
        word = table.named.at(words, after)
        return Mark(at, after if word is None else word[1], code)
    named = table.named.at(words, at)
    if named is None:
        return None
    family, after = named
    national = table.national.at(words, after)
    if national is not None:
        return Mark(at, national[1], national[0])
    return Mark(at, after, family=family)


def rate_after(words: Words, at: int, stop: int) -> Rate:
    """The rate that follows the amount, before word ``stop`` (the next number)."""
    per: Per | None = None
    unit: str | None = None
    after, reach = at, at + _RATE_REACH
    while at < min(stop, len(words), reach) and words[at].text not in _STOPS:
        often = terms().rates.at(words, at) if per is None else None
        thing = _unit(words, at) if at == after and unit is None else None
        if often is not None:
            per, after = often
        elif thing is not None:
            unit, after = thing
        else:
            at += 1
            continue
        at, reach = after, after + _RATE_REACH
    return Rate(per, unit, after)


def rate_before(words: Words, at: int) -> Per | None:
    """The rate that an adjective up to six words earlier gives: "an annual budget of"."""
    for back in range(at - 1, max(-1, at - 7), -1):
        word = words[back]
        if word.text in _STOPS or word.text == "," or word.is_digits:
            return None
        hit = terms().adjective_rates.at(words, back)
        if hit is not None:
            return hit[0]
    return None


def _unit(words: Words, at: int) -> tuple[str, int] | None:
    """The thing that a price is for: "a seat", "per vehicle", "/ee", "per pouch"."""
    link = lower_at(words, at)
    if link in _ALONE and not is_noun_like(words, at + 1):
        return "unit", at + 1
    if link not in _EACH:
        return None
    known = terms().unit_names.at(words, at + 1)
    if known is not None:
        return known
    if not is_noun_like(words, at + 1) or words[at + 1].text[0].isupper():
        return None
    thing = lower_at(words, at + 1)
    often = terms().rates.at(words, at) is not None
    return None if often or thing in _NO_THING else (thing, at + 2)


def bound_before(words: Words, at: int) -> tuple[Bound | None, int]:
    """The bound said before word ``at``, and its first word; fillers between are passed."""
    bound: Bound | None = None
    first = at
    for _ in range(3):
        hit = terms().before.ending(words, at, _BOUND_REACH)
        if hit is None:
            skipped = at - 1
            if lower_at(words, skipped) in {"a", "an", "of", "to", "uh", "um", "-", ","}:
                at = skipped
                continue
            break
        found, at = hit
        first = at
        if found == "at_least" and _denied(words, at):
            found = "up_to"
        bound = found if bound in {None, "about"} else bound
    return bound, first


def _denied(words: Words, at: int) -> bool:
    """Whether "not" or the like comes shortly before: "can't go over", "may not cost more than"."""
    said = {lower_at(words, back) for back in range(max(0, at - _DENIAL_REACH), at)}
    return bool(said & terms().denials)


def bound_after(words: Words, at: int) -> tuple[Bound | None, int]:
    """The bound said right after word ``at``, and the word after it."""
    start = at + 1 if at < len(words) and (is_hyphen(words[at]) or words[at].text == ",") else at
    hit = terms().after.at(words, start)
    return (None, at) if hit is None else hit
