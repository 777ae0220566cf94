"""WebVTT and SRT."""

from datetime import date

import pysubs2
import pytest
import webvtt

from assistant.domain.fields import Kind
from assistant.domain.transcript import Transcript
from assistant.ingest.lines import split_lines
from assistant.ingest.readers.cues import read_cues
from assistant.ingest.reading import read_text

T1, T2, T3 = (
    "00:00:01.000 --> 00:00:02.500",
    "00:00:02.600 --> 00:00:04.000",
    "00:00:04.100 --> 00:00:06.000",
)


def _turns(read: Transcript) -> list[tuple[str | None, str, float | None, float | None]]:
    return [(turn.speaker, turn.text, turn.start, turn.end) for turn in read.turns]


def _said(text: str) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in read_text(text).turns]


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        # a run of one speaker's cues is one turn
        (
            f"1\n{T1}\n<v Dana>Hi,\nso</v>\n\n2\n{T2}\n<v Dana>you?</v>\n\n3\n{T3}\n<v Luis>Fine.",
            [("Dana", "Hi, so you?", 1.0, 4.0), ("Luis", "Fine.", 4.1, 6.0)],
        ),
        # entities in names and words; classes; other tags
        (
            f"{T1}\n<v.loud Carlos Far&#237;as>A &lt;b&gt; &amp; <i>c</i> <c.red>d</c></v>\n",
            [("Carlos Farías", "A <b> & c d", 1.0, 2.5)],
        ),
        (
            f"{T1}\n<v Graham, Ken (Contractor)>Morning.</v>\n",
            [("Graham, Ken (Contractor)", "Morning.", 1.0, 2.5)],
        ),
        # two voices in one cue
        (
            f"{T1}\n<v Dana>Hi.</v> <v Luis>Hello.</v>\n",
            [("Dana", "Hi.", 1.0, 2.5), ("Luis", "Hello.", 1.0, 2.5)],
        ),
        # what is no tag is words
        (
            f"{T1}\n<v Dana>It is <40k and >10k <3</v>\n",
            [("Dana", "It is <40k and >10k <3", 1.0, 2.5)],
        ),
        # names in front of the words; a nameless cue goes on
        (
            f"1\n{T1}\nDana: So:\n\n2\n{T2}\nwhat now?\n\n3\n{T3}\nLuis: Note: nothing.\n",
            [("Dana", "So: what now?", 1.0, 4.0), ("Luis", "Note: nothing.", 4.1, 6.0)],
        ),
        # names beside the cue number
        (
            f'1 "" (0)\n{T1}\nOkay.\n\n2 "Sara Weiss (she/her)" (33304)\n{T2}\nThanks.\n',
            [(None, "Okay.", 1.0, 2.5), ("Sara Weiss (she/her)", "Thanks.", 2.6, 4.0)],
        ),
        # nobody named: a turn ends with a sentence, at a pause, or at a mark
        (
            f"{T1}\nso what\n\n{T2}\ndo you use?\n\n{T3}\nExcel.\n",
            [(None, "so what do you use?", 1.0, 4.0), (None, "Excel.", 4.1, 6.0)],
        ),
        (
            f"{T1}\nso what\n\n00:00:09.000 --> 00:00:10.000\nuh excel\n",
            [(None, "so what", 1.0, 2.5), (None, "uh excel", 9.0, 10.0)],
        ),
        (
            f"{T1}\n- so what\n- excel\n\n{T2}\n>> oh\n",
            [(None, "so what", 1.0, 2.5), (None, "excel", 1.0, 2.5), (None, "oh", 2.6, 4.0)],
        ),
        # short times, no hours, settings behind the times
        ("0:0:1.0 --> 0:0:5.32\n<v Dana>Hi.</v>\n", [("Dana", "Hi.", 1.0, 5.32)]),
        ("00:01.000 --> 00:02.000 align:start position:0%\nHi.\n", [(None, "Hi.", 1.0, 2.0)]),
        # the recording's clock
        ("00:12:44.310 --> 00:12:46.150\nDana: Hi.\n", [("Dana", "Hi.", 764.31, 766.15)]),
        ("16:00:00.000 --> 16:00:02.000\nDana: Hi.\n", [("Dana", "Hi.", 0.0, 2.0)]),
        # comments and styles are no words
        (
            f"STYLE\n::cue {{ color: red }}\n\nNOTE one\ntwo\n\n{T1}\nDana: Hi.\n\nNOTE bye\n",
            [("Dana", "Hi.", 1.0, 2.5)],
        ),
        # empty cues
        (f"{T1}\n\n{T2}\nDana: Hi.\n", [("Dana", "Hi.", 2.6, 4.0)]),
    ],
)
def test_vtt(cues: str, expected: list[tuple[str | None, str, float | None, float | None]]) -> None:
    for head in ("WEBVTT\n\n", "\ufeffWEBVTT - recorded\nKind: captions\n\n"):
        for text in (head + cues, (head + cues).replace("\n", "\r\n")):
            read = read_text(text)
            assert (read.format, read.kind, read.warnings) == ("vtt", Kind.CALL, ())
            assert _turns(read) == expected


def test_rolling_captions_say_every_line_once() -> None:
    text = (
        "WEBVTT\n\n"
        "00:00:01.000 --> 00:00:02.000 align:start position:0%\n \n"
        "so<00:00:01.200><c> what</c><00:00:01.400><c> now</c>\n\n"
        "00:00:02.000 --> 00:00:02.010\nso what now\n \n\n"
        "00:00:02.010 --> 00:00:04.000\nso what now\nlet's<00:00:02.400><c> see</c>\n"
    )
    assert _said(text) == [(None, "so what now let's see")]


def test_a_line_said_twice_stays_twice() -> None:
    assert _said(f"WEBVTT\n\n{T1}\nDana: No.\n\n{T2}\nDana: No.\n") == [("Dana", "No. No.")]


@pytest.mark.parametrize(
    ("text", "expected", "warnings"),
    [
        (
            f"WEBVTT\n\n1\n00:00:0x --> 00:00:02\n<v Dana>Hi.</v>\n\n2\n{T2}\n<v Luis>Yes.</v>\n",
            [("Dana", "Hi."), ("Luis", "Yes.")],
            ("line 4: the times of a cue cannot be read; its words are kept",),
        ),
        (
            f"WEBVTT\n\n{T1}\n<v Dana>Hi.</v>\n\n<v Luis>Lost.</v>\n\n{T2}\n<v Luis>Yes.</v>\n",
            [("Dana", "Hi."), ("Luis", "Lost. Yes.")],
            ("line 6: words that belong to no cue are kept",),
        ),
        (
            f"WEBVTT\n\n{T1}\n<v Dana>Hi there</v>\n\n2\n00:00:02.6",
            [("Dana", "Hi there")],
            ("line 7: the file ends inside a cue",),
        ),
        (
            f"WEBVTT\n\n1\n{T1}\n<v Dana>Hi.</v>\n\n2\n",
            [("Dana", "Hi.")],
            ("line 7: the file ends inside a cue",),
        ),
        (
            f"WEBVTT\n\n1\n{T1}\n<v Dana>Hi.</v>\n\n2\n{T2}\n",
            [("Dana", "Hi.")],
            ("line 8: the file ends before the words of its last cue",),
        ),
        (f"WEBVTT\n{T1}\n<v Dana>Hi", [("Dana", "Hi")], ()),
        (
            "1\n00:00:01,000 --> 00:00:02,500\nDana: About\n50\n\nor so.\n",
            [("Dana", "About 50 or so.")],
            ("line 6: words that belong to no cue are kept",),
        ),
    ],
)
def test_broken_captions_lose_no_words_and_tell(
    text: str, expected: list[tuple[str | None, str]], warnings: tuple[str, ...]
) -> None:
    read = read_text(text)
    assert [(turn.speaker, turn.text) for turn in read.turns] == expected
    assert read.warnings == warnings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "1\n00:00:01,000 --> 00:00:02,500\nDana: Hi,\n<i>you</i>.\n\n"
                "2\n00:00:02,600 --> 00:00:04,000\nLuis: {\\an8}Yes.\n"
            ),
            [("Dana", "Hi, you.", 1.0, 2.5), ("Luis", "Yes.", 2.6, 4.0)],
        ),
        # no blank lines between cues; numbers that are words
        (
            (
                "1\n00:00:01,000 --> 00:00:02,500\nMany?\n2\n00:00:02,600 --> 00:00:04,000\n27\n"
                "3\n00:00:04,500 --> 00:00:06,000\nOkay.\n"
            ),
            [(None, "Many?", 1.0, 2.5), (None, "27 Okay.", 2.6, 6.0)],
        ),
        # a last line that is a number is said, not a cue's number
        (
            "1\n00:00:01,000 --> 00:00:02,500\nDana: About\n50\n\n",
            [("Dana", "About 50", 1.0, 2.5)],
        ),
        # names in brackets behind the times
        (
            (
                "00:00:00,069 --> 00:00:01,220 [speaker_0]\nsure, but\n\n"
                "00:00:01,640 --> 00:00:02,590 [speaker_1]\nYeah.\n"
            ),
            [("speaker_0", "sure, but", 0.069, 1.22), ("speaker_1", "Yeah.", 1.64, 2.59)],
        ),
        # entities are WebVTT's; here they are words
        ("1\n00:00:01,000 --> 00:00:02,000\nQ&amp;A\n", [(None, "Q&amp;A", 1.0, 2.0)]),
    ],
)
def test_srt(text: str, expected: list[tuple[str | None, str, float | None, float | None]]) -> None:
    read = read_text(text)
    assert (read.format, read.warnings) == ("srt", ())
    assert _turns(read) == expected


def test_the_line_of_a_turn_is_that_of_its_first_words() -> None:
    read = read_text(f"WEBVTT\n\n1\n{T1}\n<v Dana>Hi,\nyou.</v>\n\n2\n{T2}\n\n<v Luis>Yes.</v>\n")
    assert [turn.line for turn in read.turns] == [5, 11]


def test_title_and_date_in_a_note() -> None:
    read = read_text(f"WEBVTT\n\nNOTE\nTitle: First call\nDate: 2026-03-12\n\n{T1}\nHi.\n")
    assert (read.title, read.call_date) == ("First call", date(2026, 3, 12))


def test_dictated_notes_may_come_as_captions() -> None:
    read = read_text(f"WEBVTT\n\n{T1}\nbudget is 40k\n", kind=Kind.NOTES)
    assert (read.format, read.kind) == ("vtt", Kind.NOTES)


WELL_FORMED = [
    ("1", 1.0, 2.5, ["So what do you use?"]),
    ("2", 2.6, 4.0, ["Two lines", "of words."]),
    ("3", 3725.125, 3726.5, ["27 of them"]),
]


def test_well_formed_cues_equal_those_of_webvtt_py() -> None:
    text = "WEBVTT\n\n" + "".join(
        f"{label}\n{_clock(start)} --> {_clock(end)}\n" + "\n".join(words) + "\n\n"
        for label, start, end, words in WELL_FORMED
    )
    theirs = [
        (each.identifier, each.start, each.end, each.lines)
        for each in webvtt.from_string(text).captions
    ]
    ours, warnings = read_cues(split_lines(text)[2:])
    assert [
        (cue.label, _clock(cue.start), _clock(cue.end), [line.text for line in cue.words])
        for cue in ours
    ] == theirs
    assert not warnings


def test_well_formed_cues_equal_those_of_pysubs2() -> None:
    text = "".join(
        f"{label}\n{_clock(start, ',')} --> {_clock(end, ',')}\n" + "\n".join(words) + "\n\n"
        for label, start, end, words in WELL_FORMED
    )
    theirs = [
        (each.start, each.end, each.plaintext.split("\n"))
        for each in pysubs2.SSAFile.from_string(text)
    ]
    ours, warnings = read_cues(split_lines(text))
    assert [
        (
            round((cue.start or 0) * 1000),
            round((cue.end or 0) * 1000),
            [line.text for line in cue.words],
        )
        for cue in ours
    ] == theirs
    assert not warnings


def _clock(seconds: float | None, point: str = ".") -> str:
    milliseconds = round((seconds or 0) * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{point}{rest % 1000:03}"
