"""A text with words replaced, and where the places of the old text are in the new one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Identifier(StrEnum):
    """What a replaced word was one of."""

    NAME = "names"
    COMPANY = "companies"
    EMAIL = "e-mail addresses"
    PHONE = "phone numbers"
    IBAN = "account numbers"
    CARD = "card numbers"
    IP = "IP addresses"
    URL = "web addresses"
    ADDRESS = "postal addresses"


@dataclass(frozen=True, slots=True)
class Edit:
    """Code points ``[start, end)`` of the old text, and what stands there now."""

    start: int
    end: int
    new: str
    kind: Identifier


@dataclass(frozen=True, slots=True)
class Masked:
    """The new text. ``edits`` are in order and do not overlap."""

    text: str
    edits: tuple[Edit, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same words in the new text; a word that was replaced is in or out as a whole."""
        return self._moved(start, inside="start"), self._moved(end, inside="end")

    def _moved(self, place: int, *, inside: str) -> int:
        shift = 0
        for edit in self.edits:
            if place <= edit.start:
                break
            if place < edit.end:
                return edit.start + shift + (len(edit.new) if inside == "end" else 0)
            shift += len(edit.new) - (edit.end - edit.start)
        return place + shift


def replaced(text: str, edits: Iterable[Edit]) -> Masked:
    """The text with the edits made, which are in order."""
    made = tuple(edits)
    parts: list[str] = []
    at = 0
    for edit in made:
        parts += (text[at : edit.start], edit.new)
        at = edit.end
    return Masked("".join(parts) + text[at:], made)
