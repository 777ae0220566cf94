"""What is older than it is kept: a part of a call goes, its words wherever they are kept."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.domain.answers import PERSON, Answer, Status
from assistant.domain.calls import Call
from assistant.domain.fields import Field, Kind
from assistant.domain.people import Lead
from assistant.domain.privacy import GONE as NO_WORDS
from assistant.domain.privacy import KeptSince
from assistant.domain.store import Store
from assistant.domain.values import Label, Money
from assistant.storage.backups import back_up, backups_of, made_before
from assistant.storage.connecting import connected
from assistant.storage.upkeep import check
from tests.storage.samples import (
    DANA,
    MAX,
    NOW,
    Clock,
    a_call,
    a_decision,
    a_source,
    an_account,
    an_answer,
    evidence,
    fill,
)
from tests.storage.test_forgetting import found, left, log_of

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
SAID, NOTED = "Qxvzjkw", "Wpfkthm"


@pytest.fixture
def call(store: Store) -> Call:
    """A call with one of everything, whose notes are in other words than its transcript."""
    _, call = fill(store, an_account("Other Mills"), "Brtwndl")
    store.save_source(a_source(call, f"{SAID} said it", name="transcript-2", origin=f"{SAID}.vtt"))
    notes = a_source(call, f"{NOTED} noted it", name="notes-file", kind=Kind.NOTES, content="c2")
    store.save_source(notes)
    said = evidence(f"{SAID} said it").model_copy(update={"source": "transcript-2"})
    noted = evidence(f"{NOTED} noted it").model_copy(update={"source": "notes-file"})
    answers = [
        an_answer("s", evidence=said, value=Money(low=1, high=2, raw=f"{SAID} one")),
        an_answer("t", evidence=said, field=Field.NEED, value=Label(text=f"{SAID} help", raw="x")),
        an_answer("n", evidence=noted, value=None),
    ]
    store.save_answers(call.id, answers)
    for answer in answers[:2]:
        store.decide(call.id, a_decision(answer))
    return call


def by_id(store: Store, call: Call) -> dict[str, Answer]:
    return {answer.id: answer for answer in store.answers(call.id)}


def test_a_transcript_goes_with_every_word_of_it_and_answers_keep_what_they_come_to(
    store: Store, path: Path, call: Call
) -> None:
    before = by_id(store, call)

    report = store.forget_older(KeptSince(transcripts=TOMORROW), MAX, dry_run=False)

    assert report.erased == {"turns": 3, "quotes": 3, "turn_marks": 1}
    assert report.calls == {call.id}
    assert left(path.parent, SAID) == set()
    assert found(path, SAID) == 0
    assert [(one.name, len(one.turns)) for one in store.sources(call.id)] == [
        ("transcript", 0),
        ("transcript-2", 0),
        ("notes-file", 1),
    ]
    after = by_id(store, call)
    assert after["s"].value == Money(low=1, high=2)
    assert after["t"].value == Label(text=NO_WORDS)
    assert after["s"].evidence is not None
    assert after["s"].evidence.quote == NO_WORDS
    assert (after["s"].status, after["s"].field) == (before["s"].status, before["s"].field)
    assert after["n"] == before["n"]
    assert store.note_lines(call.id) != ()
    assert check(path).problems == ()


def test_notes_go_with_every_word_of_them_and_what_was_said_stays(
    store: Store, path: Path, call: Call
) -> None:
    report = store.forget_older(KeptSince(notes=TOMORROW), MAX, dry_run=False)

    assert report.erased == {"turns": 1, "quotes": 1, "note_lines": 2, "drafts": 1}
    assert left(path.parent, NOTED) == set()
    assert found(path, NOTED) == 0
    assert (store.note_lines(call.id), store.draft(call.id)) == ((), "")
    assert found(path, SAID) > 0
    assert check(path).problems == ()


def test_answers_go_and_the_verdicts_stay_without_them(
    store: Store, path: Path, call: Call
) -> None:
    report = store.forget_older(KeptSince(answers=TOMORROW), MAX, dry_run=False)

    assert report.erased == {"answers": 5, "decisions": 4, "question_marks": 1}
    assert (store.answers(call.id), store.decisions(call.id)) == ((), ())
    assert [verdict.answers for verdict in store.verdicts(call.id)] == [()]
    assert check(path).problems == ()


def test_whole_calls_go_and_their_leads_stay(store: Store, call: Call) -> None:
    leads: tuple[Lead, ...] = store.leads()

    report = store.forget_older(KeptSince(calls=TOMORROW), MAX, dry_run=False)

    assert report.calls == {call.id}
    assert store.call(call.id) is None
    assert store.leads() == leads


def test_a_dry_run_counts_and_changes_nothing(store: Store, path: Path, call: Call) -> None:
    kept = KeptSince(transcripts=TOMORROW, notes=TOMORROW, answers=TOMORROW)
    before = (by_id(store, call), store.sources(call.id), store.note_history(call.id))

    counted = store.forget_older(kept, MAX, dry_run=True)

    assert (by_id(store, call), store.sources(call.id), store.note_history(call.id)) == before
    assert log_of(path) == []
    assert store.forget_older(kept, MAX, dry_run=False).erased == counted.erased


@pytest.mark.parametrize(
    ("day", "goes"), [(TODAY, False), (TODAY - timedelta(days=1), False), (TOMORROW, True)]
)
def test_a_call_counts_by_its_day(store: Store, call: Call, day: date, goes: bool) -> None:
    assert store.has_older(KeptSince(calls=day)) is goes
    assert store.has_older(KeptSince(transcripts=day)) is goes
    assert not store.has_older(KeptSince())


def test_what_has_gone_once_is_not_older_any_more_and_nothing_is_noted_for_nothing(
    store: Store, path: Path, call: Call
) -> None:
    kept = KeptSince(transcripts=TOMORROW, notes=TOMORROW, answers=TOMORROW)
    store.forget_older(kept, MAX, dry_run=False)

    assert not store.has_older(kept)
    assert store.forget_older(kept, MAX, dry_run=False).erased == {}
    assert [(kind, who) for kind, who, *_ in log_of(path)] == [("retention", "Max Boss")]


def test_a_call_that_is_open_is_left_for_another_time(
    store: Store, clock: Clock, call: Call
) -> None:
    store.take_lease(call.id, "window", DANA, clock.now)
    other = a_call()
    store.save_call(other)

    assert store.forget_older(KeptSince(calls=TOMORROW), MAX, dry_run=False).calls == {other.id}
    assert store.call(call.id) is not None


def test_what_a_person_wrote_is_kept_where_what_was_said_goes(store: Store, call: Call) -> None:
    answer = by_id(store, call)["t"]
    edited = answer.model_copy(
        update={"status": Status.EDITED, "value": Label(text="less waiting", raw="x")}
    )
    store.decide(call.id, a_decision(answer, action="edit", before=answer, after=edited))

    store.forget_older(KeptSince(transcripts=TOMORROW), MAX, dry_run=False)

    assert by_id(store, call)["t"].value == Label(text="less waiting")


def test_what_a_person_marked_goes_with_what_was_said(store: Store, call: Call) -> None:
    words = f"{SAID} said it"
    marked = by_id(store, call)["t"].model_copy(
        update={"id": "p", "found_by": PERSON, "value": Label(text=words.lower(), raw=words)}
    )
    store.decide(call.id, a_decision(marked, action="add", before=None, after=marked))

    store.forget_older(KeptSince(transcripts=TOMORROW), MAX, dry_run=False)

    assert by_id(store, call)["p"].value == Label(text=NO_WORDS)
    assert SAID.lower() not in str(store.decisions(call.id)).lower()


def test_backups_are_as_old_as_their_names_say(store: Store, path: Path) -> None:
    with connected(path) as connection:
        for days in (40, 20):
            back_up(connection, path, "upgrade", NOW - timedelta(days=days))
    old, new = backups_of(path)

    assert made_before(path, NOW - timedelta(days=30)) == (old,)
    assert made_before(path, NOW) == (old, new)
