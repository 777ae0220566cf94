"""The notation of word patterns, and its translation to steps that a book can look for.

Items are separated by blanks; upper and lower case are alike, and so are "don't", "dont"
and "do not" (words are compared by spaCy's norm):

=============  =====================================================================
``word``       that word
``~word``      that word in any inflection (``~decide``: decides, decided, deciding)
``a|~b|c_d``   alternatives; ``_`` joins the words of one alternative
``<name>``     one of a named word set (``words.yaml``), or in capitals a value that was
               read from the text: ``<MONEY>``, ``<PERIOD>``, ``<COUNT>``, ``<TITLE>``,
               ``<PERSON>``, ``<PLACE>``, ``<PRODUCT>``, ``<TRADE>``, ``<NUMBER>``
               (also words like "twenty")
``item?``      the item may be missing
``...``        up to four words; ``..2`` up to two, and so on; never across ``. ? ! ;``
``*``          exactly one word, whichever
``^`` ``$``    first or last item only: the clause (bar its fillers) begins or ends here
=============  =====================================================================
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, auto
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language

from assistant.domain.errors import BadInput
from assistant.domain.frozen import Frozen
from assistant.extraction.data import load_data
from assistant.extraction.patterns.stems import stem

VALUE_KINDS = ("MONEY", "PERIOD", "COUNT", "TITLE", "PERSON", "PLACE", "PRODUCT", "TRADE", "NUMBER")
"""Labels that ``<NAME>`` in capitals stands for."""
STOPS = frozenset(".?!;")
"""No gap crosses these."""

_GAP = re.compile(r"\.\.(\.|\d+)")
_LONGEST_VALUE = 12
"""Tokens of the longest value that a pattern reaches over."""
_COMMON_COST = 50
"""How much rarer a word is taken to be that is no stop word."""


class _WordSets(Frozen):
    sets: dict[str, tuple[str, ...]]


def _word_sets() -> dict[str, tuple[str, ...]]:
    return load_data(_WordSets, Path(__file__).with_name("words.yaml")).sets


class By(IntEnum):
    """What of a token is compared with a step's members."""

    NORM = auto()
    STEM = auto()
    LABEL = auto()
    WORD = auto()
    INSIDE = auto()


class Choice(NamedTuple):
    """The tokens that may stand at a step: with one of these norms, stems or labels.

    ``WORD`` is any word, ``INSIDE`` any token that ends no sentence; they have no members.
    """

    by: By
    members: frozenset[str] = frozenset()


class Step(NamedTuple):
    """``least`` to ``most`` tokens of a choice."""

    choice: Choice
    least: int = 1
    most: int = 1


@dataclass(frozen=True)
class Compiled:
    """The steps of one pattern. It can only match where its ``anchor`` stands.

    ``required`` are all the choices of which the text must hold a token, the anchor (the
    one that is probably rarest) first; none: try always.
    """

    steps: tuple[Step, ...]
    required: tuple[Choice, ...]
    at_start: bool
    at_end: bool

    @property
    def reach(self) -> int:
        """The most tokens that a match can have."""
        return sum(step.most for step in self.steps)


Variant = tuple[Step, ...]


class Syntax:
    """Compiles patterns with one pipeline's tokenizer."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._sets = _word_sets()
        common = frozenset(nlp.Defaults.stop_words)
        self._common = common | frozenset(map(stem, common))
        self._known: dict[str, tuple[str, ...]] = {}
        self._items: dict[str, tuple[Variant, ...]] = {}
        vocab: Any = nlp.vocab
        self._norm: Callable[[str], str] = vocab.lex_attr_getters[vocab.strings["NORM"]]
        self._exceptions = frozenset(nlp.Defaults.tokenizer_exceptions or ())

    def compile(self, pattern: str) -> tuple[Compiled, ...]:
        """The step sequences that ``pattern`` stands for.

        Raises:
            BadInput: the pattern is empty or names an unknown word set.

        """
        words = pattern.split()
        at_start, at_end = words[:1] == ["^"], words[-1:] == ["$"]
        words = words[at_start : len(words) - at_end]
        if not words:
            raise BadInput(f"the pattern {pattern!r} has no words. Write at least one word")
        items = [self._read(word, pattern) for word in words]
        return tuple(
            self._join(steps, at_start=at_start, at_end=at_end)
            for variant in product(*items)
            if (steps := tuple(step for part in variant for step in part))
        )

    def _read(self, word: str, pattern: str) -> tuple[Variant, ...]:
        """The variants of one item; each is read once."""
        if word not in self._items:
            self._items[word] = self._item(word, pattern)
        return self._items[word]

    def _item(self, word: str, pattern: str) -> tuple[Variant, ...]:
        """The variants of one item; an empty one where it may be missing."""
        if gap := _GAP.fullmatch(word):
            most = 4 if gap[1] == "." else int(gap[1])
            return ((Step(Choice(By.INSIDE), 0, most),),)
        if word == "*":
            return ((Step(Choice(By.WORD)),),)
        if word.endswith("?") and len(word) > 1:
            return (*self._choice(word.removesuffix("?"), pattern), ())
        return self._choice(word, pattern)

    def _choice(self, word: str, pattern: str) -> tuple[Variant, ...]:
        norms, stems, labels = set[str](), set[str](), set[str]()
        longer: list[Variant] = []
        for part in self._parts(word, pattern):
            if part in VALUE_KINDS:
                labels.add(part)
            elif part.startswith("~") and len(part) > 1 and "_" not in part:
                stems.add(stem(part[1:].lower()))
            elif len(tokens := self._tokens(part)) == 1:
                norms.add(tokens[0])
            elif tokens:
                longer.append(_row(tokens))
            else:
                raise BadInput(f"{pattern!r}: nothing stands beside a |. Write a word there")
        variants: list[Variant] = []
        if norms:
            variants.append((Step(Choice(By.NORM, frozenset(norms))),))
        if stems:
            variants.append((Step(Choice(By.STEM, frozenset(stems))),))
        for label in sorted(labels):
            choice = Choice(By.LABEL, frozenset({label}))
            variants.append((Step(choice, most=_LONGEST_VALUE),))
        return (*variants, *longer)

    def _parts(self, word: str, pattern: str) -> list[str]:
        parts: list[str] = []
        for part in word.split("|"):
            name = part[1:-1] if part.startswith("<") and part.endswith(">") else ""
            if name in VALUE_KINDS:
                parts.append(name)
            elif name and name not in self._sets:
                known = ", ".join((*self._sets, *VALUE_KINDS))
                raise BadInput(f"{pattern!r}: no word set {part}. Write one of {known}")
            else:
                parts.extend(self._sets[name] if name else (part,))
        return parts

    def _tokens(self, part: str) -> tuple[str, ...]:
        """The norms of an alternative's words; stems keep their ``~``. Each is read once."""
        if part not in self._known:
            if "_" in part:
                words = [w for w in part.split("_") if w]
                several = (
                    ("~" + stem(w[1:]),) if w.startswith("~") else self._tokens(w) for w in words
                )
                self._known[part] = tuple(token for tokens in several for token in tokens)
            elif part.isalpha() and part.islower() and part not in self._exceptions:
                # What the tokenizer would make of it, in a tenth of the time.
                self._known[part] = (self._norm(part).lower(),)
            else:
                doc = self._nlp.make_doc(part)
                self._known[part] = tuple(token.norm_.lower() for token in doc)
        return self._known[part]

    def _join(self, steps: Variant, *, at_start: bool, at_end: bool) -> Compiled:
        required = {step.choice for step in steps if step.least and step.choice.members}
        return Compiled(
            steps=steps,
            required=tuple(sorted(required, key=self._cost)),
            at_start=at_start,
            at_end=at_end,
        )

    def _cost(self, choice: Choice) -> tuple[int, list[str]]:
        common = choice.by is By.LABEL or len(choice.members & self._common)
        return len(choice.members) + _COMMON_COST * common, sorted(choice.members)


def _row(tokens: tuple[str, ...]) -> Variant:
    """One step a token, each with that word only."""
    return tuple(
        Step(
            Choice(By.STEM, frozenset({token[1:]}))
            if token.startswith("~") and len(token) > 1
            else Choice(By.NORM, frozenset({token}))
        )
        for token in tokens
    )
