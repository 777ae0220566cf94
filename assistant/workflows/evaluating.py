"""Evaluates annotations of marked calls against the marks."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from assistant.domain.errors import WrongUsage
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.domain.marked import MarkedCall
from assistant.domain.transcript import Transcript
from assistant.evaluation.asked import AskedMarks, find_asked, read_asked, score_asked
from assistant.evaluation.figures import figures_text
from assistant.evaluation.guess import Guess, turn_difference
from assistant.evaluation.scoring import compare_all, figures_of, first_mistakes
from assistant.ingest.marked import marked_files, plain_text, read_marked
from assistant.ingest.reading import read_text
from assistant.workflows.annotating import AnnotateOptions, annotate_transcript
from assistant.workflows.wiring import Workbench

Annotate = Callable[[MarkedCall, Transcript], dict[str, Any]]
"""Makes the annotation JSON of a call that was read from its plain text, with the fields
that turns of the rep ask for added as ``asked`` ({turn: fields}). The marks are there for
the call's date, rep and kind; looking at more of them would be cheating."""

Progress = Callable[[int, int], None]
"""Told how many of how many calls are annotated."""


class Evaluation(Frozen):
    """The figures (see ``assistant.evaluation.scoring``), and what went wrong, in words.

    Where what the rep asked for is marked, ``figures["asked"]`` are those of
    ``assistant.evaluation.asked``. ``warnings`` name the calls whose turns are not those
    of the input.
    """

    figures: dict[str, Any]
    mistakes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def text(self) -> str:
        """The figures as a table."""
        return figures_text(self.figures)


def read_calls(folder: Path) -> tuple[MarkedCall, ...]:
    """The marked calls below a folder.

    Raises BadInput for a folder without any, and for a call that is marked wrongly.
    """
    return tuple(read_marked(path) for path in marked_files(folder))


def read_asked_marks(folder: Path) -> AskedMarks | None:
    """The marks of what the rep asked for, from the folder or the one above; None without.

    Raises BadInput for a line that is marked wrongly.
    """
    path = find_asked(folder)
    return None if path is None else read_asked(path)


def annotator(bench: Workbench) -> Annotate:
    """Annotate as ``assistant annotate`` does, told only a call's date, rep and kind."""

    def annotate(call: MarkedCall, transcript: Transcript) -> dict[str, Any]:
        from assistant.reports.annotation_json import as_json

        options = AnnotateOptions(call_date=call.call_date, rep=call.rep or None, kind=call.kind)
        annotated = annotate_transcript(bench, transcript, options, name=call.id)
        return as_json(annotated.annotation) | {"asked": annotated.read.about}

    return annotate


def evaluate(
    calls: Sequence[MarkedCall],
    annotate: Annotate,
    *,
    asked: AskedMarks | None = None,
    fields: frozenset[Field] | None = None,
    errors: int = 0,
    progress: Progress | None = None,
) -> Evaluation:
    """Annotate every marked call as if it were not marked, and score that.

    ``asked`` are marks of what the rep asked for; ``fields`` limits what is scored;
    ``errors`` is how many mistakes are listed.
    """
    guesses: list[Guess] = []
    for number, call in enumerate(calls, start=1):
        guesses.append(_guess(call, annotate))
        if progress is not None:
            progress(number, len(calls))
    pairs = list(zip(calls, guesses, strict=True))
    compared = compare_all(pairs, fields)
    figures = figures_of(compared)
    if asked is not None and (recognised := score_asked(pairs, asked, fields)) is not None:
        figures["asked"] = recognised
    differences = (turn_difference(call, guess) for call, guess in pairs)
    return Evaluation(
        figures=figures,
        mistakes=first_mistakes(compared, errors),
        warnings=tuple(difference for difference in differences if difference),
    )


def fields_named(names: Iterable[str]) -> frozenset[Field]:
    """The fields of these names. Raises WrongUsage for a name that no field has."""
    try:
        return frozenset(Field(name.strip()) for name in names)
    except ValueError:
        raise WrongUsage(f"the fields are {', '.join(Field)}") from None


def _guess(call: MarkedCall, annotate: Annotate) -> Guess:
    transcript = read_text(plain_text(call), name=call.id, kind=call.kind)
    return Guess.from_annotation(annotate(call, transcript), name=call.id)
