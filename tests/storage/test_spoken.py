"""What was said is kept short, and comes back to the letter."""

from hashlib import sha256
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.calls import Source
from assistant.domain.errors import BadInput
from assistant.domain.store import Store
from assistant.storage.spoken import shortened, spoken
from tests.storage.samples import a_source, an_account, fill

WORDS = "024380a142544b27"
"""How the checksum of the known words begins: with others no store could be read."""


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert spoken(shortened(text)) == text


def test_a_long_text_comes_back() -> None:
    text = "".join(f"We have {number} trucks. " for number in range(20_000))

    assert spoken(shortened(text)) == text


def test_a_turn_takes_little_room() -> None:
    said = "I think we have a budget for that, but it is not signed off yet."

    assert len(shortened(said)) < len(said) * 0.7


def test_the_known_words_never_change() -> None:
    known = files("assistant.storage").joinpath("spoken_1.txt").read_bytes()

    assert sha256(known).hexdigest().startswith(WORDS)


def test_a_turn_that_is_not_unicode_is_refused(store: Store) -> None:
    _, call = fill(store, an_account())
    source: Source = a_source(call, "half \ud800", name="chat")

    with pytest.raises(BadInput, match="not Unicode"):
        store.save_source(source)
