"""Training starts from the published weights or not at all."""

from pathlib import Path

import pytest

from assistant.domain.errors import BadInput, WrongUsage
from assistant.training import weights
from assistant.training.weights import SHA256, base_folder, checked


def test_other_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / weights.WEIGHTS).write_bytes(b"something else")

    with pytest.raises(BadInput, match=f"has to be {SHA256}") as refused:
        checked(tmp_path)

    assert refused.value.file == str(tmp_path / weights.WEIGHTS)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        checked(tmp_path)


def test_a_missing_package_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PACKAGE", "no_such_package_of_weights")

    with pytest.raises(WrongUsage, match=r"\[train\]"):
        base_folder()
