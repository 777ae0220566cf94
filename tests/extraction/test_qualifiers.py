import pytest

from assistant.domain.engine import ReadingFacts
from assistant.domain.fields import Kind
from assistant.domain.transcript import Turn
from assistant.extraction.clauses.splitting import Range
from assistant.extraction.moment import TurnReader
from assistant.extraction.pipeline import build_pipeline
from assistant.extraction.qualifiers.reading import qualify
from tests.extraction.marked_text import CALL_DATE

READER = TurnReader(build_pipeline())


def qualities(text: str, kind: Kind = Kind.CALL) -> set[tuple[str, str]]:
    """Quality and cue words of the first clause."""
    spoken = READER.read(Turn(index=0, text=text), ReadingFacts(kind=kind, call_date=CALL_DATE))
    clause = spoken.clauses[0].inner
    found = qualify(spoken.doc, clause, Range(0, 0), spoken.value_spots)
    cues = {name: getattr(found, name) for name in found.__slots__}
    for cue in filter(None, cues.values()):
        assert text[cue.start : cue.end] == cue.text
    return {(name, cue.text.lower()) for name, cue in cues.items() if cue is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have forty thousand.", set()),
        ("We don't have forty thousand.", {("negation", "n't")}),
        ("Nobody signs that.", {("negation", "nobody")}),
        ("It's not only me.", set()),
        ("No problem with that.", set()),
        ("We like it, but it is not signed.", set()),
        ("Maybe forty thousand.", {("hedge", "maybe")}),
        ("It's around forty thousand.", {("hedge", "around")}),
        ("We were around that day.", set()),
        ("Forty thousand, I think.", {("hedge", "i think")}),
        ("Forty thousand, give or take.", {("hedge", "give or take")}),
        ("He used to sign them.", {("past", "used to")}),
        ("If we had the money.", {("hypothetical", "if we")}),
        ("A friend of mine pays sixty.", {("elsewhere", "a friend of mine")}),
        ("Is forty thousand enough?", {("question", "?")}),
    ],
)
def test_each_quality_names_the_cue_that_decided(text: str, expected: set[tuple[str, str]]) -> None:
    assert qualities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("told her 40k", {("own", "told her")}),
        ("send deck to Bea", {("own", "send")}),
        ("our list is 17.8k", {("own", "our list")}),
        ("signs herself", set()),
        ("~40k", {("hedge", "~")}),
    ],
)
def test_the_reps_own_doings_in_notes(text: str, expected: set[tuple[str, str]]) -> None:
    assert qualities(text, Kind.NOTES) == expected
