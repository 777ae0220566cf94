"""The one pipeline: a blank English tokenizer and our own components, in order.

No component keeps anything on ``span._`` (it is keyed by offsets, so two findings on the
same words would share it): what a component finds is kept in ``doc.user_data``, and a
function beside the component gives it.
"""

from typing import Any

import spacy
from spacy.language import Language

from assistant.extraction.clauses.component import ClauseSplitter
from assistant.extraction.long_words import CutsLongWords
from assistant.extraction.patterns.stems import Stems
from assistant.extraction.qualifiers.component import CueFinder

_NOTE_SIGNS = ("->", "=>", "~", "≈", r"[<>](?=[\d$€£])")
"""Signs of notes that are tokens of their own: arrows, and what stands before a figure."""
COMPONENTS = ("assistant_stems", "assistant_clauses", "assistant_cues")
"""Names of the components, in the order they run; the learned tagger may stand after them."""


def build_pipeline() -> Language:
    """A new pipeline; slow (it reads the cue lists), so build it once and feed it turns.

    A ``Doc`` that comes out has stems as lemmas, clauses (``clauses.component.clauses_of``)
    and cues (``qualifiers.component.cues_of``).
    """
    nlp = spacy.blank("en")
    prefixes = [*_NOTE_SIGNS, *(nlp.Defaults.prefixes or ())]
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = spacy.util.compile_prefix_regex(prefixes).search
    nlp.tokenizer = CutsLongWords(tokenizer)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


@Language.factory("assistant_stems")
def _stems(nlp: Language, name: str) -> Stems:  # noqa: ARG001 - spaCy passes the name
    return Stems(nlp.vocab)


@Language.factory("assistant_cues")
def _cues(nlp: Language, name: str) -> CueFinder:  # noqa: ARG001 - spaCy passes the name
    return CueFinder(nlp)


@Language.factory("assistant_clauses")
def _clauses(nlp: Language, name: str) -> ClauseSplitter:  # noqa: ARG001 - spaCy passes both
    return ClauseSplitter()
