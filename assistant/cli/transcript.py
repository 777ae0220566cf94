"""``assistant transcript``: transcripts as files."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.inputs import STANDARD_INPUT, read_standard_input
from assistant.cli.masking import Masked, masked_transcript
from assistant.cli.opening import open_bench
from assistant.cli.streams import complain
from assistant.domain.errors import BadInput, WrongUsage
from assistant.domain.inert import make_inert

app = typer.Typer(
    help="Transcripts as files.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@app.callback()
def transcript() -> None:
    """Keep ``convert`` a command of its own while the group has no other."""


@app.command()
def convert(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="IN", help="Any transcript; - is standard input.")
    ],
    out: Annotated[
        str,
        typer.Argument(metavar="OUT", help="A .json, .vtt, .srt or .txt file; - prints JSON."),
    ],
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file.")] = False,
    mask: Masked = False,
) -> None:
    """Write a transcript of any format as JSON, WebVTT, SRT or text.

    Only the JSON keeps everything that was read, and is read back the same.
    """
    from assistant.workflows.converting import read_source_file, written_as

    path = Path(source)
    found = read_source_file(read_standard_input() if path == STANDARD_INPUT else path)
    if mask:
        found = masked_transcript(open_bench(ctx), found)
    to_screen = out == str(STANDARD_INPUT)
    text = written_as(found, ".json" if to_screen else Path(out).suffix)
    for warning in found.warnings:
        complain(f"{make_inert(source)}: {warning}")
    if to_screen:
        typer.echo(text, nl=False)
    else:
        _write(Path(out), path, text, replace=replace)


def _write(out: Path, source: Path, text: str, *, replace: bool) -> None:
    try:
        if out.exists() and source.exists() and out.samefile(source):
            raise WrongUsage("IN and OUT are the same file; write to another one.")
        with out.open("w" if replace else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise WrongUsage(f"{out} is there already; --replace writes over it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have that name"
        raise BadInput(f"it cannot be written: {reason}", file=str(out)) from None
