"""What a question is answered from: the call as it stands, and the lead's earlier calls."""

from collections.abc import Iterator

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank
from assistant.domain.calls import Call, NoteLine, Source
from assistant.domain.fields import Side
from assistant.domain.frozen import Frozen
from assistant.domain.people import Account, Lead
from assistant.domain.replies import Passage, PassageTurn, Spot
from assistant.domain.verdict import Assessment, NextQuestion, RecordedVerdict

NOTES = "notes"


class Said(Frozen):
    """A turn or a note line of a call, as it is searched."""

    source: str
    turn: int
    text: str
    speaker: str = ""
    side: Side = Side.UNKNOWN
    seconds: float | None = None


class CallKnown(Frozen):
    """What a call has: its words and its settled answers. ``lines`` are those still there."""

    call: Call
    sources: tuple[Source, ...] = ()
    lines: tuple[NoteLine, ...] = ()
    answers: tuple[Answer, ...] = ()

    def said(self) -> Iterator[Said]:
        """All its turns and then its note lines, in order."""
        for source in self.sources:
            yield from turns_of(source)
        yield from notes_of(self.lines)

    def seconds(self, source: str, turn: int) -> float | None:
        """When that was said or noted, on the call's clock."""
        if source == NOTES:
            return next((line.seconds for line in self.lines if line.number == turn), None)
        for one in self.sources:
            if one.name == source and 0 <= turn < len(one.turns):
                return one.turns[turn].start
        return None


class Known(Frozen):
    """All that a reply may rest on. ``earlier`` are the lead's calls before, latest first."""

    now: CallKnown
    earlier: tuple[CallKnown, ...] = ()
    lead: Lead | None = None
    account: Account | None = None
    banks: tuple[Bank, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    next_questions: tuple[NextQuestion, ...] = ()
    recorded: RecordedVerdict | None = None

    def speakers(self) -> tuple[str, ...]:
        """The names of all who speak in any of the calls, each once."""
        names = (
            person.name for call in (self.now, *self.earlier) for person in call.call.participants
        )
        spoke = (
            turn.speaker
            for call in (self.now, *self.earlier)
            for source in call.sources
            for turn in source.turns
            if turn.speaker
        )
        return tuple(dict.fromkeys((*names, *spoke)))


def turns_of(source: Source) -> Iterator[Said]:
    """A source's turns."""
    for turn in source.turns:
        yield Said.model_construct(
            source=source.name,
            turn=turn.index,
            text=turn.text,
            speaker=turn.speaker or "",
            side=turn.side,
            seconds=turn.start,
        )


def notes_of(lines: tuple[NoteLine, ...]) -> Iterator[Said]:
    """Note lines. Whose words they report nobody knows; they count as the prospect's."""
    for line in lines:
        yield Said.model_construct(
            source=NOTES,
            turn=line.number,
            text=line.text,
            speaker="",
            side=Side.PROSPECT,
            seconds=line.seconds,
        )


def passage(known: Known, spot: Spot, *, reach: int) -> Passage | None:
    """The turns around a spot, so many before and after; None where it is there no more."""
    call = next((one for one in (known.now, *known.earlier) if one.call.id == spot.call_id), None)
    if call is None:
        return None
    said = [one for one in call.said() if one.source == spot.source]
    at = next((number for number, one in enumerate(said) if one.turn == spot.turn), None)
    if at is None:
        return None
    around = said[max(0, at - reach) : at + reach + 1]
    turns = tuple(
        PassageTurn(
            text=one.text, speaker=one.speaker, seconds=one.seconds, here=one.turn == spot.turn
        )
        for one in around
    )
    title, day = call.call.title, call.call.call_date
    return Passage(title=title, source=spot.source, day=day, spot=spot, turns=turns)
