"""Phone numbers as a country writes them, found by the package phonenumbers."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher
from phonenumbers.phonenumberutil import SUPPORTED_REGIONS

_ENOUGH = re.compile(r"\d(?:[^\d\n]{0,2}\d){6,}")
"""Digits enough for a number: what has none is not looked at."""
_AMOUNT = re.compile(r"\d{1,3}(?:[.,'\u2019]\d{3})+(?:[.,]\d+)?|\d+[.,]\d{1,2}|\d{1,8}")
"""As amounts are written: 168.000 is a valid number in Germany, and no phone's."""
_BEFORE = re.compile(r"(?:[$€£¥#]|\b(?:EUR|USD|GBP|CHF))\s*$", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s*(?:[$€£¥%]|(?:EUR|USD|GBP|CHF|dollars?|euros?|pounds?|employees|seats|users)\b)",
    re.IGNORECASE,
)


def phones_in(text: str, country: str | None) -> Iterator[tuple[int, int]]:
    """Code points of numbers that are valid in the country (ISO 3166), or behind a plus."""
    if not _ENOUGH.search(text):
        return
    region = country if country in SUPPORTED_REGIONS else None
    for match in PhoneNumberMatcher(text, region, leniency=Leniency.VALID):
        start, end = int(match.start), int(match.end)
        amount = _AMOUNT.fullmatch(match.raw_string)
        money = _BEFORE.search(text[:start]) or _BEHIND.match(text, end)
        if not (amount or money):
            yield start, end
