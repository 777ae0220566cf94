"""Writes a pack: a zip file of JSON, one member a call, which is there whole or not at all."""

import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from pydantic import BaseModel

from assistant.domain.errors import WrongUsage
from assistant.domain.people import Who
from assistant.packs.manifest import MANIFEST, MOST_MEMBERS, Manifest, Member

UNFINISHED = ".part"
OWNER_ONLY, AS_THE_FOLDER = 0o600, 0o666
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""When members were changed is nobody's concern."""


class PackWriter:
    """Takes the members one by one; each is compressed at once."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self.members: list[Member] = []

    def add(self, name: str, content: BaseModel) -> None:
        """Add a member. Raises ``WrongUsage`` where there are too many."""
        if len(self.members) == MOST_MEMBERS:
            raise WrongUsage("This is too much for one pack. Pack it in parts.")
        data = content.model_dump_json(indent=1, by_alias=True).encode() + b"\n"
        self.add_bytes(name, data)

    def add_bytes(self, name: str, data: bytes) -> None:
        """Add a member that is JSON already."""
        self.members.append(Member(name=name, size=len(data), sha256=sha256(data).hexdigest()))
        self.write(name, data)

    def write(self, name: str, data: bytes) -> None:
        entry = zipfile.ZipInfo(name, LONG_AGO)
        entry.external_attr = OWNER_ONLY << 16
        self._packed.writestr(entry, data, zipfile.ZIP_DEFLATED)


@contextmanager
def writing_pack(
    out: Path, *, by: Who, made_at: datetime, program: str, mode: int = OWNER_ONLY
) -> Iterator[PackWriter]:
    """A pack that appears under its name once it is whole; on an error nothing is left.

    Raises ``OSError``.
    """
    unfinished = out.with_name(f".{out.name}.{uuid4().hex[:8]}{UNFINISHED}")
    handle = os.open(
        unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), mode
    )
    try:
        with os.fdopen(handle, "w+b") as file:
            with zipfile.ZipFile(file, "w") as packed:
                pack = PackWriter(packed)
                yield pack
                manifest = Manifest(
                    program=program, by=by, made_at=made_at, members=tuple(pack.members)
                )
                text = manifest.model_dump_json(indent=1, by_alias=True)
                pack.write(MANIFEST, text.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(out)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
