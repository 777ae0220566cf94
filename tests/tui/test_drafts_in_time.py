"""How long a key may not be stored: a fixed time, whatever else goes on in the call."""

import math
from functools import partial
from threading import Event
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from assistant.tui.draft_lane import DRAFT_AFTER, Draft, DraftLane, Latest
from assistant.workflows.live_call import LiveCall
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall

EPSILON = 1e-6


class Desk:
    """Types and stores in a time of its own: a write takes ``slow`` seconds."""

    def __init__(self, slow: float) -> None:
        self.now = 0.0
        self.text = ""
        self.stored: list[tuple[float, str]] = []
        self._slow = slow
        self._latest = Latest()
        self._writing: tuple[float, Draft] | None = None

    def pass_until(self, moment: float) -> None:
        """Let time pass, and the lane of drafts do its work."""
        while (then := self._next()) <= moment:
            self.now = then
            if self._writing is not None:
                self._writing[1].store()
                self._writing = None
            elif (draft := self._latest.take()) is not None:
                self._writing = (self.now + self._slow, draft)
        self.now = moment

    def _next(self) -> float:
        if self._writing is not None:
            return self._writing[0]
        wait = self._latest.wait(self.now)
        return math.inf if wait is None else self.now + wait

    def press(self, key: str) -> None:
        """Type a key; Enter has the text stored now."""
        self.text += key
        text = self.text
        draft = Draft(lambda: self.stored.append((self.now, text)), lambda _: None, lambda _: None)
        self._latest.put(draft, self.now, at_once=key == "\n")


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
        assert stored <= at + max(DRAFT_AFTER, slow) + slow + EPSILON
    assert desk.stored[-1][1] == desk.text


def test_steady_typing_puts_no_draft_off() -> None:
    desk = Desk(slow=0.005)
    for _ in range(600):
        desk.pass_until(desk.now + 0.1)
        desk.press("a")

    assert len(desk.stored) > 60 / (DRAFT_AFTER + 0.2)
    assert len(desk.text) - len(desk.stored[-1][1]) <= 4


def test_what_waits_is_stored_when_the_lane_is_closed() -> None:
    stored: list[str] = []
    lane = DraftLane(lambda callback, result: callback(result))
    for text in ("a", "ab"):
        lane.put(Draft(partial(stored.append, text), lambda _: None, lambda _: None))
    lane.close()
    lane.put(Draft(partial(stored.append, "too late"), lambda _: None, lambda _: None))

    assert stored == ["ab"]
    assert not lane.busy


def test_an_error_is_told_and_the_next_draft_is_stored() -> None:
    told: list[object] = []
    lane = DraftLane(lambda callback, result: callback(result))
    error = ValueError("no")
    done = Event()

    def fails() -> None:
        raise error

    def failed(why: Exception) -> None:
        told.append(why)
        done.set()

    lane.put(Draft(fails, told.append, failed), at_once=True)
    done.wait()
    lane.put(Draft(lambda: None, told.append, failed))
    lane.close()

    assert told == [error, None]


async def test_what_is_typed_is_stored_while_the_screen_does_not_get_on(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    """From the key on nothing of the UI's thread is needed."""
    async with open_app(bench, call_id) as rep:
        await rep.pilot.press("n")
        while bench.store.draft(call_id) != "n":
            Event().wait(0.01)  # and the loop stands still


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
