"""``assistant corpus``: a team's own calls, as marked calls to train and to measure with."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.opening import open_bench
from assistant.cli.outputs import made_folder
from assistant.domain.counting import counted
from assistant.domain.days import day_of
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from assistant.workflows.corpus_export import CorpusExport

app = typer.Typer(
    help="Your calls as marked calls, to train and to measure with.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

Which = Annotated[
    list[str] | None,
    typer.Argument(metavar="CALL", help="Ids, or beginnings of them. Else all calls."),
]
Since = Annotated[str, typer.Option(metavar="DATE", help="Only calls held on this day or later.")]


@app.callback()
def corpus() -> None:
    """Keep ``export`` a command of its own while the group has no other."""


@app.command()
def export(
    ctx: typer.Context,
    which: Which = None,
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")],
    since: Since = "",
    reviewed_only: Annotated[
        bool, typer.Option("--reviewed-only", help="Only calls without an undecided suggestion.")
    ] = False,
    all_suggestions: Annotated[
        bool, typer.Option("--all-suggestions", help="Mark undecided suggestions as well.")
    ] = False,
    names: Annotated[
        bool, typer.Option("--names", help="Keep names, addresses and phone numbers.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over files that no export wrote.")
    ] = False,
) -> None:
    """Write calls with the answers that people confirmed, edited or gave, as marked calls."""
    from assistant.workflows import corpus_export
    from assistant.workflows.known_files import remember

    options = corpus_export.ExportOptions(
        since=day_of(since) if since else None,
        reviewed_only=reviewed_only,
        all_suggestions=all_suggestions,
        names=names,
    )
    bench = open_bench(ctx)
    exported = corpus_export.export_corpus(bench, which or (), options)
    if exported.files:
        corpus_export.write_files(exported.files, made_folder(out), replace=replace)
        remember(bench, out, "corpus", exported.held)
    _say(exported, out, names=names)
    if gone := corpus_export.files_of_gone_calls(bench, out):
        typer.echo(f"Of calls that were forgotten since; delete them: {', '.join(gone)}")


def _say(exported: "CorpusExport", out: Path, *, names: bool) -> None:
    folder = make_inert(str(out))
    argument = f'"{folder}"' if " " in folder else folder
    typer.echo(
        f"Wrote {counted(len(exported.files), 'marked calls')} "
        f"({counted(exported.calls, 'calls')}, {counted(exported.answers, 'answers')}) to {folder}."
        if exported.files
        else "Nothing to write: confirm, edit or reject answers of a call first."
    )
    if names:
        typer.echo("Nothing was masked: names, addresses and phone numbers are in the files.")
    else:
        _list("Masked", exported.masked)
    _list("Left out", exported.left_out)
    if exported.files:
        typer.echo(
            f"What is not marked is learned as no answer. Check: assistant evaluate {argument}"
        )
        typer.echo(f"Train with the shipped calls: python -m assistant.training --also {argument}")


def _list(title: str, counts: Mapping[str, int]) -> None:
    told = [f"{what}: {count:,}" for what, count in counts.items()]
    if told:
        typer.echo(f"{title}: {'; '.join(told)}.")
