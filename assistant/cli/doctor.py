"""``assistant doctor``: plain text for a bug report."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping

import typer

from assistant.cli.opening import overrides_of
from assistant.domain.inert import make_inert

TELLING = ("TERM", "COLORTERM", "TERM_PROGRAM", "WT_SESSION", "NO_COLOR", "TMUX", "SSH_TTY")
"""Variables that say what the terminal is; only whether they are set where they could
name a place."""


def doctor(ctx: typer.Context) -> None:
    """Show versions, places, permissions and what the terminal can do, for a bug report.

    It holds no call content, no names and no values of settings.
    """
    from assistant.workflows.diagnosis import diagnose

    for section in diagnose(overrides_of(ctx)):
        _say(section.title, section.findings)
    _say("Terminal", _terminal(os.environ))


def _say(title: str, findings: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> None:
    typer.echo(title)
    for name, text in findings:
        typer.echo(f"  {name + ':':<17} {make_inert(text)}")


def _terminal(environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    size = shutil.get_terminal_size()
    yield "size", f"{size.columns} columns, {size.lines} rows"
    for name, stream in (("input", sys.stdin), ("output", sys.stdout), ("errors", sys.stderr)):
        kind = "terminal" if stream.isatty() else "no terminal"
        yield name, f"{kind}, {stream.encoding}"
    yield "draws", "yes" if _can_write("✓ │ “…”", sys.stdout.encoding) else "ASCII only"
    for name in TELLING:
        if name in environ:
            yield name, environ[name] if name in {"TERM", "COLORTERM", "TERM_PROGRAM"} else "set"


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeError:
        return False
    return True
