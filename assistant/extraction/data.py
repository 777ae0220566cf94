"""Reads the YAML data that lies beside the code."""

from pathlib import Path
from typing import TypeVar

from assistant.domain.frozen import Frozen
from assistant.yamlfile.checking import load_model
from assistant.yamlfile.reading import read_yaml

M = TypeVar("M", bound=Frozen)


def load_data(model: type[M], path: Path) -> M:
    """The file as ``model``; every mistake in it is a ``YamlProblems`` with file and line."""
    return load_model(model, read_yaml(path))
