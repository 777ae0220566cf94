"""What the assistant says to a question about a call: statements, each with its words."""

from datetime import date
from typing import Literal
from uuid import UUID

from assistant.domain.frozen import Frozen
from assistant.domain.wording import clock_text, date_text

Standing = Literal[
    "", "confirmed", "unconfirmed", "contradicted", "replaced", "met", "unmet", "unknown"
]


class Spot(Frozen):
    """Words of a call: code points ``[start, end)`` of a source's turn.

    For the source "notes", ``turn`` is the note line's number.
    """

    call_id: UUID
    source: str
    turn: int
    start: int
    end: int


class Statement(Frozen):
    """One thing that is known, and the words that it rests on.

    ``text`` is what it comes to, blank where the quote says it all; ``key`` the field or
    question that it answers, blank where none. ``origin`` says where it is from: "notes",
    a source's name, "by hand", "the lead's record", "the bank". ``seconds`` are on the clock of its
    call; ``day`` is set where that is an earlier call.
    """

    text: str = ""
    key: str = ""
    standing: Standing = ""
    quote: str = ""
    speaker: str = ""
    origin: str = ""
    seconds: float | None = None
    day: date | None = None
    spot: Spot | None = None

    @property
    def place(self) -> str:
        """Where it is from, in words: "2 March 2026, Luis 04:10", "notes 12:38"; "" for advice."""
        if self.origin in {"the bank", "the call", "help"}:
            return ""
        day = f"{date_text(self.day)}," if self.day else ""
        clock = clock_text(self.seconds) if self.seconds is not None else ""
        return " ".join(part for part in (day, self.speaker or self.origin, clock) if part)

    @property
    def says_itself(self) -> bool:
        """Whether the quote says all that the text does."""
        return self.quote.strip().casefold() == self.text.strip().casefold()


class Reply(Frozen):
    """An answer to ``question``. ``heading`` is a short sentence that stands by itself.

    ``about`` is what the question was taken for ("authority", "missing", "words"). ``more``
    counts the statements that were left out.
    """

    question: str
    about: str
    heading: str
    statements: tuple[Statement, ...] = ()
    more: int = 0


class PassageTurn(Frozen):
    """A turn of a passage; ``here`` is the one that was looked for."""

    text: str
    speaker: str = ""
    seconds: float | None = None
    here: bool = False


class Passage(Frozen):
    """Some turns of a source around the words of a spot."""

    title: str
    source: str
    day: date
    spot: Spot
    turns: tuple[PassageTurn, ...]
