import pytest

from assistant.domain.fields import Side
from assistant.domain.transcript import Participant
from assistant.extraction.values.people.deciders import find_deciders
from assistant.extraction.values.people.titles import find_titles

PEOPLE = (
    Participant(name="Priya", side=Side.PROSPECT),
    Participant(name="Zdenka Novak", side=Side.PROSPECT),
    Participant(name="Speaker 1", side=Side.REP),
)


def deciders(text: str) -> list[tuple[str | None, str | None]]:
    return [(item.value.name, item.value.title) for item in find_deciders(text, PEOPLE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Priya, our CFO, signs anything over ten", ("Priya", "CFO")),
        ("our CFO Priya", ("Priya", "CFO")),
        ("priya our cfo signs", ("Priya", "CFO")),
        ("Gus (owner)", ("Gus", "owner")),
        ("Mr Davids (owner)", ("Mr Davids", "owner")),
        ("mr davids owns it", ("Mr Davids", None)),
        (
            "Mr. Okafor, our superintendent of business",
            ("Mr. Okafor", "superintendent of business"),
        ),
        ("Deborah's the exec director for people", ("Deborah", "exec director for people")),
        ("Laura, the finance director", ("Laura", "finance director")),
        ("CIO Mark Dietz signs", ("Mark Dietz", "CIO")),
        ("it goes to the c f o", (None, "CFO")),
        ("Deb the GM signs", ("Deb", "general manager")),
        ("zdenka'd have to want it", ("Zdenka", None)),
        ("me and bryce", ("Bryce", None)),
        ("Boyle and I, both of us", ("Boyle", None)),
        ("that goes to Wiebke", ("Wiebke", None)),
        ("my husband", (None, "husband")),
        ("our legal has a veto", (None, "legal")),
        ("procurement signs", (None, "procurement")),
        ("the board has to approve", (None, "board")),
        ("the finance committee votes", (None, "finance committee")),
    ],
)
def test_one_decider(text: str, expected: tuple[str | None, str | None]) -> None:
    assert deciders(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the CFO and the board", [(None, "CFO"), (None, "board")]),
        ("Stan, he's the COO, and Deb", [("Stan", "COO"), ("Deb", None)]),
        ("Priya or Laura", [("Priya", None), ("Laura", None)]),
        (
            "the board, Priya and procurement",
            [(None, "board"), ("Priya", None), (None, "procurement")],
        ),
    ],
)
def test_several_deciders(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert deciders(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "it's me, I sign",
        "We signed in March",
        "that was in Tuttlingen",
        "they are all on Excel",
        "we partner with them",
        "is it legal to do that",
        "OK. Fine. Sure",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert deciders(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'm VP of Operations", ["VP of Operations"]),
        ("i'm the v p of customer success", ["VP of customer success"]),
        ("head of IT here", ["head of IT"]),
        ("I'm the practice manager", ["practice manager"]),
        ("regional sales director", ["regional sales director"]),
        ("director of regulatory affairs", ["director of regulatory affairs"]),
        ("chief operating officer", ["chief operating officer"]),
        ("co-owner and treasurer", ["co-owner", "treasurer"]),
        ("my boss and the hiring manager", ["boss", "hiring manager"]),
        ("nothing of the sort", []),
        ("a lead time of a week", []),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    assert [item.value.text for item in find_titles(text)] == expected


def test_offsets_cover_name_and_title() -> None:
    text = "Well, Priya, our CFO, signs. So does Gus (owner)."
    assert [text[d.start : d.end] for d in find_deciders(text, PEOPLE)] == [
        "Priya, our CFO",
        "Gus (owner)",
    ]
