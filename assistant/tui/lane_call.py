"""The call that a screen has open. It is touched in the lane and nowhere else."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from textual.message_pump import MessagePump
from textual.screen import Screen

from assistant.domain.errors import AssistantError, ReadOnlyCall, StoreUnavailable
from assistant.tui.app import AssistantApp, Finding
from assistant.tui.widgets.banner import Banner
from assistant.workflows.views import CallView

if TYPE_CHECKING:
    from assistant.workflows.live_call import LiveCall

T = TypeVar("T")
AGAIN_AFTER = 2.0
"""Seconds until the store is tried again."""
GO_ON = "Go on typing: it is saved as soon as that is mended."


class LaneCall:
    """Opens a call for a screen and shows every snapshot of it that comes back."""

    def __init__(
        self,
        app: AssistantApp,
        screen: Screen[None],
        call: UUID | Finding,
        show: Callable[[CallView], None],
    ) -> None:
        self._app = app
        self._screen = screen
        self._call = call
        self._show = show
        self._live: LiveCall | None = None
        self._away = False
        self.writable = False

    def open(self) -> None:
        """Open the call; one that cannot be read now is tried again."""
        self._app.ask(self._screen, self._open_live, self.shown, self._not_opened)

    def _open_live(self) -> CallView:
        from assistant.workflows.live_call import LiveCall

        bench, call = self._app.bench, self._call
        if not isinstance(call, UUID):
            found = call(bench)
            self._call = found.call_id
            self._app.call_later(self._app.found, call, found)
            call = found.call_id
        self._live = LiveCall(bench, call)
        view = self._live.view()
        self._app.spare()
        return view

    def _not_opened(self, error: Exception) -> None:
        away = isinstance(error, StoreUnavailable)
        looked_for = not isinstance(self._call, UUID)
        if looked_for and not away and isinstance(error, AssistantError):
            self._app.refuse(error)
            return
        self.told(error)
        if away:
            self._screen.set_timer(AGAIN_AFTER, self.open)
        elif isinstance(error, AssistantError):
            self._app.go_home()

    def shown(self, view: CallView) -> None:
        """Take a snapshot and show it."""
        self.writable = not view.read_only
        self._away = False
        self._show(view)

    def act(
        self,
        work: "Callable[[LiveCall], CallView]",
        failed: Callable[[Exception], None] | None = None,
        *,
        slips_in: bool = True,
    ) -> None:
        """Do something to the call and show what comes of it."""
        self.ask(self._screen, work, self.shown, failed, slips_in=slips_in)

    def ask(
        self,
        owner: MessagePump,
        work: "Callable[[LiveCall], T]",
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        slips_in: bool = True,
    ) -> None:
        """Do something to the call for ``owner``.

        What replaces the call's own facts must not slip in between the steps of a reading,
        which ends by storing those facts.
        """

        def on_live() -> T:
            if self._live is None:
                raise StoreUnavailable("The call is not open yet. Try again in a moment.")
            return work(self._live)

        self._app.ask(owner, on_live, then, failed or self.told, slips_in=slips_in)

    def keep_draft(
        self,
        owner: MessagePump,
        text: str,
        number: int,
        then: Callable[[], None],
        failed: Callable[[Exception], None],
        *,
        at_once: bool,
    ) -> None:
        """Store the notes as they stand for ``owner``, whatever is being done to the call.

        Where a later text comes before it is done, only that one is stored.
        """
        live = self._live
        if live is not None:
            save = partial(live.drafts.save, text, number)
            self._app.keep(owner, save, then, failed, at_once=at_once)

    def told(self, error: Exception) -> None:
        """Say what went wrong. That the store is away stands there until it is back."""
        if not isinstance(error, StoreUnavailable):
            self._app.tell(error)
        elif not self._away:
            self._away = True
            self._screen.query_one(Banner).show(f"{error} {GO_ON}")
        if isinstance(error, ReadOnlyCall):
            self.act(lambda live: live.look(), lambda _: None)

    def is_back(self) -> None:
        """Something was stored: show the call as it stands, if the store was away."""
        if self._away:
            self.look_again()

    def look_again(self) -> None:
        """Show the call as it stands."""
        self.act(lambda live: live.view(), lambda _: None)

    def beat(self) -> None:
        """Keep the lease, or take it once it is free; show what another window writes."""
        self.ask(self._screen, lambda live: live.beat(), self._beaten, lambda _: None)

    def _beaten(self, held: bool) -> None:  # noqa: FBT001  # a result
        if not held or not self.writable:
            self.look_again()

    def take_over(self) -> None:
        """Take the call from the window that holds it."""
        self.act(lambda live: live.take_over())

    def close(self, text: str, number: int) -> None:
        """Keep the last text, the draft of that number; give the lease back. Outlives the screen.

        Where the store is away the app has the text, to be told when it ends.
        """

        def last(live: "LiveCall") -> None:
            if live.read_only:
                return
            try:
                live.keep_notes(text, number=number)
                live.close()
            except AssistantError:
                self._app.unkept = text

        if self._live is not None:
            self.ask(self._app, last, lambda _: None)
        else:
            self._app.unkept = text
