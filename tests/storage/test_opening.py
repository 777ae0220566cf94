"""Opening a store: who may read it, and what is said when it can't be opened."""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from assistant.domain.errors import StoreUnavailable
from assistant.domain.store import Store
from assistant.storage.connecting import Database, connect, make_engine
from assistant.storage.opening import open_store
from assistant.storage.store import SqlStore
from assistant.storage.upkeep import backup
from tests.storage.processes import finished, start
from tests.storage.samples import Clock, a_call, a_lead, an_account, fill

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


def reason(path: Path, patience: float = 0.05) -> str:
    """Why the store can't be opened."""
    with pytest.raises(StoreUnavailable) as caught:
        open_store(path, clock=Clock(), patience=patience)
    message = str(caught.value)
    assert caught.value.__cause__ is None
    return message


def modes(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in (folder, *folder.rglob("*"))
    }


@posix_only
def test_only_the_owner_can_read_what_is_made(tmp_path: Path) -> None:
    home = tmp_path / "home" / "data"
    path = home / "calls.sqlite"
    before = os.umask(0)
    try:
        store = open_store(path, clock=Clock())
        fill(store, an_account())
        backup(path, clock=Clock())
        made = modes(tmp_path / "home")
        store.close()
    finally:
        os.umask(before)

    files = {name: mode for name, mode in made.items() if "sqlite" in name}
    folders = {name: mode for name, mode in made.items() if name not in files}
    assert {name.partition("sqlite")[2] for name in files} == {"", "-wal", "-shm"}
    assert set(files.values()) == {0o600}
    assert folders == {".": 0o700, "data": 0o700, "data/backups": 0o700}


@posix_only
def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)

    open_store(tmp_path / "calls.sqlite", clock=Clock()).close()

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o750


def test_what_was_saved_is_there_when_it_is_opened_again(store: Store, path: Path) -> None:
    _, call = fill(store, an_account())
    store.close()

    again = open_store(path, clock=Clock())

    assert [row.call for row in again.calls()] == [call]
    again.close()


@pytest.mark.parametrize("name", ["a b?c#d%20.sqlite", "calls", "Ünï.db"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and "?" in name:
        pytest.skip("Windows has no such names")
    store = open_store(tmp_path / name, clock=Clock())
    store.save_call(a_call())
    store.close()

    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_that_is_no_database(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Lena: forty thousand\n" * 200, encoding="utf-8")

    assert "is not an SQLite database. Move it away" in reason(path)
    assert path.read_text(encoding="utf-8").startswith("Lena")


def test_a_database_of_another_program(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title)")

    assert "database of another program" in reason(path)


def test_a_folder_in_the_place_of_the_file(path: Path) -> None:
    path.mkdir(parents=True)

    assert "is not a file" in reason(path)


def test_a_file_in_the_place_of_the_folder(path: Path) -> None:
    path.parent.write_text("", encoding="utf-8")

    assert str(path.parent) in reason(path)


def test_a_damaged_store(store: Store, path: Path) -> None:
    for number in range(60):
        store.save_lead(a_lead(f"Lena {number}"))
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    assert "is damaged. `assistant db restore BACKUP`" in reason(path)


def test_a_truncated_store(store: Store, path: Path) -> None:
    store.close()
    path.write_bytes(path.read_bytes()[:5000])

    assert "is damaged" in reason(path)


def test_a_store_that_another_program_locks(store: Store, path: Path) -> None:
    with closing(connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match=r"locked by another program. Close"):
            store.save_lead(a_lead())
        assert store.leads() == ()

    lead = a_lead()
    store.save_lead(lead)
    assert store.leads() == (lead,)


def test_a_blank_store_that_another_program_locks(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert "locked by another program" in reason(path)


def test_a_full_disk_keeps_what_was_saved(store: Store, path: Path) -> None:
    lead = a_lead()
    store.save_lead(lead)
    engine = make_engine(path)

    @event.listens_for(engine, "connect")
    def let_it_not_grow(connection: sqlite3.Connection, _: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")

    full = SqlStore(Database(path, engine), Clock())
    call = a_call()
    full.save_call(call)
    with pytest.raises(StoreUnavailable, match="the disk is full"):
        full.save_draft(call.id, "x" * 1_000_000)
    full.close()

    assert (store.leads(), store.draft(call.id)) == ((lead,), "")


def test_a_store_that_is_deleted_while_it_is_open_is_not_made_anew(
    store: Store, path: Path
) -> None:
    store.close()
    path.unlink()

    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        store.leads()

    assert not path.exists()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of this machine can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)


AS_NOBODY = """
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    open_store(path, clock=clock)
except StoreUnavailable as error:
    say(error)
"""
"""The administrator may write anything, so the attempt is made as somebody else."""


@posix_only
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "words"),
    [
        (0o777, 0o444, "the file or its folder is read-only"),
        (0o555, 0o666, "the file or its folder is read-only"),
        (0o777, 0o000, "the file or its folder is read-only"),
        (0o555, None, "the file or its folder is read-only"),
    ],
    ids=["file", "folder", "unreadable", "folder without a store"],
)
def test_what_may_not_be_written(
    open_folder: Path, folder_mode: int, file_mode: int | None, words: str
) -> None:
    path = open_folder / "data" / "calls.sqlite"
    open_store(path, clock=Clock()).close()
    if file_mode is None:
        path.unlink()
    else:
        path.chmod(file_mode)
    path.parent.chmod(folder_mode)

    said = finished(start("from assistant.domain.errors import *" + AS_NOBODY, path))

    assert str(path) in said
    assert words in said


@posix_only
def test_a_folder_that_may_not_be_made(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    path = open_folder / "data" / "calls.sqlite"

    said = finished(start("from assistant.domain.errors import *" + AS_NOBODY, path))

    assert f"The folder {path.parent} for the store cannot be made: Permission denied" in said
