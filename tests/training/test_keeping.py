"""A model is replaced by one that is as good, whole, and by no other unless told to."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from assistant.extraction.learned.model import CARD, PIECES, WEIGHTS, Making, ModelCard, read_card
from assistant.training.keeping import LICENCE, keep, why_not, write_model
from assistant.training.tuning import open_card


def card_with(f1: float | None) -> ModelCard:
    card = open_card(0.5, 2.0)
    if f1 is None:
        return card
    made = Making(
        version="1",
        base="a base",
        base_sha256="0",
        licence="Apache-2.0",
        recipe={},
        trained_on={},
        dev={"all": {"answers": {"f1": f1}}},
    )
    return card.model_copy(update={"made": made})


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = tmp_path / "base"
    folder.mkdir()
    (folder / PIECES).write_text("{}", encoding="utf-8")
    return folder


def model_in(folder: Path, base: Path, f1: float | None, weights: bytes = b"weights") -> Path:
    folder.mkdir()
    (folder / WEIGHTS).write_bytes(weights)
    write_model(folder, base, card_with(f1))
    return folder


def test_a_model_is_written_with_its_checksums_and_licence(tmp_path: Path, base: Path) -> None:
    folder = model_in(tmp_path / "model", base, 0.7)

    card = read_card(folder)

    assert card.sha256 == {
        WEIGHTS: sha256(b"weights").hexdigest(),
        PIECES: sha256(b"{}").hexdigest(),
    }
    assert card == card_with(0.7).model_copy(update={"sha256": card.sha256})
    assert {path.name for path in folder.iterdir()} == {WEIGHTS, PIECES, CARD, LICENCE}
    notice = (folder / LICENCE).read_text(encoding="utf-8")
    assert "all-MiniLM-L6-v2" in notice
    assert "Version 2.0, January 2004" in notice


@pytest.mark.parametrize(("before", "now"), [(0.6, 0.61), (0.6, 0.6), (None, 0.1), (0.6, 0.95)])
def test_a_model_that_is_as_good_replaces_it(
    tmp_path: Path, base: Path, before: float | None, now: float
) -> None:
    old = model_in(tmp_path / "old", base, before)

    assert why_not(card_with(now), old, 0.001) == ()


def test_a_worse_one_does_not(tmp_path: Path, base: Path) -> None:
    old = model_in(tmp_path / "old", base, 0.6789)

    [reason] = why_not(card_with(0.6788), old, 0.001)

    assert "0.6788" in reason
    assert "0.6789" in reason
    assert str(old) in reason


def test_one_that_eight_bits_change_does_not(tmp_path: Path) -> None:
    [reason] = why_not(card_with(0.9), tmp_path / "none", 0.005)

    assert "0.0050" in reason


@pytest.mark.parametrize("content", [None, "", "{", '{"fields": []}'])
def test_where_no_model_can_be_read_anything_is_better(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / CARD).write_text(content, encoding="utf-8")

    assert why_not(card_with(0.1), tmp_path, 0.001) == ()


def test_it_is_put_in_place_whole(tmp_path: Path, base: Path) -> None:
    old = model_in(tmp_path / "old", base, 0.5, b"old")
    new = model_in(tmp_path / "new", base, 0.6, b"new")

    keep(new, old)
    keep(new, tmp_path / "another" / "place")

    for folder in (old, tmp_path / "another" / "place"):
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
            path.name: path.read_bytes() for path in new.iterdir()
        }
    assert json.loads((old / CARD).read_text(encoding="utf-8"))["made"]["dev"]["all"] == {
        "answers": {"f1": 0.6}
    }
