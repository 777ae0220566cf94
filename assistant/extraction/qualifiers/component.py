"""The component that finds cues and writes them to ``doc.spans["cues"]``."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from assistant.domain.fields import Kind
from assistant.domain.frozen import Frozen
from assistant.extraction.clauses.component import KEY as CLAUSES
from assistant.extraction.clauses.component import KIND
from assistant.extraction.data import load_data
from assistant.extraction.patterns.book import PatternBook
from assistant.extraction.patterns.syntax import Syntax

KEY = "cues"
_IN_NOTES = {"own": "own", "hedge_in_notes": "hedge"}
"""Kinds that count in notes only, and the label that they get."""


class CueWords(Frozen):
    """Patterns by kind of cue (``cues.yaml``)."""

    negation: tuple[str, ...]
    not_negation: tuple[str, ...]
    hedge: tuple[str, ...]
    hedge_before_value: tuple[str, ...]
    hedge_in_notes: tuple[str, ...]
    hypothetical: tuple[str, ...]
    past: tuple[str, ...]
    elsewhere: tuple[str, ...]
    own: tuple[str, ...]


class CueFinder:
    """Finds cues; the span's label is the kind. ``^`` cues must begin a clause."""

    def __init__(self, nlp: Language) -> None:
        syntax, self._book = Syntax(nlp), PatternBook(nlp.vocab)
        words = load_data(CueWords, Path(__file__).with_name("cues.yaml"))
        for kind in CueWords.model_fields:
            nlp.vocab.strings.add(kind)
            for pattern in getattr(words, kind):
                self._book.add(kind, syntax.compile(pattern))

    def __call__(self, doc: Doc) -> Doc:
        """Write the cues, each once, in the order of the text."""
        starts = {span.start for span in doc.spans[CLAUSES]}
        notes = doc.user_data.get(KIND) == Kind.NOTES
        doc.spans[KEY] = [
            Span(doc, start, end, label=_IN_NOTES.get(kind, kind))
            for start, end, kind in sorted(
                {
                    (hit.start, hit.end, hit.key)
                    for hit in self._book.find(doc)
                    if (not hit.at_start or hit.start in starts)
                    and (notes or hit.key not in _IN_NOTES)
                }
            )
        ]
        return doc
