"""Formats and kinds are found by content."""

from pathlib import Path

import pytest

from assistant.domain.fields import Kind
from assistant.ingest.marked import marked_files, plain_text, read_marked
from assistant.ingest.reading import read_file, read_text

CORPUS = Path(__file__).parents[2] / "transcripts" / "corpus"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        # notes with topics in front of colons, each once or again and again
        ("Budget: 40k\nAuthority: CFO (Priya)\nNeed: slow replies\nTimeline: ?\n", "notes"),
        (
            "Contact: Hal\nIncumbent: none\nSize: 12\nPain: chasing\nNext steps: demo\n",
            "notes",
        ),
        ("Q: budget? 40k\nQ: who signs? Priya\nQ: when? June\nQ: trial? 2 wks\n", "notes"),
        ("10:02 pain = late invoices\n10:05 bdgt ~40k\n10:09 Priya: signs >10k\n", "notes"),
        ("- me: sent deck\n- her: hates it\n- ask abt budget\n", "notes"),
        ("https://example.org/a\nhttps://example.org/b\n", "notes"),
        # a word too many
        ("bdgt 40k\n", "notes"),
        ("40k\n", "notes"),
        # what others said, told in whole sentences
        ("I told her so, and she said that's not what he wants.\nHe laughed, he knows.\n", "notes"),
        ('A = owner, B = chef\nA: "it leaks"\nB: "drips"\nA: "call in May"\n', "notes"),
        ('Ana: "Hi, how are you?"\nBen: "Fine, thanks."\nAna: "So?"\nBen: "Well."\n', "name_text"),
        # talk, with and without names
        ("Dana: Hi.\n", "name_text"),
        ("Dana: Hi.\nLuis: Hello.\n", "name_text"),
        ("dana: hi\nluis: hello\ndana: so\n", "name_text"),
        ("Me: hi\nThem: hello\nMe: so, budget: any?\n", "name_text"),
        ("Hi, how are you?\nI'm fine, thanks.\n", "paste"),
        ("so what do you use today\num we're on excel you know\n", "paste"),
        # captions by their times, whatever the file is called
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHi.\n", "vtt"),
        ("00:00:01.000 --> 00:00:02.000\nHi.\n", "srt"),
        ("1\n00:00:01,000 --> 00:00:02,000\nHi.\n", "srt"),
        ("click File --> Save, then send it to Priya\n", "notes"),
    ],
)
def test_format(text: str, form: str) -> None:
    assert read_text(text).format == form


def test_the_files_name_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "call.vtt"
    path.write_text("Dana: Hi.\nLuis: Hello.\n", encoding="utf-8")
    assert read_file(path).format == "name_text"


@pytest.mark.parametrize("path", marked_files(CORPUS), ids=lambda path: path.stem)
def test_marked_calls_are_read_turn_by_turn(path: Path) -> None:
    call = read_marked(path)
    read = read_text(plain_text(call), kind=call.kind)
    assert read.kind is call.kind
    assert [(turn.speaker, turn.text) for turn in read.turns] == [
        (turn.speaker, turn.text) for turn in call.turns
    ]


def test_kinds_of_marked_calls_are_mostly_found() -> None:
    calls = [read_marked(path) for path in marked_files(CORPUS)]
    wrong = [call.id for call in calls if read_text(plain_text(call)).kind is not call.kind]
    # notes written or dictated as if to a friend can't be told from a call without names
    assert len(wrong) <= 0.004 * len(calls)


def test_calls_without_names_are_mostly_found() -> None:
    calls = [read_marked(path) for path in marked_files(CORPUS)]
    texts = [
        "\n".join(turn.text for turn in call.turns) for call in calls if call.kind is Kind.CALL
    ]
    found = sum(read_text(text).kind is Kind.CALL for text in texts)
    assert found >= 0.998 * len(texts)
