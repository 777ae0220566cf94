"""Transcripts written as text are read back: who said what, and when."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.domain.fields import Kind
from assistant.domain.inert import make_inert
from assistant.domain.transcript import Transcript, Turn
from assistant.ingest.own_json import as_json_text
from assistant.ingest.reading import read_file, read_text
from assistant.reports.transcript_text import as_lines, as_srt, as_vtt

FORMATS = Path(__file__).parents[2] / "transcripts" / "formats"
WITH_TIMES_OF_BLOCKS = ("google_meet.txt", "google_meet.md")


@pytest.mark.parametrize("name", WITH_TIMES_OF_BLOCKS)
def test_times_that_only_some_turns_have(name: str) -> None:
    read = read_file(FORMATS / name)
    again = read_text(as_lines(read))
    assert [(one.speaker, one.start, one.text) for one in again.turns] == [
        (one.speaker, one.start, one.text) for one in read.turns
    ]


def _written(*turns: tuple[str | None, float | None, str]) -> str:
    said = tuple(
        Turn(index=n, speaker=speaker, start=start, text=text)
        for n, (speaker, start, text) in enumerate(turns)
    )
    return as_lines(Transcript(format="x", kind=Kind.CALL, turns=said))


def test_every_turn_has_a_time() -> None:
    assert _written(("Dana", 1.0, "Hi."), (None, 3600.9, "Yes\nyes.")) == (
        "[00:00:01] Dana: Hi.\n[01:00:00] Yes yes.\n"
    )


def test_a_time_above_a_turn_without_a_name_is_not_written() -> None:
    assert _written(("Dana", None, "Hi."), (None, 3.0, "Yes.")) == "Dana: Hi.\nYes.\n"
    assert _written(("Dana", 3.0, "Hi."), (None, None, "Yes.")) == "00:00:03\nDana: Hi.\nYes.\n"


HOSTILE = "\x1b[2J\u202e<b>=1+1</b>\u009b31m\r\n00:00:01,000 --> 00:00:02,000\nend"


@pytest.mark.parametrize("write", [as_lines, as_vtt, as_srt, as_json_text])
def test_nothing_that_is_written_steers(write: Callable[[Transcript], str]) -> None:
    turn = Turn(index=0, speaker=None, start=1.0, end=2.0, text=HOSTILE)
    named = Turn(index=1, speaker=HOSTILE, start=3.0, end=4.0, text="Hi.")
    transcript = Transcript(format="x", kind=Kind.CALL, turns=(turn, named))
    text = write(transcript)
    assert all(make_inert(line) == line for line in text.split("\n"))
    again = read_text(text)
    assert len(again.turns) == 2
    if write is as_json_text:
        assert again == transcript
