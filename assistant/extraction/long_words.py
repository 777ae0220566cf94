"""A tokenizer that long runs of signs cannot hold up."""

import re
from collections.abc import Callable
from itertools import pairwise

from spacy.tokens import Doc

LONGEST = 200
"""Characters without white space between them; addresses in a text are shorter."""

_LONG_RUN = re.compile(rf"\S{{{LONGEST}}}(?=\S)")


class CutsLongWords:
    """Tokenizes longer runs piece by piece: spaCy's time for one grows with its square.

    Offsets are those of the whole text.
    """

    def __init__(self, tokenize: Callable[[str], Doc]) -> None:
        self._tokenize = tokenize

    def __call__(self, text: str) -> Doc:
        """The text as tokens."""
        cuts = [run.end() for run in _LONG_RUN.finditer(text)]
        if not cuts:
            return self._tokenize(text)
        pieces = (text[start:end] for start, end in pairwise((0, *cuts, len(text))))
        docs = [self._tokenize(piece) for piece in pieces]
        return Doc.from_docs(docs, ensure_whitespace=False) or docs[0]
