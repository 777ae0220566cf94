"""Every name of the grammar, in one table: reading, errors, completion and documents use it."""

from typing import Literal

from assistant.domain.fields import Field, Polarity, Side
from assistant.domain.frozen import Frozen
from assistant.domain.verdict import Outcome

Level = Literal["answer", "spot", "call"]
"""What a name is asked of: an answer, the place of words, or the call."""

Reads = Literal["choice", "text", "day", "number"]


class Choice(Frozen):
    """A value that a name can have. ``level`` is set where it is not the name's."""

    value: str
    about: str = ""
    level: Level | None = None


class Name(Frozen):
    """A name and its values. ``stored`` says that the store knows values to offer.

    ``most`` is the highest number, where it reads one. Of a word that ``inflects`` every form is
    meant.
    """

    name: str
    level: Level
    about: str
    example: str
    reads: Reads = "text"
    choices: tuple[Choice, ...] = ()
    stored: bool = False
    most: int = 100
    inflects: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """The values that there are, where they are listed."""
        return tuple(choice.value for choice in self.choices)

    def level_of(self, value: str) -> Level:
        """What the name is asked of with this value."""
        levels = {choice.value: choice.level for choice in self.choices}
        return levels.get(value) or self.level


def _listed(*values: str) -> tuple[Choice, ...]:
    return tuple(Choice(value=value) for value in values)


STANDINGS = (
    Choice(value="unconfirmed", about="an answer that nobody has decided on"),
    Choice(value="confirmed", about="an answer that somebody confirmed, edited or gave"),
    Choice(value="contradicted", about="an answer that another one contradicts"),
    Choice(value="hedged", about="an answer in words like maybe, ballpark"),
    Choice(value="unassigned", about="a call without a lead", level="call"),
    Choice(value="waiting", about="a call with a verdict that waits for a review", level="call"),
    Choice(value="returned", about="a call that was sent back to its rep", level="call"),
    Choice(value="answered", about="a call that came back with the rep's answer", level="call"),
    Choice(value="reviewed", about="a call that somebody agreed with or reversed", level="call"),
    Choice(
        value="overridden",
        about="a call whose rep put another verdict over the program's",
        level="call",
    ),
    Choice(
        value="disputed",
        about="a call whose verdict differs from the program's",
        level="call",
    ),
    Choice(
        value="conflict",
        about="a call in which two people said different things apart from each other",
        level="call",
    ),
)

NAMES: tuple[Name, ...] = (
    Name(
        name="field", level="answer", reads="choice", choices=_listed(*Field),
        about="an answer of this field", example="field:objection",
    ),
    Name(
        name="question", level="answer",
        about="an answer to this bank question, given by hand", example="question:fit.team",
    ),
    Name(
        name="value", level="answer", inflects=True,
        about="an answer whose meaning has these words", example="value:price",
    ),
    Name(
        name="polarity", level="answer", reads="choice", choices=_listed(*Polarity),
        about="an answer that says yes, says no, or leaves it open", example="polarity:no",
    ),
    Name(
        name="is", level="answer", reads="choice", choices=STANDINGS,
        about="how an answer or a call stands", example="is:unconfirmed",
    ),
    Name(
        name="kind", level="spot", reads="choice", choices=_listed("turn", "note", "answer"),
        about="only turns of a transcript, lines of notes, or answers", example="kind:note",
    ),
    Name(
        name="side", level="spot", reads="choice", choices=_listed(*Side),
        about="only words of this side of the call", example="side:prospect",
    ),
    Name(
        name="speaker", level="spot", stored=True,
        about="only words of a speaker whose name has this in it", example="speaker:luis",
    ),
    Name(
        name="rep", level="call", stored=True,
        about="the rep's id, e-mail or part of the name; `me` is you", example="rep:me",
    ),
    Name(
        name="team", level="call", stored=True,
        about="the rep's team", example='team:"Inside sales"',
    ),
    Name(
        name="lead", level="call", stored=True,
        about="part of the lead's name or e-mail", example='lead:"lena ortiz"',
    ),
    Name(
        name="account", level="call", stored=True,
        about="part of the company's name", example="account:harbor",
    ),
    Name(
        name="industry", level="call", stored=True,
        about="the company's sector, or what the lead answered about its industry",
        example="industry:logistics",
    ),
    Name(
        name="bank", level="call", stored=True,
        about="a question bank of the call, by its id", example="bank:champ",
    ),
    Name(
        name="verdict", level="call", reads="choice", choices=_listed(*Outcome, "none"),
        about="the verdict in force; none where the call has none yet",
        example="verdict:nurture",
    ),
    Name(
        name="score", level="call", reads="number",
        about="the verdict's score, 0 to 100; also with >, >=, < and <=", example="score>50",
    ),
    Name(
        name="missing", level="call", reads="choice", choices=_listed(*Field),
        about="a call in which nothing was answered to this field", example="missing:budget",
    ),
    Name(
        name="gaps", level="call", reads="number",
        about="how many criteria the verdict knows nothing of", example="gaps>1",
    ),
    Name(
        name="unconfirmed", level="call", reads="number", most=999,
        about="how many answers of the call nobody has decided on", example="unconfirmed>3",
    ),
    Name(
        name="since", level="call", reads="day",
        about="calls held on this day or later", example="since:2026-05",
    ),
    Name(
        name="until", level="call", reads="day",
        about="calls held on this day or earlier", example="until:2026-06-30",
    ),
)  # fmt: skip

BY_NAME = {name.name: name for name in NAMES}
