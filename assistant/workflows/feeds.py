"""Where a growing transcript comes from: a file that is looked at again and again, or a stream.

Nothing of a platform is used to watch a file, so that network drives work as well.
"""

from io import BufferedReader, RawIOBase
from pathlib import Path
from threading import Lock, Thread
from typing import BinaryIO, Protocol
from uuid import uuid4

from assistant.domain.errors import BadInput
from assistant.ingest.growing.bytes_so_far import text_so_far
from assistant.ingest.limits import MOST_BYTES

CHUNK = 64 * 1024


class Feed(Protocol):
    """Gives the text so far."""

    @property
    def name(self) -> str:
        """What a person calls it."""
        ...

    @property
    def key(self) -> str:
        """Tells it from every other one, also in a later session."""
        ...

    @property
    def there(self) -> bool:
        """Whether there was anything to read yet."""
        ...

    @property
    def gone(self) -> bool:
        """Whether what was there is away now; it may come back."""
        ...

    @property
    def ended(self) -> bool:
        """Whether nothing will come any more."""
        ...

    def begin(self) -> None:
        """Somebody else looks now: the next look gives everything that is there."""
        ...

    def look(self) -> str | None:
        """The whole text so far; None where nothing changed since the last look.

        Raises ``BadInput`` for what is too large, or can never be read.
        """
        ...


class FileFeed:
    """A file, also one that is not there yet, is replaced, or becomes shorter."""

    ended = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, ...] = ()
        self.there = False
        self.gone = False

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self._path.name

    @property
    def key(self) -> str:
        """Its full path."""
        return f"follow:{self._path.resolve()}"

    def begin(self) -> None:
        """Read the file again at the next look."""
        self._seen = ()

    def look(self) -> str | None:
        """The text, read anew where size, time or the file itself changed."""
        try:
            status = self._path.stat()
            self.gone = False
            seen = (status.st_ino, status.st_size, status.st_mtime_ns)
            if seen == self._seen:
                return None
            with self._path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            self._refuse(error)
            return None
        _refuse_large(data, self.name)
        self._seen, self.there = seen, True
        return text_so_far(data)

    def _refuse(self, error: OSError) -> None:
        """A file that is away, or held by its writer for a moment, is waited for."""
        if self._path.is_dir():
            raise BadInput("this is a folder; name the file to follow", file=str(self._path))
        if isinstance(error, PermissionError) and not self.there and self._path.exists():
            raise BadInput("it may not be read", file=str(self._path)) from None
        self.gone = self.there and not self._path.exists()


class StreamFeed:
    """Standard input: a thread reads, so that nobody waits for it."""

    name = "standard input"
    gone = False

    def __init__(self, stream: BinaryIO | RawIOBase) -> None:
        self._stream = stream
        self._data = bytearray()
        self._lock = Lock()
        self._looked_at = -1
        self._over = False
        self.key = f"follow:{uuid4()}"
        Thread(target=self._read, name="captions", daemon=True).start()

    @property
    def there(self) -> bool:
        """Whether anything came."""
        return len(self._data) > 0

    @property
    def ended(self) -> bool:
        """Whether the captioner closed its end."""
        return self._over

    def begin(self) -> None:
        """Give everything again at the next look."""
        self._looked_at = -1

    def look(self) -> str | None:
        """Everything that came."""
        with self._lock:
            if len(self._data) == max(0, self._looked_at):
                return None
            self._looked_at = len(self._data)
            data = bytes(self._data)
        _refuse_large(data, self.name)
        return text_so_far(data)

    def _read(self) -> None:
        try:
            while chunk := _some(self._stream):
                with self._lock:
                    self._data += chunk
        except (OSError, ValueError):
            pass  # the other end is gone: what came is there
        finally:
            self._over = True


def _some(stream: BinaryIO | RawIOBase) -> bytes | None:
    """What is there, without waiting until a buffer is full."""
    if isinstance(stream, BufferedReader):
        return stream.read1(CHUNK)
    return stream.read(CHUNK)


def _refuse_large(data: bytes, name: str) -> None:
    if len(data) > MOST_BYTES:
        raise BadInput(f"it is larger than {MOST_BYTES // 1024**2} MB; begin a new one", file=name)
