"""The program's commands by name; each one's file is loaded when it is asked for."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.main import get_group

from assistant.cli.failing import Commands

PARTS: dict[str, str] = {
    "annotate": "Read transcripts or notes: answers and a verdict.",
    "demo": "See it at work: a sample call is played.",
    "samples": "List the sample transcripts and notes.",
    "doctor": "Show what a bug report needs.",
    "evaluate": "Compare what is found with marked calls.",
    "search": "Find words and answers in all calls.",
    "sync": "Share calls with others through a folder.",
    "call": "",
    "review": "",
    "scorecard": "",
    "answers": "",
    "lead": "",
    "bank": "",
    "trackers": "",
    "transcript": "",
    "corpus": "",
    "db": "",
    "person": "",
    "forget": "",
    "retention": "",
    "config": "",
}
"""The files of commands in the order that help lists them. Groups (``app``) say for
themselves what they are for; a single command is the function of the file's name."""


class Loading(Mapping[str, Any]):
    """The commands by name, each loaded when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        if name not in PARTS:
            raise KeyError(name)
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(PARTS)

    def __len__(self) -> int:
        return len(PARTS)


class Parts(Commands):
    """Loads one part at a time: most runs of the program need no other."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        commands: Any = Loading()
        self.commands = commands


@cache
def _command(name: str) -> Any:
    module = import_module(f"assistant.cli.{name}")
    holder = typer.Typer(rich_markup_mode=None, add_completion=False)
    if hasattr(module, "app"):
        holder.add_typer(module.app, name=name)
    else:
        holder.command(name, short_help=PARTS[name])(getattr(module, name))
    return get_group(holder).commands[name]
