"""A call in progress, on a real store."""

import json
from pathlib import Path

import pytest

from assistant.domain.answers import Status
from assistant.domain.calls import Consent
from assistant.domain.errors import (
    BadInput,
    NotFound,
    ReadOnlyCall,
    StoreUnavailable,
    WrongUsage,
)
from assistant.domain.fields import Kind
from assistant.domain.values import Label
from assistant.domain.verdict import CriterionStatus, Outcome
from assistant.workflows.annotating import annotation_of_call
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.views import CallView
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import DANA, BenchOf, Clock
from tests.fakes.benches import MANAGER as MAX


@pytest.fixture
def live(bench: Workbench) -> LiveCall:
    return LiveCall(bench, start_call(bench, title="A logistics firm"))


def said(view: CallView) -> dict[str, str]:
    """What is in force, by key."""
    return {
        answer.key: answer.evidence.quote if answer.evidence else ""
        for answer in view.answers
        if answer.in_force
    }


def note(live: LiveCall, text: str) -> CallView:
    live.keep_notes(text)
    return live.read_notes()


def only(view: CallView) -> str:
    [answer] = [answer for answer in view.answers if answer.in_force]
    return answer.id


def test_a_finished_line_gives_a_suggestion_with_its_words(live: LiveCall) -> None:
    kept = live.keep_notes("need: late trucks\nbudget: 40", editing=1)
    assert (kept.unread, said(kept)) == (1, {})
    view = live.read_notes()
    assert (view.unread, said(view)) == (0, {"need": "late trucks"})
    states = {q.question.id: q.state for gate in view.gates for q in gate.questions}
    assert {states[question] for question in states if question.startswith("need.")} >= {
        "suggested"
    }
    need = next(result for result in view.core if result.criterion == "need")
    assert need.status is CriterionStatus.MET


def test_a_question_is_never_kept_read_or_seen_again(live: LiveCall, bench: Workbench) -> None:
    live.save_draft("need: late trucks\n?budget: 40")
    assert bench.store.draft(live.call_id) == "need: late trucks\n"
    view = note(live, "need: late trucks\n?budget: 40k\n? authority: me")
    assert said(view) == {"need": "late trucks"}
    assert [line.text for line in bench.store.note_history(live.call_id)] == ["need: late trucks"]
    live.close()
    again = LiveCall(bench, live.call_id).view()
    assert (again.draft, again.unread, said(again)) == (
        "need: late trucks\n",
        0,
        {"need": "late trucks"},
    )


def test_a_tag_forces_the_field_of_its_words(live: LiveCall) -> None:
    view = note(live, "#budget 40k for now\nneed: late trucks #timeline June\n#nosuch budget: 3")
    found = {
        (one.key, one.evidence.quote if one.evidence else "", one.found_by) for one in view.answers
    }
    assert found == {
        ("budget", "40k for now", "rule:note_tag"),
        ("need", "late trucks", "rule:words"),
        ("timeline", "June", "rule:note_tag"),
        ("budget", "3", "rule:words"),
    }
    changed = note(live, "#budget 50k for now")
    assert said(changed) == {"budget": "50k for now"}


def test_a_changed_line_changes_its_suggestion(live: LiveCall) -> None:
    note(live, "budget: 40k")
    view = note(live, "budget: 50k")
    assert said(view) == {"budget": "50k"}
    view = note(live, "")
    assert said(view) == {}


def test_what_a_person_decided_survives_every_edit(live: LiveCall) -> None:
    answer_id = only(note(live, "budget: 40k"))
    live.confirm(answer_id)
    view = note(live, "so budget: 40k")
    [kept] = [answer for answer in view.answers if answer.id == answer_id]
    assert (kept.status, kept.stale) == (Status.CONFIRMED, False)
    view = note(live, "so budget: 50k")
    [kept] = [answer for answer in view.answers if answer.id == answer_id]
    assert (kept.status, kept.stale, kept.value) == (Status.CONFIRMED, True, Label(text="40k"))
    assert len([answer for answer in view.answers if answer.key == "budget"]) == 2


def test_confirm_edit_reject_and_undo_all_the_way_back(live: LiveCall) -> None:
    answer_id = only(note(live, "budget: 40k"))

    def state(view: CallView) -> tuple[Status, object]:
        [answer] = [one for one in view.answers if one.id == answer_id]
        return answer.status, answer.value

    forty, fifty = Label(text="40k"), Label(text="50k", raw="50k")
    assert state(live.confirm(answer_id)) == (Status.CONFIRMED, forty)
    assert state(live.edit(answer_id, AnswerEdit(value="50k"))) == (Status.EDITED, fifty)
    assert state(live.reject(answer_id)) == (Status.REJECTED, fifty)
    assert state(live.take_back()[1]) == (Status.EDITED, fifty)
    assert state(live.take_back()[1]) == (Status.CONFIRMED, forty)
    assert state(live.take_back()[1]) == (Status.SUGGESTED, forty)
    assert state(live.take_back()[1]) == (Status.SUGGESTED, forty)


def test_an_answer_by_hand_must_fit_its_question(bench: Workbench) -> None:
    live = LiveCall(bench, start_call(bench, banks=["discovery"]))
    question = next(
        view.question.id
        for gate in live.view().gates
        for view in gate.questions
        if getattr(view.question.answer, "type", "") == "yes_no"
    )
    with pytest.raises(WrongUsage, match="yes or no"):
        live.answer(question, "perhaps")
    view = live.answer(question, "no")
    [answer] = [one for one in view.answers if one.question == question]
    assert (answer.polarity.value, answer.status) == ("no", Status.CONFIRMED)
    with pytest.raises(NotFound):
        live.answer("no.such_question", "yes")


def test_what_the_reader_noted_is_told(live: LiveCall) -> None:
    said_by = [{"speaker": "Dana", "participant_id": n, "text": "hello there"} for n in "ab"]
    live.add_transcript(json.dumps(said_by))
    assert live.noted == ("2 people are called Dana; they are shown as Dana and Dana (2)",)
    live.add_transcript("Dana: hello\nLuis: hm\nDana: so\n")
    assert not live.noted


def test_a_pasted_transcript_is_read_once(live: LiveCall) -> None:
    text = "Dana: hello there\nLuis: need: late trucks\nDana: ask: budget.amount\nLuis: hm\n" * 2
    view = live.add_transcript(text)
    assert said(view)["need"] == "late trucks"
    again = live.add_transcript(text)
    assert (again.sources, said(again)) == (view.sources, said(view))
    assert [source.name for source in view.sources] == ["transcript"]
    assert [turn.side.value for turn in view.sources[0].turns[:2]] == ["rep", "prospect"]
    states = {q.question.id: q.state for gate in view.gates for q in gate.questions}
    assert states["budget.amount"] == "asked"
    with pytest.raises(BadInput):
        live.add_transcript("")


def test_a_chat_is_kept_beside_what_was_said_and_never_read(
    live: LiveCall, bench: Workbench, tmp_path: Path
) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text("00:01:02\tLuis:\tneed: late trucks\n00:01:09\tDana:\thm\n", "utf-8")
    before = live.add_transcript("Dana: hello there\nLuis: budget: forty\n" * 2)
    view = live.add_file(chat)
    assert said(view) == said(before) == {"budget": "forty"}
    assert [(source.name, source.kind) for source in view.sources] == [
        ("transcript", Kind.CALL),
        ("chat", Kind.CHAT),
    ]
    assert [turn.text for turn in view.sources[1].turns] == ["need: late trucks", "hm"]
    turns = annotation_of_call(bench, live.call_id).turns
    assert [turn.text for turn in turns] == ["hello there", "budget: forty"] * 2
    assert live.add_file(chat).sources == view.sources


def test_a_call_is_resumed_where_it_was(live: LiveCall, bench: Workbench) -> None:
    live.keep_notes("need: late trucks\nbudget: 4", editing=1)
    live.save_draft("need: late trucks\nbudget: 40k")
    live.close()
    again = LiveCall(bench, live.call_id)
    view = again.view()
    assert (view.draft, view.unread) == ("need: late trucks\nbudget: 40k", 1)
    assert said(again.read_notes()) == {"need": "late trucks"}


def test_a_second_window_reads_until_it_takes_over(live: LiveCall, bench: Workbench) -> None:
    second = LiveCall(bench, live.call_id)
    assert (second.read_only, second.held_by) == (True, "Dana Reyes")
    with pytest.raises(ReadOnlyCall):
        second.keep_notes("budget: 1")
    assert not second.take_over().read_only
    assert not live.beat()
    with pytest.raises(ReadOnlyCall):
        live.save_draft("lost?")


def test_a_stale_lease_is_free(live: LiveCall, bench: Workbench, clock: Clock) -> None:
    clock.pass_seconds(29)
    assert LiveCall(bench, live.call_id).read_only
    clock.pass_seconds(2)
    assert not LiveCall(bench, live.call_id).read_only


def test_ending_reads_the_last_words_and_records_a_verdict(live: LiveCall) -> None:
    note(live, "need: late trucks")
    end = live.end("need: late trucks\nbudget!: none\nauthority: me")
    assert end.call.call.ended_at is not None
    assert end.call.recorded is not None
    assert end.call.recorded.verdict.outcome is Outcome.NURTURE
    assert {answer.key for answer in end.call.recorded.answers} == {"need", "budget", "authority"}
    assert end.offer is None
    with pytest.raises(WrongUsage, match="reason"):
        live.override(Outcome.QUALIFIED, " ")
    after = live.override(Outcome.QUALIFIED, "they found money")
    assert [(v.kind, v.verdict.outcome, v.reason) for v in after.call.verdicts] == [
        ("system", Outcome.NURTURE, ""),
        ("override", Outcome.QUALIFIED, "they found money"),
    ]
    assert after.call.recorded is not None
    assert after.call.recorded.by == DANA


def test_ending_twice_records_one_verdict(live: LiveCall, clock: Clock) -> None:
    first = live.end("need: late trucks").call
    clock.pass_seconds(60)
    second = live.end().call
    assert second.verdicts == first.verdicts
    assert second.call.ended_at == first.call.ended_at


def test_consent_is_kept(live: LiveCall) -> None:
    assert live.set_consent(Consent.ASKED_AND_AGREED).call.consent is Consent.ASKED_AND_AGREED


def test_every_decision_carries_who_made_it(live: LiveCall, bench_of: BenchOf) -> None:
    answer_id = only(note(live, "budget: 40k"))
    live.confirm(answer_id)
    managers = bench_of(MAX)
    LiveCall(managers, live.call_id, take_over=True).reject(answer_id, "that was last year")
    made = [(one.action, one.by.id, one.reason) for one in managers.store.decisions(live.call_id)]
    assert made == [("confirm", "dana", ""), ("reject", "max", "that was last year")]


def test_an_unknown_call_bank_or_lead_is_said(bench: Workbench) -> None:
    from uuid import uuid4

    with pytest.raises(NotFound):
        LiveCall(bench, uuid4())
    with pytest.raises(NotFound, match="bant"):
        start_call(bench, banks=["bnat"])
    with pytest.raises(NotFound, match="lead"):
        start_call(bench, lead_id=uuid4())


def test_a_transcript_is_kept_with_its_answers_or_not_at_all(
    live: LiveCall, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise StoreUnavailable("The disk is full.")

    text = "Dana: hello there\nLuis: budget: forty\n"
    with monkeypatch.context() as full:
        full.setattr(type(bench.store), "save_answers", fails)
        with pytest.raises(StoreUnavailable):
            live.add_transcript(text)
    assert live.view().sources == ()

    assert said(live.add_transcript(text)) == {"budget": "forty"}
