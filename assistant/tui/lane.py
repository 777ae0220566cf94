"""One lane for all calls of workflows: none overlaps another, none runs on the UI's thread."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

from textual.message_pump import MessagePump

T = TypeVar("T")
Deliver = Callable[[Callable[[Any], None], Any], None]


def while_there(owner: MessagePump, callback: Callable[[Any], None]) -> Callable[[Any], None]:
    """A callback that does nothing once its owner is gone."""
    return lambda result: callback(result) if owner.is_running else None


class LaneClosed(Exception):
    """Long work is given up: the program ends."""


class Lane:
    """Runs work one piece after the other, and hands each result to ``deliver``.

    ``deliver(callback, result)`` has to bring the callback back to the UI's thread. Work
    that *slips in* also runs in the pauses that long work makes (``breathe``): in its
    thread and between its steps, so that saving a draft never waits for a transcript.
    """

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._waiting: deque[Callable[[], None]] = deque()
        self._counting = Lock()
        self._open = 0
        self._closing = False

    @property
    def busy(self) -> bool:
        """Whether anything is waiting, running, or not yet handed over."""
        return self._open > 0

    def do(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        slips_in: bool = False,
    ) -> None:
        """Run ``work`` when its turn comes, then ``then`` or ``failed``.

        Once the lane is closed nothing happens.
        """

        def run() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001  # whatever it is, the UI decides
                self._hand_over(failed, error)
            else:
                self._hand_over(then, result)

        if self._closing:
            return
        self._count(1)
        if slips_in:
            self._waiting.append(run)
            self._executor.submit(self._run_waiting)
        else:
            self._executor.submit(run)

    def breathe(self) -> None:
        """Let what slips in run now. Long work calls it between its steps, in the lane.

        Raises ``LaneClosed`` when the program ends.
        """
        self._run_waiting()
        if self._closing:
            raise LaneClosed

    def close(self) -> None:
        """Finish what is short and waiting, give up what is long. Blocks."""
        self._closing = True
        self._executor.shutdown(wait=True)

    def _run_waiting(self) -> None:
        while self._waiting:
            self._waiting.popleft()()

    def _hand_over(self, callback: Callable[[Any], None], result: object) -> None:
        try:
            self._deliver(callback, result)
        finally:
            self._count(-1)

    def _count(self, change: int) -> None:
        with self._counting:
            self._open += change
