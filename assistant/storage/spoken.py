"""What was said, kept short: deflated, with words that come up in calls known beforehand.

A turn is too short to be compressed by itself. Both sides know ``spoken_1.txt``, turns of the
training corpus that have the most in common with others, and of a turn only what differs from
them is kept.
"""

import zlib
from functools import cache
from importlib.resources import files

RAW, MEMORY = -15, 6
"""Deflate without a header, with the widest window, and little memory: a text is a few words."""


@cache
def _known() -> bytes:
    """Stores hold what was shortened with these words: they never change."""
    return files(__package__).joinpath("spoken_1.txt").read_bytes()


@cache
def _begun() -> "zlib._Compress":
    return zlib.compressobj(9, zlib.DEFLATED, RAW, MEMORY, zdict=_known())


def shortened(text: str) -> bytes:
    """The text, shortened. Raises ``UnicodeEncodeError`` for what is not Unicode."""
    shortening = _begun().copy()
    return shortening.compress(text.encode()) + shortening.flush()


def spoken(kept: bytes) -> str:
    """The text that was shortened, to the letter."""
    return zlib.decompressobj(RAW, zdict=_known()).decompress(kept).decode()
