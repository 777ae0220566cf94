"""Rows of text under headings, as wide as they need to be."""

from collections.abc import Sequence

import typer

from assistant.domain.inert import make_inert

GAP = "  "


def say_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, none: str) -> None:
    """Print the rows under the headings; ``none`` where there are no rows."""
    if not rows:
        typer.echo(none)
        return
    for line in table_lines(headings, rows):
        typer.echo(line)


def table_lines(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows under the headings, their columns aligned."""
    lines = [tuple(map(make_inert, row)) for row in (headings, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [
        GAP.join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]


def say_facts(facts: Sequence[tuple[str, str]]) -> None:
    """Print names and what they are; empty ones are left out."""
    told = [(make_inert(name), make_inert(text)) for name, text in facts if text]
    width = max((len(name) for name, _ in told), default=0)
    for name, text in told:
        typer.echo(f"{name:<{width}}{GAP}{text}")
