"""How soon the screen is there, takes keys, and reads; beside a bare Textual app."""

from dataclasses import dataclass
from statistics import median

from benchmarks.call_screen.program import Place, opened, processor_seconds, reader_ready
from benchmarks.terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import TextArea

class Bare(App):
    def compose(self):
        yield TextArea()

Bare().run()
"""
KEY = "§"
"""A key that stands nowhere else on the screen."""


@dataclass(frozen=True)
class Started:
    """Seconds from the start of the process until a key is in the editor, and words are read.

    ``processor`` seconds are those of the first.
    """

    typed: float
    processor: float
    ready: float = 0.0


def bare(place: Place) -> Started:
    """An app that has one text area and nothing else."""
    with place.start("-c", BARE) as terminal:
        terminal.wait(lambda lines: any("▔" in line for line in lines), what="the text area")
        return _typed(terminal)


def ours(place: Place) -> Started:
    """The program on a call that follows captions."""
    with place.follow() as terminal:
        terminal.wait_for("NOTES")
        typed = _typed(terminal)
        terminal.wait(opened, what="the call")
        ready = terminal.wait(reader_ready, what="the reader")
        return Started(typed.typed, typed.processor, ready - terminal.began)


def _typed(terminal: Terminal) -> Started:
    terminal.press(KEY)
    at = terminal.wait_for(KEY)
    return Started(at - terminal.began, processor_seconds(terminal.process.pid))


@dataclass(frozen=True)
class Starts:
    """Medians of several starts, ours and the bare app's in turn after one of each."""

    ours: Started
    bare: Started
    ratio: float
    processor_ratio: float


def measure(place: Place, times: int) -> Starts:
    """Start both so many times."""
    pairs = [(ours(place), bare(place)) for _ in range(times + 1)][1:]
    own, other = _median([one for one, _ in pairs]), _median([one for _, one in pairs])
    return Starts(
        own,
        other,
        ratio=median(one.typed / two.typed for one, two in pairs),
        processor_ratio=median(one.processor / two.processor for one, two in pairs),
    )


def _median(starts: list[Started]) -> Started:
    return Started(
        median(one.typed for one in starts),
        median(one.processor for one in starts),
        median(one.ready for one in starts),
    )
