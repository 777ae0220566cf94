"""What a training says while it runs: how far it is, and how long it still takes."""

import time
from collections.abc import Callable

Say = Callable[[str], None]


class Pace:
    """Counts steps. ``before`` seconds went by before the first of these."""

    def __init__(self, say: Say, total: int, done: int, before: float) -> None:
        self._say = say
        self._total = total
        self._first = done
        self._before = before
        self._began = time.monotonic()
        self._losses: list[float] = []

    @property
    def seconds(self) -> float:
        """Since the training began, without the time that it lay still."""
        return self._before + time.monotonic() - self._began

    def stepped(self, step: int, loss: float, *, every: int) -> None:
        """After the step of this number, from 0: a line every so many."""
        self._losses.append(loss)
        done = step + 1
        if done % every and done != self._total:
            return
        each = (time.monotonic() - self._began) / (done - self._first)
        left = each * max(0, self._total - done)
        mean = sum(self._losses) / len(self._losses)
        self._losses.clear()
        self._say(f"step {done} of about {self._total}, loss {mean:.4f}, {minutes(left)} left")


def minutes(seconds: float) -> str:
    """A time in words: ``1 h 05 min``, ``12 min``, ``40 s``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    whole = round(seconds / 60)
    return f"{whole // 60} h {whole % 60:02} min" if whole >= 60 else f"{whole} min"
