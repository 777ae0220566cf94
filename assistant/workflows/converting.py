"""Turns a transcript of any format that is read into another file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from assistant.domain.errors import WrongUsage
from assistant.domain.fields import Kind
from assistant.domain.transcript import Transcript
from assistant.ingest.own_json import as_json_text
from assistant.ingest.reading import read_bytes, read_file
from assistant.reports.transcript_text import as_lines, as_srt, as_vtt

WRITERS: Mapping[str, Callable[[Transcript], str]] = {
    ".json": as_json_text,
    ".vtt": as_vtt,
    ".srt": as_srt,
    ".txt": as_lines,
}
"""What the ending of a file's name asks for. Only JSON keeps everything."""


def read_source_file(source: Path | bytes, kind: Kind | None = None) -> Transcript:
    """The transcript in a file, or in what came in from standard input."""
    if isinstance(source, bytes):
        return read_bytes(source, name="standard input", kind=kind)
    return read_file(source, kind=kind)


def written_as(transcript: Transcript, ending: str) -> str:
    """The transcript as a file with that ending holds it.

    Raises ``WrongUsage``: an ending that is not written, or captions without times.
    """
    writer = WRITERS.get(ending.lower())
    if writer is None:
        raise WrongUsage(f"What is written ends in {', '.join(WRITERS)}; not in {ending!r}.")
    return writer(transcript)
