"""``assistant review``: the queue of calls to review, and what a manager and a rep say."""

import shutil
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.completing import complete_query
from assistant.cli.opening import id_of_call, open_bench
from assistant.cli.streams import complain
from assistant.cli.tables import say_table
from assistant.domain.counting import counted
from assistant.domain.errors import WrongUsage
from assistant.domain.inert import make_inert
from assistant.domain.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.domain.queue import QueueCounts, QueuePage
    from assistant.workflows.review_queue import Order
    from assistant.workflows.reviewing import Remark
    from assistant.workflows.views import ReviewView
    from assistant.workflows.wiring import Workbench

    Act = Callable[..., ReviewView]

app = typer.Typer(
    help="Review calls: the queue, a call's verdict and why, its words, agree, reverse, send back.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

WIDEST = 100
MOST = 100_000
Which = Annotated[str, typer.Argument(metavar="CALL", help="Its id, or the beginning of it.")]
Several = Annotated[list[str], typer.Argument(metavar="CALL...", help="Ids, or beginnings.")]
Query = Annotated[
    list[str] | None,
    typer.Argument(
        help="As: is:waiting rep:ana 'score<40'; \"all\" is every call.",
        autocompletion=complete_query,
    ),
]
Sort = Annotated[
    str, typer.Option(help="date, score, verdict, rep, team, ...; -score turns it round.")
]
Saved = Annotated[
    str | None, typer.Option(metavar="NAME", help="A saved filter; more can be added.")
]
Save = Annotated[str | None, typer.Option(metavar="NAME", help="Keep the filter under a name.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
On = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PLACE=TEXT",
        help="Words about an answer (its number or id) or a turn (transcript:12). Repeatable.",
    ),
]
Say = Annotated[str, typer.Argument(metavar="TEXT", help="The words; they are kept.")]
Maybe = Annotated[str, typer.Argument(metavar="TEXT", help="Words about all of it; they are kept.")]


@app.command("list")
def list_queue(
    ctx: typer.Context,
    query: Query = None,
    *,
    sort: Sort = "",
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="How many at most.")] = 50,
    saved: Saved = None,
    save: Save = None,
    filters: Annotated[
        bool, typer.Option("--filters", help="List saved filters with their counts.")
    ] = False,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """List calls that wait for a review, or those of a query; the grammar is that of search."""
    from assistant.workflows import review_queue

    if json and csv:
        raise WrongUsage("Give one of --json and --csv.")
    bench = open_bench(ctx)
    if filters:
        _say_filters(bench, json=json, csv=csv)
        return
    text, order = _asked(bench, " ".join(query or ()), saved, sort)
    if save:
        kept = review_queue.save_filter(bench, save, text, order)
        complain(f"Saved {kept.name}: {kept.query}, by {kept.sort}")
    page = review_queue.queue_rows(bench, text, order, limit=limit)
    counts = review_queue.queue_counts(bench, text)
    if json or csv:
        typer.echo(review_queue.queue_as(page, counts, "json" if json else "csv"), nl=json)
        return
    none = f"No call matches {text}." if text else "There are no calls yet."
    say_table(review_queue.HEADINGS, review_queue.rows_of_queue(page), none=none)
    _tell_counts(page, counts)


def _say_filters(bench: "Workbench", *, json: bool, csv: bool) -> None:
    from assistant.workflows.review_queue import filters, filters_as_json

    if csv:
        raise WrongUsage("Filters are a table or JSON: give --json, or leave --csv out.")
    if json:
        typer.echo(filters_as_json(bench))
        return
    rows = [
        (
            one.saved.name,
            "" if one.calls is None else str(one.calls),
            one.saved.query,
            one.saved.sort,
        )
        for one in filters(bench)
    ]
    say_table(("filter", "calls", "query", "sort"), rows, none="No filter is saved yet.")


def _asked(bench: "Workbench", written: str, saved: str | None, sort: str) -> "tuple[str, Order]":
    """The query and the order: what is written, within what is saved."""
    from assistant.workflows import review_queue
    from assistant.workflows.searching import saved_query

    written = written.strip()
    if saved is None:
        query = "" if written == "all" else written or review_queue.WAITING
        return query, review_queue.order_of(sort)
    kept = saved_query(bench, saved)
    query = f"({kept.query}) ({written})" if written else kept.query
    return query, review_queue.order_of(sort or kept.sort)


def _tell_counts(page: "QueuePage", counts: "QueueCounts | None") -> None:
    if counts is not None and counts.calls:
        complain(
            f"{len(page.rows)} of {counts.calls:,} calls: {counts.waiting:,} waiting "
            f"({counts.answered:,} answered), {counts.returned:,} sent back, "
            f"{counts.agreed:,} agreed, {counts.reversed:,} reversed."
        )
    elif page.after is not None:
        complain(f"There are more than these {len(page.rows)}: --limit shows them.")


@app.command()
def show(ctx: typer.Context, which: Which, *, json: Json = False) -> None:
    """Show a call's verdict with its reasons and quotes, and its history."""
    from assistant.workflows.reviewing import review_as

    bench = open_bench(ctx)
    width = min(WIDEST, shutil.get_terminal_size().columns)
    typer.echo(review_as(bench, id_of_call(bench, which), "json" if json else "text", width=width))


@app.command()
def agree(
    ctx: typer.Context,
    which: Several,
    *,
    text: Annotated[str, typer.Option(metavar="TEXT", help="Words, if you like.")] = "",
) -> None:
    """Agree with the verdicts of calls."""
    from assistant.workflows.reviewing import agree_with_all

    bench = open_bench(ctx)
    calls = [id_of_call(bench, one) for one in which]
    agree_with_all(bench, calls, text)
    complain(f"Agreed with {counted(len(calls), 'calls')}.")


@app.command()
def reverse(
    ctx: typer.Context,
    which: Which,
    outcome: Outcome,
    *,
    reason: Annotated[str, typer.Option(help="Why; it is kept with the verdict.")] = "",
) -> None:
    """Put the manager's verdict over the one in force. All are kept."""
    from assistant.workflows import reviewing

    bench = open_bench(ctx)
    reviewing.reverse(bench, id_of_call(bench, which), outcome, reason)
    complain(f"Reversed to {outcome}.")


@app.command("return")
def send_back(ctx: typer.Context, which: Which, text: Say, *, on: On = None) -> None:
    """Send a call back to its rep, with words on its answers and turns."""
    from assistant.workflows import reviewing

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    remarks = [reviewing.remark_of(bench, call_id, *_placed(one)) for one in on or ()]
    reviewing.return_call(bench, call_id, text, remarks)
    complain(f"Sent back to its rep{_remarked(remarks)}.")


@app.command()
def answer(ctx: typer.Context, which: Which, text: Say) -> None:
    """Answer what your call was sent back with."""
    from assistant.workflows.reviewing import answer_return

    bench = open_bench(ctx)
    answer_return(bench, id_of_call(bench, which), text)
    complain("Answered: it waits for a review again.")


@app.command()
def comment(ctx: typer.Context, which: Which, text: Maybe = "", *, on: On = None) -> None:
    """Say something about a call; with --on about answers and turns of it."""
    from assistant.workflows import reviewing

    remarks = _say(ctx, which, text, on, reviewing.comment)
    complain(f"Commented{_remarked(remarks)}.")


@app.command()
def coach(ctx: typer.Context, which: Which, text: Maybe = "", *, on: On = None) -> None:
    """Note what the rep may take along from a call; with --on from answers and turns of it."""
    from assistant.workflows import reviewing

    remarks = _say(ctx, which, text, on, reviewing.coach)
    complain(f"Noted for its rep to take along{_remarked(remarks)}.")


def _say(
    ctx: typer.Context, which: str, text: str, on: "Sequence[str] | None", act: "Act"
) -> "Sequence[Remark]":
    """Say it of the call, if there are words for all of it, and of each place."""
    from assistant.workflows.reviewing import Remark, remark_of

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    remarks = [remark_of(bench, call_id, *_placed(one)) for one in on or ()]
    whole = [Remark(text=text)] if text.strip() or not remarks else []
    for one in (*whole, *remarks):
        act(bench, call_id, **one.model_dump())
    return remarks


@app.command()
def words(
    ctx: typer.Context,
    which: Which,
    *,
    around: Annotated[
        str,
        typer.Option(
            metavar="PLACE", help="Only about a turn (transcript:12) or an answer (its number)."
        ),
    ] = "",
) -> None:
    """Read what was said in a call, turn by turn, each with its place for --on."""
    from assistant.workflows.words_said import words_said

    bench = open_bench(ctx)
    said = words_said(bench, id_of_call(bench, which), around)
    for one in said:
        typer.echo(make_inert(one.line))
    if not said:
        typer.echo("The call has no words.")


def _remarked(remarks: "Sequence[Remark]") -> str:
    return f", with {len(remarks)} on its answers and turns" if remarks else ""


def _placed(written: str) -> tuple[str, str]:
    place, equals, text = written.partition("=")
    if not equals or not text.strip():
        raise WrongUsage(f"--on {written}: write PLACE=TEXT, as in --on 'transcript:12=When?'.")
    return place, text
