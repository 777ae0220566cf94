"""The YAML data that lies beside the code, and what is made of it once for all calls."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from assistant.domain.frozen import Frozen
from assistant.extraction.kept_lists import KeptLists, lists_file

T = TypeVar("T")
M = TypeVar("M", bound=Frozen)

_made_at_loading: list[Callable[[], object]] = []


def load_data(model: type[M], path: Path) -> M:
    """The file as ``model``; every mistake in it is a ``YamlProblems`` with file and line."""
    kept = _kept_lists().get(_digest(path))
    if kept is not None:
        with suppress(ValidationError):
            return model.model_validate(kept)
    return _load_yaml(model, path)


def _load_yaml(model: type[M], path: Path) -> M:
    # Imported only here: reading YAML takes longer to import than the kept lists to read.
    from assistant.yamlfile.checking import load_model
    from assistant.yamlfile.reading import read_yaml

    yaml = read_yaml(path)
    loaded = load_model(model, yaml)
    _kept_lists().add(yaml.digest, yaml.data)
    return loaded


def at_loading(make: Callable[[], T]) -> Callable[[], T]:
    """Make a function's result once: when the extractor is loaded, or when first asked for.

    For lists, and what is made of them: reading one during a call would hold the call up.
    """
    once = cache(make)
    _made_at_loading.append(once)
    return once


def make_all() -> None:
    """Make all that is made at loading, of the modules imported so far; keep the lists read."""
    for make in _made_at_loading:
        make()
    _kept_lists().save()


@cache
def _kept_lists() -> KeptLists:
    return KeptLists(lists_file())


def _digest(path: Path) -> str:
    """The sha256 of the file's bytes; nothing where it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
