"""What a pack says of itself: who made it, and the checksum of each of its members."""

from datetime import datetime
from typing import Final

from pydantic import ConfigDict
from pydantic import Field as Attribute

from assistant.domain.frozen import Frozen
from assistant.domain.people import Who

FORMAT: Final = "assistant.pack"
VERSION: Final = 1
SCHEMA: Final = f"{FORMAT}/{VERSION}"
MANIFEST: Final = "manifest.json"
FORGOTTEN: Final = "forgotten.json"

ACCOUNTS, LEADS, BANKS, CALLS = "accounts", "leads", "banks", "calls"
"""The folders of a pack, in the order that they are taken in."""

MOST_MEMBERS = 60_000
MOST_BYTES = 64 * 1024**2
"""Of one member: a call of ten hours has some megabytes."""
MOST_UNPACKED = 4 * 1024**3
MOST_PACKED = 1024**3
MOST_TIMES = 200
"""So many times as large as the file is what it holds, at most: calls come to some 15 times."""
HARMLESS = 16 * 1024**2
"""Bytes: what holds no more than this may be packed however densely."""


class Member(Frozen):
    """A file in the pack: its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


class Manifest(Frozen):
    """The member ``manifest.json``; ``program`` is the version that wrote the pack."""

    model_config = ConfigDict(populate_by_name=True)

    form: str = Attribute(default=SCHEMA, alias="schema")
    program: str
    by: Who
    made_at: datetime
    members: tuple[Member, ...]
