"""Time stamps as transcripts write them, in seconds."""

import re

STAMP = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?"
"""``h:mm:ss``, ``mm:ss``, either with a fraction after a full stop or a comma."""

_PARTS = re.compile(r"(?:(\d+):)?(\d+):(\d+)(?:[.,](\d+))?")
_LONGEST_CALL = 6 * 3600.0


def seconds(stamp: str) -> float:
    """The seconds of a text that matches ``STAMP``."""
    found = _PARTS.fullmatch(stamp)
    if found is None:
        raise ValueError("not a time stamp")
    hours, minutes, whole, fraction = found.groups()
    milliseconds = int((fraction or "0").ljust(3, "0"))
    return (
        int(hours or 0) * 3_600_000 + int(minutes) * 60_000 + int(whole) * 1000 + milliseconds
    ) / 1000


def call_start(first: float | None) -> float:
    """What to take off every stamp: the first one where they are the time of day.

    No call is six hours long, so a first stamp past that was read off a wall clock.
    """
    return first if first is not None and first >= _LONGEST_CALL else 0.0
