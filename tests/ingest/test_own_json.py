"""Transcripts as JSON of our own are read back the same."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant, Transcript, Turn
from assistant.ingest.own_json import SCHEMA, as_json_text
from assistant.ingest.reading import read_text

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
_SECONDS = st.none() | st.floats(0, 1e6)


@st.composite
def _transcripts(draw: st.DrawFn) -> Transcript:
    count = draw(st.integers(1, 5))
    turns = [
        Turn(
            index=index,
            text=draw(_TEXT) if index else "words",
            speaker=draw(st.none() | _TEXT),
            side=draw(st.sampled_from(Side)),
            start=draw(_SECONDS),
            end=draw(_SECONDS),
            line=draw(st.none() | st.integers(1, 10**6)),
        )
        for index in range(count)
    ]
    people = st.builds(Participant, name=_TEXT, side=st.sampled_from(Side))
    return Transcript(
        format=draw(st.sampled_from(["vtt", "gong"])),
        kind=draw(st.sampled_from([Kind.CALL, Kind.NOTES])),
        turns=tuple(turns),
        participants=tuple(draw(st.lists(people, max_size=3))),
        call_date=draw(st.none() | st.dates()),
        title=draw(st.none() | _TEXT),
        warnings=tuple(draw(st.lists(_TEXT, max_size=2))),
    )


@settings(deadline=None)
@given(_transcripts())
def test_what_is_written_is_read_back(transcript: Transcript) -> None:
    assert read_text(as_json_text(transcript)) == transcript


def _document() -> dict[str, Any]:
    turns = (Turn(index=0, text="Hi.", speaker="Dana"),)
    whole = Transcript(format="vtt", kind=Kind.CALL, turns=turns, call_date=date(2026, 3, 12))
    document: dict[str, Any] = json.loads(as_json_text(whole))
    return document


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "assistant.transcript/2"}, f'"schema" is not "{SCHEMA}"'),
        ({"turns": [{"index": 3, "text": "Hi."}]}, "indexes have to count from 0"),
        ({"turns": [{"index": 0}]}, r"turns.0.text: Field required"),
        ({"turns": [{"index": 0, "text": "\0"}]}, "zero characters"),
        ({"turns": [{"index": 0, "text": "\ud800"}]}, "hex escape"),
        ({"turns": [{"index": 0, "text": "a", "start": float("nan")}]}, "no numbers"),
        ({"turns": []}, "holds no words"),
        ({"call_date": "tomorrow"}, "call_date"),
        ({"colour": "red"}, "colour"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_text(json.dumps(_document() | change))
