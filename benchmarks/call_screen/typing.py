"""Keys to their echo, and finished lines to their suggestions, while captions come in."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from threading import Event, Thread

import pyte

from benchmarks.call_screen.program import Place, reader_ready, talk
from benchmarks.terminal import Frame, Terminal

LINES = (
    "they have 40k set aside for this year",
    "cfo signs anything above ten thousand",
    "two warehouses, about 120 people",
    "want it live by the end of June",
    "using Zendesk today, contract ends in May",
    "drivers lose an hour a day on paper forms",
)
KEYS_A_SECOND = 8.0
BETWEEN_LINES = 0.4
SIGNS = frozenset("◆≠")
"""Before a line that gave an answer: to be confirmed, or at odds with another one."""
TEXT = 10
"""The column where the words of a note begin."""


@dataclass
class Typed:
    """A line: its number and words, when each key went in, and Enter."""

    text: str
    keys: list[float] = field(default_factory=list)
    entered: float = 0.0


@dataclass(frozen=True)
class Echoes:
    """Seconds: of every key, and of every line that gave a suggestion."""

    keys: list[float]
    suggestions: list[float]
    lines: int


def measure(place: Place, *, seconds: float, turns_a_second: float) -> Echoes:
    """Type for so long while captions are written."""
    with place.follow() as terminal:
        terminal.wait(reader_ready, what="the reader")
        stop = Event()
        captioner = Thread(target=_caption, args=(place, turns_a_second, stop), daemon=True)
        captioner.start()
        time.sleep(2.0)
        typed = list(_type(terminal, seconds))
        time.sleep(2.0)
        stop.set()
        captioner.join()
        return look_through(terminal.frames, typed)


def _caption(place: Place, turns_a_second: float, stop: Event) -> None:
    for line in talk():
        if stop.wait(1 / turns_a_second):
            return
        place.say(line)


def _type(terminal: Terminal, seconds: float) -> Iterator[Typed]:
    end = time.monotonic() + seconds
    for number, words in enumerate(cycle(LINES), start=1):
        if time.monotonic() > end:
            return
        line = Typed(f"{words} ({number})")
        for key in line.text:
            line.keys.append(terminal.press(key))
            time.sleep(1 / KEYS_A_SECOND)
        line.entered = terminal.press("\r")
        yield line
        time.sleep(BETWEEN_LINES)


def look_through(frames: list[Frame], typed: list[Typed]) -> Echoes:
    """Draw all frames again, and see which one had what was waited for."""
    screen = pyte.Screen(120, 40)
    stream = pyte.ByteStream(screen)
    keys = [(at, line.text[: place + 1]) for line in typed for place, at in enumerate(line.keys)]
    entered = [(line.entered, line.text) for line in typed]
    echoes: list[float] = []
    suggestions: list[float] = []
    for frame in frames:
        stream.feed(frame.data)
        if not (keys or entered):
            break
        rows = [_row(screen, row) for row in range(20, 40)]
        while keys and keys[0][0] < frame.at and any(_shows(row, keys[0][1]) for row in rows):
            echoes.append(frame.at - keys.pop(0)[0])
        for at, text in list(entered):
            if at < frame.at and any(text in row and SIGNS & set(row) for row in rows):
                suggestions.append(frame.at - at)
                entered.remove((at, text))
    return Echoes(echoes, suggestions, len(typed))


def _row(screen: pyte.Screen, row: int) -> str:
    line = screen.buffer[row]
    return "".join(line[column].data for column in range(screen.columns))


def _shows(row: str, words: str) -> bool:
    """Whether the row has the words so far; a blank at their end cannot be seen."""
    return row[TEXT:].startswith(words)
