"""Exports what people decided about answers: marked calls, to train and to measure with."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from assistant.domain.answers import Answer, Status
from assistant.domain.calls import Call
from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Turn
from assistant.masking.masker import Masker
from assistant.qualification.criteria import judge_core
from assistant.qualification.standing import settle
from assistant.reports.marked_call import as_marked, harmless, is_as_written
from assistant.workflows.marking_texts import About, CallText, LeftOut, OnWords, TextMarker
from assistant.workflows.masking import people_named
from assistant.workflows.note_lines import present
from assistant.workflows.note_reading import NOTES
from assistant.workflows.reviewing import find_call
from assistant.workflows.viewing import sources_of, whom
from assistant.workflows.wiring import Workbench

ENDING = ".call"
NAMED_AT_MOST = 5
"""How many files a message names."""


class ExportOptions(Frozen):
    """Which calls and answers, and whether names stay.

    ``reviewed_only`` takes calls that have no undecided suggestion; ``all_suggestions``
    takes undecided suggestions for answers.
    """

    since: date | None = None
    reviewed_only: bool = False
    all_suggestions: bool = False
    names: bool = False


class CorpusExport(Frozen):
    """The files by name, and how much of what is in them and what is not."""

    files: dict[str, str]
    calls: int
    answers: int
    masked: dict[str, int]
    left_out: dict[str, int]

    @property
    def held(self) -> tuple[UUID, ...]:
        """The calls that are in the files."""
        ids = map(_call_id, map(Path, self.files))
        return tuple(dict.fromkeys(one for one in ids if one is not None))


class _Chosen(Frozen):
    """The answers to mark, and the sources whose texts are taken."""

    sources: frozenset[str]
    answers: tuple[OnWords, ...]
    left_out: dict[LeftOut, int]


def export_corpus(bench: Workbench, which: Sequence[str], options: ExportOptions) -> CorpusExport:
    """Mark these calls, or all where none is named, as far as people decided about them.

    Of a call those texts are taken in which somebody decided on an answer, also where all
    were rejected. Raises ``NotFound`` for a call that is not in the store.
    """
    named = [find_call(bench, text) for text in which]
    calls = named or [row.call for row in bench.store.calls()]
    files: dict[str, str] = {}
    answers = taken = 0
    masked: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    for call in {call.id: call for call in calls}.values():
        if options.since is not None and call.call_date < options.since:
            continue
        chosen = _choose(bench.store.answers(call.id), options)
        left_out.update(chosen.left_out)
        if not chosen.sources:
            continue
        marker, texts = _marker(bench, call, options)
        for text in texts:
            if text.source in chosen.sources:
                here = [one for one in chosen.answers if one.where.source == text.source]
                marked = marker.mark(text, here)
                files[marked.id + ENDING] = as_marked(marked)
                answers += len(marked.answers)
        taken += 1
        masked.update(marker.masked)
        left_out.update(marker.left_out)
    return CorpusExport(
        files=files, calls=taken, answers=answers, masked=+masked, left_out=+left_out
    )


def write_files(files: dict[str, str], folder: Path, *, replace: bool = False) -> None:
    """Write the files, which may be there from an earlier export.

    Raises ``BadInput``, before anything is written, where a file is there that no export
    wrote, or that was changed since; ``replace`` writes over those too.
    """
    in_the_way = [name for name in files if not _may_go(folder / name)]
    if in_the_way and not replace:
        shown = ", ".join(in_the_way[:NAMED_AT_MOST])
        more = len(in_the_way) - NAMED_AT_MOST
        raise BadInput(
            f"{shown}{f' and {more} more' if more > 0 else ''}: not written by an export, or "
            f"changed since. Nothing was written. Name another folder, or give --replace to "
            f"write over them.",
            file=str(folder),
        )
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def files_of_gone_calls(bench: Workbench, folder: Path) -> tuple[str, ...]:
    """Files of earlier exports, whose calls have been forgotten since."""
    return tuple(
        path.name
        for path in sorted(folder.glob(f"*{ENDING}"))
        if (call_id := _call_id(path)) and bench.store.call(call_id) is None and _may_go(path)
    )


def files_of(folder: Path, calls: Collection[UUID]) -> tuple[tuple[Path, bool], ...]:
    """The files of these calls in a folder, and whether each is as an export wrote it."""
    return tuple(
        (path, _may_go(path))
        for path in sorted(folder.glob(f"*{ENDING}"))
        if _call_id(path) in calls
    )


def _choose(answers: Iterable[Answer], options: ExportOptions) -> _Chosen:
    told = [one for one in answers if one.status is not Status.SUGGESTED or not one.stale]
    undecided = [one for one in told if not one.decided and one.field and one.evidence]
    if options.reviewed_only and undecided:
        return _none(LeftOut.OPEN_SUGGESTIONS)
    counted = [one for one in told if one.decided]
    if options.all_suggestions:
        counted += undecided
    sources = frozenset(one.evidence.source for one in counted if one.evidence)
    if not sources:
        return _none(LeftOut.NOTHING_DECIDED)
    left_out: Counter[LeftOut] = Counter()
    chosen: list[OnWords] = []
    for one in counted:
        if one.status is Status.REJECTED:
            continue
        if one.evidence is None:
            left_out[LeftOut.NO_WORDS] += 1
        elif one.field is None:
            left_out[LeftOut.NO_FIELD] += 1
        else:
            chosen.append(OnWords(field=one.field, where=one.evidence, answer=one))
    if not options.all_suggestions:
        left_out[LeftOut.SUGGESTION] = len(undecided)
    return _Chosen(sources=sources, answers=tuple(chosen), left_out=left_out)


def _none(why: LeftOut) -> _Chosen:
    return _Chosen(sources=frozenset(), answers=(), left_out={why: 1})


def _marker(
    bench: Workbench, call: Call, options: ExportOptions
) -> tuple[TextMarker, tuple[CallText, ...]]:
    texts = _texts(bench, call)
    answers = bench.store.answers(call.id)
    lead, account = whom(bench, call)
    results = judge_core(settle(answers), call.call_date)
    about = About(
        call=call,
        prospect=lead.name if lead else "",
        product=", ".join(bench.settings.product_names) or "not said",
        criteria={result.criterion: result.status for result in results},
    )
    if options.names:
        return TextMarker(about, None), texts
    people = (
        *(turn.speaker or "" for text in texts for turn in text.turns),
        *(one.name for one in call.participants),
        *(call.rep.name, about.prospect),
        *people_named(answers),
    )
    words = [turn.text for text in texts for turn in text.turns]
    companies = [account.name] if account else []
    masker = Masker(
        map(harmless, dict.fromkeys(people)),
        map(harmless, companies),
        words,
        call.id.int,
        country=bench.settings.country,
    )
    return TextMarker(about, masker), texts


def _texts(bench: Workbench, call: Call) -> tuple[CallText, ...]:
    """The sources of a call without its chats, and the notes as they stand."""
    sources = [
        CallText(source=one.name, kind=one.kind, turns=one.turns)
        for one in sources_of(bench, call)
        if one.kind is not Kind.CHAT
    ]
    lines = present(bench.store.note_lines(call.id))
    notes = tuple(Turn(index=line.number, text=line.text) for line in lines)
    return (*sources, CallText(source=NOTES, kind=Kind.NOTES, turns=notes))


def _may_go(path: Path) -> bool:
    """Whether an export wrote this file and nobody changed it, or there is none."""
    if not path.exists():
        return True
    try:
        return path.is_file() and is_as_written(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return False


def _call_id(path: Path) -> UUID | None:
    try:
        return UUID(path.name[:36])
    except ValueError:
        return None
