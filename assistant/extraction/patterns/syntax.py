"""The notation of word patterns, and its translation to spaCy token patterns.

Items are separated by blanks; upper and lower case are alike, and so are "don't", "dont"
and "do not" (words are compared by spaCy's norm):

=============  =====================================================================
``word``       that word
``~word``      that word in any inflection (``~decide``: decides, decided, deciding)
``a|~b|c_d``   alternatives; ``_`` joins the words of one alternative
``<name>``     one of a named word set (``words.yaml``), or in capitals a value that was
               read from the text: ``<MONEY>``, ``<PERIOD>``, ``<COUNT>``, ``<TITLE>``,
               ``<PERSON>``, ``<NUMBER>`` (also words like "twenty")
``item?``      the item may be missing
``...``        up to four words; ``..2`` up to two, and so on; never across ``. ? ! ;``
``*``          exactly one word, whichever
``^`` ``$``    first or last item only: the clause (bar its fillers) begins or ends here
=============  =====================================================================
"""

import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from spacy.language import Language

from assistant.domain.errors import BadInput
from assistant.domain.frozen import Frozen
from assistant.extraction.data import load_data
from assistant.extraction.patterns.stems import stem

Spec = dict[str, Any]
"""One token of a spaCy pattern."""

VALUE_KINDS = ("MONEY", "PERIOD", "COUNT", "TITLE", "PERSON", "NUMBER")
"""Entity labels that ``<NAME>`` in capitals stands for."""

_GAP = re.compile(r"\.\.(\.|\d+)")
_LONGEST_VALUE = 12
"""Tokens of the longest value that a pattern reaches over."""
_STOPS = [".", "?", "!", ";"]


class _WordSets(Frozen):
    sets: dict[str, tuple[str, ...]]


def _word_sets() -> dict[str, tuple[str, ...]]:
    return load_data(_WordSets, Path(__file__).with_name("words.yaml")).sets


@dataclass(frozen=True)
class Compiled:
    """One spaCy pattern; it can only match where one of the ``anchors`` stands.

    An anchor is a norm, a stem or an entity label, as a string; no anchors: try always.
    ``required`` are all the sets of which the text must hold a member.
    """

    tokens: tuple[Spec, ...]
    anchors: frozenset[str]
    required: tuple[frozenset[str], ...]
    at_start: bool
    at_end: bool

    @property
    def reach(self) -> int:
        """The most tokens that a match can have."""
        return sum(_most(spec) for spec in self.tokens)


Variant = tuple[tuple[Spec, ...], frozenset[str] | None]
"""A token sequence with its anchors (None: any word may stand there)."""


@dataclass(frozen=True)
class _Item:
    """One item of a pattern: its variants."""

    variants: tuple[Variant, ...]


class Syntax:
    """Compiles patterns with one pipeline's tokenizer."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._sets = _word_sets()
        self._common = frozenset(nlp.Defaults.stop_words)

    def compile(self, pattern: str) -> tuple[Compiled, ...]:
        """The spaCy patterns that ``pattern`` stands for.

        Raises:
            BadInput: the pattern is empty or names an unknown word set.

        """
        words = pattern.split()
        at_start, at_end = words[:1] == ["^"], words[-1:] == ["$"]
        words = words[at_start : len(words) - at_end]
        if not words:
            raise BadInput(f"the pattern {pattern!r} has no words. Write at least one word")
        items = [self._item(word, pattern) for word in words]
        return tuple(
            self._join(variant, at_start=at_start, at_end=at_end)
            for variant in product(*(item.variants for item in items))
            if any(tokens for tokens, _ in variant)
        )

    def _item(self, word: str, pattern: str) -> _Item:
        if gap := _GAP.fullmatch(word):
            most = 4 if gap[1] == "." else int(gap[1])
            between: Spec = {"ORTH": {"NOT_IN": _STOPS}, "OP": f"{{0,{most}}}"}
            return _Item((((between,), None),))
        if word == "*":
            one: Spec = {"IS_PUNCT": False, "IS_SPACE": False}
            return _Item((((one,), None),))
        optional = word.endswith("?") and len(word) > 1
        item = self._choice(word.removesuffix("?") if optional else word, pattern)
        return _Item((*item.variants, ((), None))) if optional else item

    def _choice(self, word: str, pattern: str) -> _Item:
        norms, stems, labels = set[str](), set[str](), set[str]()
        longer: list[tuple[str, ...]] = []
        for part in self._parts(word, pattern):
            if part in VALUE_KINDS:
                labels.add(part)
            elif part.startswith("~") and part != "~" and "_" not in part:
                stems.add(stem(part[1:].lower()))
            else:
                tokens = self._tokens(part)
                norms.add(tokens[0]) if len(tokens) == 1 else longer.append(tokens)
        variants: list[Variant] = []
        if norms:
            variants.append((({"NORM": {"IN": sorted(norms)}},), frozenset(norms)))
        if stems:
            variants.append((({"LEMMA": {"IN": sorted(stems)}},), frozenset(stems)))
        variants += [
            (({"ENT_TYPE": label, "OP": "+"},), frozenset({label})) for label in sorted(labels)
        ]
        variants += [(tuple(map(_spec, tokens)), self._rarest(tokens)) for tokens in longer]
        return _Item(tuple(variants))

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
        if "_" not in part:
            return tuple(token.norm_.lower() for token in self._nlp.make_doc(part))
        words = [w for w in part.split("_") if w]
        return tuple(
            token
            for w in words
            for token in (("~" + stem(w[1:]),) if w.startswith("~") else self._tokens(w))
        )

    def _rarest(self, tokens: tuple[str, ...]) -> frozenset[str]:
        def rank(token: str) -> tuple[bool, int]:
            return token not in self._common, len(token)

        return frozenset({max(tokens, key=rank).removeprefix("~")})

    def _join(
        self,
        variant: tuple[Variant, ...],
        *,
        at_start: bool,
        at_end: bool,
    ) -> Compiled:
        anchors = [anchors for _, anchors in variant if anchors]
        return Compiled(
            tokens=tuple(spec for tokens, _ in variant for spec in tokens),
            anchors=min(anchors, key=self._cost) if anchors else frozenset(),
            required=tuple(anchors),
            at_start=at_start,
            at_end=at_end,
        )

    def _cost(self, anchors: frozenset[str]) -> int:
        return sum(50 if anchor in self._common else 1 for anchor in anchors)


def _most(spec: Spec) -> int:
    operator = spec.get("OP", "")
    if operator == "+":
        return _LONGEST_VALUE
    return int(operator.strip("{}").split(",")[1]) if operator else 1


def _spec(token: str) -> Spec:
    return {"LEMMA": token[1:]} if token.startswith("~") else {"NORM": token}
