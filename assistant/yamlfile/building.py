"""Builds plain data from a YAML parser's events, keeping the line of each key and item."""

import re
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from ruamel.yaml.nodes import ScalarNode

from assistant.yamlfile.problems import Problem, YamlProblems, shown

KeyPath = tuple[str | int, ...]
"""The way to a value: keys of mappings and places in lists, from the top."""

MAX_DEPTH = 40
"""Deepest nesting that is read. A bank needs seven levels."""


def key_of(path: KeyPath) -> str:
    """The last key on a path, as a message shows it."""
    return shown(next((part for part in reversed(path) if isinstance(part, str)), ""))


_CONTROL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\U0010ffff]")
"""Control characters and halves of surrogate pairs, which only an escape can bring in."""


class Builder:
    """Takes one document's events. What is wrong but leaves a value goes to ``problems``."""

    def __init__(self, name: str, yaml: YAML) -> None:
        self.name = name
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []
        self._yaml = yaml

    def document(self, events: Iterator[Event]) -> dict[str, object]:
        """The top-level mapping. Raises ``YamlProblems`` where there is none."""
        event = _next(events, StreamStartEvent)
        if isinstance(event, StreamEndEvent):
            raise self._fatal(event, "empty: nothing is written in it")
        if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
            self._add(event, (), "a line that starts with % has no use here: leave it out")
        start = next(events)
        if not isinstance(start, MappingStartEvent):
            raise self._fatal(start, "must be keys with values, at the top", "id: my_bank")
        data = self._mapping(start, events, ())
        next(events)
        after = next(events)
        if not isinstance(after, StreamEndEvent):
            self._add(after, (), "a second document: a file holds one, without --- or ... inside")
        return data

    def _value(self, event: Event, events: Iterator[Event], path: KeyPath) -> object:
        if len(path) > MAX_DEPTH:
            raise self._fatal(event, f"nested more than {MAX_DEPTH} levels deep")
        self._check_marks(event, path)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, events, path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(events, path)
        return self._scalar(event, path) if isinstance(event, ScalarEvent) else None

    def _mapping(
        self, start: MappingStartEvent, events: Iterator[Event], path: KeyPath
    ) -> dict[str, object]:
        self.lines.setdefault(path, _line(start))
        mapping: dict[str, object] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            key = self._key(event, events, path)
            below = (*path, key)
            if key in mapping:
                first = self.lines[below]
                self._add(event, below, f"written twice here, first in line {first}: keep one")
            self.lines.setdefault(below, _line(event))
            value = self._value(next(events), events, below)
            mapping.setdefault(key, value)
        return mapping

    def _sequence(self, events: Iterator[Event], path: KeyPath) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            below = (*path, len(items))
            self.lines.setdefault(below, _line(event))
            items.append(self._value(event, events, below))
        return items

    def _key(self, event: Event, events: Iterator[Event], path: KeyPath) -> str:
        if isinstance(event, ScalarEvent):
            self._check_text(event, path)
            return str(event.value)
        self._value(event, events, (*path, "?"))
        self._add(event, path, "a key must be a plain text", "key: value")
        return "?"

    def _scalar(self, event: ScalarEvent, path: KeyPath) -> object:
        text = str(event.value)
        if not event.implicit[0]:
            self._check_text(event, path)
            return text
        tag = self._yaml.resolver.resolve(ScalarNode, text, (True, False))
        return self._plain(text, str(tag).rpartition(":")[2])

    def _plain(self, text: str, kind: str) -> object:
        node = ScalarNode(f"tag:yaml.org,2002:{kind}", text)
        try:
            match kind:
                case "null":
                    return None
                case "bool":
                    return text.casefold() == "true"
                case "int":
                    return int(self._yaml.constructor.construct_yaml_int(node))
                case "float":
                    return float(self._yaml.constructor.construct_yaml_float(node))
        except ValueError:
            # Python reads no number of more than 4300 digits, and "-_" only looks like one.
            return text
        return text

    def _check_text(self, event: ScalarEvent, path: KeyPath) -> None:
        if found := _CONTROL.search(event.value):
            self._add(event, path, f"the control character {found[0]!a}: leave it out")

    def _check_marks(self, event: Event, path: KeyPath) -> None:
        """Aliases could unfold without end, tags name classes; and both eat a text's start."""
        marks = {"*": isinstance(event, AliasEvent), "!": getattr(event, "tag", None)}
        marks["&"] = not marks["*"] and getattr(event, "anchor", None)
        for mark in (mark for mark, there in marks.items() if there):
            message = f"a text that starts with {mark} means something else in YAML"
            self._add(event, path, message, f'the text in quotes, as "{mark}text"')

    def _add(self, event: Event, path: KeyPath, message: str, instead: str = "") -> None:
        problem = Problem(
            file=self.name,
            line=_line(event),
            key=key_of(path),
            message=message,
            instead=instead,
        )
        self.problems.append(problem)

    def _fatal(self, event: Event, message: str, instead: str = "") -> YamlProblems:
        self._add(event, (), message, instead)
        return YamlProblems(self.problems)


def _next(events: Iterator[Event], passed_over: type[Event]) -> Event:
    event = next(events)
    return next(events) if isinstance(event, passed_over) else event


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1
