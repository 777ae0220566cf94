"""``assistant config``: what is set, where, and the settings file in an editor."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.opening import overrides_of
from assistant.cli.streams import complain
from assistant.cli.tables import say_table
from assistant.domain.errors import BadInput, WrongUsage

if TYPE_CHECKING:
    from assistant.settings.settings import Settings

app = typer.Typer(help="Show and change the settings.", rich_markup_mode=None, no_args_is_help=True)


class Place(StrEnum):
    """What ``config path`` can tell the place of."""

    SETTINGS = "settings"
    BANKS = "banks"
    STORE = "store"
    CONFIG = "config"
    DATA = "data"
    LOG = "log"
    CACHE = "cache"


@app.command()
def show(ctx: typer.Context) -> None:
    """Show every setting, its value, and where the value came from."""
    from assistant.settings.loading import load_settings

    loaded = load_settings(overrides_of(ctx))
    rows = [(key, _value(loaded.settings, key), loaded.origins[key]) for key in loaded.origins]
    say_table(("setting", "value", "from"), rows, none="")
    for sentence in loaded.unknown:
        complain(f"Note: {sentence}")


@app.command()
def path(
    ctx: typer.Context,
    which: Annotated[Place | None, typer.Argument(help="Show this one only.")] = None,
) -> None:
    """Show where settings, the team's banks, the store and the log lie."""
    if which is not None:
        typer.echo(_place(which, ctx))
        return
    for name in Place:
        try:
            place = _place(name, ctx)
        except BadInput:
            typer.echo(f"{name:<8}  unknown: the settings have mistakes, see config show")
        else:
            typer.echo(f"{name:<8}  {place}{'' if place.exists() else '  (not there yet)'}")


@app.command()
def edit() -> None:
    """Open the settings file in your editor ($VISUAL, $EDITOR), and check it afterwards.

    Where there is none yet, it is made, with every setting explained and none set.
    """
    from assistant.settings.loading import load_settings
    from assistant.settings.paths import private_folder, settings_file
    from assistant.settings.starter import starter_text

    file = settings_file()
    if not file.exists():
        private_folder(file.parent)
        file.write_text(starter_text(), encoding="utf-8")
    _edit(file, os.environ)
    load_settings(environ={})
    typer.echo(f"{file} is in order.")


def _value(settings: "Settings", key: str) -> str:
    value: object = settings
    for part in key.split("."):
        value = getattr(value, part)
    if isinstance(value, tuple):
        value = ", ".join(value)
    return "-" if value in (None, "") else str(value)


def _place(which: Place, ctx: typer.Context) -> Path:
    """The place of a thing. Raises ``BadInput`` for the store, where no setting can be read."""
    from assistant.settings import paths

    if which is Place.STORE:
        from assistant.settings.loading import load_settings

        return load_settings(overrides_of(ctx)).settings.store or paths.store_file()
    return {
        Place.SETTINGS: paths.settings_file,
        Place.BANKS: paths.team_folder,
        Place.CONFIG: paths.config_dir,
        Place.DATA: paths.data_dir,
        Place.LOG: paths.log_dir,
        Place.CACHE: paths.cache_dir,
    }[which]()


def _edit(file: Path, environ: Mapping[str, str]) -> None:
    command = [*_editor(environ), str(file)]
    try:
        done = subprocess.run(command, check=False)  # noqa: S603  # the user's own editor
    except OSError as error:
        raise WrongUsage(
            f"The editor {command[0]!r} cannot be started: {error.strerror}. "
            f"Set EDITOR, or open {file} yourself."
        ) from error
    if done.returncode != 0:
        raise BadInput(f"The editor {command[0]!r} ended with code {done.returncode}.")


def _editor(environ: Mapping[str, str]) -> list[str]:
    chosen = environ.get("VISUAL") or environ.get("EDITOR")
    if chosen:
        parts = shlex.split(chosen, posix=os.name == "posix")
        return [part.strip('"') for part in parts]
    if sys.platform == "win32":
        return ["notepad"]
    found = next((name for name in ("sensible-editor", "nano", "vi") if shutil.which(name)), None)
    return [found or "vi"]
