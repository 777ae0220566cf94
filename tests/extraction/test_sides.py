import pytest

from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant, Transcript, Turn
from assistant.extraction.dialogue.sides import settle_sides

TALK = (
    ("A", "Hi Luis, thanks for taking the call. What made you look at this?"),
    ("B", "We're losing orders, nobody answers the phone."),
    ("A", "Got it. And how do you handle them today?"),
    ("B", "We use a spreadsheet."),
    ("C", "And I have to read it."),
    ("A", "A customer of ours had the same. Shall I send you the story?"),
)


def transcript(*, kind: Kind = Kind.CALL, sides: dict[str, Side] | None = None) -> Transcript:
    turns = tuple(
        Turn(index=i, text=text, speaker=None if kind is Kind.NOTES else who)
        for i, (who, text) in enumerate(TALK)
    )
    given = tuple(Participant(name=name, side=side) for name, side in (sides or {}).items())
    return Transcript(format="name_text", kind=kind, turns=turns, participants=given)


def sides(settled: Transcript) -> dict[str, Side]:
    return {one.name: one.side for one in settled.participants}


@pytest.mark.parametrize(
    ("rep", "expected"),
    [(None, "A"), ("B", "B"), (" b ", "B"), ("nobody of that name", "A")],
)
def test_the_rep_is_the_one_named_or_the_one_who_asks_and_pitches(
    rep: str | None, expected: str
) -> None:
    settled = settle_sides(transcript(), rep)
    want = {name: Side.REP if name == expected else Side.PROSPECT for name in "ABC"}
    assert sides(settled) == want
    assert [turn.side for turn in settled.turns] == [
        want[turn.speaker or ""] for turn in settled.turns
    ]


def test_sides_that_the_source_gives_stay() -> None:
    given = {"A": Side.REP, "C": Side.REP}
    settled = settle_sides(transcript(sides=given), "A")
    assert sides(settled) == {"A": Side.REP, "B": Side.PROSPECT, "C": Side.REP}


def test_notes_have_no_sides() -> None:
    settled = settle_sides(transcript(kind=Kind.NOTES), "A")
    assert {turn.side for turn in settled.turns} == {Side.UNKNOWN}


def test_a_monologue_is_nobodys_side() -> None:
    alone = Transcript(
        format="name_text", kind=Kind.CALL, turns=(Turn(index=0, text="Hello", speaker="A"),)
    )
    assert [turn.side for turn in settle_sides(alone, None).turns] == [Side.UNKNOWN]


def test_a_transcript_without_speakers_is_left_as_it_is() -> None:
    bare = Transcript(format="vtt", kind=Kind.CALL, turns=(Turn(index=0, text="Hello"),))
    assert settle_sides(bare, None).turns == bare.turns
