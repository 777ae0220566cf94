"""How long a key may not be stored: a fixed time, whatever else goes on in the call."""

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from threading import Event
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from assistant.tui.note_keeper import DRAFT_AFTER, NoteKeeper
from assistant.workflows.live_call import LiveCall
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall

EPSILON = 1e-6


class Desk:
    """A screen and a call in a time of their own: a write takes ``slow`` seconds.

    The call's lane is held up for ever: what is asked of it never comes back.
    """

    writable = True

    def __init__(self, slow: float) -> None:
        self.now = 0.0
        self.text = ""
        self.stored: list[tuple[float, str]] = []
        self._slow = slow
        self._numbers = count()
        self._coming: list[tuple[float, int, Callable[[], object]]] = []
        this: Any = self
        self.keeper = NoteKeeper(this, this, lambda: self.text, lambda _: None)

    def set_timer(self, after: float, then: Callable[[], object]) -> None:
        heappush(self._coming, (self.now + after, next(self._numbers), then))

    def keep_draft(self, _: object, text: str, *rest: Any) -> None:
        then = rest[1]

        def written() -> None:
            self.stored.append((self.now, text))
            then()

        self.set_timer(self._slow, written)

    def ask(self, *_: object, **__: object) -> None: ...
    def is_back(self) -> None: ...

    def pass_until(self, moment: float) -> None:
        while self._coming and self._coming[0][0] <= moment:
            self.now, _, then = heappop(self._coming)
            then()
        self.now = moment

    def press(self, key: str) -> None:
        self.text += key
        self.keeper.typed()
        if key == "\n":
            self.keeper.finished(0)


keys = st.lists(st.tuples(st.floats(0.01, 1.5), st.sampled_from("ab\n")), min_size=1, max_size=80)


@given(keys=keys, slow=st.floats(0.0, 2.0))
def test_a_key_is_stored_after_the_pause_and_two_writes_however_one_types(
    keys: list[tuple[float, str]], slow: float
) -> None:
    desk = Desk(slow)
    typed: list[float] = []
    for gap, key in keys:
        desk.pass_until(desk.now + gap)
        typed.append(desk.now)
        desk.press(key)
    desk.pass_until(desk.now + 10.0)

    for number, at in enumerate(typed, start=1):
        stored = next(when for when, text in desk.stored if len(text) >= number)
        assert stored <= at + DRAFT_AFTER + 2 * slow + EPSILON
    assert desk.stored[-1][1] == desk.text


def test_steady_typing_puts_no_draft_off() -> None:
    desk = Desk(slow=0.005)
    for _ in range(600):
        desk.pass_until(desk.now + 0.1)
        desk.press("a")

    assert len(desk.stored) > 60 / (DRAFT_AFTER + 0.2)
    assert len(desk.text) - len(desk.stored[-1][1]) <= 4


async def test_what_is_typed_is_stored_while_the_lane_is_held_up(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    goes_on = Event()

    def long_reading(live: LiveCall) -> object:
        goes_on.wait()
        return live.view()

    async with open_app(bench, call_id) as rep:
        rep.call.call.ask(rep.call, long_reading, lambda _: None, slips_in=False)
        for key in ("n", "enter", "l"):
            await rep.pilot.press(key)
        try:
            await rep.until(lambda: bench.store.draft(call_id) == "n\nl")
            assert bench.store.note_lines(call_id) == ()
            await rep.pilot.press("m")
            await rep.until(lambda: bench.store.draft(call_id) == "n\nlm")
        finally:
            goes_on.set()
        await rep.settle()
        assert bench.store.draft(call_id) == "n\nlm"

    assert [line.text for line in bench.store.note_lines(call_id)] == ["n", "lm"]
