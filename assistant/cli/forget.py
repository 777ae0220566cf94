"""``assistant forget``: erase a lead, an account, a call, or what is old, without a trace."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.erased import say_erased
from assistant.cli.opening import open_bench
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from assistant.workflows.forgetting import Forgettable

app = typer.Typer(
    help="Erase a lead, an account, a call, or what is old, for good.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be erased.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


@app.command()
def lead(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="LEAD", help="Its id, e-mail or name.")],
    *,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> None:
    """Erase a lead with its calls; its account too, if no other lead is there."""
    _forget(ctx, "lead", what, dry_run=dry_run, yes=yes)


@app.command()
def account(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="ACCOUNT", help="Its id or name.")],
    *,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> None:
    """Erase an account with its leads and their calls."""
    _forget(ctx, "account", what, dry_run=dry_run, yes=yes)


@app.command()
def call(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="CALL", help="Its id, or the beginning of it.")],
    *,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> None:
    """Erase a call: what was said, noted, answered, judged and reviewed in it."""
    _forget(ctx, "call", what, dry_run=dry_run, yes=yes)


@app.command()
def before(
    ctx: typer.Context,
    day: Annotated[str, typer.Argument(metavar="DATE", help="A day, like 2026-03-12.")],
    *,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> None:
    """Erase calls held before a day, and what leads did before. Leads and accounts stay."""
    _forget(ctx, "before", day, dry_run=dry_run, yes=yes)


def _forget(
    ctx: typer.Context, kind: "Forgettable", what: str, *, dry_run: bool, yes: bool
) -> None:
    from assistant.workflows.forgetting import find_target, forget

    bench = open_bench(ctx)
    target = find_target(bench, kind, what)
    typer.echo(make_inert(f"Forget {kind}: {target.name}"))
    if dry_run or not yes:
        say_erased("This would erase", forget(bench, target, dry_run=True))
    if dry_run:
        return
    if not yes:
        typer.confirm("It can't be taken back. Forget it?", abort=True)
    say_erased("Erased", forget(bench, target, dry_run=False))
    typer.echo(
        "That it was forgotten, by whom and when, is kept. Backups beside the store are gone "
        "too; copies that the program does not know of still hold it."
    )
