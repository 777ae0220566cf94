"""``assistant sync``: keep the store and a shared folder in step."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.opening import open_bench
from assistant.cli.pack import say_came_in
from assistant.cli.progress import Progress
from assistant.domain.errors import AssistantError, WrongUsage
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from assistant.workflows.syncing import SyncReport
    from assistant.workflows.wiring import Workbench


def sync(
    ctx: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[FOLDER]", help="The shared folder. Else the setting's."),
    ] = None,
    *,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on until Ctrl-C, looking again and again.")
    ] = False,
    every: Annotated[
        int, typer.Option(min=5, metavar="SECONDS", help="How often --watch looks.")
    ] = 60,
) -> None:
    """Take in what others wrote to a shared folder, and write there what is new here.

    Each person writes a file a day; nobody writes somebody else's.
    """
    bench = open_bench(ctx)
    where = folder or bench.settings.sync_folder
    if where is None:
        raise WrongUsage(
            "Name the shared folder, or put it into the setting sync_folder: "
            "`assistant config edit`."
        )
    complete = _once(bench, where)
    while watch:
        time.sleep(every)
        complete = _once(bench, where)
    if not complete:
        raise typer.Exit(AssistantError.exit_code)


def _once(bench: "Workbench", folder: Path) -> bool:
    """Synchronise once and say what happened; False where a file was left alone."""
    from assistant.workflows.syncing import sync as run

    progress = Progress(1)
    progress.start(folder.name)
    try:
        report = run(bench, folder, progress.advance)
    finally:
        progress.clear()
    _say(bench, report)
    return not report.left_alone


def _say(bench: "Workbench", report: "SyncReport") -> None:
    for came in report.came:
        say_came_in(bench, came)
    for left in report.left_alone:
        typer.echo(make_inert(f"Left alone: {left.file}: {left.why}"))
    if report.forgotten:
        typer.echo(f"Forgotten here, as elsewhere: {_ids(report.forgotten)}.")
    for one in report.asked:
        typer.echo(
            make_inert(
                f"{one.by.name} has forgotten {one.kind} {str(one.id)[:8]}, which is not only "
                f"theirs: `assistant forget` erases it here too."
            )
        )
    for name in report.written_anew:
        typer.echo(f"Written anew without what was forgotten: {name}")
    for out in report.out_of_reach:
        typer.echo(
            make_inert(
                f"Still holds what was forgotten: {out.file}, of {out.by}: {_ids(out.what)}."
            )
        )
    if report.sent:
        typer.echo(f"Sent: {_calls(len(report.sent))}, in {report.file}")
    elif report.file:
        typer.echo(f"Sent what was forgotten, in {report.file}")
    if report.not_ended:
        typer.echo(f"Not sent yet, because not ended: {_calls(report.not_ended)}.")
    if report.for_later:
        typer.echo(f"Left for tomorrow's file: {_calls(report.for_later)}.")
    if not any((report.came, report.sent, report.file, report.left_alone, report.forgotten)):
        typer.echo("Nothing new.")


def _calls(count: int) -> str:
    return "1 call" if count == 1 else f"{count:,} calls"


def _ids(ids: "tuple[object, ...]") -> str:
    return ", ".join(str(one)[:8] for one in ids)
