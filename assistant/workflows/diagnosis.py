"""What a bug report needs to know about this machine, without anything personal."""

import os
import platform
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

from assistant import __version__
from assistant.domain.errors import AssistantError
from assistant.settings import paths
from assistant.settings.loading import DEFAULT, load_settings
from assistant.settings.shipped import shipped

DISTRIBUTION = "discovery-call-assistant"


class Finding(NamedTuple):
    """One line: a name and what is known about it."""

    name: str
    text: str


class Section(NamedTuple):
    """A heading and its findings."""

    title: str
    findings: tuple[Finding, ...]


def diagnose(overrides: Mapping[str, str]) -> tuple[Section, ...]:
    """Versions, places, settings, store and playbook; each says what is wrong with it."""
    parts: dict[str, Callable[[], Iterator[Finding]]] = {
        "Program": _program,
        "Packages": _packages,
        "Model": _model,
        "Places": _places,
        "Settings": lambda: _settings(overrides),
        "Store": lambda: _store(overrides),
        "Banks": lambda: _banks(overrides),
    }
    return tuple(Section(title, tuple(_without_home(part))) for title, part in parts.items())


def _without_home(part: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """The findings of a part; what stops it is one more. The home folder is named ``~``."""
    home = str(Path.home())
    found: list[Finding] = []
    try:
        found.extend(part())
    except AssistantError as error:
        found += [Finding("problem", line) for line in str(error).splitlines()]
    except OSError as error:
        found.append(Finding("problem", f"{error.filename}: {error.strerror}"))
    for name, text in found:
        yield Finding(name, text.replace(home, "~"))


def _program() -> Iterator[Finding]:
    yield Finding("assistant", __version__)
    yield Finding("installed as", "wheel" if shipped().name == "shipped" else "checkout")
    python = f"{platform.python_version()} ({platform.python_implementation()})"
    yield Finding("Python", python)
    yield Finding("system", f"{platform.system()} {platform.release()} {platform.machine()}")
    yield Finding(
        "text encoding", f"{sys.getfilesystemencoding()}, UTF-8 mode {sys.flags.utf8_mode}"
    )
    from assistant.storage.abilities import has_full_text, sqlite_version

    yield Finding(
        "SQLite", f"{sqlite_version()}, FTS5 {'is there' if has_full_text() else 'missing'}"
    )


def _packages() -> Iterator[Finding]:
    """The packages that the program needs, with the versions that are there."""
    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        yield Finding("problem", f"{DISTRIBUTION} is not installed; run `pip install`")
        return
    for requirement in wanted:
        if "extra ==" not in requirement:
            name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
            yield Finding(name, _version_of(name))


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _model() -> Iterator[Finding]:
    """Which model reads beside the rules; why none does."""
    from assistant.extraction.learned.model import load_model

    model = load_model()
    yield Finding("checksum", model.checksum)
    yield Finding("state", "in order")


def _places() -> Iterator[Finding]:
    for name, place in {
        "config": paths.config_dir(),
        "data": paths.data_dir(),
        "log": paths.log_dir(),
        "cache": paths.cache_dir(),
        "settings": paths.settings_file(),
    }.items():
        yield Finding(name, f"{place} ({_state(place)})")
    data = shipped()
    yield Finding("shipped data", str(data) if (data / "question_banks").exists() else "missing")


def _state(place: Path) -> str:
    """Whether it is there, who may read it, and whether this user may write it."""
    if not place.exists():
        return "not there"
    words = [] if os.access(place, os.W_OK) else ["read-only"]
    if os.name == "posix":
        mode = place.stat().st_mode & 0o777
        words.append(f"{mode:o}, {'others may read it' if mode & 0o077 else 'owner only'}")
    return ", ".join(words) or "there"


def _settings(overrides: Mapping[str, str]) -> Iterator[Finding]:
    """Which settings are set, and where; their values stay here."""
    loaded = load_settings(overrides)
    for key, origin in loaded.origins.items():
        if origin != DEFAULT:
            yield Finding(key, f"set by {origin}")
    for sentence in loaded.unknown:
        yield Finding("note", sentence)
    yield Finding("state", "in order")


def _store(overrides: Mapping[str, str]) -> Iterator[Finding]:
    from assistant.storage.upkeep import check

    store = load_settings(overrides).settings.store or paths.store_file()
    yield Finding("file", f"{store} ({_state(store)})")
    if store.exists():
        report = check(store)
        yield Finding("schema", f"{report.schema_version} of {report.newest}")
        yield Finding("size", f"{report.size} bytes")
        yield Finding("backups", str(len(report.backups)))
        yield Finding("rows", ", ".join(f"{name} {n}" for name, n in report.counts.items()))
        for problem in report.problems:
            yield Finding("problem", problem)


def _banks(overrides: Mapping[str, str]) -> Iterator[Finding]:
    from assistant.playbook.playbook import load_playbook

    icp = load_settings(overrides).settings.icp
    playbook = load_playbook([shipped("question_banks"), paths.team_folder()], icp=icp)
    yield Finding("banks", ", ".join(sorted(playbook.banks)))
    yield Finding("lifecycles", ", ".join(sorted(playbook.lifecycles)))
    for problem in playbook.problems:
        yield Finding("problem", str(problem))
