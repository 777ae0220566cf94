"""Scorecards: the shipped one, a team's own, and every mistake with its line."""

from pathlib import Path

import pytest

from assistant.domain.scorecards import CardItem, FilledCard, Mark, Scorecard
from assistant.playbook.scorecards import load_scorecards, scorecard_of
from assistant.settings.shipped import shipped
from assistant.yamlfile.problems import YamlProblems
from assistant.yamlfile.reading import parse_yaml
from tests.storage.samples import a_call, a_filled_card

CARD = """
id: renewals
version: 2
title: Renewal call
items:
  - {id: opening, title: Opening, kind: points, about: How it began.}
  - {id: next, title: Next step, kind: choice, choices: [dated, none]}
"""


def test_the_shipped_card_has_every_kind_of_item() -> None:
    there = load_scorecards([shipped("question_banks")])

    assert (list(there.cards), there.problems) == (["discovery"], ())
    kinds = {item.kind for item in there.cards["discovery"].items}
    assert kinds == {"points", "yes_no", "choice", "text"}


def test_a_card_of_a_team() -> None:
    assert scorecard_of(parse_yaml(CARD, "renewals.yaml")) == Scorecard(
        id="renewals",
        version=2,
        title="Renewal call",
        items=(
            CardItem(id="opening", title="Opening", kind="points", about="How it began."),
            CardItem(id="next", title="Next step", kind="choice", choices=("dated", "none")),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("version: 2", "version: two", 3, "version"),
        ("title: Renewal call", "titel: Renewal call", 4, "titel"),
        ("choices: [dated, none]", "choices: [dated]", 7, "at least two choices"),
        (", choices: [dated, none]", "", 7, "at least two choices"),
        ("about: How it began.", "choices: [a, b]", 6, "only kind choice has choices"),
        ("id: next", "id: opening", 7, "another item has the id opening"),
        ("kind: points", "kind: stars", 6, "kind"),
    ],
)
def test_a_mistake_is_told_with_its_line(old: str, new: str, line: int, told: str) -> None:
    with pytest.raises(YamlProblems) as wrong:
        scorecard_of(parse_yaml(CARD.replace(old, new), "renewals.yaml"))

    assert f"renewals.yaml:{line}:" in str(wrong.value)
    assert told in str(wrong.value)


def test_a_file_with_mistakes_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "scorecards"
    folder.mkdir()
    (folder / "discovery.yaml").write_text("id: discovery\ntitle: x\n", encoding="utf-8")
    (folder / "mine.yaml").write_text(CARD, encoding="utf-8")

    there = load_scorecards([shipped("question_banks"), tmp_path])

    assert list(there.cards) == ["discovery", "renewals"]
    assert there.cards["discovery"].title == "Discovery call"
    assert there.problems


def test_what_was_given_of_what_could_be() -> None:
    def percent(*marks: Mark) -> int | None:
        items = (
            CardItem(id="a", title="A", kind="points"),
            CardItem(id="b", title="B", kind="yes_no"),
            CardItem(id="c", title="C", kind="text"),
        )
        card = Scorecard(id="x", version=1, title="X", items=items)
        filled: FilledCard = a_filled_card(a_call(), card=card, marks=marks)
        return filled.percent

    text = Mark(item="c", value="fine")
    assert percent() is None
    assert percent(text) is None
    assert percent(text, Mark(item="a", value=3)) == 60
    assert percent(Mark(item="a", value=3), Mark(item="b", value=True)) == 80
    assert percent(Mark(item="a", value=0), Mark(item="b", value=False)) == 0
