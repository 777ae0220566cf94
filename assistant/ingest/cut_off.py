"""Files that end in the middle of their last word."""

from assistant.domain.fields import Kind
from assistant.domain.transcript import Transcript
from assistant.ingest.lines import LINE_ENDS

_ENDINGS = tuple(".?!\u2026\"'\u2019\u201d)]}>:*_-\u2013\u2014\u3002\uff1f\uff01")
_ENDED = {"vtt", "srt", "teams_word", "header_lines", "google_meet", "granola", "zoom_chat"}
"""Formats that tools write, with a line end after the last words."""
_MOST = 0.5


def cut_off(text: str, transcript: Transcript) -> tuple[str, ...]:
    """That the last words of a file may be cut off; nothing where they look whole.

    They may be where the file ends without a line end and not as a sentence does, though its
    format has one there or most of its turns end so. Notes are written as they come.
    """
    last = transcript.turns[-1].text.split()[-1:]
    end = text.rstrip(" \t")
    if not last or transcript.kind is Kind.NOTES or not end.endswith(last[0]):
        return ()
    if end.endswith((*LINE_ENDS, *_ENDINGS)) or not _should_end(transcript):
        return ()
    number = sum(map(text.count, LINE_ENDS)) - text.count("\r\n") + 1
    return (f"line {number}: the file ends here without a line end; its last words may be cut off",)


def _should_end(transcript: Transcript) -> bool:
    before = [turn.text.rstrip() for turn in transcript.turns[:-1] if turn.text.strip()]
    ended = sum(text.endswith(_ENDINGS) for text in before)
    return transcript.format in _ENDED or ended > _MOST * len(before)
