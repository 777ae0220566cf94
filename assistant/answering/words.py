"""The words of ``words.yaml``: how questions are put, and what they are about."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from assistant.answering.stemming import stem, tokens
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.domain.verdict import Outcome
from assistant.yamlfile.checking import load_model
from assistant.yamlfile.reading import read_yaml

Intent = Literal[
    "missing", "next", "verdict", "change", "changed", "contradictions", "people", "everything",
    "help",
]  # fmt: skip
Stems = tuple[str, ...]


class Words(Frozen):
    """``words.yaml`` says what each list is for. All are in lower case."""

    fields: dict[Field, tuple[str, ...]]
    intents: dict[Intent, tuple[str, ...]]
    outcomes: dict[Outcome, tuple[str, ...]]
    why: tuple[str, ...]
    when: tuple[str, ...]
    earlier: tuple[str, ...]
    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    said: frozenset[str]
    person: tuple[str, ...]
    vague: frozenset[str]
    asking: frozenset[str]
    helping: tuple[str, ...]
    besides: frozenset[str]
    stop: frozenset[str]
    related: tuple[tuple[str, ...], ...]


class Phrase(Frozen):
    """A phrase as the stems of its words, and what it stands for."""

    stems: Stems
    text: str
    kind: Literal["field", "intent", "outcome", "why", "when", "earlier"]
    means: str


def stems_of(text: str) -> Stems:
    """The stems of a text's words."""
    return tuple(stem(word) for word in tokens(text))


@cache
def words() -> Words:
    """The shipped words, read once."""
    return load_model(Words, read_yaml(Path(__file__).with_name("words.yaml")))


@cache
def phrases() -> dict[Stems, Phrase]:
    """All phrases by their stems, of which each stands for one thing."""
    known = words()
    found: list[Phrase] = []
    for field in Field:
        name = field.value.replace("_", " ")
        found += [_phrase(text, "field", field.value) for text in (name, *known.fields[field])]
    for intent, some in known.intents.items():
        found += [_phrase(text, "intent", intent) for text in some]
    for outcome, some in known.outcomes.items():
        found += [_phrase(text, "outcome", outcome.value) for text in some]
    found += [_phrase(text, "why", "why") for text in known.why]
    found += [_phrase(text, "when", "when") for text in known.when]
    found += [_phrase(text, "earlier", "earlier") for text in known.earlier]
    return {phrase.stems: phrase for phrase in reversed(found)}


@cache
def cores() -> dict[Stems, Phrase]:
    """The phrases by what is left of them without the words that carry nothing.

    "When do they decide" is "when decide", whoever is to decide, and whether they will or
    have to. Left out are those of which only a word that asks is left, or beside it a word
    that means something else.
    """
    found: dict[Stems, Phrase] = {}
    for phrase in phrases().values():
        said = tokens(phrase.text)
        empty = hollow(said)
        core = [stem(word) for at, word in enumerate(said) if at not in empty]
        telling = [one for one in core if one not in words().asking]
        alone = phrases().get(tuple(telling), phrase)
        if len(core) > 1 and telling and alone.means == phrase.means:
            found.setdefault(tuple(core), phrase)
    return found


def hollow(said: Sequence[str]) -> frozenset[int]:
    """The places of words that carry nothing beside others: "have to", "they", "really"."""
    known = words()
    places = {
        at for at, word in enumerate(said) if word in known.stop and stem(word) not in known.asking
    }
    return frozenset(places.union(*helping(said)))


def helping(said: Sequence[str]) -> list[range]:
    """Where "have to", "want to" and their like stand."""
    return [
        range(at, at + len(parts))
        for parts in map(str.split, words().helping)
        for at in range(len(said) - len(parts) + 1)
        if list(said[at : at + len(parts)]) == parts
    ]


def _phrase(
    text: str,
    kind: Literal["field", "intent", "outcome", "why", "when", "earlier"],
    means: str,
) -> Phrase:
    return Phrase(stems=stems_of(text), text=text, kind=kind, means=means)


@cache
def related() -> dict[str, frozenset[str]]:
    """By a word's stem, the stems of words that speak of the same thing."""
    found: dict[str, frozenset[str]] = {}
    for group in words().related:
        stems = frozenset(stem(word) for word in group)
        for one in stems:
            found[one] = found.get(one, frozenset()) | stems
    return found
