"""``assistant call --plain``: a call led in plain lines, for screen readers and pipes."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from assistant.cli.call_options import Banks, Lead, Title
from assistant.cli.opening import open_bench

if TYPE_CHECKING:
    from uuid import UUID

    from assistant.workflows.wiring import Workbench

COMMANDS = {"--plain": "plain", "--follow": "follow"}


class CallCommands(TyperGroup):
    """``assistant call``, where ``call --plain ...`` is ``call plain ...``; so with follow."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command where the flag is, if options come first."""
        args = [part for one in args for part in _parts(one)]
        flag = next((one for one in args if one in COMMANDS), None)
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
) -> None:
    """Run a call in plain lines: the assistant asks, reads back what it heard, and goes on.

    Also written `assistant call --plain`. It moves no cursor and needs no colour; it takes
    its lines from a pipe as well. Type help in it.
    """
    bench = open_bench(ctx)
    call_id = _begun(bench, lead, bank or [], title) if which is None else _found(bench, which)
    from assistant.plain.session import run_plain

    if code := run_plain(bench, call_id):
        raise typer.Exit(code)


def _begun(bench: "Workbench", lead: str | None, banks: list[str], title: str) -> "UUID":
    from assistant.workflows.live_call import start_call
    from assistant.workflows.people import find_lead

    lead_id = find_lead(bench, lead).id if lead else None
    return start_call(bench, title=title, lead_id=lead_id, banks=banks)


def _found(bench: "Workbench", which: str) -> "UUID":
    from assistant.workflows.reviewing import find_call

    return find_call(bench, which).id
