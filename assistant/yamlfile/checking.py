"""Checks a file's data against a pydantic model, and says every mistake in plain words."""

import json
import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from assistant.yamlfile.building import KeyPath
from assistant.yamlfile.problems import Problem, YamlProblems, shown
from assistant.yamlfile.reading import YamlFile
from assistant.yamlfile.shapes import Shape
from assistant.yamlfile.suggesting import closest, one_of, suggestion

M = TypeVar("M", bound=BaseModel)

Check = Callable[[YamlFile], Iterable[Problem]]
"""A check of what a model cannot know: it reads the data as written, mistakes and all."""

_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "no such key",
    "string": "must be text",
    "int": "must be a whole number",
    "float": "must be a number",
    "finite_number": "must be a number",
    "bool": "must be true or false",
    "tuple": "must be a list",
    "list": "must be a list",
    "set": "must be a list",
    "frozen_set": "must be a list",
    "dict": "must have keys of its own",
    "mapping": "must have keys of its own",
    "model": "must have keys of its own",
    "string_too_short": "must not be empty",
    "too_short": "must have at least {min_length} of them, and has {actual_length}",
    "too_long": "must have at most {max_length} of them, and has {actual_length}",
    "string_too_long": "must have at most {max_length} characters",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than": "must be less than {lt:g}",
    "less_than_equal": "must be {le:g} or less",
}
"""Messages by pydantic's kind of error: the whole name, or its start ("int_parsing")."""


def mistake(message: str, instead: str = "") -> PydanticCustomError:
    """An error for a model's validator to raise; the problem says just this."""
    return PydanticCustomError("mistake", "{said}", {"said": message, "instead": instead})


def load_model(model: type[M], yaml: YamlFile, *checks: Check) -> M:
    """The data as ``model``. Raises ``YamlProblems`` with every mistake that anyone finds.

    The checks run whether or not the data fits the model.
    """
    problems = list(yaml.problems)
    result: M | None = None
    try:
        result = model.model_validate(yaml.data)
    except ValidationError as error:
        shape = Shape(model)
        errors = error.errors(include_url=False)
        problems += [_problem(each, yaml, shape) for each in errors if not _follows(each)]
    problems += [problem for check in checks for problem in check(yaml)]
    if problems or result is None:
        raise YamlProblems(problems)
    return result


def _follows(error: ErrorDetails) -> bool:
    """Whether a list seems too short only because its items have problems of their own."""
    kind, items = error["type"], error["input"]
    return kind == "too_short" and len(items) >= error["ctx"]["min_length"]


def _problem(error: ErrorDetails, yaml: YamlFile, shape: Shape) -> Problem:
    path = _path(error, yaml)
    return yaml.problem(path, _message(error), _instead(error, path, yaml, shape))


def _path(error: ErrorDetails, yaml: YamlFile) -> KeyPath:
    """Where the data is wrong: pydantic's place without the names of a union's members."""
    path: KeyPath = ()
    for part in error["loc"]:
        if yaml.has((*path, part)):
            path = (*path, part)
    return (*path, error["loc"][-1]) if error["type"] == "missing" else path


def _message(error: ErrorDetails) -> str:
    kind, value = error["type"], error["input"]
    context = error.get("ctx", {})
    if value is None and kind == "extra_forbidden":
        return "no such key (a text with a comma needs quotes between { and })"
    if value is None and "said" not in context:
        return "has no value"
    if kind in {"literal_error", "enum", "string_pattern_mismatch"} and _is_scalar(value):
        what = "does not have the right form" if "pattern" in kind else "cannot stand here"
        return f"{shown(value)!r} {what}"
    if "said" in context:
        return str(context["said"])
    starts = (kind, kind.removesuffix("_type"), kind.partition("_")[0])
    words = next((_WORDS[start] for start in starts if start in _WORDS), None)
    return words.format(**context) if words else shown(error["msg"].removeprefix("Value error, "))


def _instead(error: ErrorDetails, path: KeyPath, yaml: YamlFile, shape: Shape) -> str:
    kind, value = error["type"], error["input"]
    example = shape.example(path)
    if "instead" in error.get("ctx", {}):
        return str(error["ctx"]["instead"])
    if kind == "missing":
        return f"{path[-1]}: {example or one_of(shape.choices(path)) or '...'}"
    if kind == "extra_forbidden":
        holder = path[:-1]
        free = [key for key in shape.keys(holder) if not yaml.has((*holder, key))]
        return closest(str(path[-1]), free) or one_of(shape.keys(holder))
    if kind == "string_pattern_mismatch":
        named = _as_name(str(value))
        return named if re.search(error["ctx"]["pattern"], named) else example
    if choices := shape.choices(path):
        return suggestion(str(value), choices)
    if kind == "string_type" and isinstance(value, bool | int | float):
        return json.dumps(str(value).lower() if isinstance(value, bool) else str(value))
    if kind in {"tuple_type", "list_type"} and isinstance(value, str):
        return f"[{shown(value)}]"
    return example


def _is_scalar(value: object) -> bool:
    return isinstance(value, str | int | float | bool)


def _as_name(text: str) -> str:
    """The text as names are written: small letters, digits, _ and dots."""
    return re.sub(r"[^a-z0-9_.]+", "_", text.casefold()).strip("_.")
