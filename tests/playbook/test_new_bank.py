"""Starting a bank, and the JSON Schema for editing one."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.errors import WrongUsage
from assistant.playbook.banks import bank_of, bank_schema, new_bank
from assistant.playbook.playbook import load_file, load_playbook
from assistant.settings.shipped import shipped
from assistant.yamlfile.problems import YamlProblems
from assistant.yamlfile.reading import parse_yaml


def test_a_new_bank_is_in_order_and_fits_what_ships() -> None:
    text = new_bank("renewals", "Renewals")

    playbook = load_playbook([shipped("question_banks")])
    bank = load_file(parse_yaml(text, "f"), playbook)
    assert bank == bank_of(parse_yaml(text, "f"))
    assert "my_bank" not in text
    assert text.count("#") > 10


@given(st.text())
@settings(deadline=None, max_examples=40)
def test_any_title_arrives_or_is_told(title: str) -> None:
    try:
        text = new_bank("mine", title)
    except YamlProblems:
        assert not title.isprintable() or not title.split()
    else:
        assert bank_of(parse_yaml(text, "f")).title == " ".join(title.split())


@pytest.mark.parametrize("bank_id", ["", "My Bank", "2nd", "a.b", "../x", "über", "x" * 61, "a\n"])
def test_an_id_that_no_bank_can_have_is_refused(bank_id: str) -> None:
    with pytest.raises(WrongUsage, match="no id for a bank"):
        new_bank(bank_id, "Title")


def keys_of(schema: dict[str, Any]) -> set[str]:
    """All property names anywhere in a schema."""
    definitions = [schema, *schema["$defs"].values()]
    return {key for each in definitions for key in each.get("properties", ())}


def test_the_schema_names_every_key_and_forbids_others() -> None:
    schema: dict[str, Any] = bank_schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == ["id", "version", "title", "gates", "criteria"]
    assert {"from", "listen_for", "passes_when", "at_least", "counts", "roles"} <= keys_of(schema)
    objects = [schema, *(each for each in schema["$defs"].values() if "properties" in each)]
    assert {each["additionalProperties"] for each in objects} == {False}


def test_the_schema_explains_every_key() -> None:
    schema: dict[str, Any] = bank_schema()

    silent = {
        key
        for each in [schema, *schema["$defs"].values()]
        for key, value in each.get("properties", {}).items()
        if not value.get("description")
    }
    assert silent == set()
