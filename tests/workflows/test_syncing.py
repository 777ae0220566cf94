"""A shared folder: calls come in, reviews go back, what is forgotten goes everywhere."""

import os
import zipfile
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from assistant.domain.errors import WrongUsage
from assistant.domain.fields import Field
from assistant.domain.privacy import FileFate
from assistant.domain.scorecards import CardItem, FilledCard, Mark, Scorecard
from assistant.domain.verdict import Outcome
from assistant.workflows import deciding, reviewing
from assistant.workflows.forgetting import Target, forget
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.packing import pack_calls
from assistant.workflows.recording import CALL
from assistant.workflows.shared_folder import file_of
from assistant.workflows.syncing import SyncReport, sync
from assistant.workflows.viewing import call_of
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MAX, Clock, bench_maker
from tests.fakes.two_stores import Two, a_call, answer_to

DAY = 86_400


@pytest.fixture
def call_id(two: Two) -> UUID:
    return a_call(two.rep, "authority: Ines signs")


def nothing(report: SyncReport) -> bool:
    """Whether nothing came, went or was told."""
    return report == SyncReport(folder=report.folder)


def calls_in(bench: Workbench) -> set[UUID]:
    return {row.call.id for row in bench.store.calls()}


def forget_call(bench: Workbench, call_id: UUID) -> None:
    forget(bench, Target(kind="call", name="", id=call_id), dry_run=False)


def test_a_call_arrives_and_its_review_comes_back(two: Two, call_id: UUID) -> None:
    sent = sync(two.rep, two.folder)
    assert (sent.sent, sent.came, sent.left_alone) == ((call_id,), (), ())
    assert nothing(sync(two.rep, two.folder))

    came = sync(two.manager, two.folder)
    assert [one.new for one in came.came] == [(call_id,)]
    assert came.sent == ()
    assert nothing(sync(two.manager, two.folder))

    reviewing.reverse(two.manager, call_id, Outcome.NURTURE, "Next year")
    assert sync(two.manager, two.folder).sent == (call_id,)

    back = sync(two.rep, two.folder)
    assert [one.changed for one in back.came] == [(call_id,)]
    assert [one.text for one in two.rep.store.reviews(call_id)] == ["Next year"]
    assert CALL.record(two.rep, call_of(two.rep, call_id)) == CALL.record(
        two.manager, call_of(two.manager, call_id)
    )
    for bench in (two.rep, two.manager):
        assert nothing(sync(bench, two.folder))


def test_each_has_a_file_a_day_with_a_name_that_is_legal_everywhere(
    two: Two, call_id: UUID
) -> None:
    sync(two.rep, two.folder)
    other = a_call(two.rep, name="Luis Berg")
    sync(two.rep, two.folder)
    two.rep_clock.pass_seconds(DAY)
    deciding.confirm(two.rep, call_id, answer_to(two.rep, call_id, Field.NEED))
    sync(two.rep, two.folder)

    names = sorted(path.name for path in two.folder.iterdir())
    assert [name.partition(".")[2] for name in names] == ["2026-03-10.zip", "2026-03-11.zip"]
    assert all(name.startswith("dana-") for name in names)
    assert sync(two.manager, two.folder).came[0].new == tuple(sorted((call_id, other)))
    assert calls_in(two.manager) == {call_id, other}


def test_a_rep_takes_no_calls_of_others(two: Two, call_id: UUID, tmp_path: Path) -> None:
    sync(two.rep, two.folder)
    with ExitStack() as opened:
        colleague = bench_maker(tmp_path / "third.sqlite", Clock(), opened)(MAX)
        sync(colleague, two.folder)
        assert calls_in(colleague) == set()


def test_a_call_that_goes_on_is_sent_once_it_has_ended(two: Two) -> None:
    open_call = start_call(two.rep, lead_id=None, banks=("bant",))

    report = sync(two.rep, two.folder)
    assert (report.sent, report.not_ended) == ((), 1)

    live = LiveCall(two.rep, open_call)
    live.end()
    live.close()
    assert sync(two.rep, two.folder).sent == (open_call,)


def test_a_call_that_is_open_is_taken_in_the_next_time(two: Two, call_id: UUID) -> None:
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)
    deciding.confirm(two.rep, call_id, answer_to(two.rep, call_id, Field.NEED))
    sync(two.rep, two.folder)
    live = LiveCall(two.manager, call_id)

    (left,) = sync(two.manager, two.folder).left_alone
    assert "open in a window" in left.why

    live.close()
    assert sync(two.manager, two.folder).came[0].changed == (call_id,)


def test_what_its_rep_forgets_goes_everywhere(two: Two, call_id: UUID) -> None:
    other = a_call(two.rep, name="Luis Berg")
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)
    reviewing.comment(two.manager, call_id, "Well asked")
    sync(two.manager, two.folder)
    two.rep_clock.pass_seconds(DAY)

    forget_call(two.rep, call_id)
    assert str(call_id) not in names(file_of(two.rep, two.folder, day(two.rep, -1)))
    report = sync(two.rep, two.folder)

    assert report.written_anew == ()
    (out,) = report.out_of_reach
    assert (out.by, out.what) == ("Max Boss", (call_id,))
    # The manager's own file still holds it when it is forgotten there; then it is cleaned too.
    theirs = sync(two.manager, two.folder)
    assert theirs.forgotten == (call_id,)
    assert calls_in(two.manager) == {other}
    assert theirs.written_anew == (file_of(two.manager, two.folder, day(two.manager)).name,)
    assert sync(two.rep, two.folder).out_of_reach == ()
    assert all(str(call_id) not in names(path) for path in two.folder.iterdir())
    for bench in (two.rep, two.manager):
        assert nothing(sync(bench, two.folder))


def test_forgetting_reaches_my_own_file_in_the_folder(two: Two, call_id: UUID) -> None:
    other = a_call(two.rep, name="Luis Berg")
    sync(two.rep, two.folder)
    (path,) = two.folder.iterdir()
    # A shared drive may give it any time.
    os.utime(path, (two.rep_clock.now.timestamp() + 3600,) * 2)
    (lead,) = [one for one in two.rep.store.leads() if one.name == "Ines Ortega"]
    target = Target(kind="lead", name="", id=lead.id)
    renewed = (FileFate(path=str(path), kind="pack", fate="renewed"),)

    assert forget(two.rep, target, dry_run=True).files == renewed
    assert str(call_id) in names(path)

    assert forget(two.rep, target, dry_run=False).files == renewed
    assert names(path) == f"calls/{other}.json"
    with zipfile.ZipFile(path) as packed:
        assert f"leads/{lead.id}.json" not in packed.namelist()
    assert [one.calls for one in two.rep.store.known_files()] == [(other,)]
    assert sync(two.manager, two.folder).came[0].new == (other,)

    (gone,) = forget(two.rep, Target(kind="call", name="", id=other), dry_run=False).files
    assert (gone.fate, path.exists()) == ("erased", False)
    assert sync(two.rep, two.folder).out_of_reach == ()


def test_what_others_forget_goes_from_my_files_too(two: Two, call_id: UUID) -> None:
    other = a_call(two.rep, name="Luis Berg")
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)
    beside = two.folder.parent
    packs = (
        pack_calls(two.manager, [call_id], beside / "one.zip"),
        pack_calls(two.manager, [call_id, other], beside / "two.zip"),
    )
    for path in packs:
        os.utime(path, (two.manager_clock.now.timestamp(),) * 2)
    forget_call(two.rep, call_id)
    sync(two.rep, two.folder)

    report = sync(two.manager, two.folder)

    assert {(Path(one.path).name, one.fate) for one in report.files} == {
        ("one.zip", "erased"),
        ("two.zip", "renewed"),
    }
    assert (packs[0].exists(), names(packs[1])) == (False, f"calls/{other}.json")


def day(bench: Workbench, back: int = 0) -> date:
    return (bench.local(bench.clock()) + timedelta(days=back)).date()


def names(path: Path) -> str:
    with zipfile.ZipFile(path) as packed:
        return " ".join(name for name in packed.namelist() if name.startswith("calls/"))


def test_what_somebody_else_forgets_is_only_told(two: Two, call_id: UUID) -> None:
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)
    forget_call(two.manager, call_id)
    sync(two.manager, two.folder)

    report = sync(two.rep, two.folder)

    assert [(one.kind, one.id, one.by.name) for one in report.asked] == [
        ("call", call_id, "Max Boss")
    ]
    assert calls_in(two.rep) == {call_id}
    # It does not come back to the manager by itself.
    deciding.confirm(two.rep, call_id, answer_to(two.rep, call_id, Field.NEED))
    sync(two.rep, two.folder)
    assert sync(two.manager, two.folder).came[0].forgotten == (call_id,)
    assert calls_in(two.manager) == set()


def test_a_lead_is_forgotten_with_its_calls(two: Two, call_id: UUID) -> None:
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)
    (lead,) = two.rep.store.leads()

    forget(two.rep, Target(kind="lead", name="", id=lead.id), dry_run=False)
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)

    assert (two.manager.store.leads(), two.manager.store.accounts()) == ((), ())
    assert calls_in(two.manager) == set()


def test_a_damaged_file_is_said_and_the_others_are_read(two: Two, call_id: UUID) -> None:
    sync(two.rep, two.folder)
    (two.folder / "a.zip").write_bytes(b"PK")

    report = sync(two.manager, two.folder)

    assert [one.file for one in report.left_alone] == ["a.zip"]
    assert calls_in(two.manager) == {call_id}


def test_a_folder_that_is_not_there(two: Two) -> None:
    with pytest.raises(WrongUsage, match="no folder"):
        sync(two.rep, two.folder / "none")


def test_a_filled_card_is_sent(two: Two, call_id: UUID) -> None:
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)
    card = Scorecard(
        id="talk", version=1, title="Talk", items=(CardItem(id="a", title="A", kind="points"),)
    )
    filled = FilledCard(
        id=uuid4(),
        call_id=call_id,
        card=card,
        marks=(Mark(item="a", value=4),),
        by=two.manager.who,
        at=two.manager.clock(),
    )
    two.manager.store.add_scorecard(filled)

    assert sync(two.manager, two.folder).sent == (call_id,)
    sync(two.rep, two.folder)
    assert two.rep.store.scorecards(call_id) == (filled,)
