"""A call travels whole, comes back with what was added, and nothing is lost or doubled."""

import json
import zipfile
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from assistant.domain.errors import BadInput, NotFound, ReadOnlyCall, WrongUsage
from assistant.domain.fields import Field
from assistant.domain.marks import TurnMark
from assistant.domain.privacy import KeptSince
from assistant.domain.records import CallRecord
from assistant.domain.scorecards import CardItem, FilledCard, Mark, Scorecard
from assistant.domain.verdict import Outcome
from assistant.packs.versions import present_call
from assistant.workflows import deciding, reviewing
from assistant.workflows.answer_list import list_answers
from assistant.workflows.conflicts import conflicts_of
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.ending import move_stage, override_verdict
from assistant.workflows.live_call import LiveCall
from assistant.workflows.marking import find_words
from assistant.workflows.packing import pack_calls
from assistant.workflows.recording import ACCOUNT, CALL, LEAD
from assistant.workflows.unpacking import unpack
from assistant.workflows.viewing import call_of, view_call, whom
from assistant.workflows.wiring import Workbench
from tests.fakes.two_stores import Two, a_call, answer_to


@pytest.fixture
def call_id(two: Two) -> UUID:
    return a_call(two.rep, "authority: Ines signs", "timeline: 2026-06-30")


def kept(bench: Workbench, call_id: UUID) -> tuple[object, ...]:
    """All that a store keeps of a call."""
    call = call_of(bench, call_id)
    lead, account = whom(bench, call)
    assert lead is not None
    assert account is not None
    return (
        call,
        lead,
        account,
        CALL.record(bench, call),
        LEAD.record(bench, lead),
        ACCOUNT.record(bench, account),
        {one.id: one for one in bench.store.answers(call_id)},
    )


def test_a_call_arrives_whole(two: Two, call_id: UUID) -> None:
    deciding.confirm(two.rep, call_id, answer_to(two.rep, call_id, Field.BUDGET))
    deciding.add(two.rep, call_id, field=Field.COMPETITION, value="Acme")
    override_verdict(two.rep, call_id, Outcome.NURTURE, "Not this year")
    reviewing.comment(two.rep, call_id, "Please look")
    move_stage(two.rep, call_id, reason="She asked for it")

    came = two.send(two.rep, two.manager, call_id)

    assert (came.new, came.changed, came.same, came.conflicts) == ((call_id,), (), 0, ())
    assert kept(two.manager, call_id) == kept(two.rep, call_id)
    for bench in (two.rep, two.manager):
        view = view_call(bench, call_id)
        assert [source.name for source in view.sources] == ["transcript"]
        assert [line.text for line in view.lines] == [
            "authority: Ines signs",
            "timeline: 2026-06-30",
        ]
        assert view.draft == "authority: Ines signs\ntimeline: 2026-06-30\n"
        assert [one.verdict.outcome for one in view.verdicts][-1] is Outcome.NURTURE


def test_taking_it_in_twice_changes_nothing(two: Two, call_id: UUID) -> None:
    pack = pack_calls(two.rep, [call_id], two.folder / "a.zip")
    unpack(two.manager, pack)
    before = two.manager.store_path.read_bytes(), kept(two.manager, call_id)

    came = unpack(two.manager, pack)

    assert (came.new, came.changed, came.same) == ((), (), 1)
    assert kept(two.manager, call_id) == before[1]
    # Neither does taking in what one has packed oneself.
    assert unpack(two.rep, pack).same == 1


def test_answers_have_the_same_numbers_in_both_stores(two: Two, call_id: UUID) -> None:
    two.send(two.rep, two.manager, call_id)
    said = {two.rep: ("a new plant", "new"), two.manager: ("What have you put aside", "put aside")}
    for bench, words in said.items():
        for quote in words:
            deciding.add(
                bench, call_id, field=Field.GOAL, evidence=find_words(bench, call_id, quote)
            )
        deciding.add(bench, call_id, field=Field.NEED, value=f"says {bench.who.name}")
    two.send(two.rep, two.manager, call_id)
    two.send(two.manager, two.rep, call_id)

    numbered = [[one.answer.id for one in list_answers(bench, call_id)] for bench in said]
    assert numbered[0] == numbered[1]
    listed = list_answers(two.rep, call_id)
    assert [one.number for one in listed] == [*range(1, len(listed) + 1)]
    places = [one.place for one in listed]
    assert places == [*sorted(place for place in places if place), "", ""]


def test_the_review_travels_back(two: Two, call_id: UUID) -> None:
    two.send(two.rep, two.manager, call_id)
    two.manager_clock.pass_seconds(60)
    reviewing.reverse(two.manager, call_id, Outcome.DISQUALIFIED, "No money")
    two.manager_clock.pass_seconds(60)
    reviewing.comment(two.manager, call_id, "Ask who signs", answer_id="x")

    came = two.send(two.manager, two.rep, call_id)

    assert (came.new, came.changed, came.conflicts) == ((), (call_id,), ())
    assert kept(two.rep, call_id) == kept(two.manager, call_id)
    acts = [(one.action, one.by.name, one.text) for one in two.rep.store.reviews(call_id)]
    assert acts == [
        ("reverse", "Max Boss", "No money"),
        ("comment", "Max Boss", "Ask who signs"),
    ]
    (latest,) = [one for one in two.rep.store.verdicts(call_id) if one.by]
    assert (latest.verdict.outcome, latest.by, latest.reason) == (
        Outcome.DISQUALIFIED,
        two.manager.who,
        "No money",
    )
    assert two.rep.store.reviews(call_id)[0].verdict_number == latest.number


def test_the_same_answer_decided_apart_is_a_conflict_on_both_sides(two: Two, call_id: UUID) -> None:
    two.send(two.rep, two.manager, call_id)
    answer = answer_to(two.rep, call_id, Field.BUDGET)
    deciding.confirm(two.rep, call_id, answer)
    two.manager_clock.pass_seconds(60)
    deciding.reject(two.manager, call_id, answer, "She never said so")

    came = two.send(two.rep, two.manager, call_id)
    back = two.send(two.manager, two.rep, call_id)

    assert came.conflicts == back.conflicts
    (conflict,) = back.conflicts
    assert (conflict.kind, conflict.of, conflict.about) == ("call", call_id, f"budget {answer}")
    assert [(one.by.name, one.says.partition(",")[0]) for one in conflict.sides] == [
        ("Dana Reyes", "confirmed"),
        ("Max Boss", "rejected"),
    ]
    assert kept(two.rep, call_id) == kept(two.manager, call_id)

    # Whoever decides again, having both, ends it on both sides.
    deciding.confirm(two.rep, call_id, answer)
    assert conflicts_of(two.rep, call_of(two.rep, call_id)) == ()
    assert two.send(two.rep, two.manager, call_id).conflicts == ()
    assert kept(two.rep, call_id) == kept(two.manager, call_id)


def test_who_decides_last_is_in_force_though_a_clock_is_behind(two: Two, call_id: UUID) -> None:
    answer = answer_to(two.rep, call_id, Field.BUDGET)
    two.rep_clock.pass_seconds(3600)
    deciding.confirm(two.rep, call_id, answer)
    two.send(two.rep, two.manager, call_id)

    deciding.reject(two.manager, call_id, answer)
    came = two.send(two.manager, two.rep, call_id)

    assert came.conflicts == ()
    assert [one.status for one in two.rep.store.answers(call_id) if one.id == answer] == [
        "rejected"
    ]


def test_a_lead_that_is_edited_apart_keeps_both(two: Two, call_id: UUID) -> None:
    two.send(two.rep, two.manager, call_id)
    lead, _ = whom(two.rep, call_of(two.rep, call_id))
    assert lead is not None
    two.rep.store.save_lead(lead.model_copy(update={"title": "COO"}))
    two.manager_clock.pass_seconds(60)
    two.manager.store.save_lead(lead.model_copy(update={"title": "CFO"}))

    two.rep_clock.pass_seconds(1)
    came = two.send(two.rep, two.manager, call_id)
    back = two.send(two.manager, two.rep, call_id)

    (conflict,) = came.conflicts
    assert back.conflicts == came.conflicts
    assert (conflict.kind, conflict.about) == ("lead", "facts")
    assert [(one.by.name, one.says) for one in conflict.sides] == [
        ("Dana Reyes", "title COO"),
        ("Max Boss", "title CFO"),
    ]
    assert kept(two.rep, call_id) == kept(two.manager, call_id)


def test_an_edit_that_knows_the_other_is_no_conflict(two: Two, call_id: UUID) -> None:
    two.send(two.rep, two.manager, call_id)
    lead, account = whom(two.manager, call_of(two.manager, call_id))
    assert lead is not None
    assert account is not None
    two.manager.store.save_lead(lead.model_copy(update={"title": "CFO"}))
    two.manager.store.save_account(account.model_copy(update={"employees": 90}))

    came = two.send(two.manager, two.rep, call_id)

    assert came.conflicts == ()
    assert whom(two.rep, call_of(two.rep, call_id)) == whom(
        two.manager, call_of(two.manager, call_id)
    )


def test_notes_that_were_revised_apart_are_both_kept(two: Two, call_id: UUID) -> None:
    two.send(two.rep, two.manager, call_id)
    for bench, clock, text in (
        (two.rep, two.rep_clock, "authority: Ines and Luis"),
        (two.manager, two.manager_clock, "authority: nobody"),
    ):
        clock.pass_seconds(30 if bench is two.rep else 60)
        live = LiveCall(bench, call_id)
        live.keep_notes(f"{text}\ntimeline: 2026-06-30\n")
        live.read_notes()
        live.close()

    two.send(two.rep, two.manager, call_id)
    two.send(two.manager, two.rep, call_id)
    two.send(two.rep, two.manager, call_id)

    assert kept(two.rep, call_id) == kept(two.manager, call_id)
    assert {line.text for line in view_call(two.rep, call_id).lines} == {
        "authority: Ines and Luis",
        "authority: nobody",
        "timeline: 2026-06-30",
    }


def test_texts_of_the_same_name_are_both_kept(two: Two, call_id: UUID) -> None:

    two.send(two.rep, two.manager, call_id)
    for bench, clock, words in (
        (two.rep, two.rep_clock, "ten thousand"),
        (two.manager, two.manager_clock, "twenty"),
    ):
        clock.pass_seconds(30 if bench is two.rep else 60)
        live = LiveCall(bench, call_id)
        live.add_transcript(f"Dana: And now?\nInes: budget: {words}\n")
        live.close()
        deciding.confirm(
            bench,
            call_id,
            next(
                one.id
                for one in bench.store.answers(call_id)
                if one.evidence and one.evidence.quote == words
            ),
        )

    two.send(two.rep, two.manager, call_id)
    two.send(two.manager, two.rep, call_id)
    two.send(two.rep, two.manager, call_id)

    assert kept(two.rep, call_id) == kept(two.manager, call_id)
    sources = {
        one.name: [turn.text for turn in one.turns] for one in two.rep.store.sources(call_id)
    }
    assert [turns[-1] for turns in sources.values()] == [
        "need: a new plant",
        "budget: ten thousand",
        "budget: twenty",
    ]
    for answer in two.rep.store.answers(call_id):
        if answer.evidence and answer.evidence.source in sources:
            said = sources[answer.evidence.source][answer.evidence.turn]
            assert said[answer.evidence.start : answer.evidence.end] == answer.evidence.quote


def test_what_was_forgotten_comes_back_only_where_that_is_asked_for(
    two: Two, call_id: UUID
) -> None:
    pack = pack_calls(two.rep, [call_id], two.folder / "a.zip")
    unpack(two.manager, pack)
    two.manager.store.forget_call(call_id, two.manager.who, dry_run=False)

    came = unpack(two.manager, pack)
    assert (came.new, came.forgotten) == ((), (call_id,))
    assert two.manager.store.call(call_id) is None

    assert unpack(two.manager, pack, bring_back=True).new == (call_id,)
    assert unpack(two.manager, pack).same == 1


def test_calls_of_a_forgotten_lead_stay_away(two: Two, call_id: UUID) -> None:
    pack = pack_calls(two.rep, [call_id], two.folder / "a.zip")
    unpack(two.manager, pack)
    (lead,) = two.manager.store.leads()
    two.manager.store.forget_lead(lead.id, two.manager.who, dry_run=False)

    assert unpack(two.manager, pack).forgotten == (call_id,)
    assert two.manager.store.leads() == ()


def test_a_call_that_is_open_is_left_alone(two: Two, call_id: UUID) -> None:
    pack = pack_calls(two.rep, [call_id, a_call(two.rep, name="Luis Berg")], two.folder / "a.zip")
    unpack(two.manager, pack)
    deciding.confirm(two.rep, call_id, answer_to(two.rep, call_id, Field.NEED))
    newer = pack_calls(two.rep, [call_id], two.folder / "b.zip")
    live = LiveCall(two.manager, call_id)

    with pytest.raises(ReadOnlyCall, match="open in a window"):
        unpack(two.manager, newer)

    live.close()
    assert unpack(two.manager, newer).changed == (call_id,)


def test_a_pack_is_json_that_unzip_shows(two: Two, call_id: UUID) -> None:
    path = pack_calls(two.rep, [call_id], two.folder / "a.zip")

    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        manifest = json.loads(packed.read("manifest.json"))
        call = CallRecord.model_validate_json(packed.read(f"calls/{call_id}.json"))
    assert manifest["schema"] == "assistant.pack/1"
    assert [member["name"] for member in manifest["members"]] == names[:-1]
    assert {name.partition("/")[0] for name in names} == {
        *("accounts", "leads", "banks", "calls", "manifest.json"),
    }
    assert present_call(call) == call_of(two.rep, call_id)
    assert {known.path for known in two.rep.store.known_files()} == {str(path)}


def test_what_cannot_be_packed(two: Two, call_id: UUID) -> None:
    pack_calls(two.rep, [call_id], two.folder / "a.zip")
    with pytest.raises(WrongUsage, match="there already"):
        pack_calls(two.rep, [call_id], two.folder / "a.zip")
    with pytest.raises(WrongUsage, match="no folder"):
        pack_calls(two.rep, [call_id], two.folder / "none" / "a.zip")
    with pytest.raises(NotFound, match="no call"):
        pack_calls(two.rep, [call_id, uuid4()], two.folder / "b.zip")
    assert [path.name for path in two.folder.iterdir()] == ["a.zip"]


def test_what_is_no_pack(two: Two) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        unpack(two.rep, two.folder / "none.zip")
    (two.folder / "a.zip").write_text("Dana: Hi", encoding="utf-8")
    with pytest.raises(BadInput, match="no pack of calls"):
        unpack(two.rep, two.folder / "a.zip")


def test_an_edit_and_its_undoing_travel(two: Two, call_id: UUID) -> None:
    answer = answer_to(two.rep, call_id, Field.BUDGET)
    before = kept(two.rep, call_id)[-1]
    deciding.edit(two.rep, call_id, answer, AnswerEdit(value="50k"))
    two.send(two.rep, two.manager, call_id)
    deciding.undo(two.rep, call_id)
    two.send(two.rep, two.manager, call_id)

    assert kept(two.rep, call_id) == kept(two.manager, call_id)
    assert kept(two.manager, call_id)[-1] == before


def test_what_retention_erased_does_not_come_back(two: Two, call_id: UUID) -> None:
    pack = pack_calls(two.rep, [call_id], two.folder / "a.zip")
    unpack(two.manager, pack)
    full = kept(two.manager, call_id)
    tomorrow = call_of(two.manager, call_id).call_date + timedelta(days=1)
    since = KeptSince(transcripts=tomorrow, notes=tomorrow)
    two.manager.store.forget_older(since, two.manager.who, dry_run=False)
    bare = kept(two.manager, call_id)

    unpack(two.manager, pack)

    assert kept(two.manager, call_id) == bare
    assert not any(one.turns for one in two.manager.store.sources(call_id))
    # Nor does it take the words from somebody who keeps them.
    two.send(two.manager, two.rep, call_id)
    assert kept(two.rep, call_id) == full
    assert unpack(two.manager, pack, bring_back=True).changed == (call_id,)
    for now, then in zip(kept(two.manager, call_id), full, strict=True):
        assert now == then


def test_cards_and_marks_of_turns_travel(two: Two, call_id: UUID) -> None:
    two.send(two.rep, two.manager, call_id)
    facts: dict[str, Any] = {
        "id": uuid4(),
        "call_id": call_id,
        "by": two.manager.who,
        "at": two.manager.clock(),
    }
    card = Scorecard(
        id="talk", version=1, title="Talk", items=(CardItem(id="a", title="A", kind="points"),)
    )
    filled = FilledCard(**facts, card=card, marks=(Mark(item="a", value=4),))
    bookmark = TurnMark(**facts, source="transcript", turn=1, kind="bookmark", text="here")
    two.manager.store.add_scorecard(filled)
    two.manager.store.add_turn_mark(bookmark)

    two.send(two.manager, two.rep, call_id)

    assert two.rep.store.scorecards(call_id) == (filled,)
    assert two.rep.store.turn_marks(call_id) == (bookmark,)
