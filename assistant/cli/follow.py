"""``assistant call --follow``: a call whose transcript is read while it is written."""

import os
import sys
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.call_options import Banks, Lead, Title
from assistant.cli.opening import need_terminal, open_screens
from assistant.domain.errors import BadInput, WrongUsage

if TYPE_CHECKING:
    from assistant.tui.app import Found
    from assistant.workflows.feeds import Feed
    from assistant.workflows.wiring import Workbench

STANDARD_INPUT = "-"


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
    rep: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="My name in the captions; else it is found."),
    ] = None,
) -> None:
    """Run a call on the screen and read its transcript as it is written.

    Also written `assistant call --follow FILE`. WebVTT, SRT, `Name: text` or plain lines;
    the file may be there later, be cut off or be replaced. The same command again resumes
    the call that followed the file, unless that was ended.
    """
    feed = _feed(file)
    need_terminal()
    from assistant.tui.follower import Followed

    start = partial(_call, file=file, call=call, lead=lead, banks=bank or [], title=title)
    open_screens(ctx, start=start, followed=Followed(start, feed, rep))


def _feed(file: str) -> "Feed":
    from assistant.workflows.feeds import FileFeed, StreamFeed

    if file == STANDARD_INPUT:
        return StreamFeed(captions_from_standard_input())
    if Path(file).is_dir():
        raise BadInput("this is a folder; name the file to follow", file=file)
    return FileFeed(Path(file))


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
    from assistant.workflows.following import follow_file
    from assistant.workflows.live_call import start_call
    from assistant.workflows.people import find_lead
    from assistant.workflows.reviewing import find_call

    if call is not None:
        return Found(find_call(bench, call).id)
    lead_id = find_lead(bench, lead).id if lead else None
    if file == STANDARD_INPUT:
        return Found(start_call(bench, title=title, lead_id=lead_id, banks=banks))
    call_id, resumed = follow_file(bench, Path(file), title=title, lead_id=lead_id, banks=banks)
    return Found(call_id, "This goes on with the call that followed the file." if resumed else "")


def captions_from_standard_input() -> BufferedReader:
    """What is piped in; the keys then come from the terminal itself.

    Raises ``WrongUsage`` where nothing is piped in, or there is no terminal.
    """
    if sys.stdin.isatty():
        raise WrongUsage("Nothing is piped in. Write `captioner | assistant call --follow -`.")
    captions = os.fdopen(os.dup(0), "rb")
    try:
        keys = os.open("CONIN$" if sys.platform == "win32" else "/dev/tty", os.O_RDWR)
    except OSError:
        raise WrongUsage("The screens need a terminal, and there is none.") from None
    os.dup2(keys, 0)
    os.close(keys)
    return captions
