"""``assistant db``: where the store is, how it is, and its backups."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.opening import open_bench
from assistant.cli.tables import say_facts

app = typer.Typer(
    help="The store: path, check, backup, restore, upgrade.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

PROBLEMS = 1
"""The exit code of a check that found problems in a store that can be read."""


@app.command()
def path(ctx: typer.Context) -> None:
    """Show the store's file."""
    typer.echo(str(open_bench(ctx).store_path))


@app.command()
def check(ctx: typer.Context) -> None:
    """Look the store through: whole, up to date, yours alone. Ends with code 1 if not."""
    from assistant.workflows.upkeep import check_store

    report = check_store(open_bench(ctx))
    rows = [(table.replace("_", " "), f"{count:,}") for table, count in report.counts.items()]
    say_facts(
        [
            ("file", str(report.path)),
            ("size", f"{report.size:,} bytes"),
            ("schema", f"{report.schema_version} (this program writes {report.newest})"),
            *rows,
            *(("backup", str(file)) for file in report.backups),
        ]
    )
    for problem in report.problems:
        typer.echo(f"Problem: {problem}")
    if report.problems:
        raise typer.Exit(PROBLEMS)
    typer.echo("No problems.")


@app.command()
def backup(
    ctx: typer.Context,
    out: Annotated[
        Path | None, typer.Argument(help="A new file, or a folder. Else beside the store.")
    ] = None,
) -> None:
    """Copy the store, while it is in use too."""
    from assistant.workflows.upkeep import back_up_store

    typer.echo(f"Backed up to {back_up_store(open_bench(ctx), out)}")


@app.command()
def restore(
    ctx: typer.Context,
    backup_file: Annotated[Path, typer.Argument(metavar="BACKUP", help="A backup of a store.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a backup in the store's place. The replaced store becomes a backup.

    What was forgotten after the backup was made comes back with it: forget it again.
    """
    from assistant.workflows.upkeep import restore_store

    bench = open_bench(ctx)
    if not yes:
        typer.confirm(f"Put {backup_file} in the place of {bench.store_path}?", abort=True)
    kept = restore_store(bench, backup_file)
    typer.echo(f"Restored {bench.store_path}")
    if kept is not None:
        typer.echo(f"The replaced store is kept in {kept}")


@app.command()
def upgrade(ctx: typer.Context) -> None:
    """Bring the store up to this version of the program, with a backup before each step.

    Opening the store does the same.
    """
    from assistant.workflows.upkeep import upgrade_store

    before, after = upgrade_store(open_bench(ctx))
    typer.echo(
        f"Upgraded from schema {before} to {after}."
        if before != after
        else f"Nothing to do: the schema is {after}."
    )
