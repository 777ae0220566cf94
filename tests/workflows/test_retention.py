"""Retention: by the settings, at start and when asked, in known files too."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from assistant.domain.calls import Consent
from assistant.domain.errors import StoreUnavailable
from assistant.domain.records import CallRecord
from assistant.packs.parts import without_parts
from assistant.packs.reading import reading_pack
from assistant.workflows import retention
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.known_files import remember
from assistant.workflows.packing import pack_calls
from assistant.workflows.retention import apply_retention, kept_since
from assistant.workflows.saving import save_annotation
from assistant.workflows.syncing import sync
from assistant.workflows.unpacking import unpack
from assistant.workflows.upkeep import back_up_store
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import BenchOf, Clock

SAID = "Dana Reyes: hello Luis\nLuis Ortega: need: late trucks; budget: forty thousand\n"


def save(bench: Workbench, said: str = SAID) -> UUID:
    read = annotate_text(bench, said, AnnotateOptions())
    return save_annotation(bench, read, consent=Consent.NOTICE_GIVEN)


def turns(bench: Workbench, call_id: UUID) -> int:
    return sum(len(source.turns) for source in bench.store.sources(call_id))


def test_nothing_goes_where_nothing_is_set(bench: Workbench, clock: Clock) -> None:
    call_id = save(bench)
    clock.now += timedelta(days=10_000)

    report = apply_retention(bench, dry_run=False)

    assert set(kept_since(bench).model_dump().values()) == {None}
    assert (report.forgotten.erased, turns(bench, call_id)) == ({}, 2)


@pytest.mark.parametrize(("days", "left"), [(30, 2), (31, 0)])
def test_a_store_is_opened_without_what_is_older_than_it_is_kept(
    bench: Workbench, bench_of: BenchOf, clock: Clock, days: int, left: int
) -> None:
    call_id = save(bench)
    clock.now += timedelta(days=days)

    again = bench_of(retention={"transcripts": 30})

    assert turns(again, call_id) == left


def test_before_it_is_asked_for_it_can_be_looked_at(
    bench: Workbench, bench_of: BenchOf, clock: Clock
) -> None:
    call_id = save(bench)
    clock.now += timedelta(days=9)
    again = bench_of(retention={"transcripts": 7})
    again.applies_retention = False

    report = apply_retention(again, dry_run=True)

    assert report.forgotten.calls == {call_id}
    assert turns(again, call_id) == 2


def test_a_program_in_the_way_stops_no_start(
    bench: Workbench, bench_of: BenchOf, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_id = save(bench)
    clock.now += timedelta(days=9)

    def busy(*_: object, **__: object) -> None:
        raise StoreUnavailable("Another program is reading.")

    monkeypatch.setattr(retention, "apply_retention", busy)
    assert turns(bench_of(retention={"transcripts": 7}), call_id) == 2


def test_old_backups_go_wherever_they_are(
    bench: Workbench, bench_of: BenchOf, clock: Clock, tmp_path: Path
) -> None:
    save(bench)
    beside = back_up_store(bench)
    elsewhere = back_up_store(bench, tmp_path / "elsewhere.sqlite")
    written = clock.now
    clock.now += timedelta(days=9)
    kept = back_up_store(bench)
    set_time(elsewhere, written.timestamp())

    report = apply_retention(bench_of(retention={"backups": 7}), dry_run=False)

    assert (beside.exists(), elsewhere.exists(), kept.exists()) == (False, False, True)
    assert bench.store.known_files() == ()
    assert report.forgotten.erased == {}


def test_files_with_what_went_are_reached(
    bench: Workbench, bench_of: BenchOf, clock: Clock, tmp_path: Path
) -> None:
    call_id = save(bench)
    report = tmp_path / "report.txt"
    report.write_text("forty thousand", encoding="utf-8")
    set_time(report, clock.now.timestamp())
    remember(bench, report, "export", [call_id])
    clock.now += timedelta(days=9)
    again = bench_of(retention={"transcripts": 7})
    again.applies_retention = False

    (file,) = apply_retention(again, dry_run=False).forgotten.files

    assert (file.fate, file.path, report.exists()) == ("erased", str(report), False)


@pytest.mark.parametrize("shared", [False, True])
def test_a_pack_keeps_the_rest_of_calls_that_lose_a_part(
    bench: Workbench, bench_of: BenchOf, clock: Clock, tmp_path: Path, shared: bool
) -> None:
    old = save(bench)
    clock.now += timedelta(days=9)
    new = save(bench, SAID.replace("forty", "fifty"))
    if shared:
        folder = tmp_path / "team"
        folder.mkdir()
        sync(bench, folder)
        (pack,) = folder.iterdir()
    else:
        pack = pack_calls(bench, [old, new], tmp_path / "two.zip")
        set_time(pack, clock.now.timestamp())
    before = records(pack)
    again = bench_of(retention={"transcripts": 7})
    again.applies_retention = False

    for dry_run in (True, False):
        assert records(pack) == before
        (file,) = apply_retention(again, dry_run=dry_run).forgotten.files
        assert (file.fate, file.path) == ("renewed", str(pack))

    after = records(pack)
    assert after[new] == before[new]
    assert after[old] == without_parts(before[old], ["transcripts"]) != before[old]
    assert [len(one.turns) for one in after[old].sources] == [0]
    assert "late trucks" not in after[old].model_dump_json()
    (known,) = bench.store.known_files()
    assert set(known.calls or ()) == {old, new}
    assert not unpack(again, pack).changed


def test_a_pack_of_one_call_keeps_its_rest_and_goes_with_the_call(
    bench: Workbench, bench_of: BenchOf, clock: Clock, tmp_path: Path
) -> None:
    call_id = save(bench)
    pack = pack_calls(bench, [call_id], tmp_path / "one.zip")
    for days, kind, fate in ((9, "transcripts", "renewed"), (9, "calls", "erased")):
        set_time(pack, clock.now.timestamp())
        clock.now += timedelta(days=days)
        again = bench_of(retention={kind: 7})
        again.applies_retention = False
        (file,) = apply_retention(again, dry_run=False).forgotten.files
        assert file.fate == fate
    assert not pack.exists()


def records(path: Path) -> dict[UUID, CallRecord]:
    """The calls in a pack."""
    with reading_pack(path) as pack:
        found = [pack.read(name, CallRecord) for name in pack.names("calls")]
    return {record.versions[0].body.id: record for record in found}


def set_time(path: Path, seconds: float) -> None:
    """Have a file be as old as the clock of the test says."""
    import os

    os.utime(path, (seconds, seconds))
