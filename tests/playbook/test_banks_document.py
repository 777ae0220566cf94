"""docs/banks.md: its examples load, and its tables say what the models say."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from assistant.playbook.answer_yaml import AnswerYaml, OptionYaml
from assistant.playbook.bank_yaml import (
    BandsYaml,
    BankYaml,
    CriterionYaml,
    GateYaml,
    PassRuleYaml,
    QuestionYaml,
    RolesYaml,
    VerdictYaml,
)
from assistant.playbook.lifecycles import LifecycleYaml, StageYaml, StepYaml
from assistant.playbook.playbook import load_file, load_playbook
from assistant.playbook.profiles import IcpYaml, PointsYaml
from assistant.settings.shipped import shipped
from assistant.yamlfile.reading import parse_yaml
from tests.playbook.reference import rows

TEXT = (Path(__file__).parents[2] / "docs" / "banks.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


def test_there_is_an_example_of_every_kind_of_file() -> None:
    playbook = load_playbook([shipped("question_banks")])

    loaded = [load_file(parse_yaml(text, "docs"), playbook) for text in EXAMPLES]

    assert [type(each).__name__ for each in loaded] == [
        "Bank",
        "Bank",
        "Lifecycle",
        "Icp",
        "PointsTable",
    ]


@pytest.mark.parametrize(
    "model",
    [
        BankYaml,
        GateYaml,
        PassRuleYaml,
        QuestionYaml,
        AnswerYaml,
        OptionYaml,
        CriterionYaml,
        VerdictYaml,
        RolesYaml,
        BandsYaml,
        LifecycleYaml,
        StageYaml,
        StepYaml,
        IcpYaml,
        PointsYaml,
    ],
)
def test_the_reference_has_every_key(model: type[BaseModel]) -> None:
    table = "\n".join(["| Key | Required | Meaning | Example |", "|---|---|---|---|", *rows(model)])

    assert table in TEXT
