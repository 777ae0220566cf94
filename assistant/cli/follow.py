"""``assistant call --follow``: a call whose transcript is read while it is written."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.beginning import feed_of, found_call
from assistant.cli.call_options import Banks, Lead, Rep, Title
from assistant.cli.opening import need_terminal, open_screens
from assistant.domain.errors import WrongUsage

if TYPE_CHECKING:
    from assistant.tui.app import Found
    from assistant.workflows.wiring import Workbench


def follow(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The captions; - for standard input.")
    ],
    *,
    call: Annotated[
        str | None,
        typer.Option(metavar="CALL", help="Follow in this call: its id, or the beginning."),
    ] = None,
    lead: Lead = None,
    bank: Banks = None,
    title: Title = "",
    rep: Rep = None,
) -> None:
    """Run a call on the screen and read its transcript as it is written.

    Also written `assistant call --follow FILE`. WebVTT, SRT, `Name: text` or plain lines;
    the file may be there later, be cut off or be replaced. The same command again resumes
    the call that followed the file, unless that was ended.
    """
    feed, keys = feed_of(file)
    if not keys:
        raise WrongUsage("The screens need a terminal, and there is none.")
    need_terminal()
    from assistant.tui.follower import Followed

    start = partial(_call, file=file, call=call, lead=lead, banks=bank or [], title=title)
    open_screens(ctx, start=start, followed=Followed(start, feed, rep))


def _call(
    bench: "Workbench",
    *,
    file: str,
    call: str | None,
    lead: str | None,
    banks: list[str],
    title: str,
) -> "Found":
    from assistant.tui.app import Found

    call_id, resumed = found_call(bench, file, call=call, lead=lead, banks=banks, title=title)
    return Found(call_id, "This goes on with the call that followed the file." if resumed else "")
