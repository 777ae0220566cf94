"""What a signal sees: a turn that has been read, and the talk before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from assistant.domain.engine import ReadingFacts
from assistant.domain.fields import Field, Kind
from assistant.domain.transcript import Turn
from assistant.extraction.clauses.component import KIND, clause_tokens, clauses_of
from assistant.extraction.clauses.splitting import ClauseWords, Range, clause_words, trim
from assistant.extraction.learned.windows import PLACE, Place, Talk
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.reading_values import CLAIMING, ReadValues, ValueKind

_ENDS = frozenset(".?!")
_TURNS_AT_ONCE = 64
"""Few enough that a long transcript shows progress."""


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

    def value_spots(self) -> tuple[Spot, ...]:
        """Where the turn's figures and dates are."""
        return self.values.spots

    @cached_property
    def words(self) -> int:
        """How many words the turn has."""
        return sum(not (token.is_punct or token.is_space) for token in self.doc)

    @cached_property
    def labelled(self) -> "ValueLabels":
        """Where the values that patterns name (``<MONEY>``) stand."""
        return ValueLabels(self)

    def clause_at(self, token: int) -> int | None:
        """The number of the clause that holds a token; None for a stop between clauses."""
        number = bisect_right(self.clauses, token, key=_first_token) - 1
        return number if number >= 0 and token < self.clauses[number].whole.end else None

    def spot(self, tokens: Range) -> Spot:
        """The code points of a range of tokens."""
        last = self.doc[tokens.end - 1]
        return self.doc[tokens.start].idx, last.idx + len(last)

    def tokens(self, spot: Spot) -> Range | None:
        """The tokens that share code points with ``spot``."""
        span = self.doc.char_span(*spot, alignment_mode="expand")
        return None if span is None else Range(span.start, span.end)

    def clauses_of(self, spot: Spot) -> Range:
        """The numbers of the clauses that share code points with ``spot``."""
        first = bisect_right(self._clause_spots, spot[0], key=_end)
        after = bisect_left(self._clause_spots, spot[1], key=_start)
        return Range(first, after) if first < after else Range(0, 0)

    @cached_property
    def _clause_spots(self) -> tuple[Spot, ...]:
        return tuple(self.spot(clause.whole) for clause in self.clauses)


def _first_token(clause: Clause) -> int:
    return clause.whole.start


def _start(spot: Spot) -> int:
    return spot[0]


def _end(spot: Spot) -> int:
    return spot[1]


class ValueLabels:
    """The tokens of a turn's values by label: a kind's name in capitals.

    Kinds claim words in the order of ``CLAIMING``; one that shares a token with a value
    before it has no label. Each is read when it, or one after it, is asked for.
    """

    def __init__(self, spoken: Spoken) -> None:
        self._spoken = spoken
        self._kinds = iter(CLAIMING)
        self._taken: set[int] = set()
        self._ranges: dict[str, tuple[Range, ...]] = {}

    def __call__(self, label: str) -> tuple[Range, ...]:
        """The ranges of tokens that have the label."""
        while label not in self._ranges:
            kind = next(self._kinds)
            self._ranges[kind.upper()] = tuple(self._claimed(kind))
        return self._ranges[label]

    def _claimed(self, kind: ValueKind) -> Iterator[Range]:
        for found in self._spoken.values.of(kind):
            tokens = self._spoken.tokens((found.start, found.end))
            if tokens is not None and self._taken.isdisjoint(range(*tokens)):
                self._taken.update(range(*tokens))
                yield tokens


@dataclass(frozen=True)
class Moment:
    """A turn in its place: what was said before (latest last), and what was asked.

    ``asked`` are the fields that the rep's question, still unanswered or just answered,
    was about; in notes, those that the line's or the section's heading names. ``named`` is the
    field that a line of notes names itself.
    ``guess`` is the rep's turn right before this one, if any. ``scale`` is the latest sum
    of money that anybody named before, however long ago: "thirty" may mean thousands.
    """

    spoken: Spoken
    before: tuple[Spoken, ...] = ()
    asked: frozenset[Field] = frozenset()
    named: Field | None = None
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

    def read(self, turn: Turn, facts: ReadingFacts, talk: Talk | None = None) -> Spoken:
        """The turn's tokens and clauses; with its ``talk``, what the tagger says of it, too."""
        return next(self.read_all((turn,), facts, talk))

    def read_all(
        self, turns: Iterable[Turn], facts: ReadingFacts, talk: Talk | None = None
    ) -> Iterator[Spoken]:
        """Turns that follow each other in one talk; faster than one by one, else the same."""
        pairs = ((self._doc(turn, facts, talk), turn) for turn in turns)
        for doc, turn in self._nlp.pipe(pairs, as_tuples=True, batch_size=_TURNS_AT_ONCE):
            yield Spoken(turn, doc, _clauses(doc, self._lists), facts)

    def _doc(self, turn: Turn, facts: ReadingFacts, talk: Talk | None) -> Doc:
        doc = self._nlp.make_doc(turn.text)
        doc.user_data[KIND] = facts.kind
        if talk is not None:
            doc.user_data[PLACE] = Place(talk, turn.index, turn.side, facts.kind)
        return doc


def _clauses(doc: Doc, lists: ClauseWords) -> tuple[Clause, ...]:
    words = clause_tokens(doc)
    clauses: list[Clause] = []
    sentence, last = 0, 0
    for whole in clauses_of(doc):
        sentence += not _ENDS.isdisjoint(words[last : whole.start])
        last = whole.end
        clauses.append(Clause(whole, trim(words, whole, lists), sentence))
    return tuple(clauses)
