"""``assistant search``: words and answers of all calls, by the grammar of docs/search.md."""

import shutil
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.cli.completing import complete_query
from assistant.cli.masking import Masked, masked_hits
from assistant.cli.opening import open_bench
from assistant.cli.streams import complain
from assistant.cli.tables import say_table
from assistant.domain.errors import WrongUsage

if TYPE_CHECKING:
    from assistant.domain.searching import HitPage
    from assistant.workflows.wiring import Workbench

WIDEST = 100
MOST = 10_000

Query = Annotated[
    list[str] | None,
    typer.Argument(
        help='As: field:objection industry:logistics since:2026-05 "too dear"',
        autocompletion=complete_query,
    ),
]
Saved = Annotated[
    str | None, typer.Option(metavar="NAME", help="Run a saved query; more can be added.")
]
Save = Annotated[str | None, typer.Option(metavar="NAME", help="Keep the query under a name.")]
Remove = Annotated[str | None, typer.Option(metavar="NAME", help="Keep a query no longer.")]


def search(
    ctx: typer.Context,
    query: Query = None,
    *,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="How many at most.")] = 20,
    order: Annotated[Literal["newest", "best"], typer.Option(help="Which come first.")] = "newest",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    table: Annotated[bool, typer.Option("--table", help="Print a table.")] = False,
    saved: Saved = None,
    save: Save = None,
    list_saved: Annotated[bool, typer.Option("--list", help="List saved queries.")] = False,
    remove: Remove = None,
    names: Annotated[bool, typer.Option("--names", help="List what can be asked.")] = False,
    mask: Masked = False,
) -> None:
    """Find words and answers in all calls, notes and transcripts. Quote a query for the shell."""
    from assistant.workflows import searching

    if json + csv + table > 1:
        raise WrongUsage("Give one of --json, --csv and --table.")
    if csv and (names or list_saved):
        raise WrongUsage("This is a table or JSON: give --json, or leave --csv out.")
    if names:
        _say_names(json=json)
        return
    bench = open_bench(ctx)
    if list_saved or remove:
        _look_after(bench, remove, json=json)
        return
    text = _query(bench, " ".join(query or ()), saved)
    if save:
        kept = searching.save_query(bench, save, text)
        complain(f"Saved {kept.name}: {kept.query}")
    page = searching.search_all(bench, text, order=order, limit=limit)
    page = masked_hits(bench, page) if mask else page
    _say(page, "json" if json else "csv" if csv else "table" if table else "text")


def _say_names(*, json: bool) -> None:
    from assistant.workflows.searching import names_as_json, names_of_queries

    if json:
        typer.echo(names_as_json())
        return
    rows = [(one.example, one.about) for one in names_of_queries()]
    say_table(("example", "finds"), rows, none="")


def _look_after(bench: "Workbench", remove: str | None, *, json: bool) -> None:
    from assistant.workflows import searching

    if remove:
        searching.remove_query(bench, remove)
        complain(f"Removed {remove}.")
        return
    if json:
        typer.echo(searching.saved_as_json(bench))
        return
    rows = [(one.name, one.query) for one in searching.saved_queries(bench)]
    say_table(("name", "query"), rows, none="No query is saved yet: --save NAME keeps one.")


def _query(bench: "Workbench", written: str, saved: str | None) -> str:
    """What is asked for: what is written, within what is saved."""
    if saved is None:
        return written
    from assistant.workflows.searching import saved_query

    kept = saved_query(bench, saved).query
    return f"({kept}) ({written})" if written.strip() else kept


def _say(page: "HitPage", form: Literal["text", "json", "csv", "table"]) -> None:
    from assistant.workflows.searching import hits_as, rows_of_hits

    if form == "table":
        headings = ("call", "date", "lead", "who", "what", "words")
        say_table(headings, rows_of_hits(page), none="Nothing was found.")
    else:
        width = min(WIDEST, shutil.get_terminal_size().columns)
        typer.echo(hits_as(page, form, width=width), nl=form != "csv")
    if page.after is not None and form in {"text", "table"}:
        complain(f"There are more than these {len(page.hits)}: --limit shows them.")
