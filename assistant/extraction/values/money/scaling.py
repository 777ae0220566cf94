"""Which thousands were left out: "thirty for the year" after a price of 22,000 is 30,000."""

from math import log10

_SMALLEST_COMPLETE = 1000.0
_FACTORS = (1.0, 1e3)
_WITH_MILLIONS = (1.0, 1e3, 1e6)
_INDIAN_FACTORS = (1.0, 1e3, 1e5, 1e7)


def scale_meant(low: float, high: float, hint: float | None, currency: str | None) -> float:
    """The factor that brings a bare amount closest to ``hint``; 1 where nothing tells.

    Only amounts below a thousand are ever short for more, and only "three" or "one point
    eight" for millions. Rupees are also counted in lakhs and crores.
    """
    if hint is None or hint <= 0 or high <= 0 or high >= _SMALLEST_COMPLETE:
        return 1
    factors: tuple[float, ...] = (
        _WITH_MILLIONS if high < 10 or not float(high).is_integer() else _FACTORS
    )
    if currency == "INR":
        factors = _INDIAN_FACTORS
    return min(factors, key=lambda factor: abs(log10(max(low, high / 10) * factor / hint)))
