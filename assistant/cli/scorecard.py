"""``assistant scorecard``: what a manager and a rep make of a call, and where they differ."""

from typing import Annotated

import typer

from assistant.cli.opening import id_of_call, open_bench
from assistant.cli.streams import complain
from assistant.cli.tables import say_table
from assistant.domain.errors import WrongUsage
from assistant.domain.inert import make_inert

app = typer.Typer(
    help="Scorecards: list, show, fill one in for a call, compare.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
Which = Annotated[str, typer.Argument(metavar="CALL", help="Its id, or the beginning of it.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_all() -> None:
    """List the scorecards in force, the team's own too."""
    from assistant.workflows.scoring_calls import scorecards

    there = scorecards()
    rows = [(one.id, str(one.version), one.title, str(len(one.items))) for one in
            there.cards.values()]  # fmt: skip
    say_table(("id", "version", "title", "items"), rows, none="There are no scorecards.")
    for problem in there.problems:
        complain(make_inert(f"Note: {problem}"))


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="CARD", help="Its id.")] = "",
    *,
    json: Json = False,
) -> None:
    """Show a scorecard: its items, and what can be said of each."""
    from assistant.workflows.scoring_calls import card_of, wording

    card = card_of(name)
    if json:
        typer.echo(card.model_dump_json())
        return
    rows = [(one.id, one.title, wording(one), one.about) for one in card.items]
    say_table(("item", "title", "write", "what to look at"), rows, none="")


@app.command()
def fill(
    ctx: typer.Context,
    which: Which,
    said: Annotated[
        list[str] | None,
        typer.Argument(metavar="ITEM=MARK...", help="As: opening=4 'need=yes: he said it'."),
    ] = None,
    *,
    card: Annotated[str, typer.Option(metavar="CARD", help="Its id; else the first.")] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="What to take along.")] = "",
) -> None:
    """Fill in a scorecard for a call. What was said before of other items stays; all is kept."""
    from assistant.workflows import scoring_calls

    bench = open_bench(ctx)
    marks = dict(map(_pair, said or ()))
    filled = scoring_calls.fill_card(
        bench, id_of_call(bench, which), scoring_calls.card_of(card), marks, note
    )
    of = f" of {len(filled.card.items)} items of {filled.card.title}"
    percent = "" if filled.percent is None else f", {filled.percent} of 100"
    complain(f"{len(filled.marks)}{of} are filled in{percent}.")


@app.command()
def compare(
    ctx: typer.Context,
    which: Which,
    *,
    card: Annotated[str, typer.Option(metavar="CARD", help="Its id; else the last used.")] = "",
    json: Json = False,
) -> None:
    """Show what everybody said of a call, side by side; ≠ is where they differ."""
    from assistant.workflows import scoring_calls

    bench = open_bench(ctx)
    compared = scoring_calls.compare(bench, id_of_call(bench, which), card)
    if json:
        typer.echo(scoring_calls.comparison_json(compared))
        return
    headings = (compared.card.title, *(f"{one.name}, {one.role}" for one in compared.people))
    say_table(headings, scoring_calls.comparison_rows(compared), none="")


def _pair(written: str) -> tuple[str, str]:
    item, equals, mark = written.partition("=")
    if not equals:
        raise WrongUsage(f"{written}: write ITEM=MARK, as in opening=4.")
    return item.strip(), mark
