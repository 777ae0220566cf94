"""Sees to it that what is typed is stored: a draft at once, lines when they are finished."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from assistant.tui.lane_call import AGAIN_AFTER, LaneCall
from assistant.tui.widgets.top_bar import SavedState
from assistant.workflows.views import CallView

if TYPE_CHECKING:
    from assistant.workflows.live_call import LiveCall

SLOW_AFTER = 1.0
"""Seconds after which saving is worth a word."""
AT_ONCE = 50
"""So many lines are read before other work has its turn."""
WITH_SAVING = 2
"""So many lines that are just finished are read in one go with storing them."""


class NoteKeeper:
    """Gives every text to the lane of drafts, and finished lines to that of the call.

    Lines take their turn there, one storing at a time: they are read, and what comes of them
    is shown.
    """

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
        self._taken: str | None = None
        self._number = 0
        self._typed = False
        self._stored = 0
        self._watching = False
        self._again = False
        self._editing: int | None = None
        self._finished = False
        self._sending = False
        self._failing = False
        self._reading = False
        self.can_read = False

    @property
    def clean(self) -> bool:
        """Whether everything typed is in the store."""
        return not (self._typed or self._finished or self._sending)

    def take(self) -> tuple[str, int]:
        """The text as it stands, and its number among the drafts: another text has the next."""
        text = self._text()
        if text != self._taken:
            self._taken, self._number = text, self._number + 1
        return text, self._number

    def typed(self) -> None:
        """Something was typed: it is stored soon."""
        self._typed = True
        self._put_draft(at_once=False)

    def finished(self, editing: int) -> None:
        """Lines were finished: they are stored now, all but row ``editing``."""
        self._typed = self._finished = True
        self._editing = editing
        self.send()

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

    def send(self) -> None:
        """Store what is not stored, where the call can be written to."""
        self._put_draft(at_once=True)
        self._send_lines()

    # The draft

    def _put_draft(self, *, at_once: bool) -> None:
        if not self._typed or not self._call.writable:
            return
        text, number = self.take()
        then = partial(self._drafted, number)
        self._call.keep_draft(self._screen, text, number, then, self._failed, at_once=at_once)
        if not self._watching:
            self._watching = True
            self._screen.set_timer(SLOW_AFTER, partial(self._say_if_slow, self._stored))

    def _drafted(self, number: int) -> None:
        self._stored = number
        self._typed = self._typed and number != self._number
        if not self._failing:
            self._tell("saved")
            self._call.is_back()

    def _say_if_slow(self, before: int) -> None:
        self._watching = False
        if self._typed and self._stored == before:
            self._tell("saving")

    # The lines

    def _send_lines(self) -> None:
        if self._sending or not self._finished or not self._call.writable:
            return
        (text, number), editing = self.take(), self._editing
        reading = WITH_SAVING if self.can_read and not self._reading else 0

        def work(live: "LiveCall") -> CallView:
            return live.keep_notes(text, editing=editing, read_at_most=reading, number=number)

        self._sending, self._finished = True, False
        self._call.ask(self._screen, work, self._sent, self._not_sent)

    def _sent(self, view: CallView) -> None:
        self._sending = self._failing = False
        self._send_lines()
        self._tell("saved")
        self._call.shown(view)

    def _not_sent(self, error: Exception) -> None:
        self._sending, self._finished, self._failing = False, True, True
        self._failed(error)

    # Both

    def _failed(self, error: Exception) -> None:
        self._tell("unsaved")
        self._call.told(error)
        if not self._again:
            self._again = True
            self._screen.set_timer(AGAIN_AFTER, self._try_again)

    def _try_again(self) -> None:
        self._again = False
        self.send()
