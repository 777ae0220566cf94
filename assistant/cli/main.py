"""The entry point: global options, the groups of commands, and the screens."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant import __version__
from assistant.cli.failing import INTERRUPTED, ended_badly, flushed, output_lost
from assistant.cli.opening import open_screens
from assistant.cli.parts import Parts
from assistant.cli.streams import prepare_streams
from assistant.domain.errors import WrongUsage

app = typer.Typer(
    name="assistant",
    cls=Parts,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(wanted: bool) -> None:  # noqa: FBT001  # typer calls it so
    if wanted:
        typer.echo(f"assistant {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    ctx: typer.Context,
    *,
    i_am: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who I am: an id or a name. Else the setting."),
    ] = None,
    store: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Use this store instead of the setting's.")
    ] = None,
    put: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="Use this value of a setting; `assistant config show` lists them. Repeatable.",
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001  # its callback acts
        bool,
        typer.Option("--version", help="Show the version.", is_eager=True, callback=_say_version),
    ] = False,
) -> None:
    """Run a discovery call: a guided checklist, answers with their words, a verdict to check.

    Without a command it opens the screens.
    """
    given = {"as": i_am, "store": str(store) if store else None}
    ctx.obj = dict(map(_pair, put or ()))
    ctx.obj |= {key: value for key, value in given.items() if value is not None}
    if ctx.invoked_subcommand is None:
        open_screens(ctx)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise WrongUsage(f"--set {text}: write KEY=VALUE, as in --set fiscal_year_start=4.")
    return key.strip(), value


def run() -> None:
    """Run the program and leave with its exit code.

    In Python's development mode (``python -X dev -m assistant``) an error that nobody foresaw
    is raised as it is.
    """
    # A plugin of pydantic that is installed beside the program would see every value of a call.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    prepare_streams()
    try:
        app(prog_name="assistant")
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:
        code = ended_badly(error) if error.filename else output_lost(error)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        code = ended_badly(error)
    sys.exit(flushed(code))
