"""The words of ``words.yaml``: stand-ins, and words of names that need care."""

from functools import cache
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.yamlfile.checking import load_model
from assistant.yamlfile.reading import read_yaml


class Words(Frozen):
    """``words.yaml`` says what each list is for. All but the stand-ins are in lower case."""

    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    companies: tuple[str, ...]
    kept: frozenset[str]
    particles: frozenset[str]
    company_words: frozenset[str]
    legal_forms: frozenset[str]
    also_words: frozenset[str]
    common_words: frozenset[str]


@cache
def words() -> Words:
    """The shipped words, read once."""
    return load_model(Words, read_yaml(Path(__file__).with_name("words.yaml")))
