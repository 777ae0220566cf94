"""``assistant evaluate``: how well marked calls are read."""

import json
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.opening import open_bench, tell_notice
from assistant.cli.progress import Progress
from assistant.cli.streams import complain
from assistant.domain.inert import make_inert
from assistant.domain.parts import Parts


def evaluate(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="A folder of marked calls (.call files).")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as one object.")] = False,
    fields: Annotated[str, typer.Option(metavar="A,B", help="Score these fields only.")] = "",
    engine: Annotated[
        Parts, typer.Option(help="Read with the tagger alone, or with rules alone.")
    ] = "both",
    errors: Annotated[
        int, typer.Option(metavar="N", min=0, help="List N wrong or missed answers as well.")
    ] = 0,
) -> None:
    """Read marked calls as if they were not marked, and compare with the marks."""
    from assistant.workflows import evaluating

    named = evaluating.fields_named(fields.split(",")) if fields else None
    bench = open_bench(ctx)
    bench.read_with(engine)
    progress = Progress(1)
    progress.start("reading calls")
    try:
        evaluation = evaluating.evaluate(
            evaluating.read_calls(folder),
            evaluating.annotator(bench),
            asked=evaluating.read_asked_marks(folder),
            fields=named,
            errors=errors,
            progress=progress.advance,
        )
    finally:
        progress.clear()
    tell_notice(bench)
    typer.echo(json.dumps(evaluation.figures) if as_json else evaluation.text())
    for line in (*evaluation.warnings, *evaluation.mistakes):
        complain(make_inert(line))
