"""Word lists kept as JSON, which is read a hundred times as fast as the YAML they come from.

They lie in the user's cache folder, and nothing is taken on trust: what is not whole, or of
a YAML file that has changed since, is read from YAML again, and models validate the rest.
"""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from assistant import __version__
from assistant.settings.paths import cache_dir, private_folder

Data = dict[str, object]


def lists_file() -> Path:
    """Where this version of the program keeps its lists."""
    return cache_dir() / "lists.json"


class KeptLists:
    """Lists by the digest of their YAML file. Those asked for or added are saved."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = _read(file)
        self._wanted: dict[str, Data] = {}
        self._added = False

    def get(self, digest: str) -> Data | None:
        """The list of a file with this digest, if it is kept."""
        data = self._kept.get(digest)
        if data is not None:
            self._wanted[digest] = data
        return data

    def add(self, digest: str, data: Data) -> None:
        """Keep a list that was read from YAML."""
        self._wanted[digest] = data
        self._added = True

    def save(self) -> None:
        """Write what was added, with what was asked for; where nobody may write, do nothing."""
        if self._added:
            _write(self._file, self._wanted)
            self._added = False


def _read(file: Path) -> dict[str, Data]:
    """What the file holds; nothing if it is missing, cut off or another version's."""
    try:
        digest, _, body = file.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return {}
    lists: dict[str, Data] = json.loads(body) if digest == _digest(body) else {}
    return lists


def _write(file: Path, lists: dict[str, Data]) -> None:
    body = json.dumps(lists, ensure_ascii=False)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        private_folder(file.parent)
        beside.write_text(f"{_digest(body)}\n{body}", encoding="utf-8", newline="\n")
        beside.replace(file)
    except OSError:
        # Another process may hold the file open (Windows), or the folder may be read-only.
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _digest(body: str) -> str:
    """Of the text and of the version, since another one may read the same YAML differently."""
    return sha256(f"{__version__}\n{body}".encode()).hexdigest()
