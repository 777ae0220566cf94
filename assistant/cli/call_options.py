"""Options of the commands that begin a call."""

from typing import Annotated

import typer

Lead = Annotated[str | None, typer.Option(metavar="LEAD", help="With whom: an id, e-mail or name.")]
Banks = Annotated[
    list[str] | None, typer.Option(metavar="BANK", help="A question bank. Repeatable.")
]
Title = Annotated[str, typer.Option(help="A name for the call.")]
Rep = Annotated[
    str | None, typer.Option(metavar="NAME", help="My name in the captions; else it is found.")
]
