"""Turns what SQLite and the disk complain about into words for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, StatementError

from assistant.domain.errors import (
    AssistantError,
    BadInput,
    NotFound,
    StoreUnavailable,
    WrongUsage,
)

GONE = (
    "The call, lead or account that this belongs to is not in the store; perhaps it was "
    "forgotten meanwhile."
)

MENDING = {
    sqlite3.SQLITE_BUSY: (
        "is locked by another program. Close that program, or try again in a moment."
    ),
    sqlite3.SQLITE_LOCKED: (
        "is locked by another program. Close that program, or try again in a moment."
    ),
    sqlite3.SQLITE_READONLY: (
        "cannot be written to: the file or its folder is read-only. Allow yourself to write to "
        "both, or name another file in the setting `store`."
    ),
    sqlite3.SQLITE_PERM: (
        "cannot be opened: you have no permission. Allow yourself to read and write it, or name "
        "another file in the setting `store`."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot be opened. Look whether the file and its folder are there and yours to read and "
        "write, or name another file in the setting `store`."
    ),
    sqlite3.SQLITE_NOTADB: (
        "is no store: the file is not an SQLite database. Move it away, or name another file in "
        "the setting `store`."
    ),
    sqlite3.SQLITE_CORRUPT: (
        "is damaged. `assistant db restore BACKUP` puts a backup in its place; the automatic ones "
        "lie in the folder `backups` beside it."
    ),
    sqlite3.SQLITE_FULL: (
        "cannot grow: the disk is full. Free some space and try again; what was saved before is "
        "there."
    ),
    sqlite3.SQLITE_IOERR: (
        "cannot be read or written: the disk reports an error. Look whether the disk is "
        "connected and healthy, then try again."
    ),
}
"""What is wrong and how to mend it, by SQLite's primary result code."""


@contextmanager
def clear_faults(path: Path) -> Iterator[None]:
    """Raise errors of a person's words in place of SQLite's.

    The cause is left out of the chain: it may quote what was being stored.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(path, error) from None
    except DBAPIError as error:
        raise _in_words(path, error.orig) from None
    except StatementError as error:
        if isinstance(error.orig, UnicodeEncodeError):
            raise _not_unicode() from None
        raise (error.orig or error) from None
    except UnicodeEncodeError:
        raise _not_unicode() from None
    except OSError as error:
        raise StoreUnavailable(
            f"The store {path} cannot be used: {error.strerror or error}."
        ) from None
    except MemoryError:
        raise StoreUnavailable(
            f"The store {path} needs more memory for this than there is. Close other programs, "
            f"then try again."
        ) from None


def _not_unicode() -> BadInput:
    return BadInput(
        "The text holds characters that are not Unicode (from a file or terminal of another "
        "encoding?), so it cannot be stored."
    )


def _in_words(path: Path, error: BaseException | None) -> AssistantError:
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return StoreUnavailable(f"The store {path} cannot be used: {error}.")
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return NotFound(GONE)
    if code in {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}:
        return WrongUsage("This is in the store already, under the same id.")
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return WrongUsage(f"The store refuses it: {error}.")
    # The low byte is the primary code; the rest says which kind of it.
    words = MENDING.get(code & 0xFF, f"cannot be used: {error}.")
    return StoreUnavailable(f"The store {path} {words}")
