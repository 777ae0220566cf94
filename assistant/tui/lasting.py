"""A terminal that may be closed at any moment."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from textual.driver import Driver


class LastingOutput:
    """Passes on what is written, until nobody takes it any more.

    Textual writes in a thread that an error ends; once its queue is full, whoever writes waits
    for that thread. A program whose window is closed would wait for ever, and keep its call.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write, or drop the text where the terminal is gone."""
        with suppress(OSError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Flush, if the terminal is still there."""
        with suppress(OSError):
            self._file.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def lasting(driver: type[Driver]) -> type[Driver]:
    """The driver, which writes on when its terminal is gone."""

    class Lasting(driver):  # type: ignore[misc, valid-type]
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            if (file := getattr(self, "_file", None)) is not None:
                self._file = LastingOutput(file)

    return Lasting


def end_on_signals(end: Callable[[], None]) -> None:
    """A terminal that is closed, or a polite request to end: all is kept, then it ends."""
    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        # Windows has none of them, or ends the program by itself.
        with suppress(AttributeError, NotImplementedError):
            loop.add_signal_handler(getattr(signal, name), end)
