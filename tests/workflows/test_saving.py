"""An annotated file becomes a call, once, whatever is read again."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest

from assistant.domain.answers import Status
from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.workflows import deciding
from assistant.workflows.annotating import (
    Annotated,
    AnnotateOptions,
    annotate_file,
    annotation_of_call,
)
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.saving import save_annotation
from assistant.workflows.viewing import view_call
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock

TEXT = "Dana: hello\nLuis: need: late trucks\nDana: ask: budget.amount\nLuis: budget: forty\n"


def annotated(bench: Workbench, folder: Path, text: str = TEXT) -> Annotated:
    path = folder / "call.txt"
    path.write_text(text, encoding="utf-8")
    return annotate_file(bench, path, AnnotateOptions(kind=Kind.CALL))


def test_the_same_file_is_the_same_call(bench: Workbench, tmp_path: Path, clock: Clock) -> None:
    first = save_annotation(bench, annotated(bench, tmp_path))
    before = view_call(bench, first)
    clock.pass_seconds(3600)
    assert save_annotation(bench, annotated(bench, tmp_path)) == first
    assert view_call(bench, first) == before
    assert [verdict.number for verdict in before.verdicts] == [1]
    assert {answer.key for answer in before.answers} == {"need", "budget"}


def test_another_leads_call_is_another_call(bench: Workbench, tmp_path: Path) -> None:
    lead = add_lead(bench, NewLead(name="Luis"))
    read = annotated(bench, tmp_path)
    assert save_annotation(bench, read) != save_annotation(bench, read, lead)
    assert [row.lead_name for row in bench.store.calls() if row.call.lead_id] == ["Luis"]


def test_reading_again_keeps_what_a_person_decided(bench: Workbench, tmp_path: Path) -> None:
    call_id = save_annotation(bench, annotated(bench, tmp_path))
    [budget] = [one for one in bench.store.answers(call_id) if one.key == "budget"]
    deciding.reject(bench, call_id, budget.id, "it was the rep's price")
    save_annotation(bench, annotated(bench, tmp_path))
    [again] = [one for one in bench.store.answers(call_id) if one.key == "budget"]
    assert again.status is Status.REJECTED
    assert [verdict.number for verdict in bench.store.verdicts(call_id)] == [1, 2]


def test_a_suggestion_that_is_not_found_any_more_is_not_in_force(
    bench: Workbench, tmp_path: Path
) -> None:
    read = annotated(bench, tmp_path)
    call_id = save_annotation(bench, read)
    fewer = read.read.model_copy(update={"answers": read.read.answers[:1]})
    save_annotation(bench, read.model_copy(update={"read": fewer}))
    stale = {one.key: one.stale for one in bench.store.answers(call_id)}
    assert stale == {"need": False, "budget": True}


def test_a_stored_call_is_annotated_with_its_notes_behind_its_turns(
    bench: Workbench, tmp_path: Path
) -> None:
    from assistant.workflows.live_call import LiveCall

    call_id = save_annotation(bench, annotated(bench, tmp_path))
    live = LiveCall(bench, call_id)
    live.keep_notes("timeline: june")
    live.read_notes()
    annotation = annotation_of_call(bench, call_id)
    assert [turn.index for turn in annotation.turns] == [0, 1, 2, 3, 4]
    quotes = {
        answer.key: annotation.turns[where.turn].text[where.start : where.end]
        for answer in annotation.answers
        if (where := answer.evidence)
    }
    assert quotes == {"need": "late trucks", "budget": "forty", "timeline": "june"}


def test_a_file_that_is_no_text_saves_nothing(bench: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(b"\x00\x01\x02" * 100)
    with pytest.raises(BadInput, match=r"call\.txt"):
        annotate_file(bench, path, AnnotateOptions())
    assert bench.store.calls() == ()


def test_what_cannot_be_kept_whole_is_not_kept(
    bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.workflows.saving.record_verdict", stop)
    with pytest.raises(KeyboardInterrupt):
        save_annotation(bench, annotated(bench, tmp_path))

    assert bench.store.calls() == ()

    monkeypatch.undo()
    call_id = save_annotation(bench, annotated(bench, tmp_path))
    assert [row.call.id for row in bench.store.calls()] == [call_id]


def test_saved_by_several_at_once_it_is_one_call(bench: Workbench, tmp_path: Path) -> None:
    read = annotated(bench, tmp_path)
    barrier = Barrier(4)

    def save() -> UUID:
        barrier.wait()
        return save_annotation(bench, read)

    with ThreadPoolExecutor(4) as threads:
        saved = {future.result() for future in [threads.submit(save) for _ in range(4)]}

    assert {row.call.id for row in bench.store.calls()} == saved
    [call_id] = saved
    assert [verdict.number for verdict in bench.store.verdicts(call_id)] == [1]
