"""The call that a command begins or goes on with, and the captions that it follows."""

import os
import sys
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from assistant.domain.errors import BadInput, NotFound, WrongUsage
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from uuid import UUID

    from assistant.domain.people import Lead
    from assistant.workflows.feeds import Feed
    from assistant.workflows.lead_views import LeadSummary
    from assistant.workflows.wiring import Workbench

STANDARD_INPUT = "-"
MOST_LEADS = 9
"""So many leads are offered where a name is none's exactly."""


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
    from assistant.workflows.reviewing import find_call

    if call is not None:
        return find_call(bench, call).id, False
    lead_id = chosen_lead(bench, lead).id if lead else None
    if file in {None, STANDARD_INPUT}:
        return start_call(bench, title=title, lead_id=lead_id, banks=banks), False
    return follow_file(bench, Path(file or ""), title=title, lead_id=lead_id, banks=banks)


def chosen_lead(bench: "Workbench", typed: str) -> "Lead":
    """The lead with that id, e-mail or name; on a terminal one that is nearly meant, as chosen.

    Raises ``NotFound`` for none, or where none of those is chosen.
    """
    from assistant.workflows.lead_finding import leads_like
    from assistant.workflows.lead_views import list_leads
    from assistant.workflows.people import find_lead

    try:
        return find_lead(bench, typed)
    except NotFound:
        found = leads_like(list_leads(bench), typed, MOST_LEADS) if typed.strip() else ()
        if not found or not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise
        at = _asked_which(typed, [_told(one) for one in found])
        if at is None:
            raise
        return found[at].lead


def _told(lead: "LeadSummary") -> str:
    about = (lead.lead.name, lead.lead.title, lead.account_name, lead.lead.email)
    return ", ".join(make_inert(one) for one in about if one)


def _asked_which(typed: str, leads: list[str]) -> int | None:
    """The place of the lead that is chosen by its number; None for none of them."""
    typer.echo(f"“{make_inert(typed)}” may be:")
    for number, one in enumerate(leads, 1):
        typer.echo(f"{number}. {one}")
    while True:
        said = typer.prompt("Which one? Its number, or Enter for none of them", default="",
                            show_default=False).strip()  # fmt: skip
        if not said:
            return None
        if said.isdecimal() and 0 < int(said) <= len(leads):
            return int(said) - 1
        typer.echo(f"Type a number from 1 to {len(leads)}, or Enter.")


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
