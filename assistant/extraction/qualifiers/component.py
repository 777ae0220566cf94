"""The component that finds cues and writes them to ``doc.spans["cues"]``."""

from pathlib import Path

from pydantic import Field as Attribute
from spacy.language import Language
from spacy.tokens import Doc, Span

from assistant.domain.frozen import Frozen
from assistant.extraction.data import load_data
from assistant.extraction.patterns.book import PatternBook
from assistant.extraction.patterns.syntax import Syntax

KEY = "cues"


class CueWords(Frozen):
    """Patterns by kind of cue (``cues.yaml``)."""

    negation: tuple[str, ...]
    not_negation: tuple[str, ...]
    hedge: tuple[str, ...]
    hedge_before_value: tuple[str, ...]
    hypothetical: tuple[str, ...]
    past: tuple[str, ...]
    elsewhere: tuple[str, ...]
    own: tuple[str, ...] = Attribute(default=())


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
        starts = {span.start for span in doc.spans["clauses"]}
        doc.spans[KEY] = [
            Span(doc, start, end, label=kind)
            for start, end, kind in sorted(
                {
                    (hit.start, hit.end, hit.key)
                    for hit in self._book.find(doc)
                    if not hit.at_start or hit.start in starts
                }
            )
        ]
        return doc
