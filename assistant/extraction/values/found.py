"""A value and where it was read."""

from typing import Generic, TypeVar

from assistant.domain.frozen import Frozen

T_co = TypeVar("T_co", covariant=True)


class Found(Frozen, Generic[T_co]):
    """``value`` as read from the code points ``[start, end)`` of the text."""

    start: int
    end: int
    value: T_co
