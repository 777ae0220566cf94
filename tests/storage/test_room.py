"""The room that a store takes: in files while it is written anew, and given back afterwards."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.domain.errors import StoreUnavailable
from assistant.domain.store import Store
from assistant.storage import scrubbing
from assistant.storage.connecting import connect, with_room
from assistant.storage.faults import clear_faults
from assistant.storage.opening import open_store
from assistant.storage.upkeep import check, upgrade
from tests.storage.samples import DANA, Clock, an_account, fill

MEGABYTES = 3
OPEN_FILES = Path("/proc/self/fd")


@pytest.fixture
def roomy(path: Path, clock: Clock) -> Path:
    """A store with a call, most of whose file is room that nothing needs."""
    store = open_store(path, clock=clock)
    fill(store, an_account())
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "CREATE TABLE old_shape AS SELECT zeroblob(?) AS bulk", (MEGABYTES << 20,)
        )
        connection.execute("DROP TABLE old_shape")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert path.stat().st_size > MEGABYTES << 20
    return path


@pytest.fixture
def another_writes(roomy: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(roomy)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def titles(store: Store) -> list[str]:
    return [one.call.title for one in store.calls()]


def test_room_that_nothing_needs_is_given_back_when_the_store_is_opened(
    roomy: Path, clock: Clock
) -> None:
    store = open_store(roomy, clock=clock)

    assert len(titles(store)) == 1
    store.close()
    assert roomy.stat().st_size < 1 << 20
    assert check(roomy).problems == ()


def test_an_upgrade_gives_it_back_too(roomy: Path, clock: Clock) -> None:
    upgrade(roomy, clock=clock)

    assert roomy.stat().st_size < 1 << 20


def test_where_another_program_is_in_the_way_it_is_given_back_the_next_time(
    roomy: Path, clock: Clock, another_writes: sqlite3.Connection
) -> None:
    open_store(roomy, clock=clock).close()
    assert roomy.stat().st_size > MEGABYTES << 20

    another_writes.rollback()
    another_writes.close()
    open_store(roomy, clock=clock).close()
    assert roomy.stat().st_size < 1 << 20


def test_it_waits_for_a_call_that_is_open(roomy: Path, clock: Clock) -> None:
    with closing(connect(roomy)) as connection:
        call, who = connection.execute("SELECT id, rep_key FROM calls").fetchone()
        beat = clock.now.isoformat(timespec="microseconds")
        connection.execute("INSERT INTO leases VALUES (?, 'w', ?, ?)", (call, who, beat))

    open_store(roomy, clock=clock).close()
    assert roomy.stat().st_size > MEGABYTES << 20

    clock.pass_seconds(60)
    open_store(roomy, clock=clock).close()
    assert roomy.stat().st_size < 1 << 20


def test_it_waits_for_room_on_the_disk(
    roomy: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 1000

    monkeypatch.setattr(scrubbing, "disk_usage", lambda _: Full)
    open_store(roomy, clock=clock).close()

    assert roomy.stat().st_size > MEGABYTES << 20


def test_writing_anew_takes_a_file_that_has_no_name(roomy: Path) -> None:
    names: set[str] = set()
    opened: set[str] = set()

    def look() -> int:
        names.update(one.name for one in roomy.parent.iterdir())
        if OPEN_FILES.is_dir():
            opened.update(str(one.readlink()) for one in OPEN_FILES.iterdir() if one.is_symlink())
        return 0

    with with_room(roomy) as connection:
        connection.execute("CREATE TABLE bulk AS SELECT randomblob(?) AS bulk", (4 << 20,))
        connection.set_progress_handler(look, 300)
        connection.execute("VACUUM")
        connection.set_progress_handler(None, 0)

    assert names - {"backups"} <= {roomy.name, f"{roomy.name}-wal", f"{roomy.name}-shm"}
    if sys.platform == "linux":
        assert [one for one in opened if one.startswith(f"{roomy.parent}/etilqs_")]


def test_whoever_needs_no_room_leaves_nothing_in_files(roomy: Path) -> None:
    for connecting in (with_room(roomy), closing(connect(roomy))):
        with connecting as connection:
            kept = connection.execute("PRAGMA temp_store").fetchone()[0]
    with closing(connect(roomy)) as connection:
        assert connection.execute("PRAGMA temp_store_directory").fetchone() is None
    assert kept == 2


def test_a_temporary_file_that_a_power_cut_left_is_deleted(roomy: Path, clock: Clock) -> None:
    left = roomy.with_name("etilqs_0123456789abcdef")
    left.write_text("what was said", encoding="utf-8")
    other = roomy.with_name("etilqs")
    other.touch()

    open_store(roomy, clock=clock).close()

    assert (left.exists(), other.exists()) == (False, True)


def test_forgetting_takes_no_memory_for_the_file(
    roomy: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms: list[Path] = []

    def noted(path: Path, patience: float) -> object:
        rooms.append(path)
        return with_room(path, patience)

    monkeypatch.setattr(scrubbing, "with_room", noted)
    store = open_store(roomy, clock=clock)
    rooms.clear()
    (one,) = store.calls()
    store.forget_call(one.call.id, DANA, dry_run=False)
    store.close()

    assert rooms == [roomy]


def test_too_little_memory_is_said() -> None:
    with pytest.raises(StoreUnavailable, match="more memory"), clear_faults(Path("calls.sqlite")):
        raise MemoryError
