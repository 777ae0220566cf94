"""Connections to the store's file, and the two kinds of transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock, local
from time import monotonic, sleep
from typing import cast
from unicodedata import combining, normalize

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlmodel import Session

from assistant.storage.coded import as_text, word
from assistant.storage.faults import clear_faults
from assistant.storage.spoken import spoken
from assistant.storage.value_words import value_words

PATIENCE = 5.0
"""Seconds to wait for another program's transaction before the store counts as locked."""

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    # What is deleted is overwritten with zeros.
    "PRAGMA secure_delete = ON",
    # The log is on the disk before a commit returns: not only a killed program but a power
    # cut too loses nothing that was saved. Notes are saved about once a second, so the few
    # milliseconds are never felt.
    "PRAGMA synchronous = FULL",
    # No temporary file holds content; what needs one for its size asks for ``with_room``.
    "PRAGMA temp_store = MEMORY",
    # The store's views ask functions of this program; some builds of SQLite trust no view.
    "PRAGMA trusted_schema = ON",
)


def connect(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to an existing file, in autocommit mode, with the store's pragmas.

    It never creates the file. Any thread may use it, one at a time.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in PRAGMAS:
            connection.execute(pragma)
        _use_write_ahead_log(connection, patience)
        connection.create_function("folded", 1, folded, deterministic=True)
        connection.create_function("spoken", 1, spoken, deterministic=True)
        connection.create_function("value_words", 1, value_words, deterministic=True)
        connection.create_function("word", 2, word, deterministic=True)
        connection.create_function("digits", 1, as_text, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


def folded(text: str | None) -> str:
    """Small letters without accents: how names are compared."""
    if not text or text.isascii():
        return (text or "").lower()
    apart = normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not combining(char))


def _use_write_ahead_log(connection: sqlite3.Connection, patience: float) -> None:
    """Readers never wait for a writer, and a killed program leaves a whole file.

    SQLite does not wait by itself when two programs switch a new file over at once. Where
    the file system can't have such a log, SQLite's older journal stays, which is as safe.
    """
    if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
        return
    until = monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(0.01)
        else:
            return


@contextmanager
def connected(path: Path, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
    """A connection for one purpose, closed afterwards; faults are in a person's words."""
    with clear_faults(path), closing(connect(path, patience)) as connection:
        yield connection


@contextmanager
def with_room(path: Path, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
    """A connection for what needs as much room as the store has: sorting it, writing it anew.

    That room is a file in the store's folder, in place of memory. Only this program has it
    open, and it has no name (on Windows it goes with the program). A SQLite that puts such
    files elsewhere takes memory.
    """
    folder = str(path.absolute().parent)
    with connected(path, patience) as connection:
        _keep_temporary_files_in(connection, folder)
        if connection.execute("PRAGMA temp_store_directory").fetchone() == (folder,):
            connection.execute("PRAGMA temp_store = FILE")
        try:
            yield connection
        finally:
            _keep_temporary_files_in(connection, "")


def _keep_temporary_files_in(connection: sqlite3.Connection, folder: str) -> None:
    quoted = folder.replace("'", "''")
    connection.execute(f"PRAGMA temp_store_directory = '{quoted}'")


def sweep(folder: Path) -> None:
    """Delete temporary files of SQLite that a power cut left on a system that names them."""
    for left in folder.glob("etilqs_*"):
        # One that is there because a program has it open cannot be deleted.
        with suppress(OSError):
            left.unlink()


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that has the right to write from its start; rolled back on any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def make_engine(path: Path, patience: float = PATIENCE) -> Engine:
    """An engine for the store's file; pooled connections, any number of threads."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, patience),
        poolclass=QueuePool,
        # Content is never part of an error's text.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def sqlite_of(session: Session) -> sqlite3.Connection:
    """The session's connection to SQLite, in the transaction that it has begun."""
    return cast("sqlite3.Connection", session.connection().connection.driver_connection)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class Database:
    """A store's engine, and its transactions. Threads may share it."""

    def __init__(self, path: Path, engine: Engine, patience: float = PATIENCE) -> None:
        self.path = path
        self.patience = patience
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        # Threads queue up here: SQLite would have them try again and again, and one starve.
        self._one_writer = Lock()
        self._joined = local()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the store."""
        if (joined := self._session()) is not None:
            yield joined
            return
        with clear_faults(self.path), Session(self._engine) as session:
            yield session

    @contextmanager
    def writing(self, *, dry_run: bool = False) -> Iterator[Session]:
        """One transaction that nobody else writes beside; all of it is kept, or nothing.

        A dry run does everything and keeps nothing.
        """
        if (joined := self._session()) is not None:
            yield joined
            joined.flush()
            return
        with self._one_writer, clear_faults(self.path), Session(self._writer) as session:
            yield session
            session.flush()
            (session.rollback if dry_run else session.commit)()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that this thread reads and writes inside is one transaction, the outermost's."""
        if self._session() is not None:
            yield
            return
        with self.writing() as session:
            self._joined.session = session
            try:
                yield
            finally:
                self._joined.session = None

    def _session(self) -> Session | None:
        """The session that this thread has opened with ``together``."""
        session: Session | None = getattr(self._joined, "session", None)
        return session

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()
