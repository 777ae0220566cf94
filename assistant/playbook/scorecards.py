"""Loads scorecards: what a team looks at in a call."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field as Attribute

from assistant.domain.frozen import Frozen
from assistant.domain.scorecards import CardItem, Scorecard
from assistant.playbook.folders import yaml_files
from assistant.playbook.words import VERSION, Id, Prose, Text
from assistant.yamlfile.checking import load_model
from assistant.yamlfile.problems import Problem, YamlProblems
from assistant.yamlfile.reading import YamlFile, read_yaml

FOLDER = "scorecards"
"""The folder beside the banks."""


class ItemYaml(Frozen):
    """Something that is looked at."""

    id: Id = Attribute(description="Its name within the card.", examples=["opening"])
    title: Text = Attribute(description="Its name on the screen.", examples=["Opening"])
    kind: Literal["points", "yes_no", "choice", "text"] = Attribute(
        description="How it is marked: points are 0 to 5.", examples=["points"]
    )
    about: Prose = Attribute(
        default="", description="What to look at.", examples=["Said what the call is for."]
    )
    choices: tuple[Text, ...] = Attribute(
        default=(), description="For kind choice: what there is.", examples=[["dated", "none"]]
    )


class ScorecardYaml(Frozen):
    """What is looked at in a call, in order."""

    id: Id = Attribute(
        description="Its name for commands; the same as a shipped one's takes its place.",
        examples=["discovery"],
    )
    version: int = VERSION
    title: Text = Attribute(description="Its name on the screen.", examples=["Discovery call"])
    items: tuple[ItemYaml, ...] = Attribute(
        min_length=1, description="In the order in which to mark them."
    )


class Scorecards(Frozen):
    """The cards in force by id, and what is wrong with files."""

    cards: dict[str, Scorecard]
    problems: tuple[Problem, ...] = ()


def scorecard_of(yaml: YamlFile) -> Scorecard:
    """The card in a file. Raises ``YamlProblems`` with every mistake."""
    read = load_model(ScorecardYaml, yaml, _choices, _same_ids)
    items = tuple(CardItem(**item.model_dump()) for item in read.items)
    return Scorecard(id=read.id, version=read.version, title=read.title, items=items)


def load_scorecards(folders: Iterable[Path]) -> Scorecards:
    """The cards in the folders' ``scorecards``; by id, later folders win.

    A file with mistakes leaves what was there before, and its problems are told.
    """
    cards: dict[str, Scorecard] = {}
    problems: list[Problem] = []
    for path in (path for folder in folders for path in yaml_files(folder / FOLDER, problems)):
        try:
            card = scorecard_of(read_yaml(path))
        except YamlProblems as error:
            problems += error.problems
        else:
            cards[card.id] = card
    return Scorecards(cards=cards, problems=tuple(problems))


def _items(yaml: YamlFile) -> Iterator[tuple[int, dict[str, object]]]:
    items = yaml.at(("items",))
    for place, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield place, item


def _choices(yaml: YamlFile) -> Iterator[Problem]:
    """A choice has at least two, and nothing else has any."""
    for place, item in _items(yaml):
        choices = item.get("choices")
        many = len(choices) if isinstance(choices, list) else 0
        if item.get("kind") == "choice" and many < 2:
            message = "a choice needs at least two choices"
            yield yaml.problem(("items", place, "kind"), message, "choices: [dated, none]")
        elif item.get("kind") != "choice" and many:
            message = "only kind choice has choices"
            yield yaml.problem(("items", place, "choices"), message, "kind: choice")


def _same_ids(yaml: YamlFile) -> Iterator[Problem]:
    seen: set[object] = set()
    for place, item in _items(yaml):
        if (name := item.get("id")) in seen:
            message = f"another item has the id {name}"
            yield yaml.problem(("items", place, "id"), message, "an id of its own")
        seen.add(name)
