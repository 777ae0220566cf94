"""Where a text stands: one number, whose order is that of calls and of the texts in them.

From the left: the call's key (its day, and a number within the day), a slot of 6 bits, a
number of 16 bits that counts downwards. The views of the schema make it in the same way. The
index keeps how far a place is from the one before: fewer bits, a smaller store.
"""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

IN_A_DAY = 20
IN_A_CALL = 22
NUMBER = 16
LAST = (1 << NUMBER) - 1
SLOTS = (1 << (IN_A_CALL - NUMBER)) - 1

FIRST_SOURCE = SLOTS - 1
"""The slot of a call's first source; the n-th after it has n less, down to ``NOTES``."""


class Slot(IntEnum):
    """The slots of what is no source: answers without and with words, notes, the call itself."""

    BY_HAND = 0
    QUOTED = 1
    NOTES = 2
    WHOLE_CALL = SLOTS


FIRST_DAY = date(1900, 1, 1)


class Place(NamedTuple):
    """A place taken apart."""

    key: int
    slot: int
    number: int


def place_of(packed: int) -> Place:
    """The parts of a place."""
    return Place(packed >> IN_A_CALL, slot_of(packed), LAST - (packed & LAST))


def slot_of(packed: int) -> int:
    """The slot of a place."""
    return (packed >> NUMBER) & SLOTS


def first_key(day: date) -> int:
    """The lowest key that a call of the day can have."""
    return (day - FIRST_DAY).days << IN_A_DAY


def lowest(key: int) -> int:
    """The lowest place in a call."""
    return key << IN_A_CALL


def highest(key: int) -> int:
    """The highest place in a call."""
    return ((key + 1) << IN_A_CALL) - 1
