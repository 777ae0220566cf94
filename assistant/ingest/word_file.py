"""The words of a Word file (``.docx``): its paragraphs and line breaks as lines of text.

The one part that holds them is unpacked and parsed as a stream, within bounds, and no part
of the file can name another file or an entity.
"""

import codecs
import io
import zipfile
from typing import IO
from xml.parsers import expat

from assistant.domain.errors import BadInput
from assistant.ingest.limits import MOST_BYTES, MOST_LINES
from assistant.ingest.word_package import BROKEN, USUAL_PART, main_part
from assistant.ingest.zip_directory import TAIL, directory_bytes

MOST_UNPACKED = 100 * 1024 * 1024
MOST_ELEMENTS = 2_000_000
_MOST_LIST = 1024 * 1024
"""Bytes of the list of files in it; those of a document take a few hundred each."""
LONGEST_TAG = 256 * 1024
"""Bytes: a tag without end would be parsed from its beginning again and again."""
_WORDS = "wordprocessingml"
_CHUNK = 64 * 1024
_COUNTED = 1024 * 1024
_LINE_ENDS = (b"</w:p>", b"<w:p/>", b"<w:br/>")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_word_file(data: bytes) -> bool:
    """Whether it is a zip file with a Word file's main part."""
    if not data.startswith(b"PK\x03\x04") or directory_bytes(data[-TAIL:]) > _MOST_LIST:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return main_part(packed) is not None
    except BROKEN:
        return False


def word_text(data: bytes, name: str) -> str:
    """The text of the main part, one line a paragraph or line break.

    Tables count only where nothing stands outside of them: below a transcript they hold
    what the program that saved it adds.

    Raises BadInput: damaged, locked, larger than the bounds, or with entities of its own.
    """
    paragraphs = _Paragraphs()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                raise _too_large()
            name_of_part = main_part(packed) or USUAL_PART
            with packed.open(name_of_part) as part:
                _refuse_many(part)
            with packed.open(name_of_part) as part:
                _parse(part, paragraphs)
    except BadInput as refused:
        raise BadInput(str(refused), file=name) from None
    except RuntimeError:
        raise BadInput("this Word file is locked with a password", file=name) from None
    except (expat.ExpatError, LookupError, *BROKEN):
        message = "this Word file is damaged; save it again, or its text as .txt"
        raise BadInput(message, file=name) from None
    return paragraphs.text()


def _refuse_many(part: IO[bytes]) -> None:
    """Refuse what the parser would, only sooner: counting bytes takes a tenth of its time."""
    lines = elements = read = 0
    wide = False
    while chunk := part.read(_COUNTED):
        wide = wide or (not read and chunk.startswith(_WIDE))
        read += len(chunk)
        if read > MOST_UNPACKED:
            raise _too_large()
        lines += sum(map(chunk.count, _LINE_ENDS))
        if lines > MOST_LINES:
            raise _too_many_lines()
        # An end tag may be cut in two where the chunk ends, and look like a start.
        elements += 0 if wide else chunk.count(b"<") - chunk.count(b"</") - 1
        if elements > MOST_ELEMENTS:
            raise _too_many_parts()


def _parse(part: IO[bytes], paragraphs: "_Paragraphs") -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = paragraphs.start
    parser.EndElementHandler = paragraphs.end
    parser.CharacterDataHandler = paragraphs.take
    given = 0
    while chunk := part.read(_CHUNK):
        given += len(chunk)
        parser.Parse(chunk)
        if given - parser.CurrentByteIndex > LONGEST_TAG:
            raise BadInput("this Word file has a tag without end; save its text as .txt")
    parser.Parse(b"", True)


def _refuse_doctype(*_: object) -> None:
    raise BadInput("this Word file declares a document type, as no program writes it")


def _too_large() -> BadInput:
    return BadInput(f"unpacked it is larger than {MOST_UNPACKED // 1024**2} MB; split it")


def _too_many_parts() -> BadInput:
    return BadInput("it has more parts than a transcript can have; save its text as .txt")


def _too_many_lines() -> BadInput:
    return BadInput(f"it has more than {MOST_LINES:,} lines; split it")


class _Paragraphs:
    """Takes the events of the parser and keeps the lines, those in tables apart."""

    def __init__(self) -> None:
        self._outside: list[str] = []
        self._inside: list[str] = []
        self._tables = 0
        self._fallbacks = 0
        self._elements = 0
        self._lines = 0
        self._letters = 0
        self._in_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - expat's
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise _too_many_parts()
        space, _, element = tag.rpartition(" ")
        if element == "Fallback":
            self._fallbacks += 1
        if _WORDS not in space:
            return
        self._in_text = element == "t"
        if element == "tbl":
            self._tables += 1
        elif element in {"br", "cr"}:
            self._add("\n")
        elif element == "tab":
            self._add("\t")

    def end(self, tag: str) -> None:
        space, _, element = tag.rpartition(" ")
        self._in_text = False
        if element == "Fallback":
            self._fallbacks -= 1
        elif _WORDS in space and element == "p":
            self._add("\n")
        elif _WORDS in space and element == "tbl":
            self._tables -= 1

    def take(self, words: str) -> None:
        if self._in_text:
            self._add(words)

    def text(self) -> str:
        outside = "".join(self._outside)
        return outside if outside.strip() else "".join(self._inside)

    def _add(self, words: str) -> None:
        """Add words, unless they repeat for older programs what was there already."""
        self._lines += words == "\n"
        if self._lines > MOST_LINES:
            raise _too_many_lines()
        self._letters += len(words)
        if self._letters > MOST_BYTES:
            raise BadInput(f"its text is larger than {MOST_BYTES // 1024**2} MB; split it")
        if not self._fallbacks:
            (self._inside if self._tables else self._outside).append(words)
