"""Small marked calls."""

from datetime import date

from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.transcript import Participant, Turn


def marked(
    text: str, quote: str, field: Field = Field.BUDGET, *, turn: int = 0, hedged: bool = False
) -> MarkedAnswer:
    """A mark on the first occurrence of a quote."""
    start = text.index(quote)
    return MarkedAnswer(
        field=field,
        turn=turn,
        start=start,
        end=start + len(quote),
        quote=quote,
        polarity=Polarity.NO if field is Field.TIMELINE else Polarity.YES,
        certainty=Certainty.HEDGED if hedged else Certainty.FIRM,
        notation="?",
    )


def call_of(
    *turns: tuple[str, str], marks: tuple[MarkedAnswer, ...] = (), kind: Kind = Kind.CALL
) -> MarkedCall:
    """A call of Dana, the rep, with Luis; Otto is neither's."""
    sides = {"Dana": Side.REP, "Luis": Side.PROSPECT, "Otto": Side.OTHER}
    return MarkedCall(
        id="t-001",
        call_date=date(2026, 3, 12),
        kind=kind,
        rep="Dana",
        participants=tuple(Participant(name=name, side=side) for name, side in sides.items()),
        header={},
        turns=tuple(
            Turn(index=index, text=text, speaker=speaker or None)
            for index, (speaker, text) in enumerate(turns)
        ),
        answers=marks,
        criteria={},
    )
