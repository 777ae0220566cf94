"""A marked call as text, as ``transcripts/corpus/GUIDE.md`` defines it.

A file that the program has written says so with a checksum: one that a person has changed since,
or that comes from elsewhere, can be told from it.
"""

import re
from collections.abc import Iterable
from hashlib import sha256

from assistant.domain.fields import Kind
from assistant.domain.inert import make_inert
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.transcript import Turn

_BRACES = str.maketrans("{}", "()")
_NOT_IN_A_LABEL = re.compile(r"[:,()\s]+")
_SEAL = re.compile(r"exported: ([0-9a-f]{16})\n(?=---\n)")


def harmless(text: str) -> str:
    """Text that can stand in a marked call: one line, no character that steers, no braces.

    Sign by sign: what the beginning of a text becomes is the beginning of what it becomes.
    """
    return make_inert(text).translate(_BRACES)


def label(name: str) -> str:
    """A speaker's name as a turn can begin with it; "" where nothing of it can."""
    return _NOT_IN_A_LABEL.sub(" ", harmless(name)).strip()


def as_marked(call: MarkedCall) -> str:
    """The whole file. ``product`` and ``style`` are taken from the call's header.

    Texts have to be harmless and stripped, names labels, and marks may not overlap.
    """
    people = ", ".join(f"{one.name} ({one.side})" for one in call.participants)
    facts = {
        "id": call.id,
        "call_date": call.call_date.isoformat(),
        "product": call.header["product"],
        "rep": call.rep,
        "speakers": people,
        "style": call.header["style"],
        "kind": "notes" if call.kind is Kind.NOTES else "",
        "criteria": " ".join(f"{name}={status}" for name, status in call.criteria.items()),
    }
    head = "".join(f"{key}: {value}\n" for key, value in facts.items() if value)
    lines = (_line(turn, call.answers) for turn in call.turns)
    return _sealed(head, "".join(f"{line}\n" for line in lines))


def is_as_written(text: str) -> bool:
    """Whether the program wrote this text and nobody has changed it since."""
    seal = _SEAL.search(text)
    if seal is None:
        return False
    head, body = text[: seal.start()], text[seal.end() :].removeprefix("---\n")
    return _sealed(head, body) == text


def _sealed(head: str, body: str) -> str:
    digest = sha256(f"{head}---\n{body}".encode()).hexdigest()[:16]
    return f"{head}exported: {digest}\n---\n{body}"


def _line(turn: Turn, answers: Iterable[MarkedAnswer]) -> str:
    parts: list[str] = []
    at = 0
    for mark in sorted((one for one in answers if one.turn == turn.index), key=_start):
        opened = f"{mark.field}|{mark.polarity}|{mark.certainty}|{mark.notation}"
        parts += (turn.text[at : mark.start], f"{{{{{opened}}}}}{mark.quote}{{{{/}}}}")
        at = mark.end
    said = "".join(parts) + turn.text[at:]
    return said if turn.speaker is None else f"{turn.speaker}: {said}"


def _start(mark: MarkedAnswer) -> int:
    return mark.start
