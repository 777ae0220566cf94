"""A number among the words of a text, before it means money, people or days."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a range (``low`` to ``high``) in the words ``[first, after)``.

    ``scale`` is the factor that was said for it: 1 where none was, 100 for "six hundred",
    1000 for "40k". ``written`` tells digits from spoken words, ``code`` a number glued to
    letters before it ("T4").
    """

    low: float
    high: float
    first: int
    after: int
    scale: float = 1
    written: bool = False
    code: bool = False

    @property
    def is_range(self) -> bool:
        """Whether two numbers were said."""
        return self.low != self.high

    @property
    def like_a_year(self) -> bool:
        """Whether it could be a calendar year near now ("2027", "twenty twenty-seven")."""
        return not self.is_range and self.scale == 1 and 1990 <= self.low <= 2045
