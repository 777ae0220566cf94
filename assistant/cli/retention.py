"""``assistant retention``: erase what is older than the settings keep it."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.erased import say_erased
from assistant.cli.opening import open_bench
from assistant.cli.tables import say_table
from assistant.domain.counting import counted
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from assistant.workflows.retention import RetentionReport
    from assistant.workflows.wiring import Workbench

app = typer.Typer(
    help="Erase what is older than the settings in [retention] keep it.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@app.callback()
def retention() -> None:
    """Keep ``run`` a command of its own while the group has no other."""


@app.command()
def run(
    ctx: typer.Context,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be erased.")
    ] = False,
) -> None:
    """Erase what is older than it is kept, as it is done each time that the store is opened.

    Days are counted from the day of a call. Nothing is erased where nothing is set.
    """
    from assistant.workflows.retention import apply_retention

    bench = open_bench(ctx)
    bench.applies_retention = False
    report = apply_retention(bench, dry_run=dry_run)
    _say_rules(bench, report)
    say_erased("This would erase" if dry_run else "Erased", report.forgotten)
    for path in report.backups:
        verb = "would go" if dry_run else "is gone"
        typer.echo(make_inert(f"The backup {verb}: {path}"))


def _say_rules(bench: "Workbench", report: "RetentionReport") -> None:
    days = bench.settings.retention.model_dump()
    since = report.kept.model_dump()
    rows = [
        (kind, "for ever" if kept is None else counted(kept, "days"), str(since.get(kind) or ""))
        for kind, kept in days.items()
    ]
    say_table(("kind", "kept", "since"), rows, none="")
