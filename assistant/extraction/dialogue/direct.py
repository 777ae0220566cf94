"""Direct questions: those whose words leave no doubt about the field they ask for."""

from collections.abc import Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.extraction.data import load_data
from assistant.extraction.moment import Spoken
from assistant.extraction.patterns.book import Hit, PatternBook
from assistant.extraction.patterns.syntax import Syntax
from assistant.extraction.signals.spans import in_place

LAST_WORDS = 28
"""A question stands at the end of a turn: only so many tokens are looked at."""
_OPENS_WITHIN = 4
"""A question without its mark has an opener no more tokens before the words that tell."""
_ENDS = frozenset(".?!")


class _DirectWords(Frozen):
    openers: frozenset[str]
    fields: Mapping[Field, tuple[str, ...]]


class DirectQuestions:
    """Finds them. The phrases are data (``direct.yaml``)."""

    def __init__(self, nlp: Language) -> None:
        words = load_data(_DirectWords, Path(__file__).with_name("direct.yaml"))
        self._openers = words.openers
        syntax, self._book = Syntax(nlp), PatternBook(nlp.vocab)
        for field, patterns in words.fields.items():
            for pattern in patterns:
                self._book.add(field, syntax.compile(pattern))

    def about(self, spoken: Spoken) -> frozenset[Field]:
        """What the last direct question of a rep's turn asks for: mostly one field."""
        hits = [
            hit
            for hit in self._book.find(spoken.doc, spoken.labelled)
            if in_place(hit, spoken) and self._asks(hit, spoken.doc)
        ]
        last = max((hit.start for hit in hits), default=0)
        return frozenset(Field(hit.key) for hit in hits if hit.start == last)

    def _asks(self, hit: Hit, doc: Doc) -> bool:
        """Whether the hit's sentence ends the turn with a question."""
        if hit.start < len(doc) - LAST_WORDS:
            return False
        ends = [token.i for token in doc if token.text in _ENDS]
        end = next((at for at in ends if at >= hit.end - 1), len(doc))
        if end < len(doc) and doc[end].text == "?":
            return True
        if end < len(doc) - 2 or any(doc[at].text == "?" for at in ends):
            return False
        before = doc[max(0, hit.start - _OPENS_WITHIN) : hit.start + 1]
        return any(token.lower_ in self._openers for token in before)
