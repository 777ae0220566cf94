"""How much of a call's planned time is left. Pure."""

from datetime import datetime
from math import ceil

from assistant.domain.calls import Call

LAST_MINUTES = 3
"""The last minutes of the shortest call; of a longer one it is a fifth of its time."""


def last_minutes(call: Call, planned: int, now: datetime) -> int | None:
    """The minutes that are left of ``planned``, 0 where it is over; None as long as it is not near.

    A call that ended has none, nor one that is opened again when its time is long over.
    """
    left = planned - (now - call.started_at).total_seconds() / 60
    near = -planned <= left <= max(LAST_MINUTES, planned / 5)
    return max(0, ceil(left)) if near and call.ended_at is None else None
