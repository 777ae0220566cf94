"""Google Meet: the times of its blocks, however much of the document was copied."""

import pytest

from assistant.ingest.reading import read_bytes, read_text

BLOCKS = """00:00:00
\u0020
Dana Reyes: What does it cost you today, and: how often?
Luis: Hey,
Dana Reyes: per month.
\u0020
\u0020
00:01:26
\u0020
Luis: Um, about 8,000 pounds.
"""
SPOKEN = [
    ("Dana Reyes", 0.0, "What does it cost you today, and: how often?"),
    ("Luis", None, "Hey,"),
    ("Dana Reyes", None, "per month."),
    ("Luis", 86.0, "Um, about 8,000 pounds."),
]
TITLE = "Mar 12, 2026\nKajaks - Transcript\n"
END = "\nTranscription ended after 00:30:30\n"
SPANISH = """
### **La transcripción finalizó después de 00:30:30**

*Esta transcripción editable se generó por computadora y puede contener errores.*
"""
FRENCH = """
Transcription terminée après 00:30:30

Cette transcription modifiable a été générée par ordinateur.
"""


@pytest.mark.parametrize("title", ["", TITLE, "Mar 12, 2026\nKajaks\nInvited Dana Reyes Luis\n"])
@pytest.mark.parametrize("end", ["", END, SPANISH, FRENCH])
@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("\n", "\r\n"), ("00:0", "0:0"), ("\n \n", "\n\n"), ("00:01:", "## 00:01:")],
)
def test_times_of_blocks(title: str, end: str, old: str, new: str) -> None:
    text = title + BLOCKS + end
    data = (text.replace(old, new) if old else text).encode("utf-8-sig")
    read = read_bytes(data, name="call.txt")
    assert read.format == "google_meet"
    assert [(turn.speaker, turn.start, turn.text) for turn in read.turns] == SPOKEN


@pytest.mark.parametrize(
    ("text", "form"),
    [
        # words below a time, not a name
        ("0:00:00\nhello there\n0:00:03\nso: general\n0:00:07\nyes\n", "header_lines"),
        # topics below a time
        (
            "10:30:00\nBudget: 40k\nNeed: boats\n10:45:00\nNext steps: call\nTimeline: May\n",
            "notes",
        ),
        ("Dana: Hi.\nLuis: Yes.\nDana: So?\n", "name_text"),
    ],
)
def test_what_is_none(text: str, form: str) -> None:
    assert read_text(text).format == form


def test_names_with_colons_end_where_they_do_elsewhere() -> None:
    text = TITLE + "Acme: Dana: Hi.\nLuis: Yes.\nAcme: Dana: So?\n"
    assert [turn.speaker for turn in read_text(text).turns] == ["Acme: Dana", "Luis", "Acme: Dana"]
