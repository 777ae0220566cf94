"""Where in a Word file its words lie: in the main part, which its relationships name."""

import posixpath
import zipfile
import zlib
from xml.parsers import expat

USUAL_PART = "word/document.xml"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
"""What a damaged zip file raises."""
_RELATIONSHIPS = "_rels/.rels"
_KIND = "/officeDocument"
_MOST_BYTES = 256 * 1024
_HEAD = 8 * 1024
_WORDS = b"wordprocessingml"


def main_part(packed: zipfile.ZipFile) -> str | None:
    """The name of the part that holds the words; None where the file is no Word file.

    Programs other than Word may name it otherwise than usual, and Excel's files have a main
    part too; so one of another name counts where it says that it holds a Word document.
    """
    names = packed.namelist()
    named = _named(packed) if _RELATIONSHIPS in names else None
    if named in names and (named == USUAL_PART or _holds_words(packed, named)):
        return named
    return USUAL_PART if USUAL_PART in names else None


def _named(packed: zipfile.ZipFile) -> str | None:
    """The main part as the relationships of the whole file name it."""
    found: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.endswith("Relationship") and attributes.get("Type", "").endswith(_KIND):
            found.append(attributes.get("Target", ""))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(_first_bytes(packed, _RELATIONSHIPS, _MOST_BYTES))
    except (expat.ExpatError, ValueError):
        return None
    return posixpath.normpath(found[0].lstrip("/")) if found else None


def _refuse(*_: object) -> None:
    raise ValueError("relationships declare no document type")


def _holds_words(packed: zipfile.ZipFile, part: str) -> bool:
    """Whether its first element is of Word's namespace; in UTF-16 every other byte is zero."""
    return _WORDS in _first_bytes(packed, part, _HEAD).replace(b"\0", b"")


def _first_bytes(packed: zipfile.ZipFile, part: str, most: int) -> bytes:
    try:
        with packed.open(part) as file:
            return file.read(most)
    except (RuntimeError, *BROKEN):
        return b""
