"""A transcript that grows gives the same turns as the whole file, however it is cut."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.ingest.growing.bytes_so_far import text_so_far
from assistant.ingest.growing.transcript import GrowingTranscript
from assistant.ingest.pieces import Piece
from assistant.ingest.reading import read_file, read_text

SAMPLES = Path(__file__).parents[2] / "transcripts" / "samples"
FOLLOWED = ("bakery.srt", "clinic.txt", "freight.vtt", "hotel_no_names.vtt", "school_stamped.txt")
ROLLING = """WEBVTT

00:00:01.000 --> 00:00:03.000 align:start position:0%
 
Good<00:00:01.300><c> morning</c><00:00:01.600><c> all</c>

00:00:03.000 --> 00:00:03.010 align:start position:0%
Good morning all

00:00:03.010 --> 00:00:05.000 align:start position:0%
Good morning all
we<00:00:03.300><c> lose</c><00:00:03.600><c> trucks.</c>
"""  # noqa: W293

Said = tuple[str | None, str]


def said(pieces: Iterable[Piece]) -> list[Said]:
    return [(piece.speaker, piece.text) for piece in pieces]


def grown(texts: Sequence[str], heard: Sequence[Said] = ()) -> list[Said]:
    """The turns that come out while a text becomes each of these, one after the other."""
    growing = GrowingTranscript(heard)
    turns = [turn for text in texts for turn in growing.grow(text).finished]
    return said((*turns, *growing.settle().finished))


def prefixes(text: str, cuts: Iterable[int]) -> list[str]:
    return [text[: cut % (len(text) + 1)] for cut in sorted(cuts)] + [text]


@pytest.mark.parametrize("name", FOLLOWED)
@pytest.mark.parametrize("step", [11, 400, 10**6])
def test_samples_give_the_turns_of_the_whole_file(name: str, step: int) -> None:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    growing = GrowingTranscript()
    ends = [*range(step, len(text), step), len(text)]
    turns = [turn for end in ends for turn in growing.grow(text[:end]).finished]
    turns += growing.settle().finished
    assert [(t.speaker, t.text, t.start, t.end, t.line) for t in turns] == [
        (turn.speaker, turn.text, turn.start, turn.end, turn.line)
        for turn in read_file(SAMPLES / name).turns
        if turn.text.strip()
    ]
    assert growing.format == read_file(SAMPLES / name).format


MEET = Path(__file__).parents[2] / "transcripts" / "formats" / "google_meet.txt"


@pytest.mark.parametrize("head", ["", "Attendees\nNoor Haddad, Felix Brand\u00e3o\n"])
@pytest.mark.parametrize("step", [7, 10**6])
def test_times_of_google_meet_stand_above_what_was_said_then(head: str, step: int) -> None:
    title, line, blocks = MEET.read_text(encoding="utf-8").partition(" - Transcript\n")
    text = title + line + head + blocks
    growing = GrowingTranscript()
    ends = [*range(step, len(text), step), len(text)]
    turns = [turn for end in ends for turn in growing.grow(text[:end]).finished]
    turns += growing.settle().finished
    assert [(t.speaker, t.text, t.start, t.line) for t in turns] == [
        (turn.speaker, turn.text, turn.start, turn.line) for turn in read_text(text).turns
    ]
    assert growing.format == read_text(text).format == "google_meet"


def test_rolling_captions_are_heard_once() -> None:
    turns = grown(prefixes(ROLLING, range(len(ROLLING))))
    assert " ".join(text for _, text in turns) == "Good morning all we lose trucks."


COLONS = [
    ("Acme: Dana Reyes", "Hi: all."),
    ("Luis", "Yes."),
    ("Acme: Dana Reyes", "So: now?"),
    ("Acme: Ken Bo", "Well: no."),
    ("Luis", "Note: it is new."),
    ("ACME: EU: dana", "Hm."),
    ("ACME: EU: dana", "Oh."),
]
CUT_FIRST = {0: ("Acme", "Dana Reyes: Hi: all."), 5: ("ACME", "EU: dana: Hm.")}
"""What a name with colons is cut to when it comes for the first time."""


@pytest.mark.parametrize(
    "form", ["{}: {}\n", "[00:00:01] {}: {}\n", "\n1\n00:01.000 --> 00:01.900\n{}: {}\n"]
)
def test_a_name_with_colons_is_whole_once_it_comes_again(form: str) -> None:
    text = "".join(form.format(*one) for one in COLONS).lstrip()
    expected: list[Said] = [CUT_FIRST.get(n, one) for n, one in enumerate(COLONS)]
    for cuts in ((), range(len(text))):
        assert grown(prefixes(text, cuts)) == expected
    names = [one.name for one in read_text(text).participants]
    assert names == list(dict.fromkeys(name for name, _ in COLONS))


words = st.text(st.sampled_from("ab ,é:?\U0001f600"), max_size=12)
rows = st.builds("{}{}".format, st.sampled_from(["Dana: ", "Luis: ", "stokes: ", ""]), words)
cues = st.builds("00:00:{:02}.000 --> 00:00:{:02}.500\n{}{}\n\n".format, st.integers(0, 58),
                 st.integers(0, 58), st.sampled_from(["<v Ana>", "Ben: ", ""]), words)  # fmt: skip
texts = st.one_of(
    st.lists(rows, min_size=1, max_size=12).map("\n".join),
    st.lists(rows, min_size=1, max_size=12).map("\r\n".join),
    st.lists(cues, min_size=1, max_size=8).map(lambda some: "WEBVTT\n\n" + "".join(some)),
    st.lists(cues, min_size=1, max_size=8).map(
        lambda some: "".join(f"{at}\n{cue}" for at, cue in enumerate(some, 1)).replace(".", ",")
    ),
)


@settings(deadline=None, max_examples=150)
@given(texts, st.lists(st.integers(0, 2000), max_size=12))
def test_however_it_is_cut_the_turns_are_the_same(text: str, cuts: list[int]) -> None:
    assert grown(prefixes(text, cuts)) == grown([text])


@settings(deadline=None, max_examples=100)
@given(texts, st.lists(st.integers(0, 2000), max_size=6), st.integers(0, 12))
def test_after_a_kill_it_goes_on_without_duplicates(
    text: str, cuts: list[int], stored: int
) -> None:
    turns = grown([text])
    heard = turns[:stored]
    again = grown(prefixes(text, cuts), heard)
    assert [text for _, text in heard + again] == [text for _, text in turns]


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.sampled_from(["Dana: Hi", "Luis: Yes", "Luis: Hi"]), max_size=8),
    st.lists(words.filter(str.strip), min_size=1, max_size=5),
    st.booleans(),
)
def test_the_last_line_may_be_written_anew(
    before: list[str],
    versions: list[str],
    ended: bool,
) -> None:
    end = "\n" if ended else ""
    files = ["\n".join([*before, f"Luis: {words}"]) + end for words in versions]
    assert grown(files) == grown([files[-1]])


def test_the_open_turn_is_shown_and_changes() -> None:
    growing = GrowingTranscript()
    first = growing.grow("Dana: Hi there\nLuis: We have fo")
    assert (said(first.finished), said(first.open)) == (
        [("Dana", "Hi there")],
        [("Luis", "We have fo")],
    )
    second = growing.grow("Dana: Hi there\nLuis: We have forty thousand")
    assert (said(second.finished), said(second.open)) == ([], [("Luis", "We have forty thousand")])


def test_a_carriage_return_writes_the_line_anew() -> None:
    assert grown(["Luis: for\rLuis: forty\x1b[2K\rLuis: forty thousand\r\nDana: Ok\r\n"]) == [
        ("Luis", "forty thousand"),
        ("Dana", "Ok"),
    ]


def test_words_after_a_pause_are_a_turn_of_the_same_speaker() -> None:
    growing = GrowingTranscript()
    growing.grow("Dana: Hi\nLuis: We have forty")
    assert said(growing.settle().finished) == [("Luis", "We have forty")]
    assert said(growing.grow("Dana: Hi\nLuis: We have forty thousand a year\n").open) == [
        ("Luis", "thousand a year")
    ]
    assert said(growing.settle().finished) == [("Luis", "thousand a year")]


def test_half_a_word_that_goes_on_after_a_pause_is_heard_whole() -> None:
    growing = GrowingTranscript()
    growing.grow("Dana: Hi\nLuis: We have for")
    growing.settle()
    growing.grow("Dana: Hi\nLuis: We have forty thousand\n")
    assert said(growing.settle().finished) == [("Luis", "forty thousand")]
    again = [("Dana", "Hi"), ("Luis", "We have for"), ("Luis", "forty thousand")]
    assert grown(["Dana: Hi\nLuis: We have forty thousand\n"], again) == []


def test_a_full_stop_that_comes_after_a_pause_is_no_turn() -> None:
    growing = GrowingTranscript()
    growing.grow("Dana: Hi\nLuis: We have forty")
    growing.settle()
    growing.grow("Dana: Hi\nLuis: We have forty.\nDana: Good\n")
    assert said(growing.settle().finished) == [("Dana", "Good")]


def test_silence_between_times_and_words_loses_nothing() -> None:
    growing = GrowingTranscript()
    head = "WEBVTT\n\n00:01.000 --> 00:02.000\nBen: Hello.\n\n00:03.000 --> 00:04.000\n"
    growing.grow(head)
    first = growing.settle().finished
    growing.grow(head + "Ana: Trucks.\n")
    assert said((*first, *growing.settle().finished)) == [("Ben", "Hello."), ("Ana", "Trucks.")]


def test_another_file_in_its_place_is_read_whole_and_the_old_end_is_kept() -> None:
    growing = GrowingTranscript()
    old = "Dana: Hi\nLuis: Trucks are late\nLuis: We pay forty"
    turns = [*growing.grow(old).finished]
    turns += growing.grow("Ana: Hello\nBen: Hello\nAna: Bye\n").finished
    turns += growing.settle().finished
    assert said(turns) == [
        ("Dana", "Hi"), ("Luis", "Trucks are late"), ("Luis", "We pay forty"),
        ("Ana", "Hello"), ("Ben", "Hello"), ("Ana", "Bye"),
    ]  # fmt: skip


def test_a_file_cut_off_and_written_again_gives_nothing_twice() -> None:
    full = "Dana: Hi\nLuis: Trucks are late\nLuis: We pay forty\nDana: Good\n"
    assert grown([full, "", full[:20], full]) == grown([full])


def test_a_line_put_right_above_is_heard_as_new_and_nothing_else_again() -> None:
    lines = ["Dana: Hi", "Luis: The tracks are late", "Luis: We pay forty thousand", "Dana: Good"]
    put_right = [lines[0], "Luis: The trucks are late", *lines[2:], "Luis: Bye"]
    assert grown(["\n".join(lines), "\n".join(put_right)]) == [
        *grown(["\n".join(lines[:3])]),
        ("Luis", "The trucks are late"),
        ("Dana", "Good"),
        ("Luis", "Bye"),
    ]


def test_names_that_come_late_give_nothing_twice() -> None:
    before = "Speaker 1: Hi\nSpeaker 2: Trucks are late\nSpeaker 1: How often?\n"
    after = before.replace("Speaker 1", "Dana").replace("Speaker 2", "Luis")
    assert grown([before, after + "Luis: Daily\n"]) == [
        ("Speaker 1", "Hi"),
        ("Speaker 2", "Trucks are late"),
        ("Dana", "How often?"),
        ("Luis", "Daily"),
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffDana: é".encode(), "Dana: é"),
        ("Dana: é".encode()[:-1], "Dana: "),
        ("\ufeffDana: é".encode("utf-16-le"), "Dana: é"),
        ("\ufeffDana: é".encode("utf-16-le")[:-1], "Dana: "),
        ("Dana: caf\xe9, Luis".encode("cp1252"), "Dana: café, Luis"),
        (b"Dana: hi\0\0\0", "Dana: hi"),
    ],
)
def test_bytes_so_far(data: bytes, text: str) -> None:
    assert text_so_far(data) == text
