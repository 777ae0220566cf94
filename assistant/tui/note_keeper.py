"""Sees to it that what is typed is stored: a draft at once, lines when they are finished."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from assistant.tui.lane_call import AGAIN_AFTER, LaneCall
from assistant.tui.widgets.top_bar import SavedState
from assistant.workflows.views import CallView

if TYPE_CHECKING:
    from assistant.workflows.live_call import LiveCall

DRAFT_AFTER = 0.3
"""Seconds from a key to its draft in the store, with what the lane takes below half a second."""
SLOW_AFTER = 1.0
"""Seconds after which saving is worth a word."""
AT_ONCE = 50
"""So many lines are read before other work has its turn."""
WITH_SAVING = 2
"""So many lines that are just finished are read in one go with storing them."""


class NoteKeeper:
    """One saving at a time; what was typed meanwhile goes with the next one."""

    def __init__(
        self,
        screen: Screen[None],
        call: LaneCall,
        text: Callable[[], str],
        tell: Callable[[SavedState], None],
    ) -> None:
        self._screen = screen
        self._call = call
        self._text = text
        self._tell = tell
        self._typed = False
        self._waiting = False
        self._sending = False
        self._number = 0
        self._editing: int | None = None
        self._finished = False
        self._reading = False
        self.can_read = False

    @property
    def clean(self) -> bool:
        """Whether everything typed is in the store."""
        return not (self._typed or self._finished or self._sending)

    def typed(self) -> None:
        """Something was typed: it is stored soon."""
        self._typed = True
        if not self._waiting and not self._sending:
            self._waiting = True
            self._screen.set_timer(DRAFT_AFTER, self._time_is_up)

    def finished(self, editing: int) -> None:
        """Lines were finished: they are stored now, all but row ``editing``."""
        self._finished, self._editing = True, editing
        self._send()

    def read(self) -> None:
        """Read the stored lines that are not read yet."""
        if self.can_read and self._call.writable and not self._reading:
            self._reading = True
            self._call.ask(
                self._screen,
                lambda live: live.read_notes(at_most=AT_ONCE),
                self._read,
                self._not_read,
            )

    def _read(self, view: CallView) -> None:
        self._reading = False
        self._call.shown(view)

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        self._call.told(error)

    def _time_is_up(self) -> None:
        self._waiting = False
        self._send()

    def send(self) -> None:
        """Store what is not stored, where the call can be written to."""
        self._send()

    def _send(self) -> None:
        if self._sending or not self._call.writable or not (self._typed or self._finished):
            return
        text, editing, finished = self._text(), self._editing, self._finished
        reading = WITH_SAVING if self.can_read and not self._reading else 0

        def work(live: "LiveCall") -> CallView | None:
            if finished:
                return live.keep_notes(text, editing=editing, read_at_most=reading)
            live.save_draft(text)
            return None

        self._sending, self._typed, self._finished = True, False, False
        self._number += 1
        number = self._number
        self._screen.set_timer(SLOW_AFTER, lambda: self._slow(number))
        self._call.ask(
            self._screen, work, self._sent, lambda error: self._failed(error, finished=finished)
        )

    def _slow(self, number: int) -> None:
        if self._sending and number == self._number:
            self._tell("saving")

    def _sent(self, view: CallView | None) -> None:
        self._sending = False
        self._tell("saved")
        if view is not None:
            self._call.shown(view)
        else:
            self._call.is_back()
        if self._finished:
            self._send()
        elif self._typed:
            self.typed()

    def _failed(self, error: Exception, *, finished: bool) -> None:
        self._sending = False
        self._typed, self._finished = True, self._finished or finished
        self._tell("unsaved")
        self._call.told(error)
        self._screen.set_timer(AGAIN_AFTER, self._send)
