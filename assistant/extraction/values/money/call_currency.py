"""The currency of a whole call: said, or known from a place."""

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.extraction.values.money.amounts import read_amounts
from assistant.extraction.values.money.currencies import currencies, currency_of_place
from assistant.extraction.values.money.finding import may_show_money
from assistant.extraction.values.places.finding import find_places
from assistant.extraction.values.words import lower_at, split_words

_MOST_PLACES = 60
"""So many places settle where somebody is; a call names fewer."""
_LEAST_SHARE = 0.6
_OF_ONE_REGION = frozenset({"rupee"})
"""Names that nobody uses for money of elsewhere, as people do with dollars."""
_US_STATES = frozenset(
    {"al", "ak", "az", "ar", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "ia", "ks", "ky"}
    | {"la", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc"}
    | {"nd", "oh", "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv"}
    | {"wi", "wy"}
)


def currency_of_call(
    texts: Sequence[str], own: Sequence[str], *, country: str | None, fallback: str | None
) -> tuple[str | None, str]:
    """The call's currency, and what tells it: said, place, account, settings or none.

    ``texts`` are all that is said, ``own`` what the prospect's side says, whose places
    count; ``country`` is the account's. A word that several currencies share ("dollars")
    means the one that is said elsewhere, else the place's, the account's, the settings'.
    None where two are named as often as each other, where the prospect's places have another
    currency than what is said, or where only the rep says what several share and no place,
    account or setting tells which is meant: a blank is better than a wrong one.
    """
    sure, shared = _said(texts)
    named = _named_most(sure, shared)
    if named is not None:
        return named, "said"
    account = None if country is None else currency_of_place(country)
    family, times = shared.most_common(1)[0] if shared else (None, 0)
    if sure and times <= sure.total():
        known = next((code for code in (account, fallback) if code in sure), None)
        return known, "said" if known else "none"
    if family is not None:
        meant = _meant(family, own, (account, fallback, _placed(texts)))
        return meant, "said" if meant else "none"
    place = _placed(own)
    if place is not None:
        return place, "place"
    if account is not None:
        return account, "account"
    return fallback, "settings" if fallback else "none"


def _meant(family: str, own: Sequence[str], known: Sequence[str | None]) -> str | None:
    """The member of a family that places or what is known tell; its usual one, if theirs."""
    members = currencies().families[family].members
    placed = _placed(own)
    told = next((code for code in (placed, *known) if code in members), None)
    usual = currencies().families[family].default
    if told is not None or family in _OF_ONE_REGION:
        return told or usual
    return usual if placed is None and family in _said(own)[1] else None


def _said(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each currency is named beyond doubt, and how often each shared name."""
    sure, shared = Counter[str](), Counter[str]()
    for text in texts:
        if not may_show_money(text):
            continue
        for amount in read_amounts(text):
            if amount.mark is None or not amount.certain:
                continue
            family = amount.mark.family
            members = () if family is None else currencies().families[family].members
            if amount.mark.code is not None or len(members) == 1 or family == "pound":
                sure[amount.mark.code or members[0]] += 1
            elif family is not None:
                shared[family] += 1
    return sure, shared


def _named_most(sure: Counter[str], shared: Counter[str]) -> str | None:
    """The currency named beyond doubt, where no other is named as often.

    "Dollars" beside "Canadian dollars" are those; beside pounds (of weight, at times) they
    are another currency.
    """
    if not sure:
        return None
    ranked = sure.most_common(2)
    code, times = ranked[0]
    others = [count for other, count in ranked if other != code]
    others += [
        count
        for family, count in shared.items()
        if code not in currencies().families[family].members
    ]
    return code if times > sum(others) else None


def _placed(texts: Iterable[str]) -> str | None:
    """The currency of most of the places that the texts name, the first ones of a call."""
    found = Counter[str]()
    for text in texts:
        for place in find_places(text):
            code = _currency_at(place.value.text)
            if code is not None:
                found[code] += 1
        if found.total() >= _MOST_PLACES:
            break
    if not found:
        return None
    code, times = found.most_common(1)[0]
    return code if times >= _LEAST_SHARE * found.total() else None


def _currency_at(place: str) -> str | None:
    words = split_words(place)
    if len(words) > 1 and lower_at(words, len(words) - 1) in _US_STATES:
        return "USD"
    return currency_of_place(place)
