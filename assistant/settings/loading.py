"""The settings in force: option > environment > ``settings.toml`` > default."""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from assistant.domain.errors import BadInput
from assistant.settings.machine import default_me
from assistant.settings.paths import settings_file
from assistant.settings.settings import KEY_MAPS, Settings, all_settings, variable
from assistant.settings.toml_file import TomlFile, read_toml

AS = "as"
"""The override that says who I am, by id or name."""

DEFAULT = "default"
"""The origin of a value that nobody set."""

OPTION = "option"
"""The origin of a value that an option of the command line sets."""

FILE = "settings.toml"
"""The origin of a value that the settings file sets."""

NOT_SETTINGS = frozenset({"ASSISTANT_HOME"})
"""Variables of ours that are no settings."""

_SETTINGS = {setting.key: setting for setting in all_settings()}


class BadSettings(BadInput):
    """Settings that cannot be used; ``mistakes`` has a line for each."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


@dataclass(frozen=True)
class LoadedSettings:
    """The settings, and where each value came from, by dotted key.

    ``unknown`` has a sentence for each ``ASSISTANT_*`` variable that is no setting. It may
    be another program's, so it stops nothing.
    """

    settings: Settings
    origins: Mapping[str, str]
    unknown: tuple[str, ...] = ()


class _Given(NamedTuple):
    value: Any
    origin: str


def load_settings(
    overrides: Mapping[str, str] | None = None,
    environ: Mapping[str, str] = os.environ,
    file: Path | None = None,
) -> LoadedSettings:
    """The settings in force.

    ``overrides`` are options by dotted key, or ``as``; ``file`` is a settings file other
    than the user's. Raises ``BadSettings`` with every mistake at once, and ``BadInput``
    where the file cannot be read.
    """
    options = overrides or {}
    toml = read_toml(file or settings_file())
    given = _in_file(toml) | _in_environ(environ)
    given |= _in_options(options, given)
    mistakes = [*_unknown_keys(toml), *_unknown_options(options)]
    try:
        settings = Settings.model_validate(_nested(given))
    except ValidationError as error:
        mistakes += [_mistake(key, text, given, toml) for key, text in _found(error)]
    else:
        mistakes += _clashing_keys(settings, given, toml)
    if mistakes:
        raise BadSettings(text for _, text in sorted(mistakes))
    origins = {key: given[key].origin if key in given else DEFAULT for key in _SETTINGS}
    return LoadedSettings(settings, origins, tuple(_unknown_variables(environ)))


def _in_file(toml: TomlFile) -> dict[str, _Given]:
    given = {key: _Given(toml.values[key], FILE) for key in toml.values if key in _SETTINGS}
    store = toml.values.get("store")
    if isinstance(store, str) and store:
        folder = Path() if store.startswith("~") else toml.path.absolute().parent
        given["store"] = _Given(folder / store, FILE)
    return given


def _in_environ(environ: Mapping[str, str]) -> dict[str, _Given]:
    """Variables that are set; an empty one is as good as none."""
    names = {key: variable(key) for key in _SETTINGS}
    return {key: _Given(environ[name], name) for key, name in names.items() if environ.get(name)}


def _in_options(overrides: Mapping[str, str], given: Mapping[str, _Given]) -> dict[str, _Given]:
    options = {key: _Given(value, OPTION) for key, value in overrides.items() if key in _SETTINGS}
    if AS in overrides:
        options |= _as_somebody(overrides[AS], given)
    return options


def _as_somebody(i_am: str, given: Mapping[str, _Given]) -> dict[str, _Given]:
    """Who ``--as`` says I am: the settings' me where it names that one, else somebody new."""
    mine = default_me()
    names = {
        str(given[key].value if key in given else default).casefold()
        for key, default in (("me.id", mine.id), ("me.name", mine.name))
    }
    if i_am.casefold() in names:
        return {}
    new_id = re.sub(r"\W+", "-", i_am.casefold()).strip("-")
    values = {"me.id": new_id, "me.name": i_am.strip(), "me.email": ""}
    return {key: _Given(value, OPTION) for key, value in values.items()}


def _nested(given: Mapping[str, _Given]) -> dict[str, Any]:
    values: dict[str, Any] = {"me": default_me().model_dump()}
    for key, one in given.items():
        table, _, name = key.rpartition(".")
        (values.setdefault(table, {}) if table else values)[name] = one.value
    return values


def _found(error: ValidationError) -> Iterator[tuple[str, str]]:
    """Each key that is wrong, once, and what is wrong with it."""
    seen = set()
    for one in error.errors():
        key = ".".join(str(part) for part in one["loc"][:2] if isinstance(part, str))
        key = key if key in _SETTINGS else str(one["loc"][0])
        if key not in seen:
            seen.add(key)
            yield key, one["msg"].removeprefix("Value error, ")


def _clashing_keys(
    settings: Settings, given: Mapping[str, _Given], toml: TomlFile
) -> Iterator[tuple[int, str]]:
    """Letters of a key map that two commands have, where they were given."""
    for table in KEY_MAPS:
        for name, text in getattr(settings, table).clashes():
            if f"{table}.{name}" in given:
                yield _mistake(f"{table}.{name}", text, given, toml)


def _mistake(key: str, text: str, given: Mapping[str, _Given], toml: TomlFile) -> tuple[int, str]:
    origin = given[key].origin
    if origin == FILE:
        example = f"{key.rpartition('.')[2]} = {json.dumps(_SETTINGS[key].example)}"
        line = toml.line(key)
        return line, f"{toml.path}:{line}: {key}: {text}. Write for example: {example}"
    place = f"{OPTION} {key}" if origin == OPTION else origin
    return 0, f"{place}: {text}. Write for example: {_SETTINGS[key].example}"


def _unknown_keys(toml: TomlFile) -> Iterator[tuple[int, str]]:
    for key in toml.values:
        if key not in _SETTINGS:
            line = toml.line(key)
            yield line, f"{toml.path}:{line}: {key}: There is no such setting. {_meant(key)}"


def _unknown_options(options: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for key in options:
        if key not in _SETTINGS and key != AS:
            yield 0, f"{OPTION} {key}: There is no such setting. {_meant(key)}"


def _meant(key: str) -> str:
    by_last = {known.rpartition(".")[2]: known for known in reversed(_SETTINGS)}
    close = get_close_matches(key, _SETTINGS, n=1)
    close = close or [by_last[one] for one in get_close_matches(key, by_last, n=1)]
    if close:
        return f"Did you mean {close[0]}?"
    return "The settings are: " + ", ".join(_SETTINGS) + "."


def _unknown_variables(environ: Mapping[str, str]) -> Iterator[str]:
    known = {variable(key): key for key in _SETTINGS}
    for name in sorted(environ):
        if name.startswith("ASSISTANT_") and name not in known and name not in NOT_SETTINGS:
            close = get_close_matches(name, known, n=1)
            yield f"{name} is no setting." + (f" Did you mean {close[0]}?" if close else "")
