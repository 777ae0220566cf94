"""What a turn of the rep asks for: fields, and questions of the banks."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz
from spacy.language import Language
from spacy.tokens import Doc

from assistant.domain.bank import Question
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.extraction.data import load_data
from assistant.extraction.moment import Spoken
from assistant.extraction.patterns.book import PatternBook
from assistant.extraction.patterns.syntax import Syntax

_LAST_WORDS = 28
"""A question stands at the end of a turn: only so many tokens are looked at."""
_ALIKE = 86.0
"""rapidfuzz's token-set ratio at which a sentence is the bank's question."""
_ALIKE_IF_FIELD = 70.0
"""The same, where the sentence asks for the question's field anyway."""
_FEWEST_WORDS = 3


class _FieldWords(Frozen):
    asks: tuple[str, ...]
    headings: tuple[str, ...] = ()


class _AskedWords(Frozen):
    fields: Mapping[Field, _FieldWords]


class Asked(Frozen):
    """The fields that were asked for, and the ids of the bank's questions."""

    fields: frozenset[Field] = frozenset()
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
        syntax, self._book = Syntax(nlp), PatternBook(nlp.vocab)
        for field, several in words.fields.items():
            for pattern in several.asks:
                self._book.add(field, syntax.compile(pattern))

    def asked(self, spoken: Spoken, questions: Sequence[Question]) -> Asked:
        """What a rep's turn asks for."""
        fields = self.fields(spoken.doc)
        found = tuple(question.id for question in questions if _asks(spoken, question, fields))
        named = {Field(q.key) for q in questions if q.id in found and q.key in set(Field)}
        return Asked(fields=fields | named, questions=found)

    def fields(self, doc: Doc) -> frozenset[Field]:
        """The fields that the end of a turn asks for."""
        begins = len(doc) - _LAST_WORDS
        return frozenset(Field(hit.key) for hit in self._book.find(doc) if hit.start >= begins)

    def heading(self, text: str) -> Field | None:
        """The field that a line of notes begins with ("Budget: 40k", "WHEN -> June")."""
        head, mark, _ = _first_mark(text.strip(" \t-*#>•[]()"))
        return self._headings.get(head.strip(" \t*_#").lower()) if mark else None


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


def _asks(spoken: Spoken, question: Question, fields: frozenset[Field]) -> bool:
    wanted = _ALIKE_IF_FIELD if question.key in fields else _ALIKE
    return any(
        fuzz.token_sort_ratio(_bare(sentence), _bare(said)) >= wanted
        or (fuzz.token_set_ratio(_bare(sentence), _bare(said)) >= _ALIKE and _long(said))
        for sentence in _sentences(spoken)
        for said in (question.ask, *question.also)
    )


def _long(said: str) -> bool:
    return len(said.split()) > _FEWEST_WORDS


def _bare(text: str) -> str:
    return "".join(c if c.isalnum() or c.isspace() else " " for c in text.lower())


def _sentences(spoken: Spoken) -> tuple[str, ...]:
    by_number: dict[int, list[int]] = {}
    for clause in spoken.clauses:
        by_number.setdefault(clause.sentence, []).extend((clause.whole.start, clause.whole.end))
    return tuple(
        text
        for ends in by_number.values()
        if len((text := spoken.doc[ends[0] : ends[-1]].text).split()) >= _FEWEST_WORDS
    )
