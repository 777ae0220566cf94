"""The thing that a few words name and say nothing else of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.extraction.values.labels.plain import plain_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rubber mats", "rubber mats"),
        ("two printers", "printers"),
        ("our own marquee", "own marquee"),
        ("We have two old autoclaves.", "old autoclaves"),
        ("it's tape until now", "tape"),
        ("4G routers", "4G routers"),
        ("an online printer", "online printer"),
        ("e-bikes", "e-bikes"),
        ("Ski rental!", "Ski rental"),
        ("uses reusable crates", "reusable crates"),
    ],
)
def test_things(text: str, expected: str) -> None:
    assert plain_name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "it",
        "that one",
        "the same",
        "twelve",
        "nothing at present",
        "a man who comes on Tuesdays",
        "They come when they say they will and the technician is good",
        "not so far",
        "wherever he has room",
    ],
)
def test_what_names_no_thing(text: str) -> None:
    assert plain_name(text) == ""


@given(st.text(max_size=80))
def test_the_name_is_a_part_of_the_words(text: str) -> None:
    assert plain_name(text) in text
