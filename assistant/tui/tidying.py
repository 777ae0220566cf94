"""Garbage that has grown old is looked for while nobody types, or where there is much of it."""

import gc
from time import monotonic
from typing import Any

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.strip import Strip
from textual.style import Style

EVERY = 2.0
"""So many seconds lie between two looks at whether there is enough and nobody types."""
QUIET = 1.0
"""Nobody types where no key and no mouse came for so many seconds."""
ENOUGH = 10
"""So many times younger garbage was looked through since: Python's own measure."""
MUCH = 30
"""After so many times it is looked for whoever types: some twenty megabytes."""
NEVER = 1_000_000

DRAWN: tuple[Any, ...] = (Strip.render_ansi, Segment._split_cells, Style.__add__)  # noqa: SLF001
"""What Textual and Rich keep of pieces that were drawn. Of a row that moves each piece is a new
one, so that they would keep up to sixteen thousand: ten megabytes, in hours of a call."""
MOST_DRAWN = 2_000
"""So many pieces are kept, a few times what a screen has; a new one is made in microseconds."""


class TidyApp(App[None]):
    """To look through all that is there takes a tenth of a second, for which keys wait.

    Python does it whenever enough has grown old, so in the middle of typing and scrolling.
    """

    _came = 0.0
    _thresholds = gc.get_threshold()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent):
            self._came = monotonic()
        await super().on_event(event)

    @staticmethod
    def spare() -> None:
        """Look for no garbage in what is there now: it stays as long as the program runs.

        That is the modules of a store that was just opened, or a transcript of hours.
        """
        gc.freeze()

    def begin_tidying(self) -> None:
        """From now on look for garbage: for young one as Python does, for old one at rest."""
        young, middle, _ = self._thresholds
        gc.set_threshold(young, middle, NEVER)
        gc.enable()
        self.set_interval(EVERY, self.tidy)

    def tidy(self) -> None:
        """Look through everything, where nobody types and there may be enough to find.

        What was kept of drawing is given up before that, whoever types: it takes a moment.
        """
        for kept in DRAWN:
            if kept.cache_info().currsize > MOST_DRAWN:
                kept.cache_clear()
        rests = monotonic() - self._came >= QUIET
        if gc.get_count()[2] >= (ENOUGH if rests else MUCH):
            gc.collect()

    def on_unmount(self) -> None:
        """Leave Python as it was."""
        gc.set_threshold(*self._thresholds)
