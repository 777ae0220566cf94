"""Transcripts written as text are read back: who said what, and when."""

from pathlib import Path

import pytest

from assistant.domain.fields import Kind
from assistant.domain.transcript import Transcript, Turn
from assistant.ingest.reading import read_file, read_text
from assistant.reports.transcript_text import as_lines

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
