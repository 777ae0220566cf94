"""Finds amounts of money."""

from collections.abc import Callable, Iterable

from assistant.domain.values import Money
from assistant.extraction.data import at_loading
from assistant.extraction.values.found import Found
from assistant.extraction.values.money.amounts import Amount, read_amounts
from assistant.extraction.values.money.currencies import currencies, currency_of_place
from assistant.extraction.values.money.scaling import scale_meant
from assistant.extraction.values.money.terms import terms
from assistant.extraction.values.numbers.numerals import numerals
from assistant.extraction.values.words import Words, split_words, trigger

_COMPLETE_A_MONTH = 100
"""So much a month is no short form: "six hundred a month", but "eighteen a month"."""

_PAIRED = 1000


def find_money(
    text: str, *, currency: str | None = None, place_hint: str | None = None
) -> tuple[Found[Money], ...]:
    """Amounts that show by themselves that they are money, left to right.

    ``currency`` is the call's (ISO 4217), used where none is said; "dollars" and the like
    mean it, or the currency of ``place_hint`` (a country's name or ISO 3166 code), where
    they can. Percentages, counts and bare numbers are none.
    """
    if not may_show_money(text):
        return ()
    amounts = (amount for amount in read_amounts(text) if amount.certain)
    return _found(text, amounts, currency, place_hint, None)


def find_amounts(
    text: str,
    *,
    currency: str | None = None,
    place_hint: str | None = None,
    scale_hint: float | None = None,
) -> tuple[Found[Money], ...]:
    """Amounts of a text that is known to talk about money: bare numbers count too.

    ``scale_hint`` is an amount of the same kind heard before (the price that the rep
    named): a bare "thirty" near 22,000 is 30,000. Without it a bare number is taken as said.
    """
    if not _may_hold_money()(text):
        return ()
    return _found(text, read_amounts(text), currency, place_hint, scale_hint)


def may_show_money(text: str) -> bool:
    """The cheap test: whether the text holds a number, and something that makes it money."""
    return _may_show_money()(text) and _may_hold_money()(text)


@at_loading
def _may_show_money() -> Callable[[str], bool]:
    """Whether something may show that a number is money: a currency, thousands, "figures"."""
    table = currencies()
    named = table.named.first_words | table.national.first_words | frozenset(table.hundredths)
    named |= frozenset(table.thousands)
    codes = frozenset(code.lower() for code in table.codes)
    sizes = frozenset(numerals().scales) | terms().figures.words
    return trigger(named | codes | sizes | frozenset(table.symbols))


@at_loading
def _may_hold_money() -> Callable[[str], bool]:
    table = currencies()
    return trigger(numerals().starters | table.named.first_words | frozenset(table.symbols))


def _found(
    text: str,
    amounts: Iterable[Amount],
    currency: str | None,
    place: str | None,
    hint: float | None,
) -> tuple[Found[Money], ...]:
    words = split_words(text)
    local = currency or (None if place is None else currency_of_place(place))
    return tuple(_money(text, words, amount, local, place, hint) for amount in amounts)


def _is_price(amount: Amount) -> bool:
    """Whether what it is for tells that no thousands were left out: "95 a head", "600 a month"."""
    often = amount.rate.per
    return (
        amount.rate.unit is not None
        or often in {"hour", "day"}
        or (often in {"week", "month"} and amount.high >= _COMPLETE_A_MONTH)
    )


def _is_wage(words: Words, amount: Amount) -> bool:
    """Whether a sum for an hour was said in two pairs of digits: "fifteen fifty an hour"."""
    if amount.rate.per != "hour" or amount.low < _PAIRED:
        return False
    said = words[amount.first : amount.after]
    sizes = numerals().hundred.keys() | numerals().scales.keys()
    return not any(word.is_digits or word.lower in sizes for word in said)


def _is_mil(words: Words, amount: Amount) -> bool:
    return any(words[at].lower == "mil" for at in range(amount.first, amount.after))


def _money(
    text: str,
    words: Words,
    amount: Amount,
    currency: str | None,
    place: str | None,
    hint: float | None,
) -> Found[Money]:
    mark = amount.mark
    factor = 1.0
    if mark is not None:
        currency = mark.code or currencies().meant(str(mark.family), currency, place)
        factor = mark.factor
    elif not amount.complete and not _is_price(amount):
        factor = scale_meant(amount.low, amount.high, hint, currency)
    if _is_wage(words, amount):
        factor /= 100
    if currency in currencies().mil_is_thousand and _is_mil(words, amount):
        factor /= 1000
    start, end = words[amount.first].start, words[amount.after - 1].end
    money = Money(
        low=round(amount.low * factor, 6),
        high=round(amount.high * factor, 6),
        currency=currency,
        per=amount.rate.per,
        unit=amount.rate.unit,
        bound=amount.bound,
        raw=text[start:end],
    )
    return Found(start=start, end=end, value=money)
