"""What a model allows at a path of its data: read from its JSON Schema."""

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from assistant.yamlfile.building import KeyPath

Schema = dict[str, Any]

_PLAIN = re.compile(r"(?!(?:true|false|null)$)[a-zA-Z][\w .?'-]*|\d+-\d+")
"""Texts that mean themselves without quotes, in and out of brackets."""


class Shape:
    """Looks things up in a model's schema, with names as they are written in YAML."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._root = model.model_json_schema()

    def keys(self, path: KeyPath) -> list[str]:
        """The keys that a mapping at the path can have."""
        return [key for schema in self._at(path) for key in schema.get("properties", ())]

    def choices(self, path: KeyPath) -> list[str]:
        """The values that can be written at the path, where they are listed."""
        found: list[str] = []
        for schema in self._at(path):
            found += [flow(value) for value in schema.get("enum", ())]
            found += [flow(schema["const"])] if "const" in schema else []
        return found

    def example(self, path: KeyPath) -> str:
        """How a value at the path may look; nothing where no example is given."""
        given = (example for schema in self._at(path) for example in schema.get("examples", ()))
        return flow(next(given, None))

    def _at(self, path: KeyPath) -> list[Schema]:
        """The schemas that hold at the path: several where there are alternatives."""
        schemas = list(self._alternatives(self._root))
        for part in path:
            inner = [below for schema in schemas if (below := _below(schema, part))]
            schemas = [found for schema in inner for found in self._alternatives(schema)]
        return schemas

    def _alternatives(self, schema: Schema) -> Iterator[Schema]:
        yield schema
        if name := schema.get("$ref"):
            yield from self._alternatives(self._root["$defs"][name.rpartition("/")[2]])
        for kind in ("anyOf", "oneOf", "allOf"):
            for each in schema.get(kind, ()):
                yield from self._alternatives(each)


def _below(schema: Schema, part: str | int) -> Schema | None:
    if isinstance(part, int):
        found = schema.get("items")
    else:
        others = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")]
        found = schema.get("properties", {}).get(part) or others[0]
    return found if isinstance(found, dict) else None


def flow(value: object) -> str:
    """A value as YAML on one line, with quotes where it needs them; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    plain = isinstance(value, str) and _PLAIN.fullmatch(value)
    return str(value) if plain else json.dumps(value, ensure_ascii=False)
