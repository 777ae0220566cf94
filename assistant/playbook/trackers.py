"""Loads trackers: the words and phrases that a team cares about."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import Field as Attribute

from assistant.domain.fields import Side
from assistant.domain.frozen import Frozen
from assistant.domain.trackers import Tracker
from assistant.playbook.folders import yaml_files
from assistant.playbook.words import Id, Prose, Text
from assistant.yamlfile.checking import load_model
from assistant.yamlfile.problems import Problem, YamlProblems
from assistant.yamlfile.reading import YamlFile, read_yaml

FOLDER = "trackers"
"""The folder beside the banks."""


class TrackerYaml(Frozen):
    """A list of words to find in calls. With neither words nor names it is turned off."""

    id: Id = Attribute(
        description="Its name for commands; the same as a shipped one's takes its place.",
        examples=["pricing"],
    )
    title: Text = Attribute(description="Its name on the screen.", examples=["Pricing talk"])
    about: Prose = Attribute(
        default="", description="What it is for.", examples=["Who brings up money, and when."]
    )
    side: Literal["rep", "prospect", "any"] = Attribute(
        default="any", description="Whose turns are looked at.", examples=["prospect"]
    )
    words: tuple[Text, ...] = Attribute(
        default=(),
        description="Words and phrases, found in every form: discount finds discounted.",
        examples=[["discount", "too expensive"]],
    )
    names: tuple[Text, ...] = Attribute(
        default=(),
        description="Names, found however they are put together: HubSpot finds hub spot.",
        examples=[["HubSpot", "Bamboo HR"]],
    )
    but: tuple[Text, ...] = Attribute(
        default=(),
        description="Phrases with such a word in them that do not count.",
        examples=[["price of freedom"]],
    )


class Trackers(Frozen):
    """The trackers in force by id, where each is from, and what is wrong with files."""

    trackers: dict[str, Tracker]
    files: dict[str, Path]
    problems: tuple[Problem, ...] = ()


def tracker_of(yaml: YamlFile) -> Tracker:
    """The tracker in a file. Raises ``YamlProblems`` with every mistake."""
    read = load_model(TrackerYaml, yaml)
    side = None if read.side == "any" else Side(read.side)
    return Tracker(**read.model_dump(exclude={"side"}), side=side)


def load_trackers(folders: Iterable[Path]) -> Trackers:
    """The trackers in the folders' ``trackers``; by id, later folders win.

    A file with mistakes leaves what was there before, and its problems are told.
    """
    trackers: dict[str, Tracker] = {}
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in (path for folder in folders for path in yaml_files(folder / FOLDER, problems)):
        try:
            tracker = tracker_of(read_yaml(path))
        except YamlProblems as error:
            problems += error.problems
            continue
        trackers[tracker.id] = tracker
        files[tracker.id] = path
    return Trackers(trackers=trackers, files=files, problems=tuple(problems))
