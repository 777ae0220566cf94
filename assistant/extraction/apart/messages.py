"""What goes between the two processes: one line a question, one line a reply."""

from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter

from assistant.domain.engine import Engine, Heard, ReadingFacts
from assistant.domain.fields import Field
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.values import Value

Question = Literal[
    "begin", "settle_sides", "language_of", "currency_of", "value_of", "listen", "hear"
]

FORMS: dict[Question, tuple[Any, Any]] = {
    "begin": (tuple[()], tuple[Engine, str | None]),
    "settle_sides": (tuple[Transcript, str | None], Transcript),
    "language_of": (tuple[Transcript], str),
    "currency_of": (tuple[Transcript, str | None, str | None], tuple[str | None, str]),
    "value_of": (tuple[Field, str, ReadingFacts], Value),
    "listen": (tuple[ReadingFacts, tuple[int, ...]], int),
    "hear": (tuple[int, tuple[Turn, ...]], tuple[Heard, ...]),
}
"""What each question brings, and what its reply holds. Listeners go by numbers; ``listen``
names those that nobody uses any more, too."""
FAULT = b"!"
"""A reply that begins so is no result: it names the kind of an error, and where it was."""


@cache
def _form(of: Question, side: int) -> TypeAdapter[Any]:
    return TypeAdapter(FORMS[of][side])


def asked(question: Question, *what: object) -> bytes:
    """A question's line."""
    return question.encode() + b" " + _form(question, 0).dump_json(what) + b"\n"


def what_is_asked(line: bytes) -> tuple[Question, tuple[Any, ...]]:
    """The question in a line, and what it brings."""
    name, _, rest = line.partition(b" ")
    question: Any = name.decode()
    what: tuple[Any, ...] = _form(question, 0).validate_json(rest)
    return question, what


def replied(question: Question, result: object) -> bytes:
    """A reply's line."""
    return _form(question, 1).dump_json(result) + b"\n"


def what_is_replied(question: Question, line: bytes) -> Any:
    """The result in a line."""
    return _form(question, 1).validate_json(line)
