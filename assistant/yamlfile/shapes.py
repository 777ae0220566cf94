"""What a model allows at a path of its data: read from its JSON Schema."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from assistant.yamlfile.building import KeyPath

Schema = dict[str, Any]


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
            found += [str(value) for value in schema.get("enum", ())]
            found += [_written(schema["const"])] if "const" in schema else []
        return found

    def example(self, path: KeyPath) -> str:
        """How a value at the path may look; nothing where no example is given."""
        given = (example for schema in self._at(path) for example in schema.get("examples", ()))
        return str(next(given, ""))

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
        found = schema.get("properties", {}).get(part) or schema.get("additionalProperties")
    return found if isinstance(found, dict) else None


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
