"""Zip files of transcripts: each file in one is named as if the zip file were a folder.

Nothing is ever unpacked onto the disk; a file is read within bounds when its turn comes.
"""

import io
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from assistant.domain.errors import BadInput
from assistant.ingest.zip_directory import TAIL, directory_bytes

MOST_FILES = 10_000
MOST_UNPACKED = 1024**3
_MOST_LIST = MOST_FILES * 1024
"""Bytes of the list of files, each with a name of a thousand letters."""
_START = b"PK\x03\x04"
_OFFICE = "[Content_Types].xml"
_MAC = "__MACOSX"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)


def is_zip_of_files(path: Path) -> bool:
    """Whether it is a zip file, and none that is a Word or Excel document."""
    try:
        with path.open("rb") as file:
            if file.read(len(_START)) != _START:
                return False
        if _has_long_list(path):
            return True
        with zipfile.ZipFile(path) as packed:
            return _OFFICE not in packed.namelist()
    except (OSError, *_BROKEN):
        return False


def members(path: Path) -> tuple[Path, ...]:
    """The files in a zip file, without hidden ones, sorted: ``calls.zip/march/luis.vtt``.

    Raises BadInput: names that lead out of it, too many files, too large, none, damaged.
    """
    try:
        if _has_long_list(path):
            raise _too_many(path)
        with zipfile.ZipFile(path) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir()]
    except (OSError, *_BROKEN):
        raise _damaged(path) from None
    if len(entries) > MOST_FILES:
        raise _too_many(path)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        size = f"{MOST_UNPACKED // 1024**2} MB"
        raise BadInput(f"unpacked it is larger than {size}; split it", file=str(path))
    names = {entry.filename for entry in entries}
    if any(map(_leads_out, names)):
        raise BadInput("a name in this zip file leads out of it; pack it again", file=str(path))
    found = sorted(path / name for name in names if not _is_hidden(name))
    if not found:
        raise BadInput("there is no file in this zip file", file=str(path))
    return tuple(found)


def zip_file_above(path: Path) -> Path | None:
    """The zip file that a file named by ``members`` is in; None for any other."""
    try:
        return next((above for above in path.parents if above.is_file()), None)
    except (OSError, ValueError):
        return None


def member_bytes(packed: Path, path: Path, most: int) -> bytes:
    """The first ``most`` bytes of a file in a zip file.

    Raises BadInput: no such file, locked or damaged.
    """
    inside = path.relative_to(packed)
    try:
        with zipfile.ZipFile(packed) as file:
            names = [name for name in file.namelist() if Path(name) == inside]
            if not names:
                raise BadInput("there is no such file", file=str(path))
            with file.open(names[-1]) as member:
                return member.read(most)
    except RuntimeError:
        raise BadInput("this file is locked with a password", file=str(path)) from None
    except (OSError, *_BROKEN):
        raise _damaged(path) from None


def _has_long_list(path: Path) -> bool:
    """Whether its list of files is longer than any that is read."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - TAIL))
        return directory_bytes(file.read(TAIL)) > _MOST_LIST


def _too_many(path: Path) -> BadInput:
    return BadInput(f"it holds more than {MOST_FILES:,} files; split it", file=str(path))


def _leads_out(name: str) -> bool:
    plain = PurePosixPath(name.replace("\\", "/"))
    return plain.is_absolute() or ".." in plain.parts or ":" in plain.parts[0]


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(".") or part == _MAC for part in parts)


def _damaged(path: Path) -> BadInput:
    return BadInput("this zip file is damaged; pack it again", file=str(path))
