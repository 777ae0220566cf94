"""Every format that is read, the most telling first.

To read another format, write its reader in this folder (``from_json`` for JSON) and add it
here.
"""

from assistant.domain.fields import Kind
from assistant.ingest.lines import Lines
from assistant.ingest.readers.from_json.assemblyai import AssemblyAiReader
from assistant.ingest.readers.from_json.avoma import AvomaReader
from assistant.ingest.readers.from_json.aws_call_analytics import AwsCallAnalyticsReader
from assistant.ingest.readers.from_json.aws_transcribe import AwsTranscribeReader
from assistant.ingest.readers.from_json.chorus import ChorusReader
from assistant.ingest.readers.from_json.deepgram import DeepgramReader
from assistant.ingest.readers.from_json.fathom import FathomReader
from assistant.ingest.readers.from_json.fireflies import FirefliesReader
from assistant.ingest.readers.from_json.gong import GongReader
from assistant.ingest.readers.from_json.grain import GrainReader
from assistant.ingest.readers.from_json.rev import RevReader
from assistant.ingest.readers.from_json.tldv import TldvReader
from assistant.ingest.readers.from_json.whisper import WhisperReader
from assistant.ingest.readers.from_json.whisper_cpp import WhisperCppReader
from assistant.ingest.readers.google_meet import GoogleMeetReader
from assistant.ingest.readers.granola import GranolaReader
from assistant.ingest.readers.header_lines import HeaderLinesReader
from assistant.ingest.readers.json_reader import JsonReader
from assistant.ingest.readers.name_lines import NameLinesReader
from assistant.ingest.readers.name_text import NameTextReader
from assistant.ingest.readers.notes import NotesReader
from assistant.ingest.readers.paste import PasteReader
from assistant.ingest.readers.reader import Reader
from assistant.ingest.readers.srt import SrtReader
from assistant.ingest.readers.stamped import StampedReader
from assistant.ingest.readers.teams_copied import TeamsCopiedReader
from assistant.ingest.readers.teams_word import TeamsWordReader
from assistant.ingest.readers.vtt import VttReader
from assistant.ingest.readers.youtube_xml import YouTubeXmlReader
from assistant.ingest.readers.zoom_chat import ZoomChatReader

CHAT_READER: Reader = ZoomChatReader()
"""What it recognises was typed, and is no speech."""
LINE_BY_LINE = frozenset({"stamped", "name_text", "notes", "paste"})
"""The readers for which every line below the preamble is a turn."""
CUE_BY_CUE = frozenset({"vtt", "srt", "teams_word"})
"""The readers of cues, each with its line of times."""
LOOKED_AT = 2_000
"""So many lines from the top tell the format."""
READERS: tuple[Reader, ...] = (
    VttReader(),
    TeamsWordReader(),
    SrtReader(),
    YouTubeXmlReader(),
    GranolaReader(),
    GoogleMeetReader(),
    StampedReader(),
    TeamsCopiedReader(),
    HeaderLinesReader(),
    NameLinesReader(),
    NameTextReader(),
    NotesReader(),
    PasteReader(),
)
JSON_READERS: tuple[JsonReader, ...] = (
    GongReader(),
    FirefliesReader(),
    FathomReader(),
    AvomaReader(),
    GrainReader(),
    ChorusReader(),
    TldvReader(),
    RevReader(),
    WhisperReader(),
    WhisperCppReader(),
    DeepgramReader(),
    AssemblyAiReader(),
    AwsTranscribeReader(),
    AwsCallAnalyticsReader(),
)


def reader_for(lines: Lines, kind: Kind | None) -> Reader:
    """The first reader that recognises the lines, else the last that can hold the kind."""
    head = lines[:LOOKED_AT]
    able = [reader for reader in READERS if kind is None or kind in reader.kinds]
    return next((reader for reader in able if reader.recognises(head, kind)), able[-1])


def is_chat(lines: Lines) -> bool:
    """Whether the lines are a meeting's typed chat."""
    return CHAT_READER.recognises(lines[:LOOKED_AT], None)


def json_reader_for(document: object) -> JsonReader | None:
    """The first reader that recognises the document, if any does."""
    return next((reader for reader in JSON_READERS if reader.recognises(document)), None)


def formats_read() -> str:
    """All formats in one phrase."""
    titles = [reader.title for reader in (*READERS[:-2], *JSON_READERS, *READERS[-2:])]
    return ", ".join(titles[:-1]) + " and " + titles[-1]
