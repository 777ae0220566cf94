"""Formats with one turn a line: names, stamps, pastes and notes."""

from datetime import date

import pytest

from assistant.domain.fields import Kind
from assistant.ingest.reading import read_text
from tests.ingest.reading_forms import read_said, said

TALK = "Dana: How do you do it today?\nLuis: By hand.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # never merged, also when the speaker repeats; blank lines kept
        (
            "Dana: Hi.\nDana: Still here?\n\nLuis: Yes.\n",
            [("Dana", "Hi."), ("Dana", "Still here?"), (None, ""), ("Luis", "Yes.")],
        ),
        # the first colon ends the name; others are words
        (
            "Dana: Note: it is 10:30 now.\nLuis: Right: two things: price, time.\n",
            [("Dana", "Note: it is 10:30 now."), ("Luis", "Right: two things: price, time.")],
        ),
        # nothing said; no space after the colon; white space around
        ("Dana:\nLuis:Yes.\n", [("Dana", ""), ("Luis", "Yes.")]),
        ("  Dana :  Hi. \n\tLuis\t: Yes.\t\n", [("Dana", "Hi."), ("Luis", "Yes.")]),
        ("Dana:\u00a0Hi\u00a0there.\nLuis: Yes.", [("Dana", "Hi\u00a0there."), ("Luis", "Yes.")]),
        # names of every look
        (
            "Graham, Ken (Contractor): Hi.\nDr. Iyer: Yes.\nAna 🌻: Me too.\n",
            [("Graham, Ken (Contractor)", "Hi."), ("Dr. Iyer", "Yes."), ("Ana 🌻", "Me too.")],
        ),
        (
            "Speaker 1: hi\nSPEAKER_03: yes\nsanne: um\nsanne: hi\n",
            [("Speaker 1", "hi"), ("SPEAKER_03", "yes"), ("sanne", "um"), ("sanne", "hi")],
        ),
        ("王芳: 你好\n李雷: 你好\n", [("王芳", "你好"), ("李雷", "你好")]),
        ("Mrs van Wyk: Hi.\nO'Neil-Bø: Yes.\n", [("Mrs van Wyk", "Hi."), ("O'Neil-Bø", "Yes.")]),
        ("Dana\uff1a Hi.\nLuis\uff1a Yes.\n", [("Dana", "Hi."), ("Luis", "Yes.")]),
        ("Dana: //x\nLuis: (00:12)\n", [("Dana", "//x"), ("Luis", "(00:12)")]),
        ("**Dana:** Hi.\n**Luis**: Yes: no.\n", [("Dana", "Hi."), ("Luis", "Yes: no.")]),
    ],
)
def test_name_text(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert read_said(text) == expected


def test_lines_without_a_name_go_on_with_the_speaker() -> None:
    text = (
        "Dana: So what made you take the call,\nif you don't mind me asking?\n"
        "Luis: Well, you know, it's the phones.\nNote: we don't have many.\nListen: they ring.\n"
        "https://example.org/phones\nDana: I see.\nLuis: Yeah.\n"
    )
    assert read_said(text) == [
        ("Dana", "So what made you take the call,"),
        ("Dana", "if you don't mind me asking?"),
        ("Luis", "Well, you know, it's the phones."),
        ("Luis", "Note: we don't have many."),
        ("Luis", "Listen: they ring."),
        ("Luis", "https://example.org/phones"),
        ("Dana", "I see."),
        ("Luis", "Yeah."),
    ]


def test_participants_come_in_the_order_they_speak() -> None:
    read = read_text("Luis: Hi.\nDana: Hi.\nLuis: So?\nMei: Sorry.\n")
    assert [person.name for person in read.participants] == ["Luis", "Dana", "Mei"]


@pytest.mark.parametrize(
    ("above", "day", "title"),
    [
        ("Title: First call\nDate: 2026-03-12\n\n", date(2026, 3, 12), "First call"),
        ("**Date:** March 3, 2026 at 10:00\n---\n", date(2026, 3, 3), None),
        ("Meeting date: 3rd March 2026\nParticipants: Dana, Luis\n\n", date(2026, 3, 3), None),
        ("Date: 03/04/2026\n\n", None, None),
        ("Date: 2026-02-31\n\n", None, None),
    ],
)
def test_what_stands_above_the_words_is_no_turn(
    above: str, day: date | None, title: str | None
) -> None:
    read = read_text(above + TALK)
    assert said(read) == [("Dana", "How do you do it today?"), ("Luis", "By hand.")]
    assert read.turns[0].line == above.count("\n") + 1
    assert (read.call_date, read.title) == (day, title)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[00:12:03] Dana: Hi.\n\n[00:12:05] Luis: At 10:30: yes.\n[01:00:00] Dana: Bye.\n",
            [
                (723.0, None, "Dana", "Hi."),
                (None, None, None, ""),
                (725.0, None, "Luis", "At 10:30: yes."),
                (3600.0, None, "Dana", "Bye."),
            ],
        ),
        (
            "00:12:03 Dana: Hi.\n00:12:05.250 Luis: Yes.\n",
            [(723.0, None, "Dana", "Hi."), (725.25, None, "Luis", "Yes.")],
        ),
        (
            "[00:02 - 00:04] Dana: Hi.\n[00:04 - 01:10] Luis: Yes.\n",
            [(2.0, 4.0, "Dana", "Hi."), (4.0, 70.0, "Luis", "Yes.")],
        ),
        ("0:11 : Dana Reed : Let's start.\n", [(11.0, None, "Dana Reed", "Let's start.")]),
        (
            "(00:19) Prospect (Priya - RevOps):  Fine.\n(00:21) AE: Good.\n",
            [(19.0, None, "Prospect (Priya - RevOps)", "Fine."), (21.0, None, "AE", "Good.")],
        ),
        # the time of day counts from the first line
        (
            "16:02:22 I'm here, are you?\n16:02:31 Yes, I'm here, hello!\n",
            [(0.0, None, None, "I'm here, are you?"), (9.0, None, None, "Yes, I'm here, hello!")],
        ),
        (
            "[2026-03-12T10:02:00] Dana: Hi.\n[2026-03-12T10:02:04] Luis: Yes.\n",
            [(0.0, None, "Dana", "Hi."), (4.0, None, "Luis", "Yes.")],
        ),
        # a line without a time goes on
        (
            "[00:01] Dana: Hi.\nand hello.\n[00:05] Luis: Yes.\n[00:06] Luis: I'm here.\n",
            [
                (1.0, None, "Dana", "Hi."),
                (None, None, "Dana", "and hello."),
                (5.0, None, "Luis", "Yes."),
                (6.0, None, "Luis", "I'm here."),
            ],
        ),
    ],
)
def test_stamped(
    text: str, expected: list[tuple[float | None, float | None, str | None, str]]
) -> None:
    read = read_text(text)
    assert read.format == "stamped"
    assert [(t.start, t.end, t.speaker, t.text) for t in read.turns] == expected


def test_a_paste_keeps_every_character() -> None:
    text = "So, how do you do it today?\n  Well, I don't really know, you see. \n\nRight: okay.\n"
    read = read_text(text)
    assert (read.format, read.kind) == ("paste", Kind.CALL)
    assert said(read) == [
        (None, "So, how do you do it today?"),
        (None, "  Well, I don't really know, you see. "),
        (None, ""),
        (None, "Right: okay."),
    ]


def test_notes_keep_every_line_and_character() -> None:
    text = (
        "Date: 2026-03-12\nbdgt ~40k/yr,  CFO signs >10k\n\n\t- hates current tool\nTODO: pdf\n\n"
    )
    read = read_text(text)
    assert (read.format, read.kind, read.call_date) == ("notes", Kind.NOTES, date(2026, 3, 12))
    assert [turn.text for turn in read.turns] == text.split("\n")[:-1]
    assert [turn.line for turn in read.turns] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("text", ["Budget: 40k\n", "Dana: hi\nLuis: yes\nDana: so?\n"])
def test_the_callers_kind_wins(text: str) -> None:
    notes = read_text(text, kind=Kind.NOTES)
    assert (notes.format, notes.kind) == ("notes", Kind.NOTES)
    assert [turn.text for turn in notes.turns] == text.splitlines()
    call = read_text(text, kind=Kind.CALL)
    assert call.kind is Kind.CALL
    assert call.format != "notes"
