import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.inert import make_inert

HOSTILE = {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, 40 % off", "plain words, 40 % off"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("nul\x00here", "nul␀here"),
        ("one\r\ntwo", "one␍␊two"),
        ("a\tb", "a b"),
        ("\u202egnp.exe", "⟨U+202E⟩gnp.exe"),
        ("\u2066in\u2069", "⟨U+2066⟩in⟨U+2069⟩"),
        ("\x7f", "␡"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("\u2028", "⟨U+2028⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("half \ud800 pair", "half � pair"),
        ("👩‍🔧 नमस्ते क्‍ष", "👩‍🔧 नमस्ते क्‍ष"),
        ("[bold]<b>&|`", "[bold]<b>&|`"),
        ("", ""),
    ],
)
def test_what_steers_or_hides_becomes_visible(text: str, shown: str) -> None:
    assert make_inert(text) == shown


@given(st.text())
def test_nothing_that_steers_is_left_and_it_is_inert_already(text: str) -> None:
    inert = make_inert(text)
    assert not [char for char in inert if unicodedata.category(char) in HOSTILE]
    assert not [char for char in inert if unicodedata.bidirectional(char) in {"RLO", "LRO", "RLI"}]
    assert make_inert(inert) == inert
    inert.encode("utf-8")
