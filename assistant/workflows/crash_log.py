"""Logs what should not have happened: its kind and where in the code, never what was said.

Messages, arguments and local values can hold call content, so none of them is written.
"""

import logging
import os
import platform
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import walk_tb

from assistant import __version__
from assistant.domain.errors import AssistantError
from assistant.settings.paths import log_dir, private_folder

MAX_BYTES = 256 * 1024
KEPT = 3
OWNER_ONLY = 0o600


def log_file() -> Path:
    """The log, whether or not it is there."""
    return log_dir() / "assistant.log"


def record_crash(error: BaseException) -> Path | None:
    """Append an unexpected error to the log and return its path; None if it can't be written."""
    try:
        path = log_file()
        private_folder(path.parent)
        with closing(_Handler(path)) as handler:
            handler.emit(logging.makeLogRecord({"msg": _account_of(error)}))
    except (OSError, AssistantError):
        return None
    return path


class _Handler(RotatingFileHandler):
    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter("%(asctime)s %(message)s"))

    def _open(self) -> TextIOWrapper:
        """A file for the owner only, from the moment it is made."""
        opener = partial(os.open, mode=OWNER_ONLY)
        return open(self.baseFilename, "a", encoding="utf-8", opener=opener)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802
        """Let the caller see the error; the base class prints the record."""
        raise  # noqa: PLE0704  # called while the error is handled


def _account_of(error: BaseException) -> str:
    """Versions, then each error of the chain with its frames, the innermost last."""
    head = f"assistant {__version__}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join([head, *(_one(cause) for cause in _chain(error))])


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _one(error: BaseException) -> str:
    kind = type(error)
    frames = (
        f"    {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_qualname}"
        for frame, line in walk_tb(error.__traceback__)
    )
    return "\n".join([f"  {kind.__module__}.{kind.__qualname__}", *frames])
