"""The component that keeps a Doc's cues: ``cues_of(doc)``."""

from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from assistant.domain.fields import Kind
from assistant.domain.frozen import Frozen
from assistant.extraction.clauses.component import KIND, clauses_of
from assistant.extraction.data import load_data
from assistant.extraction.patterns.book import PatternBook
from assistant.extraction.patterns.syntax import Syntax

_CUES = "cues"
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


class FoundCue(NamedTuple):
    """A cue in tokens ``[start, end)``."""

    start: int
    end: int
    kind: str


class CueFinder:
    """Finds cues. ``^`` cues must begin a clause."""

    def __init__(self, nlp: Language) -> None:
        syntax, self._book = Syntax(nlp), PatternBook(nlp.vocab)
        words = load_data(CueWords, Path(__file__).with_name("cues.yaml"))
        for kind in CueWords.model_fields:
            for pattern in getattr(words, kind):
                self._book.add(kind, syntax.compile(pattern))

    def __call__(self, doc: Doc) -> Doc:
        """Keep the cues, each once, in the order of the text."""
        starts = {clause.start for clause in clauses_of(doc)}
        notes = doc.user_data.get(KIND) == Kind.NOTES
        found = {
            FoundCue(hit.start, hit.end, _IN_NOTES.get(hit.key, hit.key))
            for hit in self._book.find(doc)
            if (not hit.at_start or hit.start in starts) and (notes or hit.key not in _IN_NOTES)
        }
        doc.user_data[_CUES] = tuple(sorted(found))
        return doc


def cues_of(doc: Doc) -> tuple[FoundCue, ...]:
    """The cues of a Doc that went through the pipeline."""
    cues: tuple[FoundCue, ...] = doc.user_data[_CUES]
    return cues
