"""Lines with a name and a time, the words below them."""

from datetime import date

import pytest

from assistant.ingest.reading import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Emma  54:33  \r\nI thank\r\nyou.\r\n\r\nSpeaker 1  1:02:07  \r\nBye.\r\n",
            [(2, 3273.0, "Emma", "I thank you."), (6, 3727.0, "Speaker 1", "Bye.")],
        ),
        (
            "Dana Ruiz   0:03\nHi.\nLuis Oke   0:05\nYes.\nBut.\n",
            [(2, 3.0, "Dana Ruiz", "Hi."), (4, 5.0, "Luis Oke", "Yes. But.")],
        ),
        # one run of one speaker is one turn
        (
            "[Dana] 10:03:12\nMorning.\n\n[Dana] 10:03:14\nAre we on?\n\n[Luis] 10:03:20\nYes.\n",
            [(2, 0.0, "Dana", "Morning. Are we on?"), (8, 8.0, "Luis", "Yes.")],
        ),
        (
            "Speaker 1 (00:02):\nThanks.\n\nSpeaker 2 (00:12):\nSure: [inaudible 00:14] happy.\n",
            [
                (2, 2.0, "Speaker 1", "Thanks."),
                (5, 12.0, "Speaker 2", "Sure: [inaudible 00:14] happy."),
            ],
        ),
        (
            "0:00 - Dana (Wrenfold)\n  Hello.\n\n0:55 - Luis (Harrow Lane)\n  Hi.\n",
            [(2, 0.0, "Dana (Wrenfold)", "Hello."), (5, 55.0, "Luis (Harrow Lane)", "Hi.")],
        ),
        # times alone: nobody is named, so turns end with sentences
        (
            "0:00\nhello there\n0:03\nyou all.\n1:02:45\nthat's a wrap\n",
            [(2, 0.0, None, "hello there you all."), (6, 3765.0, None, "that's a wrap")],
        ),
        # what the recorder adds is left out
        (
            "Emma  0:02\nThank you. Bye.\n\nTranscribed by https://otter.ai\n",
            [(2, 2.0, "Emma", "Thank you. Bye.")],
        ),
    ],
)
def test_runs_below_headers(text: str, expected: list[tuple[int, float, str | None, str]]) -> None:
    read = read_text(text)
    assert read.format == "header_lines"
    assert [(t.line, t.start, t.speaker, t.text) for t in read.turns] == expected


def test_what_stands_above_the_first_header() -> None:
    text = (
        "Web governance, weekly\n15 June 2026, 03:35am\n27m 42s\nDana started transcription\n"
        "Dana   0:03\nHi.\nLuis   0:05\nYes.\nDana stopped transcription\n"
    )
    read = read_text(text)
    assert (read.title, read.call_date) == ("Web governance, weekly", date(2026, 6, 15))
    assert [(turn.speaker, turn.text) for turn in read.turns] == [("Dana", "Hi."), ("Luis", "Yes.")]


@pytest.mark.parametrize(
    "text",
    [
        "Meet Luis  10:30\n",
        "call Luis back\nTue  10:30\nsend the pdf\nask for CFO\n",
        "Tue  10:30\nsend the pdf\nWed  11:00\nask for CFO\n",
        "Lunch (12:30)\n" + "milk, eggs, flour, two boxes\n" * 20,
    ],
)
def test_appointments_are_no_headers(text: str) -> None:
    assert read_text(text).format == "notes"


def test_what_is_said_about_a_transcription_stays() -> None:
    said = "The man from our own sales team that we met in March has started transcription"
    text = f"Dana  0:02\n{said}\nIt was Ken who started transcription.\nLuis  0:09\nOk.\n"
    assert [turn.text for turn in read_text(text).turns] == [
        f"{said} It was Ken who started transcription.",
        "Ok.",
    ]
