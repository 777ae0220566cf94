"""When a call's planned time is nearly over."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from assistant.domain.calls import Call
from assistant.domain.people import Who
from assistant.workflows.timing import last_minutes

BEGAN = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)
CALL = Call(
    id=UUID(int=1),
    title="A call",
    call_date=date(2026, 3, 10),
    banks=("bant",),
    rep=Who(id="dana", name="Dana"),
    started_at=BEGAN,
)


@pytest.mark.parametrize(
    ("planned", "gone", "left"),
    [
        (30, 0, None),
        (30, 23.9, None),
        (30, 24, 6),
        (30, 29.5, 1),
        (30, 30, 0),
        (30, 59, 0),
        (30, 61, None),
        (5, 1.9, None),
        (5, 2, 3),
    ],
)
def test_the_last_fifth_or_the_last_minutes_are_counted(
    planned: int, gone: float, left: int | None
) -> None:
    assert last_minutes(CALL, planned, BEGAN + timedelta(minutes=gone)) == left


def test_a_call_that_ended_has_no_time_left() -> None:
    ended = CALL.model_copy(update={"ended_at": BEGAN + timedelta(minutes=28)})

    assert last_minutes(ended, 30, BEGAN + timedelta(minutes=29)) is None
