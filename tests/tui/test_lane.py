"""The lane: one piece of work after the other, and what slips in between."""

from collections.abc import Callable, Iterator
from threading import Event, current_thread

import pytest

from assistant.tui.lane import Lane, LaneClosed


class Desk:
    """Collects what a lane hands over."""

    def __init__(self) -> None:
        self.lane = Lane(lambda callback, result: callback(result))
        self.done: list[object] = []
        self.failed: list[Exception] = []

    def do(self, work: Callable[[], object], *, slips_in: bool = False) -> None:
        self.lane.do(work, self.done.append, self.failed.append, slips_in=slips_in)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.lane.close()


def test_work_is_done_in_order_in_one_thread_of_its_own(desk: Desk) -> None:
    for _ in range(5):
        desk.do(lambda: current_thread().name)
    desk.do(lambda: "last", slips_in=True)
    desk.lane.close()

    [*names, last] = desk.done
    assert (len(names), len(set(names)), last) == (5, 1, "last")
    assert current_thread().name not in names
    assert not desk.lane.busy


def test_an_error_is_handed_over_and_the_next_work_is_done(desk: Desk) -> None:
    error = ValueError("no")

    def fail() -> object:
        raise error

    desk.do(fail)
    desk.do(lambda: 1)
    desk.lane.close()

    assert (desk.failed, desk.done) == ([error], [1])


def test_what_slips_in_is_done_between_the_steps_of_long_work(desk: Desk) -> None:
    began, go_on, done = Event(), Event(), Event()
    order: list[str] = []

    def long() -> str:
        order.append("step 1")
        began.set()
        go_on.wait()
        desk.lane.breathe()
        order.append("step 2")
        done.set()
        return "long"

    desk.do(long)
    began.wait()
    desk.do(lambda: order.append("waits"))
    desk.do(lambda: order.append("slips in"), slips_in=True)
    go_on.set()
    done.wait()
    desk.lane.close()

    assert order == ["step 1", "slips in", "step 2", "waits"]


def test_closing_finishes_what_waits_and_gives_up_what_is_long(desk: Desk) -> None:
    began, closing = Event(), Event()

    def long() -> None:
        began.set()
        closing.wait()
        desk.lane.breathe()

    desk.do(long)
    began.wait()
    desk.do(lambda: "draft", slips_in=True)
    desk.do(lambda: "last words")
    desk.lane._closing = True
    closing.set()
    desk.lane.close()
    desk.do(lambda: "too late")

    assert desk.done == ["draft", "last words"]
    assert [type(one) for one in desk.failed] == [LaneClosed]
