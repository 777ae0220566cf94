"""Loads question banks, gives their JSON Schema, and starts new ones."""

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.domain.bank import Bank
from assistant.domain.errors import WrongUsage
from assistant.playbook.bank_checks import bank_problems
from assistant.playbook.bank_yaml import BankYaml
from assistant.playbook.words import Id
from assistant.yamlfile.checking import Check, load_model
from assistant.yamlfile.reading import YamlFile, parse_yaml, read_yaml

_STARTER = Path(__file__).with_name("starter.yaml")


def load_bank(path: Path) -> Bank:
    """The bank in a file. Raises ``YamlProblems`` with every mistake in it."""
    return bank_of(read_yaml(path))


def bank_of(yaml: YamlFile, *checks: Check) -> Bank:
    """The bank in a file that has been read, with more to check than its own consistency."""
    return load_model(BankYaml, yaml, bank_problems, *checks).bank(yaml.digest)


def bank_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a bank's file, for editors that check as one types."""
    schema = BankYaml.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Question bank",
    }


def new_bank(bank_id: str, title: str) -> str:
    """A starting point for a bank of one's own: YAML with comments, which passes the check.

    Raises ``WrongUsage`` for an id that no bank can have.
    """
    try:
        TypeAdapter[str](Id).validate_python(bank_id)
    except ValidationError as error:
        raise WrongUsage(
            f"{bank_id!r} is no id for a bank. Write up to 60 small letters, digits and _, with "
            "a letter first, as renewals_2027."
        ) from error
    text = _STARTER.read_text(encoding="utf-8")
    text = text.replace("title: My question bank", f"title: {_quoted(title)}")
    text = text.replace("my_bank", bank_id)
    bank_of(parse_yaml(text, f"{bank_id}.yaml"))
    return text


def _quoted(title: str) -> str:
    """A title as YAML. JSON's double quotes are YAML's."""
    return json.dumps(title, ensure_ascii=False)
