"""Forgetting reaches the files that calls were written to, and says what it can't reach."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from assistant.domain.calls import Consent
from assistant.domain.privacy import FileFate
from assistant.packs.reading import reading_pack
from assistant.workflows import deciding
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.corpus_export import ExportOptions, export_corpus, write_files
from assistant.workflows.forgetting import find_target, forget
from assistant.workflows.known_files import reach_files, remember
from assistant.workflows.packing import pack_calls
from assistant.workflows.saving import save_annotation
from assistant.workflows.summing_up import follow_up_of, save_summary, save_text
from assistant.workflows.upkeep import back_up_store
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock

SAID = "Dana Reyes: hello Luis\nLuis Ortega: need: late trucks; budget: forty thousand\n"


def save(bench: Workbench, said: str = SAID) -> UUID:
    read = annotate_text(bench, said, AnnotateOptions())
    call_id = save_annotation(bench, read, consent=Consent.NOTICE_GIVEN)
    deciding.confirm(bench, call_id, bench.store.answers(call_id)[0].id)
    return call_id


def forgotten(bench: Workbench, call_id: UUID, *, dry_run: bool = False) -> list[FileFate]:
    target = find_target(bench, "call", str(call_id))
    return list(forget(bench, target, dry_run=dry_run).files)


@pytest.fixture
def file(bench: Workbench, clock: Clock, tmp_path: Path) -> Path:
    """A file as old as the clock says."""
    path = tmp_path / "calls.zip"
    path.write_text("what was said", encoding="utf-8")
    return aged(path, clock)


def aged(path: Path, clock: Clock, more: float = 0) -> Path:
    os.utime(path, (clock.now.timestamp() + more,) * 2)
    return path


def test_a_pack_that_takes_long_to_write_is_no_changed_one(
    bench: Workbench, clock: Clock, tmp_path: Path
) -> None:
    call_id = save(bench)
    path = tmp_path / "calls.zip"
    pack_calls(bench, [call_id], path, lambda *_: clock.pass_seconds(60))
    aged(path, clock)

    assert forgotten(bench, call_id) == [FileFate(path=str(path), kind="pack", fate="erased")]
    assert not path.exists()


def test_a_file_with_nothing_but_what_is_forgotten_goes(bench: Workbench, file: Path) -> None:
    call_id = save(bench)
    remember(bench, file, "pack", [call_id])
    gone = [FileFate(path=str(file), kind="pack", fate="erased")]

    assert forgotten(bench, call_id, dry_run=True) == gone
    assert file.exists()

    assert forgotten(bench, call_id) == gone
    assert not file.exists()
    assert bench.store.known_files() == ()


def test_what_was_written_after_the_call_goes_with_it(
    bench: Workbench, clock: Clock, tmp_path: Path
) -> None:
    call_id, other = save(bench), save(bench, SAID + "Dana Reyes: bye\n")
    mail = follow_up_of(bench, call_id)
    written = [
        save_summary(bench, call_id, tmp_path / "call.md"),
        save_text(bench, call_id, mail, tmp_path / "mail.txt"),
        save_text(bench, other, mail, tmp_path / "other.txt"),
        save_text(bench, call_id, mail, tmp_path / "edited.txt"),
    ]
    for path in written:
        aged(path, clock)
    aged(tmp_path / "edited.txt", clock, 60)

    fates = {Path(one.path).name: one.fate for one in forgotten(bench, call_id)}

    assert fates == {"call.md": "erased", "mail.txt": "erased", "edited.txt": "left"}
    assert sorted(one.name for one in tmp_path.glob("*.*t*")) == ["edited.txt", "other.txt"]


def test_a_pack_with_other_calls_is_written_anew(
    bench: Workbench, clock: Clock, tmp_path: Path
) -> None:
    call_id, other = save(bench), save(bench, SAID + "Dana Reyes: bye\n")
    path = aged(pack_calls(bench, [call_id, other], tmp_path / "two.zip"), clock)
    anew = [FileFate(path=str(path), kind="pack", fate="renewed")]

    assert forgotten(bench, call_id, dry_run=True) == anew
    assert forgotten(bench, call_id) == anew

    with reading_pack(path) as pack:
        assert pack.names("calls") == (f"calls/{other}.json",)
    (known,) = bench.store.known_files()
    assert known.calls == (other,)


def test_what_is_no_pack_any_more_is_left_and_said(bench: Workbench, file: Path) -> None:
    call_id = save(bench)
    remember(bench, file, "pack", [call_id, uuid4()])

    (left,) = forgotten(bench, call_id)

    assert (left.fate, left.why) == ("left", "it is damaged, or no pack of calls: delete it")
    assert file.exists()


@pytest.mark.parametrize(("others", "words"), [(1, "another call"), (2, "2 other calls")])
def test_a_file_with_other_calls_is_left_and_said(
    bench: Workbench, file: Path, others: int, words: str
) -> None:
    call_id = save(bench)
    remember(bench, file, "export", [call_id, *(uuid4() for _ in range(others))])

    (left,) = forgotten(bench, call_id)

    assert (left.fate, left.why) == ("left", f"it holds {words} too: write it anew, or delete it")
    assert file.exists()


def test_a_file_that_somebody_changed_is_left(bench: Workbench, file: Path, clock: Clock) -> None:
    call_id = save(bench)
    remember(bench, file, "export", [call_id])
    aged(file, clock, 60)

    (left,) = forgotten(bench, call_id)

    assert (left.fate, left.why) == ("left", "it was changed since it was written")
    assert file.exists()


def test_a_file_that_is_not_there_now_is_said(bench: Workbench, file: Path) -> None:
    call_id = save(bench)
    remember(bench, file, "export", [call_id])
    file.unlink()

    assert [one.why for one in forgotten(bench, call_id)] == ["it is not there now"]


def test_files_of_other_calls_are_left_alone(bench: Workbench, file: Path) -> None:
    call_id = save(bench)
    remember(bench, file, "pack", [uuid4()])

    assert forgotten(bench, call_id) == []
    assert reach_files(bench, frozenset(), dry_run=False) == ()
    assert file.exists()


def test_a_backup_is_made_anew_without_it(bench: Workbench, clock: Clock, tmp_path: Path) -> None:
    call_id = save(bench)
    copy = aged(back_up_store(bench, tmp_path / "copy.sqlite"), clock)

    (fate,) = forgotten(bench, call_id)

    assert (fate.fate, fate.path) == ("renewed", str(copy))
    assert b"late trucks" not in copy.read_bytes()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM calls").fetchone() == (0,)
    assert [one.path for one in bench.store.known_files()] == [str(copy)]


def test_of_a_corpus_the_files_of_the_call_go_as_they_were_written(
    bench: Workbench, tmp_path: Path
) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    first, second = save(bench), save(bench, SAID.replace("forty", "fifty"))
    for named in ([str(first)], [str(second)]):
        exported = export_corpus(bench, named, ExportOptions())
        write_files(exported.files, folder)
        remember(bench, folder, "corpus", exported.held)
    (known,) = bench.store.known_files()
    assert known.calls == (first, second)

    (fate,) = forgotten(bench, first)
    (other,) = folder.iterdir()
    assert (fate.fate, fate.path.startswith(str(folder / str(first)))) == ("erased", True)
    assert other.name.startswith(str(second))

    other.write_text(other.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    (left,) = forgotten(bench, second)
    assert (left.fate, left.path) == ("left", str(other))
