"""Short forms of what was read, to compare with."""

from assistant.domain.fields import Kind
from assistant.domain.transcript import Transcript
from assistant.ingest.reading import read_text


def said(transcript: Transcript) -> list[tuple[str | None, str]]:
    """Who said what, turn by turn."""
    return [(turn.speaker, turn.text) for turn in transcript.turns]


def read_said(text: str, kind: Kind | None = None) -> list[tuple[str | None, str]]:
    """Who says what in the text."""
    return said(read_text(text, kind=kind))
