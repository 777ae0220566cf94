"""``assistant trackers``: words that a team cares about, found in its calls."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.cli.completing import complete_query
from assistant.cli.opening import open_bench
from assistant.cli.streams import complain
from assistant.cli.tables import say_table
from assistant.domain.errors import AssistantError, BadInput, WrongUsage
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from assistant.domain.trackers import TrackerCount
    from assistant.workflows.tracking import CallCounts
    from assistant.workflows.wiring import Workbench

app = typer.Typer(
    help="Words that your team cares about: list, check, run over calls.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
HEADINGS = ("tracker", "found", "rep", "prospect", "others")


@app.command("list")
def list_all(ctx: typer.Context) -> None:
    """List the trackers in force, the team's own too."""
    from assistant.workflows.tracking import list_trackers

    bench = open_bench(ctx)
    rows = [
        (
            one.tracker.id,
            one.tracker.title,
            one.tracker.side.value if one.tracker.side else "any",
            "off" if one.tracker.is_off else str(len(one.tracker.words) + len(one.tracker.names)),
            one.file or "shipped",
        )
        for one in list_trackers(bench)
    ]
    say_table(("id", "title", "side", "entries", "from"), rows, none="There are no trackers.")
    for problem in bench.trackers.problems:
        complain(make_inert(f"Note: {problem}"))


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="YAML files.")],
) -> None:
    """Check files of trackers: every mistake, and what to write instead.

    Ends with 0 when all files are in order, 1 when some are not, 3 when none is.
    """
    from assistant.workflows.tracking import check_trackers

    checked = check_trackers(files)
    for one in checked:
        for problem in one.problems:
            typer.echo(make_inert(problem))
        if not one.problems:
            typer.echo(make_inert(f"{one.file}: in order, {one.holds}"))
    bad = sum(1 for one in checked if one.problems)
    if bad:
        raise typer.Exit(BadInput.exit_code if bad == len(checked) else AssistantError.exit_code)


@app.command()
def run(
    ctx: typer.Context,
    which: Annotated[
        str | None, typer.Argument(metavar="[CALL]", help="Its id, or the beginning of it.")
    ] = None,
    *,
    query: Annotated[
        str | None,
        typer.Option(
            metavar="QUERY",
            help="All calls of a search, as 'rep:me since:2026-05'.",
            autocompletion=complete_query,
        ),
    ] = None,
    tracker: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this one. Repeatable.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV, a row for each place.")] = False,
) -> None:
    """Count what trackers find in a call, or in all calls of a query, by side; and where.

    Words are found in every form and with a slip or two in spelling; notes count as others.
    """
    if (which is None) == (query is None):
        raise WrongUsage("Name a call, or give --query.")
    if json and csv:
        raise WrongUsage("Give one of --json and --csv.")
    bench = open_bench(ctx)
    found = _found(bench, which, query, tracker or [])
    form: Literal["json", "csv", "text"] = "json" if json else "csv" if csv else "text"
    _say(found, form, places=which is not None)


def _found(
    bench: "Workbench", which: str | None, query: str | None, names: list[str]
) -> "tuple[CallCounts, ...]":
    from assistant.workflows.reviewing import find_call
    from assistant.workflows.tracking import finder_of, track_call, track_query

    finder = finder_of(bench, names)
    if which is not None:
        return (track_call(bench, find_call(bench, which).id, finder),)
    return track_query(bench, query or "", finder)


def _say(
    found: "tuple[CallCounts, ...]", form: Literal["json", "csv", "text"], *, places: bool
) -> None:
    from assistant.workflows.tracking import found_as, place_lines, total

    if form != "text":
        typer.echo(found_as(found, form), nl=form != "csv")
        return
    if not places:
        calls = sum(1 for one in found if any(count.total for count in one.counts))
        typer.echo(f"{len(found):,} calls; something is found in {calls:,}.")
    _say_counts(total(found))
    for line in place_lines(found) if places else ():
        typer.echo(line)


def _say_counts(counts: "tuple[TrackerCount, ...]") -> None:
    from assistant.workflows.tracking import rows_of_counts

    say_table(HEADINGS, rows_of_counts(counts), none="There are no trackers, or no calls.")
