"""``assistant sync``: keep the store and a shared folder in step."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.erased import lines_of_files
from assistant.cli.opening import open_bench
from assistant.cli.pack import say_came_in
from assistant.cli.progress import Progress
from assistant.domain.counting import counted
from assistant.domain.errors import AssistantError, WrongUsage
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    said: list[str] = []
    report = _run(bench, where, said)
    while watch:
        time.sleep(every)
        _run_again(bench, where, said)
    if report.left_alone:
        raise typer.Exit(AssistantError.exit_code)


def _run_again(bench: "Workbench", folder: Path, said: list[str]) -> None:
    """Synchronise; a folder that is away, as one on a network may be, comes back."""
    try:
        _run(bench, folder, said)
    except AssistantError as error:
        _tell_new(said, [f"assistant: {error}"])
    except OSError as error:
        if error.filename is None:
            raise
        _tell_new(said, [f"assistant: {error.filename}: {error.strerror}"])


def _run(bench: "Workbench", folder: Path, said: list[str]) -> "SyncReport":
    """Synchronise once. Say what happened, and how things stand where that was not ``said``."""
    from assistant.workflows.syncing import sync as run

    progress = Progress(1)
    progress.start(folder.name)
    try:
        report = run(bench, folder, progress.advance)
    finally:
        progress.clear()
    for came in report.came:
        say_came_in(bench, came)
    for line in _happened(report):
        typer.echo(make_inert(line))
    _tell_new(said, list(_stands(report)))
    return report


def _tell_new(said: list[str], lines: list[str]) -> None:
    """Say the lines that were not said the last time."""
    for line in lines:
        if line not in said:
            typer.echo(make_inert(line))
    said[:] = lines


def _happened(report: "SyncReport") -> "Iterator[str]":
    """What was done, but for what came in."""
    if report.forgotten:
        yield f"Forgotten here, as elsewhere: {_ids(report.forgotten)}."
    yield from lines_of_files(report.files)
    for name in report.written_anew:
        yield f"Written anew without what was forgotten: {name}"
    if report.sent:
        yield f"Sent: {counted(len(report.sent), 'calls')}, in {report.file}"
    elif report.file:
        yield f"Sent what was forgotten, in {report.file}"


def _stands(report: "SyncReport") -> "Iterator[str]":
    """How things stand now, and would the next time."""
    for left in report.left_alone:
        yield f"Left alone: {left.file}: {left.why}"
    for one in report.asked:
        yield (
            f"{one.by.name} has forgotten {one.kind} {str(one.id)[:8]}, which is not only "
            f"theirs: `assistant forget` erases it here too."
        )
    for out in report.out_of_reach:
        yield f"Still holds what was forgotten: {out.file}, of {out.by}: {_ids(out.what)}."
    if report.not_ended:
        yield f"Not sent yet, because not ended: {counted(report.not_ended, 'calls')}."
    if report.for_later:
        yield f"Left for tomorrow's file: {counted(report.for_later, 'calls')}."
    if not any((report.came, report.sent, report.file, report.left_alone, report.forgotten)):
        yield "Nothing new."


def _ids(ids: "tuple[object, ...]") -> str:
    return ", ".join(str(one)[:8] for one in ids)
