"""The component that keeps a Doc's clauses: ``clauses_of(doc)``."""

from spacy.tokens import Doc

from assistant.domain.fields import Kind
from assistant.extraction.clauses.splitting import Range, clause_words, split

KIND = "kind"
"""The key of ``doc.user_data`` under which the reader says whether the text is notes."""
_CLAUSES, _WORDS = "clauses", "clause words"


class ClauseSplitter:
    """Cuts a Doc into clauses."""

    def __init__(self) -> None:
        self._lists = clause_words()

    def __call__(self, doc: Doc) -> Doc:
        """Keep the clauses, and the words that they were cut by."""
        words = doc.user_data[_WORDS] = _words(doc)
        notes = doc.user_data.get(KIND) == Kind.NOTES
        doc.user_data[_CLAUSES] = split(words, self._lists, every_comma=notes)
        return doc


def clauses_of(doc: Doc) -> tuple[Range, ...]:
    """The clauses of a Doc that went through the pipeline."""
    clauses: tuple[Range, ...] = doc.user_data[_CLAUSES]
    return clauses


def clause_tokens(doc: Doc) -> list[str]:
    """The words as the splitter reads them: signs inside a word ("two-ten") are no stops."""
    words: list[str] = doc.user_data[_WORDS]
    return words


def _words(doc: Doc) -> list[str]:
    words = [token.norm_ for token in doc]
    for at, word in enumerate(words[:-1]):
        if word in _INSIDE and at and not doc[at - 1].whitespace_ and not doc[at].whitespace_:
            words[at] = "·"
    return words


_INSIDE = frozenset("-/:=\N{EN DASH}")
