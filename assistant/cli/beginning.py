"""The call that a command begins or goes on with, and the captions that it follows."""

import os
import sys
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.errors import BadInput, WrongUsage

if TYPE_CHECKING:
    from uuid import UUID

    from assistant.workflows.feeds import Feed
    from assistant.workflows.wiring import Workbench

STANDARD_INPUT = "-"


def found_call(
    bench: "Workbench",
    file: str | None,
    *,
    call: str | None,
    lead: str | None,
    banks: list[str],
    title: str,
) -> tuple["UUID", bool]:
    """The call that is named, the open one that followed the file, or one that begins now.

    The second is whether it goes on with the call that followed the file.
    """
    from assistant.workflows.following import follow_file
    from assistant.workflows.live_call import start_call
    from assistant.workflows.people import find_lead
    from assistant.workflows.reviewing import find_call

    if call is not None:
        return find_call(bench, call).id, False
    lead_id = find_lead(bench, lead).id if lead else None
    if file in {None, STANDARD_INPUT}:
        return start_call(bench, title=title, lead_id=lead_id, banks=banks), False
    return follow_file(bench, Path(file or ""), title=title, lead_id=lead_id, banks=banks)


def feed_of(file: str) -> tuple["Feed", bool]:
    """Where captions come from, and whether somebody can type beside them.

    Raises ``BadInput`` for a folder, ``WrongUsage`` where nothing is piped in.
    """
    from assistant.workflows.feeds import FileFeed, StreamFeed

    if file == STANDARD_INPUT:
        captions, keys = captions_from_standard_input()
        return StreamFeed(captions), keys
    if Path(file).is_dir():
        raise BadInput("this is a folder; name the file to follow", file=file)
    return FileFeed(Path(file)), True


def captions_from_standard_input() -> tuple[BufferedReader, bool]:
    """What is piped in; the keys then come from the terminal itself, if there is one."""
    if sys.stdin.isatty():
        raise WrongUsage("Nothing is piped in. Write `captioner | assistant call --follow -`.")
    captions = os.fdopen(os.dup(0), "rb")
    try:
        terminal = os.open("CONIN$" if sys.platform == "win32" else "/dev/tty", os.O_RDWR)
    except OSError:
        return captions, False
    os.dup2(terminal, 0)
    os.close(terminal)
    return captions, True
