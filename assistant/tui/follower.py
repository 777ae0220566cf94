"""Follows a transcript on the call screen: looks now and then, in the lane."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from assistant.domain.calls import Consent
from assistant.tui.app import Finding
from assistant.tui.lane import LaneClosed
from assistant.tui.lane_call import LaneCall
from assistant.workflows.views import CallView, FollowView

if TYPE_CHECKING:
    from assistant.tui.screens.call import CallScreen
    from assistant.workflows.feeds import Feed
    from assistant.workflows.following import Following
    from assistant.workflows.live_call import LiveCall

LOOK_EVERY = 0.3
"""Seconds between two looks."""
WHY = {
    "block": "The transcript is followed once consent is noted.",
    "remind": "Was it agreed to? The transcript is followed, unless consent is withdrawn.",
}
Looked = tuple[CallView | None, FollowView]


class Followed(NamedTuple):
    """What the app follows, in which call. ``rep`` is the rep's name in it, if it was told."""

    call: UUID | Finding
    feed: "Feed"
    rep: str | None = None


class Follower:
    """One look at a time. The words of a call that another window holds are the other's."""

    def __init__(
        self,
        screen: "CallScreen",
        call: LaneCall,
        followed: Followed,
        show: Callable[[FollowView], None],
    ) -> None:
        self._app = screen.app
        self._screen = screen
        self._call = call
        self._followed = followed
        self._show = show
        self._following: Following | None = None
        self._looking = False
        self._stopped = False
        self._asked = False

    def look(self) -> None:
        """See what is new, unless a look is under way."""
        view = self._screen.view
        if self._looking or self._stopped or view is None:
            return
        if not self._call.writable:
            self._following = None
            return
        self._ask_consent(view)
        self._looking = True
        self._call.ask(self._screen, self._look, self._looked, self._failed, slips_in=False)

    def _look(self, live: "LiveCall") -> Looked:
        app = self._app
        if self._following is None:
            from assistant.workflows.following import Following

            _, feed, rep = self._followed
            self._following = Following(app.bench, live.call_id, feed, rep=rep)
            app.spare()
        if app.reader == "loading":
            self._following.look()
            return None, self._following.view()
        read = app.reader == "ready"
        view = live.follow(self._following, read=read, breathe=app.lane.breathe)
        return view, self._following.view()

    def _looked(self, looked: Looked) -> None:
        view, follow = looked
        self._looking = False
        self._show(follow)
        if view is not None:
            self._call.shown(view)
        ready = self._app.reader != "loading"
        if ready and self._following is not None and self._following.more:
            self.look()

    def _failed(self, error: Exception) -> None:
        """A store that is away comes back; what can't be read will not get better."""
        from assistant.domain.errors import BadInput

        self._looking = False
        self._stopped = isinstance(error, BadInput)
        if not isinstance(error, LaneClosed):
            self._call.told(error)

    def _ask_consent(self, view: CallView) -> None:
        """Ask once, where consent is not noted and the settings want it to be."""
        rule = self._app.bench.settings.consent
        if self._asked or rule == "off" or view.call.consent is not Consent.UNKNOWN:
            return
        self._asked = True
        from assistant.tui.modals.consent import ConsentModal, Noted

        def noted(said: Noted | None) -> None:
            if said is not None:
                self._call.act(lambda live: live.set_consent(*said), slips_in=False)

        self._app.push_screen(ConsentModal(view.call.consent, WHY[rule]), noted)

    def last(self, live: "LiveCall") -> None:
        """Take in every word that is there. Runs in the lane; nothing is followed after it."""
        self._stopped = True
        if self._following is not None and not live.read_only:
            live.end_following(self._following, read=self._app.reader == "ready")

    def close(self) -> None:
        """Keep the last words, where the screen is left."""
        if not self._stopped:
            self._call.ask(self._app, self.last, lambda _: None, lambda _: None)
