"""Transcripts as files that other programs read: WebVTT, SRT and plain text."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.errors import WrongUsage
from assistant.domain.inert import make_inert
from assistant.domain.transcript import Transcript, Turn

_ARROW, _NO_ARROW = "-->", "\u2192"
"""In words: SRT takes a line with the first for times, and has no way to escape it."""
_SHORTEST = 0.5
"""Seconds: how long the last turn is shown where nothing tells its end."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A turn with words; times in milliseconds."""

    speaker: str | None
    words: str
    start: int
    end: int


def as_vtt(transcript: Transcript) -> str:
    """WebVTT, a cue a turn, the speaker in a voice tag.

    Raises WrongUsage: turns without times.
    """
    cues = [
        f"{_time(turn.start, '.')} --> {_time(turn.end, '.')}\n{_voiced(turn)}\n"
        for turn in _timed(transcript)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def as_srt(transcript: Transcript) -> str:
    """SRT, a cue a turn, the speaker in front of the words.

    Raises WrongUsage: turns without times.
    """
    cues = [
        f"{number}\n{_time(turn.start, ',')} --> {_time(turn.end, ',')}\n"
        f"{_named(turn.speaker, turn.words).replace(_ARROW, _NO_ARROW)}\n"
        for number, turn in enumerate(_timed(transcript), start=1)
    ]
    return "\n".join(cues)


def as_lines(transcript: Transcript) -> str:
    """One line a turn: ``[00:12:03] Name: words``.

    Where only some turns have a time, it stands on a line of its own above them, as Google
    Meet writes it; without a name such a turn would not be read back, so no times are written.
    """
    if all(turn.start is not None for turn in transcript.turns):
        stamp = "[{}] "
    elif all(turn.speaker for turn in transcript.turns if turn.start is not None):
        stamp = "{}\n"
    else:
        stamp = ""
    return "".join(
        f"{_stamp(turn, stamp)}{_named(turn.speaker, _one_line(turn.text))}\n"
        for turn in transcript.turns
    )


def _timed(transcript: Transcript) -> Iterator[_Shown]:
    turns = [turn for turn in transcript.turns if turn.text.strip()]
    if any(turn.start is None for turn in turns):
        raise WrongUsage(
            "Not every turn of this transcript has a time, which captions need; write .json or "
            ".txt instead."
        )
    for place, turn in enumerate(turns):
        start = turn.start or 0.0
        following = turns[place + 1].start if place + 1 < len(turns) else None
        end = turn.end if turn.end is not None else max(following or 0.0, start + _SHORTEST)
        speaker = _one_line(turn.speaker or "") or None
        yield _Shown(speaker, _one_line(turn.text), _milliseconds(start), _milliseconds(end))


def _milliseconds(seconds: float) -> int:
    return max(0, round(seconds * 1000))


def _time(milliseconds: int, point: str) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours:02}:{minutes:02}:{seconds % 60:02}{point}{rest:03}"


def _stamp(turn: Turn, form: str) -> str:
    """The turn's time in whole seconds, in a form that has ``{}`` for it."""
    return "" if turn.start is None else form.format(_time(_milliseconds(turn.start), ".")[:-4])


def _voiced(turn: _Shown) -> str:
    words = _escaped(turn.words)
    return f"<v {_escaped(turn.speaker)}>{words}</v>" if turn.speaker else words


def _named(speaker: str | None, words: str) -> str:
    return f"{_one_line(speaker)}: {words}" if speaker else words


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _one_line(text: str) -> str:
    return make_inert(" ".join(text.split()))
