"""Properties that hold for any text."""

from contextlib import suppress

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.domain.transcript import Transcript
from assistant.ingest.reading import read_text
from assistant.ingest.words import words
from tests.ingest.reading_forms import read_said

ESC = "\x1b"


def _is_no_name(name: str) -> bool:
    keys = words().preamble
    every = words().not_names | keys.date | keys.title | keys.other
    return all(part in every for part in name.lower().split())


_NAMES = st.sampled_from(
    ["Dana", "Luis Oke", "Dr. Iyer", "Speaker 1", "SPEAKER_03", "sanne", "Graham, Ken (IT)", "王芳"]
) | st.from_regex(r"[A-Z][a-zé]{2,9}( [A-Z][a-z]{1,9}){0,2}", fullmatch=True).filter(
    lambda name: not _is_no_name(name)
)
_WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n\u2028\u2029\ufeff"),
    max_size=60,
).map(str.strip)
_FRAGMENTS = st.sampled_from(
    [
        "WEBVTT",
        "1",
        "00:00:01.000 --> 00:00:02.000",
        "00:00:01,000 -->",
        "[00:12:03] Dana: hi",
        "Dana  00:12",
        "00:12",
        "<v Dana>hi</v>",
        "<v",
        "NOTE",
        "Dana: hi",
        "Date: 2026-99-99",
        "---",
        "",
        "\t",
        ": :",
        "{",
        "-->",
        "\x1b[31m",
        "9" * 400,
        "99999999999999999999:99:99",
    ]
)


@settings(deadline=None)
@given(text=st.text(), kind=st.sampled_from([None, *Kind]))
def test_any_text_is_read_or_refused(text: str, kind: Kind | None) -> None:
    with suppress(BadInput):
        _check(read_text(text, kind=kind))


@settings(deadline=None)
@given(
    lines=st.lists(_FRAGMENTS | st.text(max_size=10), max_size=12),
    kind=st.sampled_from([None, *Kind]),
)
def test_any_mixture_of_formats_is_read_or_refused(lines: list[str], kind: Kind | None) -> None:
    with suppress(BadInput):
        _check(read_text("\n".join(lines), kind=kind))


def _check(read: Transcript) -> None:
    assert [turn.index for turn in read.turns] == list(range(len(read.turns)))
    assert any(turn.text.strip() for turn in read.turns)
    numbers = [turn.line for turn in read.turns if turn.line is not None]
    assert numbers == sorted(numbers)
    assert len(numbers) == len(read.turns)
    names = [person.name for person in read.participants]
    assert names == list(dict.fromkeys(turn.speaker for turn in read.turns if turn.speaker))
    read.model_dump_json().encode("utf-8")


def _may_be_of_the_name(turns: list[tuple[str, str]], name: str) -> bool:
    """Whether all that somebody says more than once has a colon: it may end the name."""
    said = [words for speaker, words in turns if speaker == name]
    return len(said) > 1 and all(":" in words or "\uff1a" in words for words in said)


@settings(deadline=None)
@given(st.lists(st.tuples(_NAMES, _WORDS), min_size=1, max_size=12))
def test_turns_written_as_name_and_words_are_read_back(turns: list[tuple[str, str]]) -> None:
    assume(not any(_may_be_of_the_name(turns, name) for name, _ in turns))
    text = "".join(f"{name}: {words}\n" for name, words in turns)
    try:
        read = read_said(text, Kind.CALL)
    except BadInput:
        assert not any(words for _, words in turns) or "{{" in text
    else:
        assert read == turns


@settings(deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=12))
def test_notes_are_read_back(lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    with suppress(BadInput):
        read = read_text(text, kind=Kind.NOTES)
        if read.format == "notes":
            assert [turn.text for turn in read.turns] == lines


HOSTILE = [
    f"{ESC}[31mred{ESC}[0m {ESC}]0;title\x07",
    "[bold red]markup[/] [@click=app.bell]x[/]",
    "\u202eright to left\u202c \u200b\u2066x\u2069",
    "<script>alert(1)</script> & <b>",
    "=HYPERLINK(1) +1 -1 @x",
    "\x0b\x0c\x85\x9b31m\x7f\x08",
    "a" * 100_000,
    "e\u0301\u0300\u0301" * 50,
    "🧑\u200d🚀 \U0010ffff",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_as_they_are(words: str) -> None:
    assert read_said(f"Dana: say {words} ok\nLuis: yes\n") == [
        ("Dana", f"say {words} ok"),
        ("Luis", "yes"),
    ]
    cue = f"1\n00:00:01,000 --> 00:00:02,000\nsay {words} ok\n"
    assert read_said(cue) == [(None, f"say {words} ok".replace("<b>", ""))]


def test_hostile_names_stay_as_they_are() -> None:
    name = f"{ESC}[31mDana \u202e[x]"
    assert read_said(f"{name}: hi\nLuis: yes\n{name}: so\n") == [
        (name, "hi"),
        ("Luis", "yes"),
        (name, "so"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<" * 200_000 + "\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v " * 70_000 + "\n",
        "Dana" + " " * 200_000 + "00:1x\nhi\n",
        ":" * 200_000 + "\n",
        "[" * 200_000 + "\n",
        "(" * 200_000 + ": x\n",
        "**" * 100_000 + "\n",
        "00:00:01.000 --> " * 12_000 + "\nhi\n",
        "1" * 200_000 + "\n",
        "1" * 200_000 + "\n00:01.000 --> 00:02.000\nhi\n",
    ],
    ids=lambda text: text.strip()[:8],
)
def test_long_lines_of_one_sign_are_read(text: str) -> None:
    assert read_text(text, kind=Kind.CALL).turns
