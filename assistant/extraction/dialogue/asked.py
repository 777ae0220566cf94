"""What a turn of the rep asks for: fields, and questions of the banks."""

import re
from collections.abc import Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.extraction.data import load_data
from assistant.extraction.dialogue.direct import LAST_WORDS, DirectQuestions
from assistant.extraction.dialogue.wordings import Wordings
from assistant.extraction.learned.component import askable_of, asked_of
from assistant.extraction.moment import Spoken
from assistant.extraction.patterns.book import PatternBook
from assistant.extraction.patterns.syntax import Syntax

_OPENING = re.compile(
    r"(?:(?:the|our|their|his|her|main|biggest) )*(?P<field>[a-z-]+(?: [a-z-]+)??)"
    r"(?: (?:is|are|was|of)\b| (?=[~<>$€£\d]))"
)
"""A field's name at the beginning of a line, then what it is, or a figure."""


class _FieldWords(Frozen):
    asks: tuple[str, ...]
    headings: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()


class _AskedWords(Frozen):
    fields: Mapping[Field, _FieldWords]


class Asked(Frozen):
    """What a turn asks for.

    ``about`` are the fields that it asks for without doubt, to be ticked off, which the
    tagger, if there is one, must hold possible; ``fields``
    also those that the next turns may answer. ``questions`` are ids of the bank's questions.
    """

    fields: frozenset[Field] = frozenset()
    about: frozenset[Field] = frozenset()
    questions: tuple[str, ...] = ()


class AskedFinder:
    """Finds what was asked. The phrases are data (``asked.yaml``)."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        words = load_data(_AskedWords, Path(__file__).with_name("asked.yaml"))
        self._headings = {
            heading.lower(): field
            for field, several in words.fields.items()
            for heading in several.headings
        }
        self._openings = {
            opening: field
            for field, several in words.fields.items()
            for opening in several.openings
        }
        self._direct = DirectQuestions(nlp)
        syntax, self._book = Syntax(nlp), PatternBook(nlp.vocab)
        for field, several in words.fields.items():
            for pattern in several.asks:
                self._book.add(field, syntax.compile(pattern))

    def asked(self, spoken: Spoken, wordings: Wordings) -> Asked:
        """What a rep's turn asks for."""
        about = self._direct.about(spoken) | asked_of(spoken.doc)
        fields = self.fields(spoken.doc) | about
        found = wordings.asked(_sentences(spoken), fields, about)
        named = {Field(question.key) for question in found if question.key in set(Field)}
        askable = askable_of(spoken.doc)
        sure = about | named
        return Asked(
            fields=fields | named,
            about=sure if askable is None else sure & askable,
            questions=tuple(question.id for question in found),
        )

    def fields(self, doc: Doc) -> frozenset[Field]:
        """The fields that the end of a turn asks for."""
        begins = len(doc) - LAST_WORDS
        return frozenset(Field(hit.key) for hit in self._book.find(doc) if hit.start >= begins)

    def heading(self, text: str) -> Field | None:
        """The field that a line of notes begins with ("Budget: 40k", "WHEN -> June", "pain is")."""
        line = text.strip(" \t-*#>•[]()")
        head, mark, _ = _first_mark(line)
        headed = self._headings.get(head.strip(" \t*_#").lower()) if mark else None
        return headed or self._opened(line.lower())

    def _opened(self, line: str) -> Field | None:
        opening = _OPENING.match(line)
        return self._openings.get(opening["field"]) if opening else None


def _first_mark(text: str) -> tuple[str, str, str]:
    found = [
        (text.find(mark), mark)
        for mark in (":", "->", "→", "=", " - ", " \N{EN DASH} ", "—")
        if mark in text
    ]
    if not found:
        return text, "", ""
    at, mark = min(found)
    return text[:at], mark, text[at + len(mark) :]


def _sentences(spoken: Spoken) -> tuple[str, ...]:
    by_number: dict[int, list[int]] = {}
    for clause in spoken.clauses:
        by_number.setdefault(clause.sentence, []).extend((clause.whole.start, clause.whole.end))
    return tuple(spoken.doc[ends[0] : ends[-1]].text for ends in by_number.values())
