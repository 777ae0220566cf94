"""What interfaces give as a list of calls: one is read, several are refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.errors import BadInput
from assistant.ingest.reading import read_file, read_text

FORMATS = Path(__file__).parents[2] / "transcripts" / "formats"
WRAPPED: list[tuple[str, Callable[[Any], Any], Callable[[Any], Any]]] = [
    ("avoma", lambda one: [one], lambda one: [one, one]),
    ("avoma", lambda one: {"results": [one]}, lambda one: {"results": [one, one]}),
    ("fathom", lambda one: {"items": [one]}, lambda one: {"items": [one, one]}),
    (
        "fireflies",
        lambda one: {"data": {"transcripts": [one["data"]["transcript"]]}},
        lambda one: {"data": {"transcripts": [one["data"]["transcript"]] * 2}},
    ),
]


@pytest.mark.parametrize(("tool", "alone", "twice"), WRAPPED)
def test_a_list_of_one_call(
    tool: str, alone: Callable[[Any], Any], twice: Callable[[Any], Any]
) -> None:
    path = FORMATS / f"{tool}.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    assert read_text(json.dumps(alone(document))) == read_file(path)
    with pytest.raises(BadInput, match=r"holds 2 \w+ calls; write each into a file of its own"):
        read_text(json.dumps(twice(document)))


@pytest.mark.parametrize("part", ["sentences", "paragraphs"])
def test_sentences_and_paragraphs_of_assemblyai(part: str) -> None:
    said = [
        {"text": "Hi there.", "start": 0, "end": 900, "speaker": "A", "words": []},
        {"text": "Hello.", "start": 1000, "end": 1900, "speaker": "B", "words": []},
    ]
    read = read_text(json.dumps({"id": "x", "audio_duration": 2, part: said}))
    assert read.format == "assemblyai"
    assert [(turn.start, turn.speaker, turn.text) for turn in read.turns] == [
        (0.0, "Speaker A", "Hi there."),
        (1.0, "Speaker B", "Hello."),
    ]
