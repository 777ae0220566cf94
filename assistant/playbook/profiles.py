"""Loads the ideal customer profile and the table of engagement points."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field as Attribute

from assistant.domain.frozen import Frozen
from assistant.domain.people import Icp, PointsTable
from assistant.playbook.words import Id, Text
from assistant.yamlfile.checking import load_model
from assistant.yamlfile.problems import Problem
from assistant.yamlfile.reading import YamlFile


class IcpYaml(Frozen):
    """The ideal customer. What is left out asks nothing of a lead."""

    id: Id = Attribute(description="Its name, for the setting icp.", examples=["our_icp"])
    title: Text = Attribute(description="Its name on the screen.", examples=["Mid-size makers"])
    industries: tuple[Text, ...] = Attribute(
        default=(), description="Sectors that gain from the product.", examples=[["logistics"]]
    )
    locations: tuple[Text, ...] = Attribute(
        default=(), description="Places that can be served.", examples=[["Germany", "AT"]]
    )
    titles: tuple[Text, ...] = Attribute(
        default=(), description="Titles that decide or can bring in who does.", examples=[["COO"]]
    )
    employees_from: int | None = Attribute(
        default=None, ge=0, description="Least number of employees.", examples=[50]
    )
    employees_to: int | None = Attribute(
        default=None, ge=0, description="Most employees.", examples=[500]
    )


class PointsYaml(Frozen):
    """What each thing that a lead does is worth."""

    id: Id = Attribute(description="Its name.", examples=["points"])
    title: Text = Attribute(description="Its name on the screen.", examples=["Engagement points"])
    threshold: int = Attribute(
        ge=1, description="The total from which a lead counts as engaged.", examples=[50]
    )
    points: dict[Id, Annotated[int, Attribute(examples=[50])]] = Attribute(
        min_length=1,
        description="By kind of event; what speaks against is below 0.",
        examples=[{"demo_request": 75}],
    )
    fresh_days: int | None = Attribute(
        default=None,
        ge=1,
        description="Days after which an event counts no more; left out: it always does.",
        examples=[90],
    )


def icp_of(yaml: YamlFile) -> Icp:
    """The ideal customer profile in a file. Raises ``YamlProblems``."""
    return Icp(**load_model(IcpYaml, yaml, _size_problems).model_dump())


def points_of(yaml: YamlFile) -> PointsTable:
    """The points table in a file. Raises ``YamlProblems``."""
    return PointsTable(**load_model(PointsYaml, yaml).model_dump())


def _size_problems(yaml: YamlFile) -> Iterator[Problem]:
    low, high = yaml.at(("employees_from",)), yaml.at(("employees_to",))
    if isinstance(low, int) and isinstance(high, int) and low > high:
        message = "must not be less than employees_from"
        yield yaml.problem(("employees_to",), message, f"a number from {low} up")
