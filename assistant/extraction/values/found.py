"""A value and where it was read."""

from typing import Generic, TypeVar

from assistant.domain.frozen import Frozen

T = TypeVar("T")


class Found(Frozen, Generic[T]):
    """``value`` as read from the code points ``[start, end)`` of the text."""

    start: int
    end: int
    value: T
