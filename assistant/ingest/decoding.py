"""Bytes to text."""

import codecs
import re
from dataclasses import dataclass

from assistant.domain.errors import BadInput
from assistant.ingest.refusing import refuse_other_files

CUT_CHARACTER = "it ends in the middle of a character"
_CONTROLS = bytes(frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b"))
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
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        decoded = _cut_off(data, "utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        if wide:
            raise _no_encoding(error, name) from None
        decoded = _windows(data, name)
    if "\0" in decoded.text:
        raise _no_text(name)
    return decoded


def without_lone_surrogates(text: str) -> Decoded:
    """A text from the clipboard or the terminal: halves of characters become U+FFFD."""
    mended, count = _LONE_SURROGATE.subn("\ufffd", text)
    warning = f"characters that could not be read and were replaced: {count}"
    return Decoded(mended, (warning,) if count else ())


def _cut_off(data: bytes, encoding: str) -> Decoded:
    """The text, also of a file that was cut off in the middle of its last character."""
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        whole = error.object[: error.start]
        # Nothing but ASCII before it does not tell one encoding from another.
        if error.end < len(error.object) or whole.isascii():
            raise
        return Decoded(whole.decode(encoding), (CUT_CHARACTER,))


def _windows(data: bytes, name: str) -> Decoded:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        raise _no_text(name)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _no_encoding(error, name) from None
    return Decoded(text, ("it is not UTF-8 and was read as Windows-1252",))


def _no_text(name: str) -> BadInput:
    return BadInput("this is not a text file; save the transcript as UTF-8 text", file=name)


def _no_encoding(error: UnicodeDecodeError, name: str) -> BadInput:
    return BadInput(
        f"byte {error.start} fits no encoding that is read (UTF-8, UTF-16 with a byte-order "
        "mark, Windows-1252); save the transcript as UTF-8 text",
        file=name,
    )
