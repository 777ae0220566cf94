import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.engine import ReadingFacts
from assistant.domain.fields import Kind
from assistant.domain.transcript import Turn
from assistant.extraction.clauses.splitting import clause_words, split
from assistant.extraction.moment import TurnReader
from assistant.extraction.pipeline import COMPONENTS, build_pipeline
from tests.extraction.marked_text import CALL_DATE


@pytest.fixture(scope="session")
def reader() -> TurnReader:
    return TurnReader(build_pipeline())


def clauses(reader: TurnReader, text: str, kind: Kind = Kind.CALL) -> list[str]:
    spoken = reader.read(Turn(index=0, text=text), ReadingFacts(kind=kind, call_date=CALL_DATE))
    spots = (spoken.spot(clause.inner) for clause in spoken.clauses)
    return [text[start:end] for start, end in spots]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Honestly, we lose two vans a week, and nobody knows where they are.",
            ["we lose two vans a week", "nobody knows where they are"],
        ),
        (
            "um so we put sixty aside but the board hasn't seen it yet you know",
            ["we put sixty aside", "the board hasn't seen it yet"],
        ),
        (
            "i run the floor we keep it all in excel he hates it",
            ["i run the floor", "we keep it all in excel", "he hates it"],
        ),
        (
            "the thing we use is the one i told you about",
            ["the thing we use is the one i told you about"],
        ),
        ("Two-ten, give or take.", ["Two-ten, give or take"]),
        ("She signs — he pays; I watch.", ["She signs", "he pays", "I watch"]),
        ("Yeah.", ["Yeah"]),
        ("Don\u2019t know, but I\u2019ll ask", ["Don\u2019t know", "I\u2019ll ask"]),
        ("", []),
        ("...", []),
    ],
)
def test_speech_is_cut_into_clauses(reader: TurnReader, text: str, expected: list[str]) -> None:
    assert clauses(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "CFO signs >10k, Zendesk 3y - replies slow",
            ["CFO signs >10k", "Zendesk 3y", "replies slow"],
        ),
        ("Budget: ~40k/yr", ["Budget", "~40k/yr"]),
        ("10:02 Priscilla, head of workplace", ["10:02 Priscilla", "head of workplace"]),
        ("$ -> 15-20k a store (all in)", ["$", "15-20k a store", "all in"]),
    ],
)
def test_notes_are_cut_at_every_comma(reader: TurnReader, text: str, expected: list[str]) -> None:
    assert clauses(reader, text, Kind.NOTES) == expected


@given(
    st.lists(st.sampled_from(["we", "but", "and", ",", ".", "um", "cash", "i", "(", "so", "it"]))
)
def test_every_word_lies_in_one_clause(words: list[str]) -> None:
    lists = clause_words()
    ranges = split(words, lists)
    covered = [at for start, end in ranges for at in range(start, end)]
    assert covered == [
        at for at, word in enumerate(words) if word not in lists.stops and word not in "()"
    ]


def test_the_components_are_registered_in_one_place() -> None:
    assert tuple(build_pipeline().pipe_names) == COMPONENTS
