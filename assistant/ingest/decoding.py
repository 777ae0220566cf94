"""Bytes to text."""

import codecs
import re
from dataclasses import dataclass

from assistant.domain.errors import BadInput
from assistant.ingest.refusing import refuse_other_files

_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.01
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and what had to be guessed or mended to get it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.

    Raises BadInput: the bytes are no text.
    """
    refuse_other_files(data, name)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(_strict(data, "utf-16", name))
    if b"\0" in data:
        raise BadInput("this is not a text file; save the transcript as UTF-8 text", file=name)
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _windows(data, name)


def without_lone_surrogates(text: str) -> Decoded:
    """A text from the clipboard or the terminal: halves of characters become U+FFFD."""
    mended, count = _LONE_SURROGATE.subn("\ufffd", text)
    warning = f"characters that could not be read and were replaced: {count}"
    return Decoded(mended, (warning,) if count else ())


def _windows(data: bytes, name: str) -> Decoded:
    if sum(byte in _CONTROLS for byte in data) > _MOST_CONTROLS * len(data):
        raise BadInput("this is not a text file; save the transcript as UTF-8 text", file=name)
    text = _strict(data, "cp1252", name)
    return Decoded(text, ("it is not UTF-8 and was read as Windows-1252",))


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(
            f"byte {error.start} fits no encoding that is read (UTF-8, UTF-16 with a byte-order "
            "mark, Windows-1252); save the transcript as UTF-8 text",
            file=name,
        ) from None
