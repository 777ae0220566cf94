"""The reference tables of docs/banks.md, made from the models that check the files."""

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assistant.yamlfile.shapes import Shape


def rows(model: type[BaseModel]) -> Iterator[str]:
    """A table row for every key of the model."""
    shape = Shape(model)
    for name, field in model.model_fields.items():
        key = field.alias or name
        must = "yes" if field.is_required() else ""
        example = shape.example((key,))
        yield f"| `{key}` | {must} | {meaning(field)} | {f'`{example}`' if example else ''} |"


def meaning(field: FieldInfo) -> str:
    return field.description or ""
