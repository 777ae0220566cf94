from pathlib import Path

import pytest

from assistant.settings import shipped as module
from assistant.settings.shipped import shipped


def test_a_checkout_has_the_data_beside_the_package() -> None:
    root = Path(__file__).parents[2]

    assert shipped("question_banks") == root / "question_banks"
    assert shipped("question_banks").is_dir()


def test_a_wheel_has_it_inside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_IN_WHEEL", tmp_path)

    assert shipped("transcripts", "samples") == tmp_path / "transcripts" / "samples"
