"""Says what was erased, or would be, and which files still hold it."""

from typing import TYPE_CHECKING

import typer

from assistant.domain.counting import counted
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.domain.calls import ForgetReport
    from assistant.domain.privacy import FileFate


def say_erased(verb: str, report: "ForgetReport") -> None:
    """Say rows by kind, then the files that are known to hold any of it."""
    rows = [counted(count, what.replace("_", " ")) for what, count in report.erased.items()]
    typer.echo(f"{verb}: {', '.join(rows) or 'nothing'}.")
    for line in lines_of_files(report.files, dry_run=report.dry_run):
        typer.echo(make_inert(line))


def lines_of_files(files: "Sequence[FileFate]", *, dry_run: bool = False) -> "Iterator[str]":
    """A line for each file: those that go, those made anew, and those that are left."""
    for fate, words in (
        ("erased", "The file goes too" if dry_run else "The file is gone too"),
        ("renewed", "Written anew without it"),
        ("left", "Out of reach"),
    ):
        for file in files:
            if file.fate == fate:
                why = f": {file.why}" if file.why else ""
                yield f"{words}: {file.path} ({file.kind}){why}."
