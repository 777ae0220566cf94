"""Opens the workbench of a command, with what the global options say, or the screens."""

import gc
import os
import sys
from typing import TYPE_CHECKING

import typer

from assistant.cli.streams import complain
from assistant.domain.errors import WrongUsage

if TYPE_CHECKING:
    from uuid import UUID

    from assistant.tui.app import Annotated, Finding
    from assistant.tui.follower import Followed
    from assistant.workflows.wiring import Workbench


def overrides_of(ctx: typer.Context) -> dict[str, str]:
    """The settings that the program's own options override, by key."""
    return dict(ctx.obj or {})


def open_bench(ctx: typer.Context, **settings: str | None) -> "Workbench":
    """The workbench; it is closed when the command ends. Raises ``BadInput``.

    ``settings`` are those that the command's own options override, None where not given.
    """
    from assistant.workflows.wiring import Workbench

    given = {key: value for key, value in settings.items() if value is not None}
    bench = Workbench.open(overrides_of(ctx) | given)
    ctx.call_on_close(bench.close)
    return bench


def id_of_call(bench: "Workbench", which: str) -> "UUID":
    """The id of the call that it names or begins. Raises ``NotFound``."""
    from assistant.workflows.reviewing import find_call

    return find_call(bench, which).id


def tell_notice(bench: "Workbench") -> None:
    """Say on standard error what the user has to know about the engine, if it was used."""
    if bench.extractor_ready and bench.extractor.notice is not None:
        complain(f"assistant: {bench.extractor.notice}")


def open_screens(
    ctx: typer.Context,
    *,
    start: "Finding | Annotated | None" = None,
    followed: "Followed | None" = None,
) -> None:
    """Open the screens on the list of calls, or on a call; comes back when they are left.

    ``start`` finds the call once the screen is there, since opening the store takes longer
    than drawing. Raises ``WrongUsage`` where there is no terminal to draw on, and whatever
    finding the call raises.
    """
    need_terminal()
    if os.environ.get("NO_COLOR") == "":
        # It asks for no colour only where it is not empty; Textual looks whether it is there.
        del os.environ["NO_COLOR"]
    # What is loaded to draw the first screen is used to the end: no garbage is looked for
    # in it, now or later. The app goes on collecting once it is drawn.
    gc.disable()
    bench = open_bench(ctx)
    from assistant.tui.app import run_app

    if code := run_app(bench, start=start, followed=followed):
        raise typer.Exit(code)


def need_terminal() -> None:
    """Raise ``WrongUsage`` where there is no terminal to draw on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUsage(
            "The screens need a terminal. In a script or a pipe use a command, "
            "as `assistant annotate FILE`; `assistant --help` lists them."
        )
    if os.environ.get("TERM") == "dumb":
        raise WrongUsage(
            "The screens need a terminal that can move the cursor, and TERM is dumb here. "
            "`assistant call --plain` runs a call in plain lines."
        )
