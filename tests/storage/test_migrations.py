"""Migrations: from blank, from populated, from newer, interrupted, and two programs at once."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.domain.errors import StoreUnavailable
from assistant.domain.store import Store
from assistant.storage.backups import KEPT, backups_of
from assistant.storage.connecting import connect
from assistant.storage.migrations.running import migrate
from assistant.storage.migrations.steps import MIGRATIONS, Migration
from assistant.storage.opening import open_store, prepare
from assistant.storage.tables.base import instant_text
from tests.storage.processes import run_together, start
from tests.storage.samples import DANA, NOW, Clock, an_account, fill

LATEST = len(MIGRATIONS)


def add_mood(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE calls ADD COLUMN mood VARCHAR NOT NULL DEFAULT 'calm'")


def break_off(connection: sqlite3.Connection) -> None:
    add_mood(connection)
    raise sqlite3.OperationalError("the power went")


def orphan(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TRIGGER calls_no_delete")
    connection.execute("DELETE FROM calls")


MOOD = (*MIGRATIONS, Migration(LATEST + 1, "mood", add_mood))
"""What a later version of the program may bring."""


def moods(path: Path) -> list[str]:
    with closing(connect(path)) as connection:
        return [mood for (mood,) in connection.execute("SELECT mood FROM calls")]


def versions(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        return [version for (version,) in connection.execute("SELECT version FROM schema_versions")]


@pytest.fixture
def populated(store: Store, path: Path) -> Path:
    fill(store, an_account())
    store.close()
    return path


def test_steps_are_numbered_without_a_gap() -> None:
    assert [step.version for step in MIGRATIONS] == list(range(1, LATEST + 1))


def test_a_blank_file_is_brought_to_the_latest_version_without_a_backup(
    path: Path, clock: Clock
) -> None:
    prepare(path)

    assert migrate(path, clock=clock) == (0, LATEST)
    assert migrate(path, clock=clock) == (LATEST, LATEST)
    assert versions(path) == list(range(1, LATEST + 1))
    assert backups_of(path) == ()


def test_a_populated_store_is_backed_up_and_keeps_what_it_holds(
    populated: Path, clock: Clock
) -> None:
    assert migrate(populated, clock=clock, migrations=MOOD) == (LATEST, LATEST + 1)

    (backup,) = backups_of(populated)
    assert moods(populated) == ["calm"]
    assert versions(backup) == list(range(1, LATEST + 1))
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT count(*) FROM turns").fetchone() == (2,)


@pytest.mark.parametrize(
    ("step", "message"), [(break_off, "the power went"), (orphan, "would belong to nothing")]
)
def test_a_step_that_fails_changes_nothing(
    populated: Path, clock: Clock, step: object, message: str
) -> None:
    failing = (*MIGRATIONS, Migration(LATEST + 1, "bad", step))  # type: ignore[arg-type]

    with pytest.raises(StoreUnavailable, match=message):
        migrate(populated, clock=clock, migrations=failing)

    assert versions(populated) == list(range(1, LATEST + 1))
    assert len(backups_of(populated)) == 1
    store = open_store(populated, clock=clock)
    assert len(store.calls()) == 1
    store.close()
    assert migrate(populated, clock=clock, migrations=MOOD) == (LATEST, LATEST + 1)


@pytest.mark.parametrize("beat", [0, 29, -29])
def test_a_call_that_an_older_program_has_open_is_not_cut_off(
    store: Store, path: Path, clock: Clock, beat: int
) -> None:
    _, call = fill(store, an_account())
    store.take_lease(call.id, "window", DANA, NOW)
    clock.pass_seconds(beat)

    with pytest.raises(StoreUnavailable, match=r"has a call open .* close that window"):
        migrate(path, clock=clock, migrations=MOOD)

    assert versions(path) == list(range(1, LATEST + 1))
    assert backups_of(path) == ()
    assert store.beat(call.id, "window", clock.now)


@pytest.mark.parametrize("beat", [30, -30])
def test_a_call_whose_window_is_gone_holds_nothing_up(
    store: Store, path: Path, clock: Clock, beat: int
) -> None:
    _, call = fill(store, an_account())
    store.take_lease(call.id, "window", DANA, NOW)
    clock.pass_seconds(beat)

    assert migrate(path, clock=clock, migrations=MOOD) == (LATEST, LATEST + 1)


def test_a_call_that_is_open_in_the_first_version_counts(path: Path, clock: Clock) -> None:
    prepare(path)
    migrate(path, clock=clock, migrations=MIGRATIONS[:1])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        held = ("ab" * 16, "window", "cd" * 16, instant_text(NOW))
        connection.execute("INSERT INTO leases VALUES (?, ?, ?, ?)", held)

    with pytest.raises(StoreUnavailable, match="has a call open"):
        open_store(path, clock=clock)

    clock.pass_seconds(30)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM leases")
    open_store(path, clock=clock).close()


def test_steps_before_the_one_that_fails_are_kept(populated: Path, clock: Clock) -> None:
    failing = (*MOOD, Migration(LATEST + 2, "bad", break_off))

    with pytest.raises(StoreUnavailable):
        migrate(populated, clock=clock, migrations=failing)

    assert moods(populated) == ["calm"]
    assert versions(populated)[-1] == LATEST + 1


def test_killing_the_program_mid_way_leaves_the_store_as_it_was(
    populated: Path, clock: Clock
) -> None:
    code = """
from tests.storage.test_migrations import MIGRATIONS, LATEST, Migration, add_mood, migrate
def hang(connection):
    add_mood(connection)
    say('half done')
    input()
migrate(path, clock=clock, migrations=(*MIGRATIONS, Migration(LATEST + 1, 'slow', hang)))
"""
    with start(code, populated) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half done\n"
        process.kill()

    assert versions(populated) == list(range(1, LATEST + 1))
    assert migrate(populated, clock=clock, migrations=MOOD) == (LATEST, LATEST + 1)
    assert moods(populated) == ["calm"]


def test_a_newer_store_is_left_alone(populated: Path, clock: Clock) -> None:
    migrate(populated, clock=clock, migrations=MOOD)
    before = populated.read_bytes()

    with pytest.raises(StoreUnavailable, match=f"newer version.*{LATEST + 1}.*Update"):
        open_store(populated, clock=clock)

    assert populated.read_bytes() == before


def test_of_programs_that_open_a_blank_store_at_once_one_migrates(path: Path) -> None:
    code = "store = open_store(path, clock=clock); say(len(store.calls())); store.close()"

    assert run_together(code, path, 4) == ["0"] * 4
    assert versions(path) == list(range(1, LATEST + 1))


def test_of_programs_that_upgrade_at_once_one_does_it(populated: Path) -> None:
    code = """
from tests.storage.test_migrations import MOOD, migrate
say(migrate(path, clock=clock, migrations=MOOD)[1])
"""
    assert run_together(code, populated, 3) == [str(LATEST + 1)] * 3
    assert versions(populated) == list(range(1, LATEST + 2))
    assert len(backups_of(populated)) == 1


def test_the_latest_automatic_backups_are_kept(populated: Path, clock: Clock) -> None:
    more = tuple(Migration(LATEST + n, "nothing", lambda _: None) for n in range(1, KEPT + 3))

    migrate(populated, clock=clock, migrations=(*MIGRATIONS, *more))

    kept = [versions(backup)[-1] for backup in backups_of(populated)]
    assert kept == [LATEST + n for n in range(2, KEPT + 2)]
