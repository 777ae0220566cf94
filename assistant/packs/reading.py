"""Reads a pack, whoever made it: nothing is put on the disk, nothing is believed unchecked."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from assistant.domain.errors import BadInput
from assistant.packs.manifest import (
    FORGOTTEN,
    FORMAT,
    HARMLESS,
    MANIFEST,
    MOST_BYTES,
    MOST_MEMBERS,
    MOST_PACKED,
    MOST_TIMES,
    MOST_UNPACKED,
    SCHEMA,
    VERSION,
    Manifest,
)

M = TypeVar("M", bound=BaseModel)

_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_NAME = re.compile(
    rf"{re.escape(FORGOTTEN)}|(accounts|leads|calls)/{_UUID}\.json|banks/[0-9A-Za-z_-]{{1,128}}\.json"
)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError)
_END, _LARGE_END = b"PK\x05\x06", b"PK\x06\x07"
_AFTER_END = 22 + 65_535
"""The end of a zip file has this length at most, with a comment."""
_ENTRY = 400
"""Bytes of a member's entry in the list at the end, at most: names are short."""


class PackFile:
    """A pack whose list of members has been checked; members are checked as they are read.

    ``digest`` is the checksum of that list, and so of everything in the pack.
    """

    def __init__(self, packed: zipfile.ZipFile, name: str, size: int) -> None:
        self._packed = packed
        self._name = name
        entries = self._entries()
        self.manifest = self._manifest(entries.pop(MANIFEST, None))
        self._members = {member.name: member for member in self.manifest.members}
        if len(self._members) != len(self.manifest.members) or self._members.keys() != set(entries):
            raise self._bad("what is in it is not what its list of members says")
        for name_ in entries:
            if not _NAME.fullmatch(name_):
                raise self._bad(f"a member has a name that no pack has: {name_!r}")
        unpacked = sum(member.size for member in self.manifest.members)
        if unpacked > MOST_UNPACKED:
            raise self._bad("unpacked it would be too large")
        if unpacked > max(HARMLESS, MOST_TIMES * size):
            raise self._bad(f"unpacked it would be {unpacked // size:,} times as large as it is")

    def names(self, folder: str) -> tuple[str, ...]:
        """The members of a folder."""
        return tuple(sorted(name for name in self._members if name.startswith(f"{folder}/")))

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str, model: type[M]) -> M:
        """A member, as that model. Raises ``BadInput`` for whatever is wrong with it."""
        data = self.data(name)
        try:
            return model.model_validate(from_json(data, allow_inf_nan=False))
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise self._bad(f"{name}: {where}: {first['msg']}") from None
        except (ValueError, RecursionError) as error:
            raise self._bad(f"{name} is no JSON that can be read: {error}") from None

    def data(self, name: str) -> bytes:
        """The bytes of a member, which are those that its checksum is of."""
        member = self._members[name]
        data = self._bytes(name, member.size)
        if len(data) != member.size or sha256(data).hexdigest() != member.sha256:
            raise self._bad(f"{name} is damaged: its checksum is another one")
        return data

    def _bytes(self, name: str, size: int) -> bytes:
        if not 0 <= size <= MOST_BYTES:
            raise self._bad(f"{name} is larger than {MOST_BYTES // 1024**2} MB")
        try:
            with self._packed.open(name) as member:
                return member.read(size + 1)
        except _BROKEN:
            raise self._bad(f"{name} is damaged") from None

    def _entries(self) -> dict[str, zipfile.ZipInfo]:
        entries = self._packed.infolist()
        names = {entry.filename: entry for entry in entries}
        if len(names) != len(entries):
            raise self._bad("it has two members of the same name")
        if any(entry.flag_bits & 1 for entry in entries):
            raise self._bad("it is locked with a password")
        return names

    def _manifest(self, entry: zipfile.ZipInfo | None) -> Manifest:
        if entry is None:
            raise self._bad(f"it is no pack of calls: it has no {MANIFEST}")
        data = self._bytes(MANIFEST, min(entry.file_size, MOST_BYTES))
        self.digest = sha256(data).hexdigest()
        try:
            facts = from_json(data, allow_inf_nan=False)
            form = facts["schema"]
            kind, _, version = form.partition("/")
            if kind != FORMAT or not version.isdecimal() or len(version) > 9:
                raise self._bad(f"it is no pack of calls: its schema is {form[:40]!r}")
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
            raise self._bad(f"it is no pack of calls: its {MANIFEST} cannot be read") from None
        if int(version) > VERSION:
            program = str(facts.get("program", ""))[:40]
            raise self._bad(
                f"a newer version of the assistant ({program or 'unknown'}) wrote it: it is "
                f"{form}, and this version reads {SCHEMA}. Update the assistant"
            )
        try:
            return Manifest.model_validate(facts)
        except ValidationError:
            raise self._bad(f"its {MANIFEST} is not as it should be") from None

    def _bad(self, why: str) -> BadInput:
        return BadInput(f"{why}. Nothing of it was taken in.", file=self._name)


@contextmanager
def reading_pack(path: Path) -> Iterator[PackFile]:
    """The pack in a file. Raises ``BadInput`` where it is none, damaged or hostile."""
    name = str(path)
    try:
        with path.open("rb") as file:
            size = _size_of(file, name)
            with zipfile.ZipFile(file) as packed:
                yield PackFile(packed, name, size)
    except OSError as error:
        raise BadInput(f"it cannot be read: {error.strerror or error}", file=name) from None
    except zipfile.BadZipFile:
        raise BadInput("it is damaged, or no pack of calls", file=name) from None


def _size_of(file: BinaryIO, name: str) -> int:
    """The size of the file in bytes. Raises ``BadInput`` where it or its list is too large.

    The end is looked at first: reading the list of millions of members takes all memory.
    """
    size = file.seek(0, 2)
    if size > MOST_PACKED:
        raise BadInput(f"it is larger than {MOST_PACKED // 1024**2} MB", file=name)
    file.seek(max(0, size - _AFTER_END))
    end = file.read()
    at = end.rfind(_END)
    if at < 0 or len(end) < at + 22:
        raise BadInput("it is damaged, or no pack of calls", file=name)
    listed = int.from_bytes(end[at + 12 : at + 16], "little")
    if _LARGE_END in end[max(0, at - 20) : at] or listed > MOST_MEMBERS * _ENTRY:
        raise BadInput(f"it has more than {MOST_MEMBERS:,} members", file=name)
    file.seek(0)
    return size
