"""Says what was erased, or would be, and which files still hold it."""

from typing import TYPE_CHECKING

import typer

from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from assistant.domain.calls import ForgetReport


def say_erased(verb: str, report: "ForgetReport") -> None:
    """Say rows by kind, then the files that are known to hold any of it."""
    rows = [f"{count:,} {what.replace('_', ' ')}" for what, count in report.erased.items()]
    typer.echo(f"{verb}: {', '.join(rows) or 'nothing'}.")
    for fate, words in (
        ("erased", "The file goes too" if report.dry_run else "The file is gone too"),
        ("renewed", "Written anew without it"),
        ("left", "Out of reach"),
    ):
        for file in report.files:
            if file.fate == fate:
                why = f": {file.why}" if file.why else ""
                typer.echo(make_inert(f"{words}: {file.path} ({file.kind}){why}."))
