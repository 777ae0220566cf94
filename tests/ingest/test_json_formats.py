"""JSON of every tool: what it says is read, and damaged it is read or refused."""

import copy
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Transcript
from assistant.ingest import json_text
from assistant.ingest.own_json import as_json_text
from assistant.ingest.readers.registry import JSON_READERS
from assistant.ingest.reading import read_bytes, read_text
from tests.ingest.exports import EXPORTS, TALKS, Talk, as_file, damaged
from tests.ingest.reading_forms import said

TOOLS = st.sampled_from(sorted(EXPORTS))


def _read(document: Any) -> Transcript:
    return read_bytes(as_file(document), name="call.json")


def test_every_json_reader_has_a_strategy() -> None:
    assert set(EXPORTS) == {reader.id for reader in JSON_READERS}


@settings(deadline=None)
@given(tool=TOOLS, talk=TALKS)
def test_what_a_tool_writes_is_read(tool: str, talk: Talk) -> None:
    read = _read(EXPORTS[tool](talk))
    assert read.format == tool
    assert [turn.text for turn in read.turns] == [words for _, words in talk]
    assert [turn.start for turn in read.turns] in (
        [float(at) for at in range(len(talk))],
        [None] * len(talk),
    )
    if tool != "aws_call_analytics":
        assert [turn.speaker for turn in read.turns] == [name for name, _ in talk]


@settings(deadline=None)
@given(tool=TOOLS, talk=TALKS, data=st.data())
def test_damaged_it_is_read_or_refused(tool: str, talk: Talk, data: st.DataObject) -> None:
    document = data.draw(damaged(copy.deepcopy(EXPORTS[tool](talk))))
    with suppress(BadInput):
        read = _read(document)
        assert any(turn.text.strip() for turn in read.turns)
        read.model_dump_json().encode("utf-8")
        assert read_text(as_json_text(read)) == read


@settings(deadline=None)
@given(tool=TOOLS, talk=TALKS, data=st.data())
def test_cut_off_it_is_refused_with_the_line(tool: str, talk: Talk, data: st.DataObject) -> None:
    whole = json.dumps(EXPORTS[tool](talk), indent=1)
    cut = whole[: data.draw(st.integers(4, len(whole) - 1))]
    with pytest.raises(BadInput, match=r"call.json:\d+: this is JSON that is damaged or cut off"):
        read_bytes(cut.encode("utf-8"), name="call.json")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": ' * 100_000, "too deep"),
        ("[{" + '"a": [{' * 50_000, "too deep"),
        ('{"a": ' + "9" * 5_000 + "}", "thousands of digits"),
        ('{"a": 1}', "a form that is not known"),
        ('[{"speaker": "Dana", "text": "hi"}]', "a form that is not known"),
        ('{"callTranscripts": []}', "without a word that was said"),
        ('{"callTranscripts": [{}, {}]}', "holds 2 Gong calls"),
        ('{"segments": [{"text": " ", "start": 0, "end": 1}]}', "holds no words"),
    ],
    ids=lambda text: text[:12],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadInput, match=message) as refused:
        read_bytes(text.encode("utf-8"), name="call.json")
    assert str(refused.value).startswith("call.json:")


def test_more_values_than_can_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MOST_VALUES", 10)
    with pytest.raises(BadInput, match="more than 10 values"):
        read_text('{"a": [' + "1," * 10 + "1]}")
    assert read_text("[laughs] so, a, b, c, d, e, f, g, h, i, j, k, you know?").turns


def test_json_may_be_larger_than_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.ingest.reading.MOST_BYTES", 100)
    document = {"segments": [{"text": "hi " * 100, "start": 0, "end": 1}]}
    assert _read(document).turns
    with pytest.raises(BadInput, match="larger than"):
        read_bytes(b"Dana: hi\n" * 20, name="call.txt")
    monkeypatch.setattr("assistant.ingest.reading.JSON_BYTES", 200)
    with pytest.raises(BadInput, match="larger than"):
        _read(document)


def test_broken_characters_are_replaced() -> None:
    document = {"segments": [{"text": "a\ud800b\0c\r\nd", "start": 0, "end": 1}]}
    assert said(_read(document)) == [(None, "a\ufffdb\ufffdc d")]


def test_hours_over_99_and_no_times() -> None:
    said_late = [
        {"text": "late.", "start": 400_000, "end": 400_001},
        {"text": "never.", "start": 1e99, "end": -1},
        {"text": "back.", "start": 5, "end": 6},
    ]
    read = _read({"segments": said_late})
    assert [(turn.start, turn.end) for turn in read.turns] == [
        (400_000.0, 400_001.0),
        (None, None),
        (5.0, 6.0),
    ]


def test_two_parties_of_one_name_and_a_speaker_without_a_party() -> None:
    document = {
        "callTranscripts": [
            {
                "callId": "1",
                "transcript": [
                    {"speakerId": "1", "sentences": [{"text": "hi", "start": 0, "end": 1}]},
                    {"speakerId": "2", "sentences": [{"text": "yes", "start": 1, "end": 2}]},
                    {"speakerId": "9", "sentences": [{"text": "no", "start": 2, "end": 3}]},
                ],
            }
        ],
        "calls": [
            {
                "metaData": {"id": "1"},
                "parties": [
                    {"speakerId": "1", "name": "Kim", "affiliation": "Internal"},
                    {"speakerId": "2", "name": "Kim", "affiliation": "External"},
                ],
            }
        ],
    }
    read = _read(document)
    assert [(turn.speaker, turn.side, turn.text) for turn in read.turns] == [
        ("Kim", Side.REP, "hi"),
        ("Kim (2)", Side.PROSPECT, "yes"),
        ("Speaker 1", Side.UNKNOWN, "no"),
    ]


def test_the_kind_that_is_asked_for() -> None:
    document = {"segments": [{"text": "hi", "start": 0, "end": 1}]}
    text = as_file(document)
    assert read_bytes(text, name="a").kind is Kind.CALL
    assert read_bytes(text, name="a", kind=Kind.NOTES).kind is Kind.NOTES
