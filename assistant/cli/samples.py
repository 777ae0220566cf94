"""``assistant samples``: the transcripts and notes that ship with the program."""

import typer

from assistant.cli.inputs import sample_files


def samples() -> None:
    """List the sample transcripts and notes; `annotate --sample NAME` reads one."""
    files = sample_files()
    for name in files:
        typer.echo(name)
    if files:
        folder = next(iter(files.values())).parents[next(iter(files)).count("/")]
        typer.echo(f"They lie in {folder}", err=True)
