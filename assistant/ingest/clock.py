"""Time stamps as transcripts write them, in seconds."""

STAMP = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?"
"""``h:mm:ss``, ``mm:ss``, either with a fraction after a full stop or a comma."""

_LONGEST_CALL = 6 * 3600.0


def seconds(stamp: str) -> float:
    """The seconds of a text that matches ``STAMP``."""
    clock, _, fraction = stamp.replace(",", ".").partition(".")
    *hours, minutes, whole = map(int, clock.split(":"))
    milliseconds = int(fraction.ljust(3, "0"))
    return (sum(hours) * 3_600_000 + minutes * 60_000 + whole * 1000 + milliseconds) / 1000


def call_start(first: float | None) -> float:
    """What to take off every stamp: the first one where they are the time of day.

    No call is six hours long, so a first stamp past that was read off a wall clock.
    """
    return first if first is not None and first >= _LONGEST_CALL else 0.0
