"""What reads the words: versions, and the port that the rest of the code knows."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, Protocol

from assistant.domain.answers import Answer
from assistant.domain.bank import Question
from assistant.domain.fields import Field, Kind
from assistant.domain.frozen import Frozen
from assistant.domain.parts import Parts as Parts  # noqa: PLC0414  # the start needs it alone
from assistant.domain.transcript import Participant, Transcript, Turn
from assistant.domain.values import Value

RULES = "rules"
"""What an engine's ``model`` is called where none is loaded."""


class Engine(Frozen):
    """The engine's version and its model: a checksum, or "rules" where none is loaded."""

    version: str
    model: str = RULES

    def __str__(self) -> str:
        return f"{self.version} {self.model}"


class ReadingFacts(Frozen):
    """What has to be known before a source can be read.

    ``currency`` is the fallback for amounts that name none; ``product_names`` are the
    rep's company and products, which are never competitors and answer "have they
    considered us"; ``questions`` are the bank questions whose asking and phrases are
    listened for.
    """

    source: str = "transcript"
    kind: Kind = Kind.CALL
    call_date: date
    rep: str | None = None
    participants: tuple[Participant, ...] = ()
    currency: str | None = None
    date_order: Literal["day_first", "month_first"] = "month_first"
    fiscal_year_start: int = 1
    product_names: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


class Heard(Frozen):
    """What one turn gave: new answers, and what it asked for.

    ``asked`` are the ids of bank questions; ``about`` the fields, sorted, whatever the
    words and whether or not a bank has the question.
    """

    answers: tuple[Answer, ...] = ()
    asked: tuple[str, ...] = ()
    about: tuple[Field, ...] = ()


class Listener(Protocol):
    """Reads one source turn by turn, in order, remembering what came before."""

    def hear(self, turn: Turn) -> Heard:
        """Read the next turn. A turn's ``side`` must be set; ``unknown`` is not the rep.

        A note line that changed is heard again under the same index.
        """
        ...

    def hear_all(self, turns: Iterable[Turn]) -> Iterator[Heard]:
        """Read turns that follow each other: what ``hear`` gives for each, sooner."""
        ...


class Extractor(Protocol):
    """Turns in, answers out. Loading it is slow; using it is not."""

    @property
    def engine(self) -> Engine:
        """What stands behind the answers."""
        ...

    @property
    def notice(self) -> str | None:
        """What the user has to know: why there are only rules; None where all is well."""
        ...

    def settle_sides(self, transcript: Transcript, rep: str | None) -> Transcript:
        """The transcript with every turn's and participant's side set.

        ``rep`` is the rep's name as in the transcript; else it is found from what is said.
        """
        ...

    def language_of(self, transcript: Transcript) -> str:
        """ISO 639-1 code of the language; answers stay blank for any but "en"."""
        ...

    def currency_of(
        self, transcript: Transcript, fallback: str | None, country: str | None = None
    ) -> tuple[str | None, str]:
        """The call's currency, and where it is known from.

        In this order: "said" in the call, the prospect's "place", the "account" (its
        ``country``, ISO 3166), "settings" (the ``fallback``), "none".
        """
        ...

    def value_of(self, field: Field, text: str, facts: ReadingFacts) -> Value:
        """Read what a person typed as a field's value ("40k a year", "end of June").

        Money, dates and counts that can't be read give a ``Label`` of the words.
        """
        ...

    def listen(self, facts: ReadingFacts) -> Listener:
        """Start reading a source."""
        ...
