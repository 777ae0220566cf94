"""The longest time without a frame while a long paste is read and somebody types."""

import time
from dataclasses import dataclass
from itertools import islice, pairwise

from benchmarks.call_screen.program import Place, reader_ready, talk
from benchmarks.terminal import Gone, Terminal

EVERY = 0.03
"""Seconds between two keys: each one asks for a frame."""
DONE = "The transcript is read"


@dataclass(frozen=True)
class Pasted:
    """Seconds: until the paste was in, until it was read, the longest gaps in both."""

    taken: float
    gap_taken: float
    read: float
    gap: float
    gaps: tuple[float, ...]
    """The ten longest while it was read."""


def measure(place: Place, *, lines: int, seconds: float) -> Pasted:
    """Paste so many lines of a call; raises ``Gone`` where they are not read in time."""
    text = "\n".join(islice(talk(), lines)) + "\n"
    with place.follow() as terminal:
        terminal.wait(reader_ready, what="the reader")
        time.sleep(1.0)
        began = time.monotonic()
        terminal.press(f"\x1b[200~{text}\x1b[201~")
        taken = time.monotonic()
        done = _type_until_read(terminal, taken + seconds)
        gaps = _gaps(terminal, taken, done)
        return Pasted(
            taken=taken - began,
            gap_taken=max(_gaps(terminal, began, taken), default=0.0),
            read=done - taken,
            gap=gaps[0],
            gaps=tuple(gaps[:10]),
        )


def _type_until_read(terminal: Terminal, until: float) -> float:
    keys = 0
    looked = time.monotonic()
    while time.monotonic() < until:
        keys += 1
        terminal.press("\r" if keys % 60 == 0 else "x")
        time.sleep(EVERY)
        if time.monotonic() - looked > 1.0:
            looked = time.monotonic()
            if any(DONE.encode() in one.data for one in terminal.frames[-200:]):
                return looked
    raise Gone(f"the paste was not read in time:\n{terminal.text}")


def _gaps(terminal: Terminal, start: float, end: float) -> list[float]:
    times = [start, *(one.at for one in terminal.frames if start < one.at < end), end]
    return sorted((after - before for before, after in pairwise(times)), reverse=True)
