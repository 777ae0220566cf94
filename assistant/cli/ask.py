"""``assistant call ask``: a question about a stored call, answered from its words."""

import shutil
from typing import Annotated, Literal

import typer

from assistant.cli.opening import open_bench

WIDEST = 100


def ask(
    ctx: typer.Context,
    which: Annotated[str, typer.Argument(metavar="CALL", help="Its id, or the beginning of it.")],
    question: Annotated[
        list[str], typer.Argument(help='As "who signs", "missing", "what did they say about SSO".')
    ],
    *,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="How to show the reply.")
    ] = "text",
) -> None:
    """Ask about a call and the earlier ones with its lead; the reply quotes their words."""
    from assistant.workflows.answering import ask_call, render_reply
    from assistant.workflows.reviewing import find_call

    bench = open_bench(ctx)
    reply = ask_call(bench, find_call(bench, which).id, " ".join(question))
    width = min(WIDEST, shutil.get_terminal_size().columns)
    typer.echo(render_reply(reply, form, width=width))
