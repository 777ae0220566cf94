"""Finds one pattern in a piece of text by shifting bits along its steps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

Masks = Mapping[int, int]
"""By number, the tokens of a choice: one bit a token."""


class Line(NamedTuple):
    """A step of a pattern: ``least`` to ``most`` tokens of the mask with this number."""

    mask: int
    least: int
    most: int


class Match(NamedTuple):
    """``length`` tokens from ``start`` on."""

    length: int
    start: int


def matches(lines: tuple[Line, ...], masks: Masks, starts: int) -> Sequence[Match]:
    """Every match that begins at one of the bits of ``starts``."""
    mask, least, _ = lines[0]
    if least:
        starts &= masks[mask]
    return tuple(_each(lines, masks, starts)) if _ends(lines, masks, starts) else ()


def _each(lines: tuple[Line, ...], masks: Masks, starts: int) -> Iterator[Match]:
    while starts:
        first = starts & -starts
        starts ^= first
        at = first.bit_length() - 1
        ends = _ends(lines, masks, first) >> at
        while ends > 1:
            length = ends.bit_length() - 1
            ends ^= 1 << length
            yield Match(length, at)


def _ends(lines: tuple[Line, ...], masks: Masks, places: int) -> int:
    """Where matches end that begin at ``places``: the tokens right after them."""
    for number, least, most in lines:
        mask = masks[number]
        if least == most:
            places = (places & mask) << 1
        else:
            reached = 0 if least else places
            for _ in range(most):
                places = (places & mask) << 1
                reached |= places
                if not places:
                    break
            places = reached
        if not places:
            return 0
    return places


def longest(found: Iterable[Match]) -> Iterator[Match]:
    """The matches that share no token: of those that do the longer, then the earlier."""
    taken = 0
    for match in sorted(found, key=lambda match: (-match.length, match.start)):
        tokens = ((1 << match.length) - 1) << match.start
        if not tokens & taken:
            taken |= tokens
            yield match
