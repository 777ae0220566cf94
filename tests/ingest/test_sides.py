"""Sides that speakers' labels tell."""

import pytest

from assistant.domain.fields import Side
from assistant.ingest.reading import read_text
from assistant.ingest.sides import side_of


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("AE", Side.REP),
        ("sdr", Side.REP),
        ("Agent 2", Side.REP),
        ("AGENT_1", Side.REP),
        ("Sales Rep", Side.REP),
        ("Rep - Dana Reyes", Side.REP),
        ("Dana Reyes (AE)", Side.REP),
        ("Dana Reyes [SDR]", Side.REP),
        ("Dana, AE", Side.REP),
        ("Vertriebler", Side.REP),
        ("Verkäuferin", Side.REP),
        ("Commercial", Side.REP),
        ("Asesora", Side.REP),
        ("Prospect", Side.PROSPECT),
        ("Prospect (Priya - RevOps Director)", Side.PROSPECT),
        ("CUSTOMER", Side.PROSPECT),
        ("Client 1", Side.PROSPECT),
        ("Priya (Customer)", Side.PROSPECT),
        ("Kundin", Side.PROSPECT),
        ("Cliente", Side.PROSPECT),
        # names, titles and what says two things tell nothing
        ("Dana", Side.UNKNOWN),
        ("Speaker 1", Side.UNKNOWN),
        ("Priya (Sales Director)", Side.UNKNOWN),
        ("Customer Success (Ana)", Side.UNKNOWN),
        ("Ken Agent", Side.UNKNOWN),
        ("Prospect (AE)", Side.UNKNOWN),
        ("", Side.UNKNOWN),
    ],
)
def test_what_a_label_tells(label: str, side: Side) -> None:
    assert side_of(label) is side


@pytest.mark.parametrize(
    "text",
    [
        "AE: Who signs?\nProspect: Me.\nAE: Good.\n",
        "[00:01] AE: Who signs?\n[00:03] Prospect: Me.\n",
        "AE  0:01\nWho signs?\nProspect  0:03\nMe.\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nAE: Who?\n\n00:03.000 --> 00:04.000\nProspect: Me.\n",
    ],
)
def test_turns_and_participants_have_the_side(text: str) -> None:
    read = read_text(text)
    sides = {"AE": Side.REP, "Prospect": Side.PROSPECT}
    assert {person.name: person.side for person in read.participants} == sides
    assert [turn.side for turn in read.turns] == [sides[turn.speaker or ""] for turn in read.turns]
