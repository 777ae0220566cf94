"""Shows how far a long reading is, and lets other work have its turn between its steps."""

from collections.abc import Callable
from time import monotonic

from assistant.tui.app import AssistantApp
from assistant.workflows.reading_sources import Progress

SHOWN_EVERY = 0.1
"""Seconds between two states of a bar."""
SPARED_EVERY = 100
"""Turns: what was read of them stays, and to look through it for garbage would hold keys up."""


def watched(app: AssistantApp, show: Callable[[int, int], None]) -> Progress:
    """A progress for work in the lane: ``show`` is called on the UI's thread."""
    shown_at = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal shown_at
        app.lane.breathe()
        if done % SPARED_EVERY == 0:
            app.spare()
        if monotonic() - shown_at >= SHOWN_EVERY:
            shown_at = monotonic()
            app.call_later(show, done, total)

    return progress
