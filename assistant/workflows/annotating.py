"""Annotates transcripts after the call: answers with their words, criteria, verdicts."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal
from uuid import UUID

from assistant.domain.annotation import Annotation, CallFacts
from assistant.domain.answers import Answer
from assistant.domain.bank import Bank
from assistant.domain.calls import Consent, NoteLine, Source
from assistant.domain.days import FIRST, LAST
from assistant.domain.errors import BadInput, WrongUsage
from assistant.domain.fields import Kind, Side
from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.verdict import RecordedVerdict
from assistant.figures.figuring import figures_of
from assistant.ingest.reading import CHAT_ALONE, bytes_of, read_bytes, read_file, read_text
from assistant.ingest.zipped import zip_file_above
from assistant.qualification.assessment import assess
from assistant.qualification.criteria import judge_core
from assistant.qualification.standing import settle
from assistant.workflows.call_figures import longest_transcript
from assistant.workflows.consent import need_consent
from assistant.workflows.reading_sources import (
    Progress,
    ReadSource,
    content_of,
    origin_of,
    read_source,
)
from assistant.workflows.taking_in import rep_among, source_name
from assistant.workflows.tracking import track_turns
from assistant.workflows.viewing import view_call
from assistant.workflows.wiring import Workbench

Format = Literal["json", "md", "html", "text"]


class AnnotateOptions(Frozen):
    """What the user says about a source; what is left out is found or taken from settings.

    ``consent`` is what was said about recording: the team may want it to be known first.
    """

    banks: tuple[str, ...] = ()
    call_date: date | None = None
    rep: str | None = None
    kind: Kind | None = None
    currency: str | None = None
    consent: Consent = Consent.UNKNOWN


class Annotated(Frozen):
    """An annotation with what saving it needs."""

    annotation: Annotation
    transcript: Transcript
    read: ReadSource
    content: str
    origin: str


def annotate_file(
    bench: Workbench, path: Path, options: AnnotateOptions, progress: Progress | None = None
) -> Annotated:
    """Annotate a file. Raises ``BadInput`` that says what is wrong with it, and ``NoConsent``."""
    data = bytes_of(path)
    transcript = read_file(path, kind=options.kind, data=data)
    need_consent(bench, options.consent, transcript.kind, origin_of(path))
    return _annotate(
        bench,
        transcript,
        options,
        content=content_of(data),
        origin=origin_of(path),
        modified=_modified(bench, path),
        progress=progress,
    )


def _modified(bench: Workbench, path: Path) -> date:
    """The day a file, or the zip file that it is in, was last changed.

    Today where that is no day a call can be held on.
    """
    now = bench.clock()
    changed = (zip_file_above(path) or path).stat().st_mtime
    try:
        day = bench.local(datetime.fromtimestamp(changed, tz=now.tzinfo)).date()
    except (ValueError, OverflowError):  # some file systems keep any number
        day = date.max
    return day if FIRST <= day <= LAST else bench.local(now).date()


def annotate_text(
    bench: Workbench,
    text: str | bytes,
    options: AnnotateOptions,
    *,
    name: str = "standard input",
    progress: Progress | None = None,
) -> Annotated:
    """Annotate a text that is in no file. Its date is today's unless given."""
    transcript = _transcript_of(text, name, options.kind)
    need_consent(bench, options.consent, transcript.kind, name)
    return _annotate(
        bench,
        transcript,
        options,
        content=content_of(text),
        origin=name,
        modified=bench.local(bench.clock()).date(),
        progress=progress,
    )


def _transcript_of(text: str | bytes, name: str, kind: Kind | None) -> Transcript:
    if isinstance(text, bytes):
        return read_bytes(text, name=name, kind=kind)
    return read_text(text, name=name, kind=kind)


def annotate_transcript(
    bench: Workbench, transcript: Transcript, options: AnnotateOptions, *, name: str
) -> Annotated:
    """Annotate turns that are read already, as the evaluation does."""
    text = "\n".join(turn.text for turn in transcript.turns)
    today = bench.local(bench.clock()).date()
    return _annotate(
        bench, transcript, options, content=content_of(text), origin=name, modified=today
    )


def _annotate(
    bench: Workbench,
    transcript: Transcript,
    options: AnnotateOptions,
    *,
    content: str,
    origin: str,
    modified: date,
    progress: Progress | None = None,
) -> Annotated:
    _refuse_chat(transcript)
    banks = [bench.bank(name) for name in options.banks or (bench.settings.bank,)]
    day = _date_of(transcript, options, modified)
    rep = options.rep or rep_among(transcript.participants, bench.who)
    read = read_source(
        bench,
        transcript,
        banks,
        source=source_name(transcript.kind.value, ()),
        call_date=day[0],
        rep=rep,
        currency=options.currency,
        progress=progress,
    )
    facts = _facts(transcript, read, content[:16], day, rep, origin)
    warnings = transcript.warnings + _language_warning(read.language)
    return Annotated(
        annotation=_conclude(bench, facts, read.transcript.turns, read.answers, banks, warnings),
        transcript=transcript,
        read=read,
        content=content,
        origin=origin,
    )


def _facts(
    transcript: Transcript,
    read: ReadSource,
    call_id: str,
    day: tuple[date, Literal["option", "file", "modified"]],
    rep: str | None,
    origin: str,
) -> CallFacts:
    return CallFacts(
        id=call_id,
        call_date=day[0],
        date_from=day[1],
        kind=transcript.kind,
        language=read.language,
        currency=read.currency,
        currency_from=read.currency_from,
        participants=read.transcript.participants,
        title=transcript.title or origin,
        rep_guessed=_is_guessed(transcript, rep),
    )


def _refuse_chat(transcript: Transcript) -> None:
    if transcript.kind is Kind.CHAT:
        raise BadInput(CHAT_ALONE)


def _is_guessed(transcript: Transcript, rep: str | None) -> bool:
    """Whether neither the source nor the user says who the rep is."""
    told = any(one.side is Side.REP for one in transcript.participants)
    named = {one.name.casefold().strip() for one in transcript.participants}
    return not told and (rep is None or rep.casefold().strip() not in named)


def _conclude(
    bench: Workbench,
    facts: CallFacts,
    turns: tuple[Turn, ...],
    answers: Sequence[Answer],
    banks: Sequence[Bank],
    warnings: tuple[str, ...] = (),
) -> Annotation:
    settled = settle(answers)
    return Annotation(
        engine=bench.extractor.engine,
        call=facts,
        turns=turns,
        answers=settled,
        criteria=judge_core(settled, facts.call_date),
        banks=tuple(banks),
        assessments=tuple(assess(bank, settled, facts.call_date) for bank in banks),
        warnings=warnings,
        trackers=track_turns(bench, turns),
        figures=figures_of(turns) if facts.kind is Kind.CALL else None,
    )


def _date_of(
    transcript: Transcript, options: AnnotateOptions, modified: date
) -> tuple[date, Literal["option", "file", "modified"]]:
    """The day of the call, and what told it.

    Raises ``WrongUsage``, or ``BadInput`` where the file says it: no day of a call.
    """
    told_by: Literal["option", "file", "modified"]
    if options.call_date is not None:
        day, told_by = options.call_date, "option"
    elif transcript.call_date is not None:
        day, told_by = transcript.call_date, "file"
    else:
        day, told_by = modified, "modified"
    if not FIRST <= day <= LAST:
        wrong = WrongUsage if told_by == "option" else BadInput
        raise wrong(f"{day} is no day of a call: give --date, from {FIRST} to {LAST}.")
    return day, told_by


def _language_warning(language: str) -> tuple[str, ...]:
    if language == "en":
        return ()
    return (f"The text looks like {language!r}; only English is read, so answers stay blank.",)


def annotation_of_call(bench: Workbench, call_id: UUID) -> Annotation:
    """The annotation of a stored call: what was said in its sources, then its note lines."""
    view = view_call(bench, call_id)
    call = view.call
    facts = CallFacts(
        id=str(call.id),
        call_date=call.call_date,
        date_from="option" if call.date_from == "clock" else call.date_from,
        kind=call.kind,
        language=call.language,
        currency=call.currency,
        currency_from=call.currency_from,
        participants=call.participants,
        title=call.title,
    )
    turns, places = _all_turns(view.sources, view.lines)
    longest = longest_transcript(view.sources)
    said = [turns[places[longest.name, one.index]] for one in longest.turns] if longest else []
    return Annotation(
        engine=bench.extractor.engine,
        call=facts,
        turns=turns,
        answers=tuple(_placed(answer, places) for answer in view.answers),
        criteria=view.core,
        banks=view.banks,
        assessments=view.assessments,
        warnings=_put_over(view.recorded),
        trackers=track_turns(bench, turns),
        figures=figures_of(said),
    )


def _put_over(recorded: RecordedVerdict | None) -> tuple[str, ...]:
    """What a person says in place of the verdict that the answers give."""
    if recorded is None or recorded.by is None:
        return ()
    words = f"{recorded.by.name} put another verdict over this one: {recorded.verdict.outcome}"
    return (f"{words} ({recorded.reason}).",)


Places = dict[tuple[str, int], int]


def _all_turns(
    sources: Sequence[Source], lines: Sequence[NoteLine]
) -> tuple[tuple[Turn, ...], Places]:
    turns: list[Turn] = []
    places: Places = {}
    for source in sources:
        if source.kind is Kind.CHAT:
            continue
        for turn in source.turns:
            places[source.name, turn.index] = len(turns)
            turns.append(turn.model_copy(update={"index": len(turns)}))
    for line in lines:
        places["notes", line.number] = len(turns)
        note = Turn(
            index=len(turns),
            text=line.text,
            speaker="Notes",
            side=Side.OTHER,
            start=line.seconds,
        )
        turns.append(note)
    return tuple(turns), places


def _placed(answer: Answer, places: Places) -> Answer:
    where = answer.evidence
    turn = places.get((where.source, where.turn)) if where else None
    if where is None or turn is None or answer.stale:
        return answer.model_copy(update={"evidence": None})
    return answer.model_copy(update={"evidence": where.model_copy(update={"turn": turn})})


def render(annotation: Annotation, form: Format, *, width: int = 100) -> str:
    """The annotation as text of a format; JSON is one line, as JSON Lines need it."""
    if form == "json":
        from assistant.reports.annotation_json import as_json_text

        return as_json_text(annotation)
    if form == "md":
        from assistant.reports.annotation_markdown import as_markdown

        return as_markdown(annotation)
    if form == "html":
        from assistant.reports.annotation_html import as_html

        return as_html(annotation)
    from assistant.reports.annotation_text import as_text

    return as_text(annotation, width=width)
