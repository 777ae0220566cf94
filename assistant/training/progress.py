"""What a training says while it runs: how far it is, and how long it still takes."""

import time
from collections.abc import Callable

Say = Callable[[str], None]
_SAID_EVERY = 50


class Pace:
    """Counts steps, ``done`` of which were done before, in ``before`` seconds."""

    def __init__(self, say: Say, total: int, done: int, before: float) -> None:
        self._say = say
        self._total = total
        self._first = self._done = done
        self._before = before
        self._began = time.monotonic()
        self._losses: list[float] = []

    @property
    def seconds(self) -> float:
        """Since the training began, without the time that it lay still."""
        return self._before + time.monotonic() - self._began

    def stepped(self, loss: float) -> None:
        """After each step: a line every so many."""
        self._done += 1
        self._losses.append(loss)
        if self._done % _SAID_EVERY == 0:
            self.tell()

    def tell(self) -> None:
        """Say how far it is, and how the steps went since it was said last."""
        if not self._losses:
            return
        each = (time.monotonic() - self._began) / (self._done - self._first)
        left = minutes(each * max(0, self._total - self._done))
        mean = sum(self._losses) / len(self._losses)
        self._losses.clear()
        self._say(f"step {self._done} of about {self._total}, loss {mean:.4f}, {left} left")


def minutes(seconds: float) -> str:
    """A time in words: ``1 h 05 min``, ``12 min``, ``40 s``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    whole = round(seconds / 60)
    return f"{whole // 60} h {whole % 60:02} min" if whole >= 60 else f"{whole} min"
