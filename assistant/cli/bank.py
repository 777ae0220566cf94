"""``assistant bank``: look at question banks, check one's own, start new ones."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.opening import open_bench
from assistant.cli.streams import complain
from assistant.domain.errors import AssistantError, BadInput, NotFound
from assistant.domain.inert import make_inert

app = typer.Typer(
    help="Question banks: list, show, check, schema, new.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@app.command(short_help="Check files: every mistake at once.")
def check(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="YAML files.")],
) -> None:
    """Check banks (also lifecycles, profiles, points): every mistake, and what to write instead.

    Ends with 0 when all files are in order, 1 when some are not, 3 when none is.
    """
    from assistant.workflows.banks import check_files

    checked = check_files(open_bench(ctx), files)
    for one in checked:
        for problem in one.problems:
            _say(problem)
        if not one.problems:
            _say(f"{one.file}: in order, {one.holds}")
    bad = sum(1 for one in checked if one.problems)
    if bad:
        raise typer.Exit(BadInput.exit_code if bad == len(checked) else AssistantError.exit_code)


@app.command("list", short_help="List the banks in force.")
def list_all(ctx: typer.Context) -> None:
    """List the banks in force, the team's own too."""
    from assistant.workflows.banks import list_banks

    bench = open_bench(ctx)
    rows = [
        (
            one.bank.id,
            f"version {one.bank.version}",
            f"{len(one.bank.gates)} gates, {len(one.bank.questions)} questions",
            one.bank.title,
            one.file,
        )
        for one in list_banks(bench)
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    for row in rows:
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)]
        _say("  ".join([*cells, row[4]]).rstrip())
    for problem in bench.playbook.problems:
        complain(f"Note: {problem}")


@app.command(short_help="Show a bank, or one of its gates.")
def show(
    ctx: typer.Context,
    bank: Annotated[str, typer.Argument(metavar="ID", help="A bank's id, or its file.")],
    gate: Annotated[
        str | None, typer.Argument(metavar="[GATE]", help="Show this gate only.")
    ] = None,
) -> None:
    """Show a bank as the rep gets to see it: gates, questions, what to listen for."""
    from assistant.cli.bank_text import bank_lines, gate_lines

    shown = open_bench(ctx).bank(bank)
    if gate is None:
        lines = bank_lines(shown)
    else:
        found = shown.gate(gate)
        if found is None:
            known = ", ".join(each.id for each in shown.gates)
            raise NotFound(f"The bank {shown.id} has no gate {gate!r}. It has: {known}.")
        lines = gate_lines(shown, found)
    for line in lines:
        _say(line)


@app.command(short_help="Print the JSON Schema of a bank.")
def schema() -> None:
    """Print the JSON Schema of a bank's file, for an editor that checks as you type."""
    from assistant.workflows.banks import schema_text

    typer.echo(schema_text())


@app.command(short_help="Write a starting point for a bank.")
def new(
    ctx: typer.Context,
    bank_id: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and _.")],
    title: Annotated[str, typer.Option(help="The bank's name on the screen.")] = "",
    out: Annotated[
        Path | None, typer.Option(help="A file or folder; else the team's folder.")
    ] = None,
) -> None:
    """Write a starting point for a bank of your own, with every part explained."""
    from assistant.workflows.banks import start_bank

    path = start_bank(open_bench(ctx), bank_id, title, out)
    _say(f"{path} is written. Change it, then run: assistant bank check {path}")


def _say(line: str) -> None:
    typer.echo(make_inert(line))
