"""``assistant call --plain``: a call led in plain lines, for screen readers and pipes."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from assistant.cli.beginning import feed_of, found_call
from assistant.cli.call_options import Banks, Lead, Rep, Title
from assistant.cli.opening import open_bench

if TYPE_CHECKING:
    from assistant.plain.captions import Followed

COMMANDS = {"--plain": "plain", "--follow": "follow"}


class CallCommands(TyperGroup):
    """``assistant call``, where ``call --plain ...`` is ``call plain ...``; so with follow.

    ``call --plain --follow FILE`` is ``call plain --follow FILE``.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command where the flag is, if options come first."""
        args = [part for one in args for part in _parts(one)]
        flag = next((one for one in COMMANDS if one in args), None)
        if flag is not None and args[0].startswith("-"):
            args = [COMMANDS[flag], *(one for one in args if one != flag)]
        return super().parse_args(ctx, args)


def _parts(argument: str) -> list[str]:
    """``--follow=FILE`` in two."""
    flag, equals, value = argument.partition("=")
    return [flag, value] if equals and flag in COMMANDS else [argument]


def plain(
    ctx: typer.Context,
    which: Annotated[
        str | None,
        typer.Argument(metavar="[CALL]", help="The call to resume: its id, or the beginning."),
    ] = None,
    *,
    lead: Lead = None,
    bank: Banks = None,
    title: Title = "",
    follow: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Captions to read as they are written; - for a pipe."),
    ] = None,
    rep: Rep = None,
) -> None:
    """Run a call in plain lines: the assistant asks, reads back what it heard, and goes on.

    Also written `assistant call --plain`. It moves no cursor and needs no colour; it takes
    its lines from a pipe as well. With --follow it reads back what a transcript brings.
    Type help in it.
    """
    followed = _followed(follow, rep) if follow is not None else None
    bench = open_bench(ctx)
    call_id = found_call(bench, follow, call=which, lead=lead, banks=bank or [], title=title)[0]
    from assistant.plain.session import run_plain

    if code := run_plain(bench, call_id, followed=followed):
        raise typer.Exit(code)


def _followed(file: str, rep: str | None) -> "Followed":
    from assistant.plain.captions import Followed

    feed, keys = feed_of(file)
    return Followed(feed, rep, keys)
