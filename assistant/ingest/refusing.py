"""Files and texts that are recognised as something that is not read."""

import re

from assistant.domain.errors import BadInput
from assistant.ingest.readers.registry import formats_read
from assistant.ingest.readers.youtube_xml import is_timedtext

_SIGNATURES = (
    (b"PK\x03\x04", "a Word, Excel or other zipped file; save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file; save its text as .txt"),
    (b"%PDF", "a PDF; save its text as .txt"),
    (b"{\\rtf", "a rich-text file; save its text as .txt"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"RIFF", "a recording; have it transcribed first"),
    (b"ID3", "a recording; have it transcribed first"),
    (b"OggS", "a recording; have it transcribed first"),
    (b"SQLite format 3", "a database"),
)
_MOVIE = re.compile(rb".{4}ftyp", re.DOTALL)
_XML = re.compile(r"\s*<(?:\?xml|!doctype|html|tt|transcript)\b", re.IGNORECASE)
_MARK = re.compile(r"\{\{[^{}|]*\|[^{}|]*\|[^{}|]*\|[^{}]*\}\}")


def refuse_other_files(data: bytes, name: str) -> None:
    """Raise BadInput for files of another kind, known by their first bytes."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise refusal(what, name)
    if _MOVIE.match(data):
        raise refusal("a recording; have it transcribed first", name)


def refuse_other_texts(text: str, name: str) -> None:
    """Raise BadInput for texts that hold no speech, or hold it in a form that is not read."""
    if _XML.match(text) and not is_timedtext(text):
        raise refusal("XML or HTML", name)
    if _MARK.search(text) and "\n---\n" in text.replace("\r\n", "\n"):
        raise refusal("a marked call; `assistant evaluate` reads those", name)


def refusal(what: str, name: str) -> BadInput:
    """The refusal of a file or text that is something else; it says what is read."""
    return BadInput(f"this is {what}. What is read: {formats_read()}", file=name)
