"""The component that writes clauses to ``doc.spans["clauses"]``."""

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from assistant.domain.fields import Kind
from assistant.extraction.clauses.splitting import clause_words, split

KEY = "clauses"
KIND = "kind"
"""The key of ``doc.user_data`` under which the reader says whether the text is notes."""


class ClauseSplitter:
    """Cuts a Doc into clauses."""

    def __init__(self, vocab: Vocab) -> None:
        self._lists = clause_words()
        vocab.strings.add(KEY)

    def __call__(self, doc: Doc) -> Doc:
        """Write the clauses."""
        ranges = split(
            clause_tokens(doc), self._lists, every_comma=doc.user_data.get(KIND) == Kind.NOTES
        )
        doc.spans[KEY] = [Span(doc, *clause, label=KEY) for clause in ranges]
        return doc


def clause_tokens(doc: Doc) -> list[str]:
    """The words as the splitter reads them: signs inside a word ("two-ten") are no stops."""
    words = [token.norm_ for token in doc]
    for at, word in enumerate(words[:-1]):
        if word in _INSIDE and at and not doc[at - 1].whitespace_ and not doc[at].whitespace_:
            words[at] = "·"
    return words


_INSIDE = frozenset("-/:=\N{EN DASH}")
