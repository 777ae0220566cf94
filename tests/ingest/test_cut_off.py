"""A file that ends inside its last word: the words are kept, and the end is noted."""

import pytest

from assistant.domain.fields import Kind
from assistant.ingest.reading import read_bytes, read_text

VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n{}hello\n\n00:03.000 --> 00:04.000\n{}so we beg"
TALK = "Dana: Hi there.\nLuis: Yes?\nDana: Now, this is where I beg"
CUT = {
    "vtt": (VTT.format("Dana: ", "Luis: "), 7),
    "voices": (VTT.format("<v Dana>", "<v Luis>"), 7),
    "srt": ("1\n00:00:01,000 --> 00:00:02,000\nhello\n\n2\n00:00:03,000 --> 00:00:04,000\nbeg", 7),
    "header_lines": ("Dana  0:01\nhello\n\nLuis  0:03\nso we beg", 5),
    "google_meet": ("Call - Transcript\n00:00:00\nDana: hello\nLuis: so we beg", 4),
    "name_text": (TALK, 3),
    "stamped": ("[00:01] Dana: Hi.\r\n[00:03] Luis: Yes.\r\n[00:05] Dana: So we beg", 3),
}
WHOLE = {
    "its line end is there": TALK + "\n",
    "it ends as a sentence does": TALK + "in.",
    "a voice is closed": VTT.format("<v Dana>", "<v Luis>") + "</v>",
    "hardly any line ends so": "Dana: Hi there\nLuis: Yes\nDana: Well\nLuis: Now, this is it",
    "it is one line": "Dana: well, this is it",
    "what could not be heard": TALK + " [inaudible]",
}


@pytest.mark.parametrize("form", CUT)
def test_it_is_kept_and_noted(form: str) -> None:
    text, line = CUT[form]
    read = read_bytes(text.encode("utf-8"), name="call", kind=Kind.CALL)
    assert read.turns[-1].text.endswith("beg")
    note = f"line {line}: the file ends here without a line end; its last words may be cut off"
    assert read.warnings == (note,)


@pytest.mark.parametrize("what", WHOLE)
def test_what_looks_whole_is_not_noted(what: str) -> None:
    assert read_bytes(WHOLE[what].encode("utf-8"), name="call").warnings == ()


def test_notes_and_what_is_pasted_end_as_they_come() -> None:
    notes = b"Met Dana.\nBudget is forty.\nnext week she will se"
    assert read_bytes(notes, name="notes", kind=Kind.NOTES).warnings == ()
    assert read_text(TALK).warnings == ()


def test_what_ends_inside_a_cue_is_noted_once() -> None:
    text = VTT.format("", "") + "in.\n\n00:05.000 --> 00:06.0"
    read = read_bytes(text.encode("utf-8"), name="call")
    assert len(read.warnings) == 1
