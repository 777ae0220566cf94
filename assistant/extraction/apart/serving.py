"""The process that reads: it loads the extractor, and answers until nobody asks any more."""

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

from assistant.domain.engine import Engine, Extractor, Heard, Listener, ReadingFacts
from assistant.domain.transcript import Turn
from assistant.extraction.apart.messages import FAULT, replied, what_is_asked

TIDY_EVERY = 50
"""After so many replies garbage is looked for, which takes some milliseconds. Python would look
for what has grown old once in an hour or two of talk, which is some megabytes by then."""


def serve() -> None:
    """Answer on the standard streams. It ends when its other side does, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no reply
    from assistant.extraction.loading import load_extractor

    with suppress(BrokenPipeError):
        answer_all(questions, replies, load_extractor)


def answer_all(questions: BinaryIO, replies: BinaryIO, load: Callable[[], Extractor]) -> None:
    """Answer each question with a line."""
    answering: Answering | None = None
    for count, line in enumerate(questions, 1):
        try:
            answering = answering or Answering(load())
            question, what = what_is_asked(line)
            reply = replied(question, getattr(answering, question)(*what))
        except Exception as error:  # noqa: BLE001  # the other side is told
            reply = FAULT + _fault(error).encode() + b"\n"
        replies.write(reply)
        replies.flush()
        if count % TIDY_EVERY == 0:
            gc.collect()


def _fault(error: Exception) -> str:
    """The kind of an error and where it was. Its message may quote what was said."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    where = ", ".join(f"{os.path.basename(one.filename)}:{one.lineno}" for one in frames)  # noqa: PTH119
    return f"{type(error).__name__} at {where}"


class Answering:
    """One method a question; the rest is the extractor's."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor
        self._listeners: dict[int, Listener] = {}
        self._count = 0

    def __getattr__(self, question: str) -> Any:
        return getattr(self._extractor, question)

    def begin(self) -> tuple[Engine, str | None]:
        """The extractor is loaded: what it is, and what the user has to know."""
        return self._extractor.engine, self._extractor.notice

    def listen(self, facts: ReadingFacts, gone: tuple[int, ...]) -> int:
        """The number of a new listener."""
        for number in gone:
            self._listeners.pop(number, None)
        self._count += 1
        self._listeners[self._count] = self._extractor.listen(facts)
        return self._count

    def hear(self, number: int, turns: tuple[Turn, ...]) -> tuple[Heard, ...]:
        """What turns gave."""
        return tuple(self._listeners[number].hear_all(turns))
