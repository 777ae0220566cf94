"""What failed of many inputs, and why: told once, at the end."""

import json
from pathlib import Path
from typing import NamedTuple

import typer

from assistant.cli.streams import complain
from assistant.cli.tables import table_lines
from assistant.domain.errors import AssistantError, BadInput

SCHEMA = "assistant.failed/1"
SOME_FAILED = AssistantError.exit_code
_LIST_OF_FORMATS = ". What is read:"
"""From here on a refusal is the same for every file."""


class Failure(NamedTuple):
    """One input: ``line`` is where in it, None where no line is to blame."""

    file: str
    line: int | None
    why: str


class Failures:
    """Collects those of so many inputs."""

    def __init__(self, inputs: int) -> None:
        self._inputs = inputs
        self._failures: list[Failure] = []

    def add(self, path: Path, error: BadInput | OSError) -> None:
        """Keep why an input failed."""
        if isinstance(error, BadInput):
            why = error.reason.partition(_LIST_OF_FORMATS)[0]
            self._failures.append(Failure(str(error.file or path), error.line, why))
        else:
            self._failures.append(Failure(str(path), None, error.strerror or "it cannot be read"))

    def tell(self, *, as_json: bool) -> None:
        """Write the table to standard error, as text or one line of JSON; nothing where all went.

        Ends the command with 1, or with 3 where every input failed.
        """
        if not self._failures:
            return
        complain(f"assistant: {len(self._failures)} of {self._inputs} inputs failed.")
        complain(self._json() if as_json else self._table())
        everything = len(self._failures) == self._inputs
        raise typer.Exit(BadInput.exit_code if everything else SOME_FAILED)

    def _table(self) -> str:
        rows = [
            (one.file, f"line {one.line}: {one.why}" if one.line else one.why)
            for one in self._failures
        ]
        return "\n".join(table_lines(("file", "why"), rows))

    def _json(self) -> str:
        failed = [one._asdict() for one in self._failures]
        return json.dumps({"schema": SCHEMA, "inputs": self._inputs, "failed": failed})
