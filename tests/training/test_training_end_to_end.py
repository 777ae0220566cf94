"""From three calls to a model that loads. Needs the extra ``train``."""

from pathlib import Path

import pytest

from assistant.domain.errors import WrongUsage
from assistant.extraction.learned.model import Making, load_model
from assistant.training.recipe import Recipe
from assistant.training.weights import SHA256, base_folder

pytest.importorskip("torch")
pytestmark = pytest.mark.filterwarnings("default")

from assistant.training.building import Order, build  # noqa: E402 - after the look for torch
from assistant.training.keeping import NotKept  # noqa: E402

CALL = """id: {name}
call_date: 2026-03-12
speakers: Dana (rep), Luis (prospect)
---
Dana: So is there a budget?
Luis: {{{{budget|yes|hedged|40000 USD}}}}Maybe forty grand{{{{/}}}}.
Luis: {{{{authority|yes|firm|speaker=yes}}}}I sign that{{{{/}}}}.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    try:
        base_folder()
    except WrongUsage:
        pytest.skip("the weights are not installed")
    folder = tmp_path / "corpus"
    for place, name in (("train", "a-001"), ("train", "a-002"), ("dev", "w-001")):
        (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / place / f"{name}.call").write_text(CALL.format(name=name), encoding="utf-8")
    asked = "call\tturn\tfields\na-001\t0\tbudget\nw-001\t0\tbudget\n"
    (folder / "asked.tsv").write_text(asked, encoding="utf-8")
    return folder


def test_a_model_is_built_measured_and_kept(corpus: Path, tmp_path: Path) -> None:
    order = Order(corpus, tmp_path / "work", Recipe(epochs=1), into=tmp_path / "model")
    told: list[str] = []

    card = build(order, told.append)

    model = load_model(tmp_path / "model")
    assert model.card == card
    assert isinstance(card.made, Making)
    assert card.made.base_sha256 == SHA256
    assert card.made.trained_on == {"calls": 2, "notes": 0, "turns": 6, "answers": 4}
    assert card.made.dev["all"]["calls"] == card.made.dev["new writers"]["calls"] == 1
    assert any("left" in line for line in told)


def test_a_worse_one_is_kept_only_when_told_to(corpus: Path, tmp_path: Path) -> None:
    order = Order(corpus, tmp_path / "work", Recipe(epochs=1), into=tmp_path / "model")
    build(order, lambda _line: None)
    better = tmp_path / "model" / "model.json"
    text = better.read_text(encoding="utf-8")
    at = text.index('"f1":', text.index('"answers"', text.index('"dev"')))
    better.write_text(f'{text[:at]}"f1": 0.99{text[text.index(",", at) :]}', encoding="utf-8")
    praised = better.read_text(encoding="utf-8")

    with pytest.raises(NotKept, match="--keep-worse"):
        build(order, lambda _line: None)

    assert better.read_text(encoding="utf-8") == praised
    told = Order(corpus, order.work, order.recipe, into=order.into, keep_worse=True)
    build(told, lambda _line: None)
    assert better.read_text(encoding="utf-8") == text
