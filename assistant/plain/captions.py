"""The transcript that a call follows: looked at now and then, until nothing more comes."""

from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple

from assistant.workflows.views import CallView, FollowView

if TYPE_CHECKING:
    from assistant.workflows.feeds import Feed
    from assistant.workflows.following import Following
    from assistant.workflows.live_call import LiveCall
    from assistant.workflows.wiring import Workbench

LOOK_EVERY = 0.3
"""Seconds between two looks."""
Looked = tuple[CallView | None, FollowView]
"""The call where it has something new, and where the transcript stands."""


class Followed(NamedTuple):
    """What is followed.

    ``rep`` is the rep's name in it, if it was told; ``keys`` whether somebody types as well.
    """

    feed: "Feed"
    rep: str | None = None
    keys: bool = True


class Captions:
    """Takes what is followed into a call, as long as no other window holds the call."""

    def __init__(self, bench: "Workbench", followed: Followed) -> None:
        self._bench = bench
        self._followed = followed
        self._following: Following | None = None

    def look(self, live: "LiveCall", *, read: bool) -> Looked | None:
        """Take in what is new. None where another window holds the call."""
        if live.read_only:
            self._following = None
            return None
        following = self._begun(live)
        return live.follow(following, read=read), following.view()

    def last(self, live: "LiveCall", *, read: bool) -> None:
        """Take in every word that is there."""
        if not live.read_only:
            live.end_following(self._begun(live), read=read)

    def _begun(self, live: "LiveCall") -> "Following":
        if self._following is None:
            from assistant.workflows.following import Following

            feed, rep, _ = self._followed
            self._following = Following(self._bench, live.call_id, feed, rep=rep)
        return self._following


class Looking:
    """Looks in a thread of its own, until it is told to stop or ``look`` says that all is over."""

    def __init__(self, look: Callable[[], bool]) -> None:
        self._look = look
        self._over = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait until it has stopped."""
        self._over.set()
        if self._thread.ident is not None:
            self._thread.join()

    def wait(self) -> None:
        """Wait until all is over."""
        self._thread.join()

    def _run(self) -> None:
        while self._look() and not self._over.wait(LOOK_EVERY):
            pass
