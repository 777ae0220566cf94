"""Standard output and error: what they can carry, and text that is safe to write there."""

import io
import os
import sys
from pathlib import Path

import typer

from assistant.domain.inert import make_inert


def prepare_streams() -> None:
    """Make both streams take any text.

    A pipe or file gets UTF-8 on every system, as the JSON contract needs. A terminal keeps
    its encoding; what it cannot show is written as an escape. A stream that was closed
    before we came is empty, or takes everything to nowhere.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # It stays open as long as the program runs.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def complain(message: str) -> None:
    """Write a message to standard error, harmless whatever it quotes."""
    lines = (make_inert(line) for line in message.split("\n"))
    typer.echo("\n".join(lines), err=True)
