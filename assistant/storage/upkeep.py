"""Looks after the store's file: check, backup, restore, upgrade."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from assistant.domain.counting import counted
from assistant.domain.errors import BadInput, StoreUnavailable, WrongUsage
from assistant.domain.upkeep import CheckReport
from assistant.storage.backups import Clock, back_up, backups_of, copy_into, free_name
from assistant.storage.connecting import PATIENCE, connect, connected
from assistant.storage.faults import MENDING, clear_faults
from assistant.storage.migrations.running import migrate, version_of
from assistant.storage.migrations.steps import MIGRATIONS
from assistant.storage.opening import finish_what_was_left, prepare
from assistant.storage.private_files import create_file, readable_by_others
from assistant.storage.scrubbing import is_pending
from assistant.storage.tables.answers import ANSWERS_IN_A_CALL
from assistant.storage.tables.sources import IN_A_SOURCE

COUNTED = (
    "accounts", "leads", "events", "moves", "calls", "sources", "turns", "note_lines", "answers",
    "decisions", "verdicts", "reviews", "banks", "forgotten",
)  # fmt: skip
"""The tables whose rows a check counts."""

OF_NOTHING = {
    "turns": (
        f'SELECT count(*) FROM turns WHERE "key" / {IN_A_SOURCE} NOT IN (SELECT seq FROM sources)'  # noqa: S608
    ),
    "answers": (
        f'SELECT count(*) FROM answers WHERE "key" / {ANSWERS_IN_A_CALL} '  # noqa: S608
        f'NOT IN (SELECT "key" FROM call_index)'
    ),
}
"""Asks for rows that belong to nothing where their keys say to what they belong."""

DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _now() -> datetime:
    return datetime.now(UTC)


def check(path: Path, *, clock: Clock = _now) -> CheckReport:
    """Look the whole store through.

    Erased bytes that another program kept from being removed are removed now, if nobody is
    in the way any more. Raises ``StoreUnavailable`` where there is no store that can be read.
    """
    path = _existing(path)
    with connected(path) as connection:
        version = version_of(connection, path)
    if version == len(MIGRATIONS):
        finish_what_was_left(path, clock)
    with connected(path) as connection:
        return CheckReport(
            path=path,
            schema_version=version,
            newest=len(MIGRATIONS),
            size=path.stat().st_size,
            counts=_counts(connection) if version else {},
            backups=backups_of(path),
            problems=tuple(_problems(connection, path, version)),
        )


def backup(path: Path, out: Path | None = None, *, clock: Clock = _now) -> Path:
    """Copy the store into ``out`` (a new file, or a folder), else into ``backups/`` beside it.

    Such a backup is never deleted to make room, but forgetting empties ``backups/``. Raises
    ``WrongUsage`` where ``out`` is there already or its folder is not.
    """
    path = _existing(path)
    with connected(path) as connection:
        version_of(connection, path)
        target = _new_file(path, out, clock)
        copy_into(connection, target)
    return target


def restore(backup: Path, path: Path, *, clock: Clock = _now) -> Path | None:
    """Put a backup in the place of the store; the replaced store becomes a backup.

    Windows that have the store open see the restored one from then on. Returns where the
    replaced store is kept, None where there was none. Raises ``BadInput`` for a backup that
    is damaged or none, before anything is touched.
    """
    path = path.expanduser().absolute()
    _validate(backup, path)
    prepare(path)
    kept = _keep_replaced(path, clock)
    prepare(path)
    with connected(path, PATIENCE) as target, closing(_open_as_it_is(backup)) as source:
        source.backup(target, pages=1000, progress=_patiently(path), sleep=0.05)
    return kept


def upgrade(path: Path, *, clock: Clock = _now) -> tuple[int, int]:
    """Bring the store's schema up to the program's; the versions before and after."""
    path = _existing(path)
    prepare(path)
    versions = migrate(path, clock=clock)
    finish_what_was_left(path, clock)
    return versions


def is_old(path: Path) -> bool:
    """Whether there is a store, of an older schema: whoever opens it brings it up to date first."""
    if not path.is_file():
        return False
    with connected(path) as connection:
        return version_of(connection, path) < len(MIGRATIONS)


def _existing(path: Path) -> Path:
    path = path.expanduser().absolute()
    with clear_faults(path):
        there = path.is_file()
    if not there:
        raise StoreUnavailable(f"There is no store {path} yet. It is made when it is first used.")
    return path


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        for table in COUNTED
        if table in there
    }


def _problems(connection: sqlite3.Connection, path: Path, version: int) -> Iterator[str]:
    if version < len(MIGRATIONS):
        yield (
            f"The schema is {version}, this version of the assistant writes {len(MIGRATIONS)}: "
            f"`assistant db upgrade` brings it up to date."
        )
    found = [words for (words,) in connection.execute("PRAGMA integrity_check")]
    yield from (f"The file is damaged: {words}" for words in found if words != "ok")
    lost = Counter(table for table, *_ in connection.execute("PRAGMA foreign_key_check"))
    if version == len(MIGRATIONS):
        for table, query in OF_NOTHING.items():
            lost.update([table] * connection.execute(query).fetchone()[0])
    for table, count in lost.items():
        belong = "belongs" if count == 1 else "belong"
        yield f"{counted(count, 'rows')} of {table} {belong} to nothing."
    for one in (path, path.parent):
        if readable_by_others(one):
            yield f"Others on this machine may read {one}: take that permission from them."
    if version == len(MIGRATIONS):
        if not _index_is_whole(connection):
            yield "The text index does not fit the texts: searching may miss words."
        if is_pending(connection):
            yield (
                "Bytes of what was forgotten are still in the store's files, because another "
                "program is reading it. Close the assistant's other windows and check again."
            )


def _index_is_whole(connection: sqlite3.Connection) -> bool:
    try:
        # Rank 1 has it look at the texts too, which the index holds no copy of.
        connection.execute(
            "INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    return True


def _new_file(path: Path, out: Path | None, clock: Clock) -> Path:
    if out is None:
        return free_name(path, "backup", clock())
    out = out.expanduser().absolute()
    try:
        if out.is_dir():
            out /= f"{path.stem}.{clock():%Y%m%dT%H%M%S}Z{path.suffix}"
        if not out.parent.is_dir():
            raise WrongUsage(f"There is no folder {out.parent} for the backup. Make it first.")
        made = create_file(out)
    except OSError as error:
        raise WrongUsage(
            f"{out} cannot be written: {error.strerror}. Give the backup another place."
        ) from None
    if not made:
        raise WrongUsage(f"{out} is there already. Give the backup another name.")
    return out


def _open_as_it_is(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing in the file."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


@contextmanager
def _or_bad_input(backup: Path) -> Iterator[None]:
    try:
        with clear_faults(backup):
            yield
    except StoreUnavailable as error:
        raise BadInput(f"It cannot be restored. {error}", file=str(backup)) from None


def _validate(backup: Path, path: Path) -> None:
    if not backup.is_file():
        raise BadInput("There is no such backup.", file=str(backup))
    if path.exists() and backup.samefile(path):
        raise WrongUsage(f"{backup} is the store itself. Name one of its backups.")
    with _or_bad_input(backup), closing(_open_as_it_is(backup)) as connection:
        if version_of(connection, backup) == 0:
            raise BadInput("The file is empty: it is no backup of a store.", file=str(backup))
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise BadInput(f"The backup is damaged: {found}", file=str(backup))


def _keep_replaced(path: Path, clock: Clock) -> Path | None:
    """A backup of what is there: a proper one, or, where it is damaged, the file as it is."""
    with clear_faults(path):
        try:
            with closing(connect(path)) as connection:
                if not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
                    return None
                return back_up(connection, path, "restore", clock())
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in DAMAGED:
                raise
        kept = free_name(path, "damaged", clock())
        for beside in ("", "-wal"):
            if path.with_name(path.name + beside).exists():
                path.with_name(path.name + beside).replace(kept.with_name(kept.name + beside))
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
        return kept


def _patiently(path: Path) -> Callable[[int, int, int], None]:
    """SQLite would wait for ever for another program's transaction to end; this gives up."""
    until = monotonic() + PATIENCE

    def watch(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and monotonic() > until:
            raise StoreUnavailable(f"The store {path} {MENDING[sqlite3.SQLITE_BUSY]}")

    return watch
