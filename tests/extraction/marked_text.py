"""Expected answers written into the text, in GUIDE's notation.

``P: Roughly. {{budget|yes|hedged|40000 USD/year}}We pencilled in forty grand{{/}}.`` is a
turn of the prospect with one answer; ``R:`` is the rep; notes have no letter. A value that
a test does not care about is written ``*``.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from assistant.domain.bank import Question
from assistant.domain.engine import Extractor, Heard, ReadingFacts
from assistant.domain.fields import Field, Kind, Side
from assistant.domain.transcript import Participant, Turn
from assistant.domain.values import Count, Deciders, Money, Period, Value

CALL_DATE = date(2026, 3, 10)
_TAG = re.compile(r"\{\{(?P<close>/)?(?P<inside>[^{}]*)\}\}")
_SIDES = {"R": ("Dana", Side.REP), "P": ("Luis", Side.PROSPECT), "Q": ("Mei", Side.PROSPECT)}


class Marked(NamedTuple):
    """An answer: the same whether it was expected or found."""

    turn: int
    field: str
    polarity: str
    certainty: str
    value: str
    quote: str


class Unbalanced(ValueError):
    """A mark that is not closed, closed twice, nested, or not of four parts."""


def parse(text: str, turn: int = 0) -> tuple[str, frozenset[Marked]]:
    """The text without its marks, and the marks."""
    plain, marks, at = "", set[Marked](), 0
    opened: tuple[list[str], int] | None = None
    for tag in _TAG.finditer(text):
        plain += text[at : tag.start()]
        at = tag.end()
        if tag["close"]:
            if opened is None or tag["inside"]:
                raise Unbalanced(f"nothing to close at {tag.start()}: {text}")
            parts, start = opened
            field, polarity, certainty, value = parts
            marks.add(Marked(turn, field, polarity, certainty, value, plain[start:]))
            opened = None
        else:
            parts = tag["inside"].split("|")
            if opened is not None or len(parts) != 4:
                raise Unbalanced(f"no mark of four parts can open at {tag.start()}: {text}")
            Field(parts[0])
            opened = parts, len(plain)
    plain += text[at:]
    if opened is not None or "{{" in plain or "}}" in plain:
        raise Unbalanced(f"a mark is left open: {text}")
    return plain, frozenset(marks)


def hear(
    extractor: Extractor,
    lines: Iterable[str],
    *,
    kind: Kind = Kind.CALL,
    currency: str | None = "USD",
    questions: tuple[Question, ...] = (),
    product_names: tuple[str, ...] = (),
) -> tuple[list[Heard], frozenset[Marked]]:
    """What the extractor hears in the lines, and what they say it should hear."""
    facts = ReadingFacts(
        kind=kind,
        call_date=CALL_DATE,
        participants=tuple(Participant(name=name, side=side) for name, side in _SIDES.values()),
        currency=currency,
        questions=questions,
        product_names=product_names,
    )
    listener = extractor.listen(facts)
    heard, expected = [], set[Marked]()
    for index, line in enumerate(lines):
        letter, _, rest = line.partition(": ") if kind is Kind.CALL else ("", "", line)
        speaker, side = _SIDES[letter] if letter else (None, Side.UNKNOWN)
        plain, marks = parse(rest, index)
        expected |= marks
        heard.append(listener.hear(Turn(index=index, text=plain, speaker=speaker, side=side)))
    return heard, frozenset(expected)


def check(
    extractor: Extractor, *lines: str, fields: Iterable[Field], kind: Kind = Kind.CALL
) -> None:
    """The answers of these fields are exactly the marked ones."""
    heard, expected = hear(extractor, lines, kind=kind)
    wanted = set(fields)
    uncared = {(m.turn, m.quote, m.field) for m in expected if m.value == "*"}
    found = set[Marked]()
    for answer in (answer for one in heard for answer in one.answers):
        if answer.field not in wanted or answer.evidence is None:
            continue
        at = answer.evidence
        cared = (at.turn, at.quote, answer.field.value) not in uncared
        value = notation(answer.value) if cared else "*"
        found.add(Marked(at.turn, answer.field, answer.polarity, answer.certainty, value, at.quote))
    assert found == expected


def notation(value: Value | None) -> str:
    """A value in GUIDE's notation; "?" for none."""
    match value:
        case None:
            return "?"
        case Money():
            same = value.low == value.high
            amount = _plain(value.low) if same else f"{_plain(value.low)}-{_plain(value.high)}"
            per = "".join(f"/{part}" for part in (value.unit, value.per) if part)
            return f"{amount} {value.currency}{per}"
        case Period():
            if value.asap:
                return "asap"
            return f"{value.start}" if value.start == value.end else f"{value.start}..{value.end}"
        case Deciders():
            speaker = [f"speaker={value.speaker}"] if value.speaker else []
            people = [
                f"{p.name or ''} ({p.title})".strip() if p.title else f"{p.name}"
                for p in value.people
            ]
            return "; ".join([*speaker, *people])
        case Count():
            return f"{_plain(value.count)} {value.unit or ''}".strip()
        case _:
            return value.text


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.2f}"
