"""Time stamps as transcripts write them, in seconds."""

from collections.abc import Iterable

STAMP = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?"
"""``h:mm:ss``, ``mm:ss``, either with a fraction after a full stop or a comma."""

_LONGEST_CALL = 6 * 3600.0
_HALF_A_DAY = 12 * 3600.0


def seconds(stamp: str) -> float:
    """The seconds of a text that matches ``STAMP``."""
    clock, _, fraction = stamp.replace(",", ".").partition(".")
    *hours, minutes, whole = map(int, clock.split(":"))
    milliseconds = int(fraction.ljust(3, "0"))
    return (sum(hours) * 3_600_000 + minutes * 60_000 + whole * 1000 + milliseconds) / 1000


def call_start(stamps: Iterable[float | None]) -> float:
    """What to take off every stamp: the earliest one where they are the time of day.

    No call is six hours long, so stamps past that were read off a wall clock.
    """
    told = [stamp for stamp in stamps if stamp is not None]
    if not told or told[0] < _LONGEST_CALL:
        return 0.0
    earliest = min(_after_midnight(stamp, told[0]) for stamp in told)
    return earliest if earliest >= _LONGEST_CALL else 0.0


def since(zero: float, stamp: float) -> float:
    """Seconds from the call's start, where that is at ``zero``; never negative.

    A wall clock begins again at midnight.
    """
    return max(0.0, round(_after_midnight(stamp, zero) - zero, 3))


def _after_midnight(stamp: float, zero: float) -> float:
    return stamp + 2 * _HALF_A_DAY if zero - stamp > _HALF_A_DAY else stamp
