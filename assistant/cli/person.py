"""``assistant person``: all that is held about somebody."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from assistant.cli.opening import open_bench
from assistant.cli.streams import complain
from assistant.domain.counting import counted
from assistant.domain.inert import make_inert

app = typer.Typer(
    help="All that is held about a person.", rich_markup_mode=None, no_args_is_help=True
)


@app.callback()
def person() -> None:
    """Keep ``export`` a command of its own while the group has no other."""


@app.command()
def export(
    ctx: typer.Context,
    email: Annotated[str, typer.Argument(metavar="E-MAIL", help="The person's address.")],
    *,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name to look for as well. Repeatable."),
    ] = None,
    form: Annotated[
        Literal["text", "json"] | None,
        typer.Option("--format", help="How to show it. Else by the file's ending, else text."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it there instead.")
    ] = None,
) -> None:
    """Show what is held about a person: facts, calls, turns, answers with quotes, notes.

    Turns that the person spoke are there, and all that names the person, wherever it is kept.
    """
    from assistant.workflows.known_files import remember
    from assistant.workflows.person_export import held_about, render

    bench = open_bench(ctx)
    held = held_about(bench, email, name or ())
    is_json = form == "json" or (form is None and out is not None and out.suffix == ".json")
    text = render(held, "json" if is_json else "text")
    if out is None:
        typer.echo(text)
        return
    out.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
    remember(bench, out, "export", {one.call_id for one in held.entries if one.call_id})
    complain(make_inert(f"Wrote {counted(len(held.entries), 'entries')} to {out}."))
