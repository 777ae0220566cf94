"""Acts of people who did not always know of each other: which are the last, which disagree.

Each act names those that it follows. What is in force is the latest by its time, then by its
id: that is the same in every store that has the same acts.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from assistant.domain.records import Act

A = TypeVar("A", bound=Act)
MOMENT = timedelta(microseconds=1)


def in_order(acts: Iterable[A]) -> tuple[A, ...]:
    """The acts by their time, then by their id."""
    return tuple(sorted(acts, key=lambda act: (act.at, act.id)))


def heads(acts: Sequence[A]) -> tuple[A, ...]:
    """The acts that no other follows, in order: more than one where people acted apart."""
    followed = {one for act in acts for one in act.follows}
    return tuple(act for act in in_order(acts) if act.id not in followed)


def disagreeing(acts: Sequence[A], says: Callable[[A], object]) -> tuple[A, ...]:
    """The last acts that say something else than the one in force, and that one as the last.

    Empty where nobody disagrees.
    """
    last = heads(acts)
    if not last:
        return ()
    others = tuple(act for act in last[:-1] if says(act) != says(last[-1]))
    return (*others, last[-1]) if others else ()


def later_than(latest: datetime | None, now: datetime) -> datetime:
    """The time of an act that is made in the knowledge of what was done last.

    Clocks of two machines differ, and a clock may be put back.
    """
    return now if latest is None or now > latest else latest + MOMENT
