"""Stores what is typed in a thread of its own, which waits for nobody: the latest text only."""

from collections.abc import Callable
from threading import Condition, Thread
from time import monotonic
from typing import NamedTuple

from assistant.tui.lane import Deliver

DRAFT_AFTER = 0.3
"""Seconds from the first key that is not stored until the text is stored. No later key puts
that off."""


class Draft(NamedTuple):
    """How a text is stored, and who is told."""

    store: Callable[[], None]
    then: Callable[[None], None]
    failed: Callable[[Exception], None]


class Latest:
    """The draft to store next, and when. Pure; times are in seconds."""

    def __init__(self) -> None:
        self.draft: Draft | None = None
        self._due = 0.0

    def put(self, draft: Draft, now: float, *, at_once: bool = False) -> None:
        """Put a draft in the place of the one that waits, and never later than that one."""
        due = now if at_once else now + DRAFT_AFTER
        self._due = due if self.draft is None else min(self._due, due)
        self.draft = draft

    def wait(self, now: float) -> float | None:
        """Seconds until the draft is due; None where there is none."""
        return None if self.draft is None else max(0.0, self._due - now)

    def take(self) -> Draft | None:
        """The draft, which does not wait any more."""
        draft, self.draft = self.draft, None
        return draft


class DraftLane:
    """One draft after the other; ``deliver`` brings what comes of it to the UI's thread.

    From the moment a draft is put here, storing it takes nothing of the UI's thread, which
    may be drawing, and nothing of the call's lane, where a transcript may be read.
    """

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._changed = Condition()
        self._latest = Latest()
        self._storing = False
        self._closing = False
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a draft waits, is being stored, or nobody was told yet."""
        return self._storing or self._latest.draft is not None

    def put(self, draft: Draft, *, at_once: bool = False) -> None:
        """Store a draft soon, or now. Once the lane is closed nothing happens."""
        with self._changed:
            if self._closing:
                return
            self._latest.put(draft, monotonic(), at_once=at_once)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="drafts", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def close(self) -> None:
        """Store what waits. Blocks."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (draft := self._next()) is not None:
            try:
                draft.store()
            except Exception as error:  # noqa: BLE001  # whatever it is, the UI decides
                self._deliver(draft.failed, error)
            else:
                self._deliver(draft.then, None)

    def _next(self) -> Draft | None:
        with self._changed:
            self._storing = False
            while not self._closing and (wait := self._latest.wait(monotonic())) != 0.0:
                self._changed.wait(wait)
            self._storing = self._latest.draft is not None
            return self._latest.take()
