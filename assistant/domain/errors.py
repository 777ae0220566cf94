"""Errors that a user can cause, each with the exit code of the command line."""

from typing import ClassVar


class AssistantError(Exception):
    """The base. The message is for a person: what is wrong, where, and how to mend it."""

    exit_code: ClassVar[int] = 1


class WrongUsage(AssistantError):
    """The command or the call of a workflow makes no sense as it was put."""

    exit_code = 2


class BadInput(AssistantError):
    """A file or text that cannot be used: the message names file, line, and what was expected."""

    exit_code = 3

    def __init__(self, message: str, *, file: str = "", line: int | None = None) -> None:
        self.file = file
        self.line = line
        self.reason = message
        place = f"{file}:{line}: " if file and line else f"{file}: " if file else ""
        super().__init__(place + message)


class FileIsThere(BadInput):
    """A file to be written is there already; it is written over only if a person says so."""


class StoreUnavailable(AssistantError):
    """The store is locked, read-only, damaged, newer than the program, or no store."""

    exit_code = 4


class NoConsent(WrongUsage):
    """A call that must not be read or stored until consent is noted."""


class NotFound(WrongUsage):
    """Nothing has that id, name or address."""


class Blocked(AssistantError):
    """A move past a gate that does not pass, without a reason for an override."""

    exit_code = 2

    def __init__(self, message: str, missing: tuple[str, ...]) -> None:
        self.missing = missing
        super().__init__(message)


class ReadOnlyCall(AssistantError):
    """Another window holds the call; take it over to write."""
