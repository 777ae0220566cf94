"""Every format that is read, the most telling first.

To read another format, write its reader in this folder and add it here.
"""

from assistant.domain.fields import Kind
from assistant.ingest.lines import Lines
from assistant.ingest.readers.header_lines import HeaderLinesReader
from assistant.ingest.readers.name_text import NameTextReader
from assistant.ingest.readers.notes import NotesReader
from assistant.ingest.readers.paste import PasteReader
from assistant.ingest.readers.reader import Reader
from assistant.ingest.readers.srt import SrtReader
from assistant.ingest.readers.stamped import StampedReader
from assistant.ingest.readers.vtt import VttReader

READERS: tuple[Reader, ...] = (
    VttReader(),
    SrtReader(),
    StampedReader(),
    HeaderLinesReader(),
    NameTextReader(),
    NotesReader(),
    PasteReader(),
)


def reader_for(lines: Lines, kind: Kind | None) -> Reader:
    """The first reader that recognises the lines, else the last that can hold the kind."""
    able = [reader for reader in READERS if kind is None or kind in reader.kinds]
    return next((reader for reader in able if reader.recognises(lines, kind)), able[-1])


def formats_read() -> str:
    """All formats in one phrase."""
    titles = [reader.title for reader in READERS]
    return ", ".join(titles[:-1]) + " and " + titles[-1]
