"""The words of ``words.yaml``: commands, and how what was heard is said."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field as Attribute

from assistant.domain.calls import Consent
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.workflows.views import QuestionState
from assistant.yamlfile.checking import load_model
from assistant.yamlfile.reading import read_yaml

Takes = Literal["nothing", "number", "number and words", "words", "name"]
Place = Literal["call", "ended"]


class CommandWords(Frozen):
    """A command: ``words`` are its spellings, ``where`` it can be given."""

    id: str
    words: tuple[str, ...]
    takes: Takes
    where: tuple[Place, ...]
    shown: str
    about: str


class FieldWords(Frozen):
    """How an answer of a field is said; ``value`` has ``{value}`` in it."""

    value: str
    yes: str
    no: str
    open: str = Attribute(min_length=1)


class Words(Frozen):
    """Everything that the conversation is made of."""

    commands: tuple[CommandWords, ...]
    fields: dict[Field, FieldWords]
    states: dict[QuestionState, str]
    consents: dict[Consent, tuple[str, ...]]


@cache
def words() -> Words:
    """The shipped words, read once."""
    return load_model(Words, read_yaml(Path(__file__).with_name("words.yaml")))


def sentence(text: str) -> str:
    """The text with a full stop, where nothing ends it yet."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
