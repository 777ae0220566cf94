"""Calls, their sources, notes and marks, and the list of calls."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import event

from assistant.domain.answers import Status
from assistant.domain.calls import Call
from assistant.domain.errors import NotFound, ReadOnlyCall, WrongUsage
from assistant.domain.fields import Side
from assistant.domain.store import Store
from assistant.domain.transcript import Participant
from assistant.domain.verdict import Outcome
from assistant.storage.connecting import Database, make_engine
from assistant.storage.store import SqlStore
from tests.storage.samples import (
    MAX,
    NOW,
    Clock,
    a_bank,
    a_call,
    a_lead,
    a_mark,
    a_note_line,
    a_review,
    a_source,
    a_verdict,
    an_account,
    an_answer,
    no_call,
)


@pytest.fixture
def call(store: Store) -> Call:
    call = a_call()
    store.save_call(call)
    return call


def test_a_call_is_read_as_it_was_saved(store: Store) -> None:
    lead = a_lead()
    store.save_lead(lead)
    call = a_call(lead, content="c0ffee", ended_at=NOW + timedelta(minutes=30))
    store.save_call(call)

    assert store.call(call.id) == call
    assert store.call(no_call()) is None


def test_the_calls_with_a_lead_are_the_leads_alone_newest_first(store: Store) -> None:
    lead, other = a_lead(), a_lead()
    for one in (lead, other):
        store.save_lead(one)
    earlier = a_call(lead, started_at=NOW - timedelta(days=7))
    later, no_lead, others = a_call(lead, started_at=NOW), a_call(), a_call(other)
    for call in (earlier, no_lead, others, later):
        store.save_call(call)

    assert store.calls_with(lead.id) == (later, earlier)
    assert store.calls_with(a_lead().id) == ()


def test_saving_a_call_again_replaces_it(store: Store, call: Call) -> None:
    update = {"participants": (Participant(name="Al"),), "banks": ("champ",), "currency": None}
    changed = call.model_copy(update=update)

    store.save_call(changed)

    assert store.call(call.id) == changed


def test_a_call_of_a_lead_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotFound):
        store.save_call(a_call(a_lead()))

    assert store.calls() == ()


def test_instants_are_the_same_instant_in_any_zone(store: Store) -> None:
    there = datetime(2026, 3, 10, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    call = a_call(started_at=there)
    store.save_call(call)

    read = store.call(call.id)
    assert read is not None
    assert read.started_at == there
    assert read.started_at.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        store.save_call(a_call(started_at=datetime(2026, 3, 10)))  # noqa: DTZ001

    assert store.calls() == ()


def test_the_same_content_is_found_for_the_same_lead_only(store: Store) -> None:
    lead = a_lead()
    store.save_lead(lead)
    unassigned, of_lead = a_call(content="c0ffee"), a_call(lead, content="c0ffee")
    for call in (unassigned, of_lead, a_call(content="")):
        store.save_call(call)

    assert store.call_with_content("c0ffee", None) == unassigned
    assert store.call_with_content("c0ffee", lead.id) == of_lead
    assert store.call_with_content("c0ffee", uuid4()) is None
    assert store.call_with_content("", None) is None


def test_sources_are_read_as_saved_in_the_order_of_adding(store: Store, call: Call) -> None:
    first = a_source(call, "Forty.", "", "\N{EM DASH} ok \x00 \x1b[2J 🙂")
    second = a_source(call, name="notes-file", content="f00d")
    for source in (first, second):
        store.save_source(source)

    assert store.sources(call.id) == (first, second)
    assert store.sources(no_call()) == ()


def test_a_source_with_the_same_name_and_content_changes_nothing(store: Store, call: Call) -> None:
    source = a_source(call, "Forty.")
    store.save_source(source)

    store.save_source(a_source(call, "Fifty."))

    assert store.sources(call.id) == (source,)


def test_a_source_with_the_same_name_and_other_content_is_refused(store: Store, call: Call) -> None:
    source = a_source(call, "Forty.")
    store.save_source(source)

    with pytest.raises(WrongUsage, match="'transcript'"):
        store.save_source(a_source(call, "Fifty.", content="f00d"))

    assert store.sources(call.id) == (source,)


def test_a_draft_is_the_latest_text(store: Store, call: Call) -> None:
    assert store.draft(call.id) == ""

    for text in ("Budg", "Budget 40k\n\n- who signs?"):
        store.save_draft(call.id, text)

    assert store.draft(call.id) == "Budget 40k\n\n- who signs?"


def test_a_note_line_is_its_latest_revision(store: Store, call: Call) -> None:
    first, second = a_note_line(0, "40k"), a_note_line(1, "signs: Al")
    edited = a_note_line(0, "45k", 1, position=0.5)
    gone = a_note_line(1, "signs: Al", 1, position=None)
    store.save_note_lines(call.id, [first, second])
    store.save_note_lines(call.id, [gone, edited])

    assert store.note_lines(call.id) == (edited, gone)
    assert store.note_history(call.id) == (first, edited, second, gone)


def test_saving_a_revision_again_changes_nothing(store: Store, call: Call) -> None:
    line = a_note_line(0, "40k")
    for _ in range(2):
        store.save_note_lines(call.id, [line])

    assert store.note_history(call.id) == (line,)


def test_two_windows_cannot_write_one_revision(store: Store, call: Call) -> None:
    line = a_note_line(0, "40k")
    store.save_note_lines(call.id, [line])

    with pytest.raises(ReadOnlyCall, match="Another window"):
        store.save_note_lines(call.id, [a_note_line(1, "new"), a_note_line(0, "50k")])

    assert store.note_history(call.id) == (line,)


def test_the_latest_mark_of_a_question_counts(store: Store, call: Call) -> None:
    asked, other = a_mark("budget.amount"), a_mark("need.pain")
    skipped = a_mark("budget.amount", state="skipped", by="person")
    for mark in (asked, other, skipped):
        store.mark_question(call.id, mark)

    assert set(store.question_marks(call.id)) == {skipped, other}


@pytest.mark.parametrize("text", ["draft", "notes", "mark", "answers", "review", "source"])
def test_nothing_is_stored_for_a_call_that_was_forgotten(store: Store, text: str) -> None:
    gone = a_call()
    writes = {
        "draft": lambda: store.save_draft(gone.id, "40k"),
        "notes": lambda: store.save_note_lines(gone.id, [a_note_line(0, "40k")]),
        "mark": lambda: store.mark_question(gone.id, a_mark()),
        "answers": lambda: store.save_answers(gone.id, [an_answer()]),
        "review": lambda: store.add_review(a_review(gone)),
        "source": lambda: store.save_source(a_source(gone, "40k")),
    }

    with pytest.raises(NotFound, match="forgotten"):
        writes[text]()


def test_the_list_shows_what_is_known_of_a_call(store: Store) -> None:
    account = an_account()
    store.save_account(account)
    lead = a_lead(account=account, stage="product_qualified")
    store.save_lead(lead)
    call, later = a_call(lead), a_call(started_at=NOW + timedelta(hours=1), participants=())
    for one in (call, later):
        store.save_call(one)
    store.save_answers(
        call.id,
        [
            an_answer("suggested"),
            an_answer("confirmed", status=Status.CONFIRMED, stale=True),
            an_answer("rejected", status=Status.REJECTED),
            an_answer("superseded", superseded_by="suggested"),
            an_answer("gone", stale=True),
        ],
    )
    store.save_bank(a_bank())
    store.add_verdict(a_verdict(call, Outcome.INCOMPLETE, 20))
    store.add_verdict(a_verdict(call, Outcome.NURTURE, 54))
    store.add_verdict(
        a_verdict(call, Outcome.QUALIFIED, 54, kind="reversal", by=MAX, reason="Enough.")
    )
    for action in ("agree", "reverse", "comment"):
        store.add_review(a_review(call, action=action))

    newest, row = store.calls()

    assert newest.model_dump(exclude={"call"}) == {
        "lead_name": "",
        "account_name": "",
        "stage": "",
        "outcome": "",
        "system_outcome": "",
        "score": None,
        "answers": 0,
        "unconfirmed": 0,
        "reviewed": "",
    }
    assert (newest.call, row.call) == (later, call)
    assert row.model_dump(exclude={"call"}) == {
        "lead_name": "Lena Ortiz",
        "account_name": "Harbor Mills",
        "stage": "product_qualified",
        "outcome": "qualified",
        "system_outcome": "nurture",
        "score": 54,
        "answers": 2,
        "unconfirmed": 1,
        "reviewed": "reversed",
    }


def test_the_list_counts_what_the_domain_calls_in_force(store: Store, call: Call) -> None:
    answers = [
        an_answer(f"{status}-{stale}-{by}", status=status, stale=stale, superseded_by=by)
        for status in Status
        for stale in (False, True)
        for by in (None, "other")
    ]
    store.save_answers(call.id, answers)

    (row,) = store.calls()

    in_force = [answer for answer in answers if answer.in_force]
    assert row.answers == len(in_force)
    assert row.unconfirmed == len([answer for answer in in_force if not answer.decided])


def test_a_list_of_many_calls_takes_no_more_queries(store: Store, path: Path) -> None:
    engine = make_engine(path)
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    listing = SqlStore(Database(path, engine), Clock())
    queries = []
    for count in (1, 40):
        for _ in range(count):
            call = a_call(participants=(Participant(name="Al", side=Side.PROSPECT),))
            store.save_call(call)
            store.save_answers(call.id, [an_answer()])
        asked.clear()
        assert len(listing.calls()) in {1, 41}
        queries.append(len(asked))
    listing.close()

    assert queries[0] == queries[1]


def test_calls_are_listed_newest_first(store: Store) -> None:
    for hours in (3, 1, 2):
        store.save_call(a_call(started_at=NOW + timedelta(hours=hours)))

    starts = [row.call.started_at for row in store.calls()]

    assert len(starts) == 3
    assert all(later > earlier for later, earlier in pairwise(starts))


def test_turns_are_added_to_a_source_that_is_still_written(store: Store, call: Call) -> None:
    source = a_source(call, "Forty.", "Fifty.")
    store.save_source(source)
    turns = [turn.model_copy(update={"side": Side.PROSPECT}) for turn in source.turns]
    later = turns[1].model_copy(update={"index": 2, "text": "Sixty."})
    changed = turns[1].model_copy(update={"text": "Other words."})

    store.add_turns(source, (changed, later))

    (found,) = store.sources(call.id)
    assert [(turn.text, turn.side) for turn in found.turns] == [
        ("Forty.", source.turns[0].side),
        ("Fifty.", source.turns[1].side),
        ("Sixty.", Side.PROSPECT),
    ]
    with pytest.raises(WrongUsage, match="no source"):
        store.add_turns(a_source(call, name="other"), (later,))
