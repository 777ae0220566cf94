"""Loads lifecycles: the stages of a lead, and the gates on the way into each."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field as Attribute
from pydantic import StringConstraints

from assistant.domain.frozen import Frozen
from assistant.domain.lifecycle import Lifecycle, Stage, Step
from assistant.playbook.bank_checks import repeated, unknown
from assistant.playbook.words import VERSION, Id, Prose, Text
from assistant.yamlfile.checking import Check, load_model
from assistant.yamlfile.problems import Problem
from assistant.yamlfile.reading import YamlFile

GateName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]
"""A gate of a bank: ``bank.gate``."""


class StageYaml(Frozen):
    """One stage of a lead."""

    id: Id = Attribute(description="Its name.", examples=["sales_qualified"])
    title: Text = Attribute(description="Its name on the screen.", examples=["Sales-qualified"])
    kind: Literal["step", "optional", "out"] = Attribute(
        default="step",
        description="step: on the ladder; optional: stepped over; out: off the ladder.",
        examples=["step"],
    )
    about: Prose = Attribute(default="", description="What a lead there is like.")


class StepYaml(Frozen):
    """The way into a stage."""

    to: Id = Attribute(description="The stage's id.", examples=["sales_qualified"])
    gates: tuple[GateName, ...] = Attribute(
        default=(),
        description="The gates that must pass, as bank.gate.",
        examples=[["bant.budget"]],
    )


class LifecycleYaml(Frozen):
    """A lifecycle: an ordered list of stages, and the steps between them."""

    id: Id = Attribute(description="Its name for settings.", examples=["our_ladder"])
    version: Annotated[int, VERSION]
    title: Text = Attribute(description="Its name on the screen.", examples=["Our ladder"])
    stages: tuple[StageYaml, ...] = Attribute(min_length=2, description="In order, first to last.")
    steps: tuple[StepYaml, ...] = Attribute(
        default=(), description="A stage without a step is entered freely."
    )

    def lifecycle(self) -> Lifecycle:
        """The lifecycle of the domain."""
        return Lifecycle(
            id=self.id,
            version=self.version,
            title=self.title,
            stages=tuple(Stage(**stage.model_dump()) for stage in self.stages),
            steps=tuple(Step(**step.model_dump()) for step in self.steps),
        )


def lifecycle_of(yaml: YamlFile, *checks: Check) -> Lifecycle:
    """The lifecycle in a file. Raises ``YamlProblems`` with every mistake in it."""
    return load_model(LifecycleYaml, yaml, _lifecycle_problems, *checks).lifecycle()


def _lifecycle_problems(yaml: YamlFile) -> Iterator[Problem]:
    stages, steps = yaml.below(("stages",)), yaml.below(("steps",))
    yield from repeated(yaml, [(*stage, "id") for stage in stages], "stage")
    yield from repeated(yaml, [(*step, "to") for step in steps], "stage with a step")
    known = [text for stage in stages if (text := yaml.text((*stage, "id")))]
    for step in steps:
        yield from unknown(yaml, (*step, "to"), known, "stage of this lifecycle")
