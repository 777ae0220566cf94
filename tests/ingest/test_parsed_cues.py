"""What webvtt-py parses is its; what it drops is kept by code of our own."""

import io
from unittest.mock import patch

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from assistant.ingest.lines import split_lines
from assistant.ingest.readers import cues
from assistant.ingest.readers.parsed_cue import parsed_cue
from assistant.ingest.reading import read_text

T1, T2 = "00:00:01.000 --> 00:00:02.500", "00:00:02.600 --> 00:00:04.000"
S1, S2 = T1.replace(".", ","), T2.replace(".", ",")
SAID = ("so what", "27", "- it is 40k", "<v Dana>Yes", "NOTE 3")


@pytest.mark.parametrize(
    ("block", "parsed"),
    [
        (["7", T1, "Hi."], ("7", "", 1.0, 2.5, 1)),
        ([T1, "Hi,", "you."], ("", "", 1.0, 2.5, 2)),
        ([T1], ("", "", 1.0, 2.5, 0)),
        ([f"{T1} align:start line:10%,end", "Hi."], ("", " align:start line:10%,end", 1.0, 2.5, 1)),
        (["0:0:1.0 --> 0:0:2.50", "Hi."], ("", "", 1.0, 2.5, 1)),
        (["7", S1, "Hi."], ("7", "", 1.0, 2.5, 1)),
        (["1", "123:00:01.000 --> 123:00:02.000", "Hi."], ("1", "", 442801.0, 442802.0, 1)),
        # not the library's
        ([S1, "Hi."], None),
        (["7", f"{S1} [Dana]", "Hi."], None),
        (["7", T1, "Hi.", "8", T2, "Yes."], None),
        (["said above", "7", T1, "Hi."], None),
        (["00:00:0x --> 00:00:02", "Hi."], None),
        (["9" * 5000 + ":00:01.000 --> 00:00:02.000", "Hi."], None),
        (["no times"], None),
    ],
)
def test_blocks(block: list[str], parsed: tuple[str, str, float, float, int] | None) -> None:
    assert parsed_cue(block) == parsed


DROPPED = {
    "times that cannot be read": ("WEBVTT", f"{T1}\nHi.\n\n00:00:0x --> 00:00:02\nLost.\n"),
    "commas in WebVTT": ("WEBVTT", f"{T1}\nHi.\n\n{S2}\nLost.\n"),
    "no fraction": ("WEBVTT", f"{T1}\nHi.\n\n00:03 --> 00:04\nLost.\n"),
    "75 minutes": ("WEBVTT", f"{T1}\nHi.\n\n75:00.000 --> 75:01.000\nLost.\n"),
    "a blank line inside a cue": ("WEBVTT", f"{T1}\nHi.\n\nLost.\n"),
    "words that begin with NOTE": ("WEBVTT", f"{T1}\nHi.\n\nNOTES: Lost.\n\n{T2}\nYes.\n"),
    "SRT without numbers": ("1", f"{S1}\nHi.\n\n{S2}\nLost.\n"),
    "a name beside SRT's times": ("1", f"{S1} [Lost]\nHi.\n\n2\n{S2} [Lost]\nYes.\n"),
}
"""Files of which webvtt-py loses words or a name: the first line, and the rest."""


@pytest.mark.parametrize("what", DROPPED)
def test_what_the_library_drops_is_kept(what: str) -> None:
    first, rest = DROPPED[what]
    text = f"{first}\n\n{rest}" if first == "WEBVTT" else f"{first}\n{rest}"
    form = "vtt" if first == "WEBVTT" else "srt"
    theirs = webvtt.WebVTT.from_buffer(io.StringIO(text), format=form)
    assert not any("Lost" in f"{cue.raw_text} {cue.settings}" for cue in theirs.captions)
    ours = read_text(text)
    assert any("Lost" in f"{turn.speaker} {turn.text}" for turn in ours.turns)


def test_the_library_takes_the_next_cues_number_for_words() -> None:
    text = f"WEBVTT\n\n1\n{T1}\nHi.\n2\n{T2}\nYes.\n"
    assert [cue.text for cue in webvtt.from_string(text).captions] == ["Hi.\n2", "Yes."]
    assert [turn.text for turn in read_text(text).turns] == ["Hi.", "Yes."]


@given(
    st.lists(
        st.tuples(st.booleans(), st.lists(st.sampled_from(SAID), max_size=3)),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from((".", ",")),
)
def test_cues_cut_line_by_line_are_those_of_the_library(
    said: list[tuple[bool, list[str]]], point: str
) -> None:
    """A damaged file is read as a whole one is, but for what is damaged."""
    blocks = []
    for number, (labelled, words) in enumerate(said, start=1):
        times = f"00:00:{number:02}.000 --> 00:00:{number:02}.900".replace(".", point)
        blocks.append("\n".join(([str(number)] if labelled else []) + [times, *words]))
    lines = split_lines("\n\n".join(blocks))
    parsed = cues.read_cues(lines)
    with patch.object(cues, "parsed_cue", lambda _: None):
        assert cues.read_cues(lines) == parsed
