"""Opens the workbench of a command, with what the global options say."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
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
