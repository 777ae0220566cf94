"""The ways to ask a source's questions, compared with what a rep says."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from assistant.domain.bank import Question
from assistant.domain.fields import Field

Ratios = NDArray[np.float64]

_ALIKE = 88.0
"""rapidfuzz's ratio at which a sentence is the bank's question."""
_ALIKE_IF_FIELD = 70.0
"""The same, where the sentence asks for the question's field anyway."""
_FEWEST_WORDS = 3


class Wordings:
    """Every question's own words and paraphrases, prepared once for a source."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = tuple(questions)
        said = [(at, text) for at, q in enumerate(questions) for text in (q.ask, *q.also)]
        self._texts = [_bare(text) for _, text in said]
        self._owners = np.array([at for at, _ in said], dtype=np.intp)
        self._long = np.array([len(text.split()) > _FEWEST_WORDS for _, text in said], dtype=bool)

    def asked(
        self,
        sentences: Collection[str],
        fields: Collection[Field],
        about: Collection[Field] = (),
    ) -> tuple[Question, ...]:
        """The questions that one of the sentences is; ``fields`` are probably asked for.

        Where it is none of them, of the questions for each field in ``about`` the likest:
        those fields are asked for, in other words.
        """
        spoken = [_bare(text) for text in sentences if text.strip()]
        if not spoken or not self._texts:
            return ()
        ordered = cdist(spoken, self._texts, scorer=fuzz.token_sort_ratio, dtype=np.float64)
        found = self._said(spoken, ordered, fields) or self._likest(ordered.max(axis=0), about)
        return tuple(self._questions[at] for at in sorted(found))

    def _said(self, spoken: Sequence[str], ordered: Ratios, fields: Collection[Field]) -> set[int]:
        wanted = np.array(
            [_ALIKE_IF_FIELD if q.key in fields else _ALIKE for q in self._questions]
        )[self._owners]
        shared = cdist(spoken, self._texts, scorer=fuzz.token_set_ratio, dtype=np.float64)
        words = np.array([[len(text.split())] for text in spoken])
        whole = (ordered >= wanted) & (words >= _FEWEST_WORDS)
        alike = whole | ((shared >= _ALIKE) & self._long & (words > _FEWEST_WORDS))
        return set(self._owners[alike.any(axis=0)].tolist())

    def _likest(self, ratios: Ratios, about: Collection[Field]) -> set[int]:
        found = set[int]()
        for field in about:
            of = np.array([q.key == field for q in self._questions])[self._owners]
            if of.any():
                found.add(int(self._owners[np.where(of, ratios, -1.0).argmax()]))
        return found


def _bare(text: str) -> str:
    return "".join(c if c.isalnum() or c.isspace() else " " for c in text.lower())
