"""What a source says about itself above the first words: title and date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant.ingest.lines import Line, Lines
from assistant.ingest.words import words

_KEY_VALUE = re.compile(r"\W{0,4}(?P<key>[A-Za-z_ ]{3,20}?)\s*:[\s*]*(?P<value>\S.{0,200})")
_LONGEST = 300
_RULE = re.compile(r"\s*[-=_*]{3,}\s*")
_ISO = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<sign>[-/])(?P<number>\d\d)(?P=sign)(?P<day>\d\d)(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<number>\d\d)(?P<day>\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Preamble:
    """The title and the day of the call, as far as they are told."""

    title: str | None = None
    call_date: date | None = None


def split_preamble(lines: Lines) -> tuple[Preamble, Lines]:
    """The preamble of ``key: value`` lines, and the lines below it.

    Without such a line at the top, or with nothing else, every line stays.
    """
    told: list[str] = []
    for place, line in enumerate(lines):
        if _key_of(line) is not None:
            told.append(line.text)
        elif not told or not (line.blank or _RULE.fullmatch(line.text)):
            return preamble_of(told), lines[place:] if told else lines
    return preamble_of(told), lines


def preamble_of(texts: Iterable[str]) -> Preamble:
    """What the ``key: value`` lines among these say; the first of each counts."""
    title: str | None = None
    day: date | None = None
    for text in texts:
        found = _cut_key(text)
        key = found["key"].strip().lower() if found else ""
        if found and title is None and key in words().preamble.title:
            title = found["value"].strip(" *")
        if found and day is None and key in words().preamble.date:
            day = day_in(found["value"])
    return Preamble(title, day)


def day_in(text: str) -> date | None:
    """The first date that can be read one way only: 2026-03-12, 12 March 2026, March 12, 2026.

    Months are read in English, German, French and Spanish.
    """
    spelt = text.lower()
    return _first_day(_ISO.finditer(text)) or _first_day(
        match for pattern in _spelt() for match in pattern.finditer(spelt)
    )


@cache
def _spelt() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{'|'.join(_months())})[^\W\d_]*\.?"
    return (
        re.compile(
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\.?(?: de)? {month},?(?: de)? "
            r"(?P<year>20\d\d)\b"
        ),
        re.compile(rf"\b{month} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>20\d\d)\b"),
    )


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(words().months, start=1) for name in names}


def day_in_name(stem: str) -> date | None:
    """The date in a file's name: ``2026-03-12 clinic``, ``clinic_20260312``."""
    return day_in(stem) or _first_day(_COMPACT.finditer(stem))


def _first_day(matches: Iterable[re.Match[str]]) -> date | None:
    for match in matches:
        parts = match.groupdict()
        month = _months()[parts["month"]] if "month" in parts else int(parts["number"])
        try:
            return date(int(parts["year"]), month, int(parts["day"]))
        except ValueError:
            continue
    return None


def _cut_key(text: str) -> re.Match[str] | None:
    bare = text.strip()
    return _KEY_VALUE.fullmatch(bare) if len(bare) <= _LONGEST else None


def _key_of(line: Line) -> str | None:
    found = _cut_key(line.text)
    key = found["key"].strip().lower() if found else ""
    keys = words().preamble
    return key if key in keys.date | keys.title | keys.other else None
