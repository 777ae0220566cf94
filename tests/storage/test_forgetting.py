"""Forgetting: what goes, what stays, and that no byte is left."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.domain.calls import ForgetReport
from assistant.domain.errors import NotFound, ReadOnlyCall, StoreUnavailable
from assistant.domain.people import Account, Lead
from assistant.domain.searching import SavedQuery
from assistant.domain.store import Store
from assistant.storage import forgetting
from assistant.storage.backups import backups_of
from assistant.storage.connecting import connect
from assistant.storage.opening import open_store
from assistant.storage.scrubbing import empty_log
from assistant.storage.spoken import shortened
from assistant.storage.upkeep import backup, check
from tests.storage.samples import (
    DANA,
    MAX,
    NOW,
    WHOLE_CALL,
    Clock,
    a_call,
    a_lead,
    a_move,
    a_source,
    an_account,
    an_event,
    fill,
    no_call,
)

GONE = "Qxvzjkw"
"""A word of no language, so that no byte of it is anywhere by chance."""

KEPT = "Brtwndl"
LEAD_OF_A_CALL = {"leads": 1, "events": 1, "moves": 1, **WHOLE_CALL}


def pieces(word: str) -> set[bytes]:
    """Parts of a word as an index may hold it: folded, and without what it shares.

    And what is kept of the turn that has it, as far as SQLite leaves freed bytes alone.
    """
    folded, said = word.lower().encode(), shortened(f"{word} has forty thousand")
    return {word.encode(), said[4:]} | {folded[at : at + 4] for at in range(len(folded) - 3)}


def left(folder: Path, word: str) -> set[str]:
    """The files below a folder that hold any part of the word."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and any(piece in path.read_bytes() for piece in pieces(word))
    }


def found(path: Path, word: str) -> int:
    query = "SELECT count(*) FROM text_index WHERE text_index MATCH ?"
    with closing(connect(path)) as connection:
        connection.execute(
            "INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)"
        )
        return int(connection.execute(query, (word,)).fetchone()[0])


def indexed(path: Path, word: str) -> bool:
    """Whether the index's own blocks hold a part of the word."""
    with closing(connect(path)) as connection:
        blocks = [block for (block,) in connection.execute("SELECT block FROM text_index_data")]
    return any(piece in block for piece in pieces(word) for block in blocks)


def log_of(path: Path) -> list[tuple[object, ...]]:
    with closing(connect(path)) as connection:
        return connection.execute(
            "SELECT kind, name, at, erased, bytes_gone FROM forgotten"
            " JOIN people ON key = by_key ORDER BY seq"
        ).fetchall()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program that looks at the store as it is now, and goes on looking."""
    with closing(connect(path)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM turns").fetchone()
        yield connection


@pytest.fixture
def account() -> Account:
    return an_account(f"{GONE} Mills")


@pytest.fixture
def lead(store: Store, account: Account) -> Lead:
    """A lead to be forgotten, beside one that stays."""
    fill(store, an_account("Other Mills"), KEPT)
    return fill(store, account, GONE)[0]


def test_a_lead_goes_with_its_calls_and_its_account(store: Store, lead: Lead) -> None:
    (call,) = [row.call for row in store.calls() if row.call.lead_id == lead.id]

    report = store.forget_lead(lead.id, MAX, dry_run=False)

    assert report == ForgetReport(
        target=f"lead {lead.id}",
        dry_run=False,
        erased=LEAD_OF_A_CALL | {"accounts": 1},
        calls=frozenset({call.id}),
    )
    assert [one.name for one in store.leads()] == [f"{KEPT} Ortiz"]
    assert [one.name for one in store.accounts()] == ["Other Mills"]
    assert [row.lead_name for row in store.calls()] == [f"{KEPT} Ortiz"]
    assert store.draft(call.id) == ""
    assert (store.answers(call.id), store.decisions(call.id), store.sources(call.id)) == (
        (),
        (),
        (),
    )


def test_an_account_that_another_lead_is_at_stays(
    store: Store, lead: Lead, account: Account
) -> None:
    colleague = a_lead("Al Berg", account)
    store.save_lead(colleague)

    report = store.forget_lead(lead.id, MAX, dry_run=False)

    assert report.erased == LEAD_OF_A_CALL
    assert store.account(account.id) == account
    assert store.lead(colleague.id) == colleague


def test_an_account_goes_with_all_its_leads(store: Store, lead: Lead, account: Account) -> None:
    colleague = a_lead("Al Berg", account)
    store.save_lead(colleague)

    report = store.forget_account(account.id, MAX, dry_run=False)

    assert report.erased == LEAD_OF_A_CALL | {"leads": 2, "accounts": 1}
    assert {one.name for one in store.leads()} == {f"{KEPT} Ortiz"}
    assert {one.name for one in store.accounts()} == {"Other Mills"}


def test_a_call_goes_and_its_lead_and_the_move_made_in_it_stay(store: Store, lead: Lead) -> None:
    (call,) = [row.call for row in store.calls() if row.call.lead_id == lead.id]
    (move,) = store.moves(lead.id)

    report = store.forget_call(call.id, MAX, dry_run=False)

    assert report.erased == WHOLE_CALL | {"reasons": 1}
    assert store.call(call.id) is None
    assert store.moves(lead.id) == (
        move.model_copy(update={"call_id": None, "override_reason": ""}),
    )
    assert len(store.events(lead.id)) == 1


def test_before_a_day_goes_what_happened_before_it(store: Store) -> None:
    lead = a_lead()
    store.save_lead(lead)
    day = NOW.date()
    old, new = a_call(lead, call_date=day - timedelta(days=1)), a_call(lead, call_date=day)
    for call in (old, new):
        store.save_call(call)
        store.save_source(a_source(call, "Forty."))
    long_ago = NOW - timedelta(days=2)
    store.add_event(an_event(lead, at=long_ago))
    fresh = an_event(lead)
    store.add_event(fresh)
    past, present = a_move(lead, at=long_ago), a_move(lead, new)
    for move in (past, present):
        store.add_move(move)

    report = store.forget_before(day, MAX, dry_run=False)

    assert report.erased == {
        "calls": 1,
        "participants": 2,
        "sources": 1,
        "turns": 1,
        "events": 1,
        "reasons": 1,
    }
    assert [row.call for row in store.calls()] == [new]
    assert store.events(lead.id) == (fresh,)
    assert store.moves(lead.id) == (past.model_copy(update={"override_reason": ""}), present)
    assert [one.id for one in store.leads()] == [lead.id]


def test_a_dry_run_counts_the_same_and_changes_nothing(
    store: Store, path: Path, lead: Lead, account: Account
) -> None:
    backup(path)
    (call,) = [row.call for row in store.calls() if row.call.lead_id == lead.id]
    before = (store.calls(), store.leads(), store.accounts(), store.answers(call.id))
    forgets: dict[str, Callable[[bool], ForgetReport]] = {
        "lead": lambda dry: store.forget_lead(lead.id, MAX, dry_run=dry),
        "account": lambda dry: store.forget_account(account.id, MAX, dry_run=dry),
        "call": lambda dry: store.forget_call(call.id, MAX, dry_run=dry),
        "before": lambda dry: store.forget_before(date(2030, 1, 1), MAX, dry_run=dry),
    }
    counts = {what: forget(True).erased for what, forget in forgets.items()}

    assert before == (store.calls(), store.leads(), store.accounts(), store.answers(call.id))
    assert len(backups_of(path)) == 1
    assert log_of(path) == []
    assert forgets["call"](False).erased == counts["call"]
    assert counts["before"]["calls"] == 2
    assert counts["account"] == counts["lead"]


def test_who_when_and_what_kind_is_kept(store: Store, path: Path, lead: Lead) -> None:
    store.forget_lead(lead.id, MAX, dry_run=False)
    store.forget_before(date(2026, 1, 1), DANA, dry_run=False)

    (first, second) = log_of(path)
    assert first[:3] == ("lead", "Max Boss", "2026-03-10T15:00:00.123456+00:00")
    assert '"turns": 2' in str(first[3])
    assert second == ("before 2026-01-01", "Dana Reyes", first[2], "{}", 1)


@pytest.mark.parametrize("what", ["forget_lead", "forget_account", "forget_call"])
def test_what_is_not_there_cannot_be_forgotten(store: Store, path: Path, what: str) -> None:
    with pytest.raises(NotFound):
        getattr(store, what)(no_call(), MAX, dry_run=False)

    assert log_of(path) == []


def test_no_byte_of_it_is_left(store: Store, path: Path, lead: Lead) -> None:
    empty_log(path, 1.0)
    fill(store, an_account(), GONE)
    for one in store.leads():
        store.save_lead(one.model_copy(update={"title": f"{one.name} again"}))
    backup(path)
    backup(path, path.parent / "elsewhere.sqlite")
    held = left(path.parent, GONE)
    assert {"calls.sqlite", "calls.sqlite-wal", "elsewhere.sqlite"} < held
    assert indexed(path, GONE)
    assert found(path, GONE) == 8

    for one in store.leads():
        if GONE in one.name:
            store.forget_lead(one.id, MAX, dry_run=False)

    assert left(path.parent, GONE) == {"elsewhere.sqlite"}
    assert (found(path, GONE), found(path, KEPT)) == (0, 4)
    assert "calls.sqlite" in left(path.parent, KEPT)


def test_saved_queries_that_name_somebody_go(store: Store, path: Path, lead: Lead) -> None:
    queries = {
        "a": f'lead:"{GONE.upper()} ortiz" since:2026',
        "b": f"{GONE}@example.com",
        "c": f"price lead:{GONE[:4]}",
        "d": f"(account:mills or {GONE})",
        f"of {GONE} Mills": "is:reviewed",
        "mine": "rep:me lead:bertha price",
    }
    for name, query in queries.items():
        store.save_query(SavedQuery(name=name, query=query))

    report = store.forget_lead(lead.id, MAX, dry_run=False)

    assert report.erased["saved_queries"] == 5
    assert [one.name for one in store.saved_queries()] == ["mine"]
    assert left(path.parent, GONE) == set()


def test_bytes_of_earlier_edits_are_gone_too(store: Store, path: Path, lead: Lead) -> None:
    """What was overwritten long before it was forgotten."""
    (call,) = [row.call for row in store.calls() if row.call.lead_id == lead.id]
    for text in ("Wqpzxgh " * 500, "short"):
        store.save_draft(call.id, text)

    store.forget_call(call.id, MAX, dry_run=False)

    assert left(path.parent, "Wqpzxgh") == set()


def test_a_fresh_backup_takes_the_place_of_those_that_held_it(
    store: Store, path: Path, lead: Lead
) -> None:
    old = {backup(path), backup(path)}

    store.forget_lead(lead.id, MAX, dry_run=False)

    (fresh,) = backups_of(path)
    assert fresh not in old
    assert left(path.parent, KEPT) >= {f"backups/{fresh.name}"}


def test_without_backups_none_is_made(store: Store, path: Path, lead: Lead) -> None:
    store.forget_lead(lead.id, MAX, dry_run=False)

    assert backups_of(path) == ()


def test_a_call_that_is_open_is_not_forgotten(store: Store, clock: Clock, lead: Lead) -> None:
    (call,) = [row.call for row in store.calls() if row.call.lead_id == lead.id]
    store.take_lease(call.id, "window", DANA, NOW)

    with pytest.raises(ReadOnlyCall, match="open in a window"):
        store.forget_lead(lead.id, MAX, dry_run=False)
    assert store.lead(lead.id) is not None

    clock.pass_seconds(30)
    assert store.forget_lead(lead.id, MAX, dry_run=False).erased["leases"] == 1


def test_a_reader_in_the_way_is_said_before_anything_is_forgotten(
    store: Store, path: Path, lead: Lead
) -> None:
    with reading(path):
        store.save_account(an_account())
        with pytest.raises(StoreUnavailable, match=r"Nothing was forgotten\. Close"):
            store.forget_lead(lead.id, MAX, dry_run=False)

    assert store.lead(lead.id) is not None
    assert log_of(path) == []
    store.forget_lead(lead.id, MAX, dry_run=False)
    assert left(path.parent, GONE) == set()


def test_a_reader_that_comes_in_between_is_said_and_made_up_for(
    store: Store, path: Path, clock: Clock, lead: Lead, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(connect(path)) as reader:

        def empty_then_look(*given: object) -> None:
            empty_log(*given)  # type: ignore[arg-type]
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM turns").fetchone()

        monkeypatch.setattr(forgetting, "empty_log", empty_then_look)
        with pytest.raises(StoreUnavailable, match="It is forgotten, but bytes of it are still"):
            store.forget_lead(lead.id, MAX, dry_run=False)

        assert store.lead(lead.id) is None
        assert left(path.parent, GONE) != set()
        (problem,) = check(path).problems
        assert "Bytes of what was forgotten" in problem

    open_store(path, clock=clock).close()

    assert left(path.parent, GONE) == set()
    assert check(path).problems == ()


def test_what_was_erased_is_not_in_an_error(store: Store, path: Path, lead: Lead) -> None:
    with closing(connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable) as caught:
            store.save_lead(lead)

    assert GONE not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
