"""Account and card numbers, addresses of machines, pages and places, found and checked.

What has a check digit is only taken for one where that is right: figures are what a sales
call is about.
"""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from typing import NamedTuple

from assistant.masking.masked import Identifier

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){3,8}(?![A-Za-z0-9])")
_CARD = re.compile(r"(?<![\d.,])\d(?:[ -]?\d){12,18}(?![.,]?\d)")
_IP = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:]*::?[0-9A-Fa-f:]+)(?![\w:]|\.\d)"
)
_URL = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>\"'“”]*[^\s<>\"'“”.,;:!?)\]}]", re.IGNORECASE)
_PAGE = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]{2,63}\.)+[a-z]{2,10}/[^\s<>\"']*[\w/]", re.IGNORECASE)
_KINDS_OF_STREET = (
    "street|st|avenue|ave|road|rd|lane|ln|drive|boulevard|blvd|court|square|terrace|crescent|"
    "highway|parkway"
)
_CAPITAL_WORD = r"(?![A-Z]+\b)[A-Z][\w'\u2019.-]*"
"""A word that is written as a name, and not in capitals as all of a text may be."""
_STREET = re.compile(
    rf"(?<![\w.,$€£-])\d{{1,5}}[A-Za-z]?,? (?:(?:[NSEW]\.?|North|South|East|West) )?"
    rf"(?:{_CAPITAL_WORD}|\d+(?:st|nd|rd|th)) (?:{_CAPITAL_WORD} ){{0,2}}"
    rf"(?i:{_KINDS_OF_STREET})\b\.?"
)
_STREET_FIRST = re.compile(
    r"\b[A-ZÄÖÜ][\wäöüß.-]*(?:straße|strasse|str\.|weg|platz|allee|gasse) \d{1,4} ?[a-z]?\b"
)
_POSTCODE = re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b")
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|"
    "NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC"
)
_ZIP = re.compile(rf"\b(?:{_STATES}),? \d{{5}}(?:-\d{{4}})?\b")


class Found(NamedTuple):
    """Code points ``[start, end)`` of a text, and what stands there."""

    start: int
    end: int
    kind: Identifier


def identifiers_in(text: str) -> list[Found]:
    """What is found, in order; nothing overlaps."""
    found: list[Found] = []
    for one in _all(text):
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return sorted(found)


def _all(text: str) -> Iterator[Found]:
    """The surest kinds first: they win where two overlap."""
    for pattern in (_URL, _PAGE):
        yield from _those(pattern, text, Identifier.URL)
    yield from (one for one in _those(_IBAN, text, Identifier.IBAN) if _is_iban(text, one))
    yield from (one for one in _those(_CARD, text, Identifier.CARD) if _is_card(text, one))
    yield from (one for one in _those(_IP, text, Identifier.IP) if _is_ip(text, one))
    for pattern in (_STREET, _STREET_FIRST, _POSTCODE, _ZIP):
        yield from _those(pattern, text, Identifier.ADDRESS)


def _those(pattern: "re.Pattern[str]", text: str, kind: Identifier) -> Iterator[Found]:
    return (Found(*found.span(), kind) for found in pattern.finditer(text))


def _is_iban(text: str, found: Found) -> bool:
    """ISO 13616: 97 divides it, but for 1."""
    plain = re.sub(r"[ -]", "", text[found.start : found.end])
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _is_card(text: str, found: Found) -> bool:
    """ISO 7812: Luhn's sum; a number of one digit only is no card's."""
    digits = [int(sign) for sign in text[found.start : found.end] if sign.isdigit()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(digits[-1::-2])) % 10 == 0 and len(set(digits)) > 1


def _is_ip(text: str, found: Found) -> bool:
    there = text[found.start : found.end]
    try:
        ip_address(there)
    except ValueError:
        return False
    # 12:30 and 1::2 are written in many texts; an address of six has several groups.
    return "." in there or there.count(":") > 2
