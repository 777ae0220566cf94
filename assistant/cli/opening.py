"""Opens the workbench of a command, with what the global options say."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from assistant.workflows.wiring import Workbench


def overrides_of(ctx: typer.Context) -> dict[str, str]:
    """The settings that the program's own options override, by key."""
    return dict(ctx.obj or {})


def open_bench(ctx: typer.Context) -> "Workbench":
    """The workbench; it is closed when the command ends. Raises ``BadInput``."""
    from assistant.workflows.wiring import Workbench

    bench = Workbench.open(overrides_of(ctx))
    ctx.call_on_close(bench.close)
    return bench
