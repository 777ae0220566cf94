"""``assistant annotate``: transcripts and notes in, answers and verdicts out."""

import datetime as dt
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from assistant.cli.consent import By, Given, Words, consent_of
from assistant.cli.failures import Failures
from assistant.cli.inputs import STANDARD_INPUT, inputs_of, is_sample, read_standard_input
from assistant.cli.masking import Masked, masked_annotation
from assistant.cli.opening import open_bench, tell_notice
from assistant.cli.outputs import OutFolder
from assistant.cli.progress import Progress
from assistant.cli.streams import complain
from assistant.domain.days import day_of
from assistant.domain.errors import BadInput, WrongUsage
from assistant.domain.fields import Kind
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from assistant.domain.people import Lead
    from assistant.workflows import annotating
    from assistant.workflows.wiring import Workbench

Format = Literal["text", "json", "md", "html"]

ENDINGS: dict[Format, str] = {"text": ".txt", "json": ".json", "md": ".md", "html": ".html"}

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...", help="Transcripts, notes, folders of them; - is standard input."
    ),
]
Samples = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="A shipped sample; `assistant samples` lists them."),
]
Banks = Annotated[
    list[str] | None,
    typer.Option(metavar="ID|FILE", help="Question bank; repeatable. Else the setting's."),
]
Day = Annotated[
    dt.date | None,
    typer.Option(
        parser=day_of,
        metavar="YYYY-MM-DD",
        help="Date of the call. Else the file says, else when it was last changed.",
    ),
]
Rep = Annotated[
    str | None, typer.Option(metavar="NAME", help="The rep's name in the text. Else found.")
]
KindOfText = Annotated[Kind | None, typer.Option(help="What the text is. Else found.")]
Currency = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="Currency where nothing tells it. Else the setting's."),
]
Form = Annotated[Format, typer.Option("--format", help="How to show what was found.")]
Out = Annotated[Path | None, typer.Option(metavar="DIR", help="Write a file for each input there.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first input that fails.")]
Save = Annotated[bool, typer.Option("--save", help="Keep them as calls in the store as well.")]
With = Annotated[
    str | None, typer.Option(metavar="ID|E-MAIL", help="The lead that saved calls are with.")
]


def annotate(
    ctx: typer.Context,
    files: Files = None,
    *,
    sample: Samples = None,
    bank: Banks = None,
    date: Day = None,
    rep: Rep = None,
    kind: KindOfText = None,
    currency: Currency = None,
    form: Form = "text",
    out: Out = None,
    strict: Strict = False,
    save: Save = False,
    lead: With = None,
    consent: Given = None,
    consent_by: By = "",
    consent_words: Words = "",
    mask: Masked = False,
) -> None:
    """Find the answers in transcripts or notes, with the words that gave them, and a verdict.

    Several files as JSON are JSON Lines. What failed, and why, is told at the end on standard
    error; the command then ends with 1, or with 3 if all failed or --strict is given.
    """
    inputs = inputs_of(files or (), sample or (), but=out)
    _refuse_what_does_not_fit(inputs, form, out, lead=lead, save=save)
    bench = open_bench(ctx, currency=currency)
    given = {"call_date": date, "rep": rep, "kind": kind, "consent": consent_of(consent)}
    run = _Run(
        *(bench, _options(bench, tuple(bank or ()), given, save=save), form),
        *(OutFolder(out, inputs) if out is not None else None, Progress(len(inputs))),
        strict=strict,
        save=save,
        lead=_lead(bench, lead),
        said=(consent_by, consent_words),
        mask=mask,
    )
    _annotate_all(run, inputs)
    tell_notice(bench)


def _refuse_what_does_not_fit(
    inputs: Sequence[Path], form: Format, out: Path | None, *, lead: str | None, save: bool
) -> None:
    if lead is not None and not save:
        raise WrongUsage("--lead says whom to save with; it needs --save.")
    if form == "html" and len(inputs) > 1 and out is None:
        raise WrongUsage("Several pages need a folder: give --out DIR.")


def _options(
    bench: "Workbench", banks: tuple[str, ...], given: dict[str, Any], *, save: bool
) -> "annotating.AnnotateOptions":
    """What holds for every input. Raises ``NotFound`` for a bank that is not there."""
    from assistant.workflows.annotating import AnnotateOptions
    from assistant.workflows.saving import refuse_strange_banks

    found = [bench.bank(name) for name in banks or (bench.settings.bank,)]
    if save:
        refuse_strange_banks(bench, found)
    return AnnotateOptions(banks=banks, **given)


def _lead(bench: "Workbench", text: str | None) -> "Lead | None":
    from assistant.workflows.people import find_lead

    return find_lead(bench, text) if text is not None else None


@dataclass(frozen=True)
class _Run:
    """What holds for every input."""

    bench: "Workbench"
    options: "annotating.AnnotateOptions"
    form: Format
    out: OutFolder | None
    progress: Progress
    strict: bool
    save: bool
    lead: "Lead | None"
    said: tuple[str, str]
    """Who said what about recording."""
    mask: bool


def _annotate_all(run: _Run, inputs: Sequence[Path]) -> None:
    failures = Failures(len(inputs))
    for path in inputs:
        try:
            _annotate_one(run, path)
        except (BadInput, OSError) as error:
            if len(inputs) == 1 or run.strict:
                raise
            failures.add(path, error)
        finally:
            run.progress.clear()
    failures.tell(as_json=run.form == "json")


def _annotate_one(run: _Run, path: Path) -> None:
    from assistant.workflows.annotating import annotate_file, annotate_text, render

    run.progress.start(path.name)
    advance = run.progress.advance
    if path == STANDARD_INPUT:
        found = annotate_text(run.bench, read_standard_input(), run.options, progress=advance)
    else:
        found = annotate_file(run.bench, path, _options_for(run, path), advance)
    run.progress.clear()
    shown = masked_annotation(run.bench, found.annotation) if run.mask else found.annotation
    text = render(shown, run.form, width=_width())
    if run.out is not None or run.form == "json":
        for warning in shown.warnings:
            complain(f"{path}: {warning}")
    written = None
    if run.out is None:
        typer.echo(text)
    else:
        name = "standard-input" if path == STANDARD_INPUT else path.stem
        written = run.out.write(name, ENDINGS[run.form], text)
    _save(run, found, path, written)


def _options_for(run: _Run, path: Path) -> "annotating.AnnotateOptions":
    """The people of a sample are invented: nobody has to be asked."""
    if not is_sample(path):
        return run.options
    return run.options.model_copy(update={"consent": consent_of("not-needed")})


def _save(run: _Run, found: "annotating.Annotated", path: Path, written: Path | None) -> None:
    """Keep it as a call, if that is wanted; forgetting the call reaches what was ``written``."""
    if not run.save:
        return
    from assistant.workflows.consent import reminder
    from assistant.workflows.known_files import remember
    from assistant.workflows.saving import save_annotation

    said = _options_for(run, path).consent
    consent = None if said is consent_of("unknown") else said
    by, words = run.said
    call_id = save_annotation(run.bench, found, run.lead, consent=consent, said_by=by, words=words)
    if written is not None:
        remember(run.bench, written, "export", [call_id])
    complain(f"Saved {make_inert(found.origin)} as call {str(call_id)[:8]}.")
    if words_to_say := reminder(run.bench, call_id):
        complain(words_to_say)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 120) if sys.stdout.isatty() else 100
