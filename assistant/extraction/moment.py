"""What a signal sees: a turn that has been read, and the talk before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from assistant.domain.engine import ReadingFacts
from assistant.domain.fields import Field, Kind
from assistant.domain.transcript import Turn
from assistant.extraction.clauses.component import KEY as CLAUSES
from assistant.extraction.clauses.component import KIND, clause_tokens
from assistant.extraction.clauses.splitting import ClauseWords, Range, clause_words, trim
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.reading_values import ReadValues

_ENDS = frozenset(".?!")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: ``whole`` are its tokens, ``inner`` those without lead-ins and fillers.

    ``sentence`` numbers the turn's sentences, so that clauses of one can be told.
    """

    whole: Range
    inner: Range
    sentence: int


@dataclass(frozen=True)
class Spoken:
    """One turn, read: its tokens, clauses and (when asked for) values."""

    turn: Turn
    doc: Doc
    clauses: tuple[Clause, ...]
    facts: ReadingFacts

    @cached_property
    def values(self) -> ReadValues:
        """The values in the turn's text."""
        return ReadValues(self.turn.text, self.facts)

    @property
    def words(self) -> int:
        """How many words the turn has."""
        return sum(not (token.is_punct or token.is_space) for token in self.doc)

    def clause_at(self, token: int) -> int | None:
        """The number of the clause that holds a token; None for a stop between clauses."""
        for number, clause in enumerate(self.clauses):
            if clause.whole.start <= token < clause.whole.end:
                return number
        return None

    def spot(self, tokens: Range) -> Spot:
        """The code points of a range of tokens."""
        last = self.doc[tokens.end - 1]
        return self.doc[tokens.start].idx, last.idx + len(last)

    def clauses_of(self, spot: Spot) -> Range:
        """The numbers of the clauses that share code points with ``spot``."""
        touched = [
            number
            for number, clause in enumerate(self.clauses)
            if (at := self.spot(clause.whole))[0] < spot[1] and at[1] > spot[0]
        ]
        return Range(touched[0], touched[-1] + 1) if touched else Range(0, 0)


@dataclass(frozen=True)
class Moment:
    """A turn in its place: what was said before (latest last), and what was asked.

    ``asked`` are the fields that the rep's question, still unanswered or just answered,
    was about; in notes, those that the line's or the section's heading names.
    ``guess`` is the rep's turn right before this one, if any. ``scale`` is the latest sum
    of money that anybody named before, however long ago: "thirty" may mean thousands.
    """

    spoken: Spoken
    before: tuple[Spoken, ...] = ()
    asked: frozenset[Field] = frozenset()
    guess: Spoken | None = None
    scale: float | None = None

    @property
    def notes(self) -> bool:
        """Whether the turn is a line of notes."""
        return self.spoken.facts.kind is Kind.NOTES

    @property
    def text(self) -> str:
        """The turn's text."""
        return self.spoken.turn.text


class TurnReader:
    """Reads turns with one pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._lists = clause_words()

    def read(self, turn: Turn, facts: ReadingFacts) -> Spoken:
        """The turn's tokens and clauses."""
        doc = self._nlp.make_doc(turn.text)
        doc.user_data[KIND] = facts.kind
        doc = self._nlp(doc)
        return Spoken(turn, doc, _clauses(doc, self._lists), facts)


def label_values(spoken: Spoken) -> None:
    """Set the entity labels that patterns name (``<MONEY>``), so do it before matching.

    Where values overlap, the first kind of ``ReadValues.by_kind`` keeps the words.
    """
    taken: set[int] = set()
    for kind, spots in spoken.values.by_kind().items():
        for start, end in spots:
            span = spoken.doc.char_span(start, end, alignment_mode="expand")
            if span is None or taken & set(range(span.start, span.end)):
                continue
            taken.update(range(span.start, span.end))
            for token in span:
                token.ent_type_ = kind


def _clauses(doc: Doc, lists: ClauseWords) -> tuple[Clause, ...]:
    words = clause_tokens(doc)
    clauses: list[Clause] = []
    sentence, last = 0, 0
    for span in doc.spans[CLAUSES]:
        sentence += bool(_ENDS & set(words[last : span.start]))
        last = span.end
        whole = Range(span.start, span.end)
        clauses.append(Clause(whole, trim(words, whole, lists), sentence))
    return tuple(clauses)


def spots(found: Sequence[Any]) -> tuple[Spot, ...]:
    """The places of found values."""
    return tuple((each.start, each.end) for each in found)
