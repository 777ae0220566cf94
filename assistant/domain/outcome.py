"""The verdict's word. Alone here: the command line needs it before anything is loaded."""

from enum import StrEnum


class Outcome(StrEnum):
    """The verdict's word."""

    QUALIFIED = "qualified"
    NURTURE = "nurture"
    DISQUALIFIED = "disqualified"
    INCOMPLETE = "incomplete"
