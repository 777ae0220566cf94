"""What people decided about a call leaves the store as marked calls, with names or without."""

import re
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from assistant.domain.answers import Answer, Decision, Evidence, Status
from assistant.domain.errors import BadInput, NotFound
from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.transcript import Participant
from assistant.domain.values import Decider, Deciders, Money
from assistant.evaluation.guess import Guess
from assistant.ingest.marked import read_marked
from assistant.workflows import deciding
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.corpus_export import (
    CorpusExport,
    ExportOptions,
    export_corpus,
    files_of_gone_calls,
    write_files,
)
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.forgetting import find_target, forget
from assistant.workflows.live_call import LiveCall
from assistant.workflows.marking_texts import LeftOut
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.saving import save_annotation
from assistant.workflows.wiring import Workbench

SAID = """\
Dana Reyes: Hello Luis, how is Harbor Mills?
Luis Ortega: Well. need: late trucks at Harbor Mills; budget: forty thousand
Luis Ortega: timeline: june, says Luis
Dana Reyes: ask: budget.amount Luis's {{budget|yes|firm|x}}words{{/}}
Luis Ortega: competition: Roadie, mail luis.ortega@harbormills.com or +1 (555) 736-0142
"""
WITH_NAMES = ExportOptions(names=True)


def take_in(bench: Workbench, said: str = SAID, **facts: str) -> UUID:
    lead = (
        add_lead(bench, NewLead(name="Luis Ortega", account="Harbor Mills Ltd")) if facts else None
    )
    options = AnnotateOptions(call_date=date(2026, 3, 12), kind=Kind.CALL)
    return save_annotation(bench, annotate_text(bench, said, options), lead)


def by_key(bench: Workbench, call_id: UUID) -> dict[str, Answer]:
    return {answer.key: answer for answer in bench.store.answers(call_id)}


def decided_call(bench: Workbench) -> UUID:
    """A call with a transcript and notes in which everything was done that can be."""
    call_id = take_in(bench, lead="Luis")
    there = by_key(bench, call_id)
    deciding.confirm(bench, call_id, there["need"].id)
    deciding.edit(
        bench,
        call_id,
        there["timeline"].id,
        AnswerEdit(polarity=Polarity.OPEN, certainty=Certainty.HEDGED),
    )
    deciding.reject(bench, call_id, there["budget"].id, "he meant last year")
    deciding.add(bench, call_id, field=Field.ROLE, value="fleet manager")
    live = LiveCall(bench, call_id)
    live.keep_notes("call Luis\nobjection: price; goal: fewer calls\nintent: buys")
    live.read_notes()
    notes = by_key(bench, call_id)
    live.confirm(notes["objection"].id)
    live.confirm(notes["intent"].id)
    live.keep_notes("call Luis\nsee: objection: price; goal: fewer calls\nintent: leases")
    live.read_notes()
    live.close()
    return call_id


def written(exported: CorpusExport, folder: Path) -> dict[str, str]:
    """The marks of every file, as ``field: words``, once our own reader has read them."""
    write_files(exported.files, folder)
    calls = [read_marked(path) for path in sorted(folder.glob("*.call"))]
    for call in calls:
        assert Guess.from_marked(call).answers
    return {
        f"{call.id[37:]} {mark.field}": f"{mark.polarity} {mark.certainty} {mark.quote}"
        for call in calls
        for mark in call.answers
    }


def test_a_call_is_exported_as_people_decided(bench: Workbench, tmp_path: Path) -> None:
    call_id = decided_call(bench)

    exported = export_corpus(bench, [], WITH_NAMES)

    assert set(exported.files) == {f"{call_id}-transcript.call", f"{call_id}-notes.call"}
    assert written(exported, tmp_path) == {
        "transcript need": "yes firm late trucks at Harbor Mills",
        "transcript timeline": "open hedged june, says Luis",
        "notes objection": "yes firm price",
    }
    assert (exported.calls, exported.answers, exported.masked) == (1, 3, {})
    assert exported.left_out == {
        LeftOut.SUGGESTION: 3,  # competition, goal, the new intent
        LeftOut.NO_WORDS: 1,
        LeftOut.GONE: 1,
    }


def test_the_text_is_whole_and_its_braces_mark_nothing(bench: Workbench, tmp_path: Path) -> None:
    call_id = decided_call(bench)
    write_files(export_corpus(bench, [], WITH_NAMES).files, tmp_path)

    transcript = read_marked(tmp_path / f"{call_id}-transcript.call")
    notes = read_marked(tmp_path / f"{call_id}-notes.call")

    assert [f"{turn.speaker}: {turn.text}\n" for turn in transcript.turns] == (
        SAID.replace("{", "(").replace("}", ")").splitlines(keepends=True)
    )
    assert [turn.text for turn in notes.turns] == [
        "call Luis",
        "see: objection: price; goal: fewer calls",
        "intent: leases",
    ]
    people = (
        Participant(name="Dana Reyes", side=Side.REP),
        Participant(name="Luis Ortega", side=Side.PROSPECT),
    )
    for call in (transcript, notes):
        assert (call.call_date, call.rep, call.participants) == (
            date(2026, 3, 12),
            "Dana Reyes",
            people,
        )
        assert dict(call.criteria) == {
            "budget": "unknown",
            "authority": "unknown",
            "need": "met",
            "timeline": "unmet",
        }
    assert (transcript.kind, notes.kind) == (Kind.CALL, Kind.NOTES)


def test_names_are_masked_the_same_way_all_through(bench: Workbench, tmp_path: Path) -> None:
    decided_call(bench)

    exported = export_corpus(bench, [], ExportOptions())
    everything = "".join(exported.files.values())

    assert re.findall(r"(?i)dana|reyes|luis|ortega|harbor|mills|736", everything) == []
    assert exported.masked == {
        "names": 8,
        "companies": 2,
        "e-mail addresses": 1,
        "phone numbers": 1,
    }
    marks = written(exported, tmp_path)
    [transcript, notes] = [exported.files[name] for name in sorted(exported.files, reverse=True)]
    [speaker] = {line.partition(":")[0] for line in transcript.splitlines() if "late" in line}
    [company] = re.findall(r"how is (\w+)\?", transcript)
    first = speaker.split()[0]
    assert marks == {
        "transcript need": f"yes firm late trucks at {company}",
        "transcript timeline": f"open hedged june, says {first}",
        "notes objection": "yes firm price",
    }
    assert f"mail {speaker.lower().replace(' ', '.')}@{company.lower()}.example" in transcript
    assert f"{{{{need|yes|firm|late trucks at {company}}}}}" in transcript
    assert f"call {first}\n" in notes


def test_exporting_again_writes_the_same(bench: Workbench, tmp_path: Path) -> None:
    decided_call(bench)
    first = export_corpus(bench, [], ExportOptions())
    write_files(first.files, tmp_path)
    assert export_corpus(bench, [], ExportOptions()) == first
    write_files(first.files, tmp_path)


def test_only_the_calls_that_are_asked_for(bench: Workbench) -> None:
    decided = decided_call(bench)
    untouched = take_in(bench, "Dana Reyes: hello\nEve: need: boats\nEve: goal: calm\n")

    def exported(*which: UUID, **options: object) -> set[str]:
        made = export_corpus(bench, [*map(str, which)], ExportOptions.model_validate(options))
        return {name[:36] for name in made.files}

    assert exported() == {str(decided)}
    assert exported(decided, decided) == {str(decided)}
    assert exported(untouched) == set()
    assert exported(all_suggestions=True) == {str(decided), str(untouched)}
    assert exported(since=date(2026, 3, 12)) == {str(decided)}
    assert exported(since=date(2026, 3, 13)) == set()
    assert exported(reviewed_only=True) == set()
    for answer in bench.store.answers(untouched):
        deciding.reject(bench, untouched, answer.id)
    assert exported(reviewed_only=True) == {str(untouched)}
    with pytest.raises(NotFound):
        exported(UUID(int=0))


def test_a_call_in_which_all_was_rejected_is_exported_without_marks(bench: Workbench) -> None:
    call_id = take_in(bench, "Dana Reyes: hello\nEve: need: boats\n")
    [need] = bench.store.answers(call_id)
    deciding.reject(bench, call_id, need.id)
    exported = export_corpus(bench, [], WITH_NAMES)
    [text] = exported.files.values()
    assert text.endswith("---\nDana Reyes: hello\nEve: need: boats\n")
    assert (exported.calls, exported.answers) == (1, 0)


def test_a_forgotten_call_is_not_exported_and_its_old_files_are_told(
    bench: Workbench, tmp_path: Path
) -> None:
    call_id = decided_call(bench)
    exported = export_corpus(bench, [], ExportOptions())
    write_files(exported.files, tmp_path)
    assert files_of_gone_calls(bench, tmp_path) == ()

    forget(bench, find_target(bench, "call", str(call_id)), dry_run=False)

    assert export_corpus(bench, [], ExportOptions()).files == {}
    assert set(files_of_gone_calls(bench, tmp_path)) == set(exported.files)


def test_what_no_export_wrote_is_not_written_over(bench: Workbench, tmp_path: Path) -> None:
    decided_call(bench)
    files = export_corpus(bench, [], ExportOptions()).files
    changed, other = sorted(files)
    (tmp_path / changed).write_text(files[changed] + "more\n", encoding="utf-8")
    (tmp_path / "mine.call").write_bytes(b"\xff")

    with pytest.raises(BadInput, match=changed):
        write_files(files, tmp_path)

    assert {path.name for path in tmp_path.iterdir()} >= {"mine.call", changed}
    assert not (tmp_path / other).exists()
    write_files(files, tmp_path, replace=True)
    assert (tmp_path / changed).read_text(encoding="utf-8") == files[changed]
    (tmp_path / changed).write_bytes(b"\xff")
    with pytest.raises(BadInput, match="--replace"):
        write_files(files, tmp_path)


def test_marks_never_overlap_and_stand_on_the_prospects_words(
    bench: Workbench, tmp_path: Path
) -> None:
    call_id = take_in(bench, "Dana Reyes: we ship fleets\nEve: Priya Shah signs forty grand, Eve\n")
    words = bench.store.sources(call_id)[0].turns

    def add(field: Field, turn: int, quote: str, value: Money | Deciders | None = None) -> None:
        start = words[turn].text.index(quote)
        evidence = Evidence(
            source="transcript", turn=turn, start=start, end=start + len(quote), quote=quote
        )
        answer = deciding.add(bench, call_id, field=field, evidence=evidence)
        after = answer.model_copy(update={"value": value})
        bench.store.decide(
            call_id,
            Decision(
                id=UUID(int=start), answer_id=answer.id, action="edit", by=bench.who,
                at=bench.clock(), before=answer, after=after,
            ),
        )  # fmt: skip

    add(Field.NEED, 0, "ship fleets")
    add(Field.AUTHORITY, 1, "Priya Shah signs", Deciders(speaker="no", people=(
        Decider(name="Priya Shah", title="CFO"),)))  # fmt: skip
    add(Field.BUDGET, 1, "forty grand", Money(low=40000, high=40000, currency="USD"))
    add(Field.INTENT, 1, "signs forty")

    exported = export_corpus(bench, [], ExportOptions())

    [text] = exported.files.values()
    [name] = re.findall(r"speaker=no; (\w+ \w+) \(CFO\)", text)
    assert set(name.split()) & {"Priya", "Shah"} == set()
    assert {f"{{{{authority|yes|firm|speaker=no; {name} (CFO)}}}}{name} signs{{{{/}}}}"} <= {
        found[0] for found in re.finditer(r"\{\{.*?\{\{/\}\}", text)
    }
    assert written(exported, tmp_path) == {
        "transcript authority": f"yes firm {name} signs",
        "transcript budget": "yes firm forty grand",
    }
    assert exported.left_out == {LeftOut.NOT_PROSPECT: 1, LeftOut.OVERLAPPING: 1}


HOSTILE = (
    "Da{na}, (rep): x\n"
    "Eve\u202e: need: bo\u202eats\u2028 and }} {{ <b>&amp;\x85\x1b[31m; goal:  \u00a0calm\u00a0 \n"
    "Speaker 1: intent: yes\n"
    "eve: role: CTO\n"
)


def test_hostile_text_is_read_back(bench: Workbench, tmp_path: Path) -> None:
    call_id = take_in(bench, HOSTILE)
    for answer in bench.store.answers(call_id):
        deciding.confirm(bench, call_id, answer.id)
    for options in (WITH_NAMES, ExportOptions()):
        exported = export_corpus(bench, [], options)
        folder = tmp_path / str(options.names)
        folder.mkdir()
        assert written(exported, folder)
        for path in folder.iterdir():
            call = read_marked(path)
            assert len({one.name for one in call.participants}) == len(call.participants)
            assert {turn.speaker for turn in call.turns} <= {one.name for one in call.participants}
            assert re.fullmatch(r"[a-z0-9-]+\.call", path.name)
            assert not set("\u202e\u2028\x85\x1b") & set(path.read_text(encoding="utf-8"))


def test_every_decision_has_the_text_that_it_was_about(bench: Workbench) -> None:
    call_id = decided_call(bench)
    texts = {
        (source.name, turn.index, 0): turn.text
        for source in bench.store.sources(call_id)
        for turn in source.turns
    } | {
        ("notes", line.number, line.revision): line.text
        for line in bench.store.note_history(call_id)
    }
    acts = [
        (act.action, texts[where.source, where.turn, where.revision][where.start : where.end])
        for act in bench.store.decisions(call_id)
        if (where := act.after.evidence)
    ]
    assert acts == [
        ("confirm", "late trucks at Harbor Mills"),
        ("edit", "june, says Luis"),
        ("reject", "forty thousand"),
        ("confirm", "price"),
        ("confirm", "buys"),
    ]
    final = {
        answer.evidence.quote: answer.status
        for answer in bench.store.answers(call_id)
        if answer.evidence and answer.decided
    }
    assert final == {
        "late trucks at Harbor Mills": Status.CONFIRMED,
        "june, says Luis": Status.EDITED,
        "forty thousand": Status.REJECTED,
        "price": Status.CONFIRMED,
        "buys": Status.CONFIRMED,
    }


def test_what_is_undone_is_undecided_again(bench: Workbench) -> None:
    call_id = take_in(bench, "Dana Reyes: hello\nEve: need: boats\n")
    [need] = bench.store.answers(call_id)
    deciding.confirm(bench, call_id, need.id)
    deciding.undo(bench, call_id)
    assert export_corpus(bench, [], WITH_NAMES).left_out == {LeftOut.NOTHING_DECIDED: 1}
