"""Scorecards: what a team looks at in a call, and what somebody said of it."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from assistant.domain.frozen import Frozen
from assistant.domain.people import Who

ItemKind = Literal["points", "yes_no", "choice", "text"]
MOST_POINTS = 5


class CardItem(Frozen):
    """Something that is looked at. ``choices`` are those of a choice."""

    id: str
    title: str
    kind: ItemKind
    about: str = ""
    choices: tuple[str, ...] = ()


class Scorecard(Frozen):
    """A card with its items, in order."""

    id: str
    version: int
    title: str
    items: tuple[CardItem, ...]

    def item(self, item_id: str) -> CardItem | None:
        """The item of an id."""
        return next((one for one in self.items if one.id == item_id), None)


class Mark(Frozen):
    """What was said of an item: points, yes or no, a choice, a text; and a comment.

    A bool stands for yes or no, an int for points.
    """

    item: str
    value: bool | int | str
    comment: str = ""


class FilledCard(Frozen):
    """A card as somebody filled it in for a call, with the card as it was then.

    ``note`` is what to take along from the call. Each filling is kept; the last of a person
    counts.
    """

    id: UUID
    call_id: UUID
    card: Scorecard
    marks: tuple[Mark, ...]
    note: str = ""
    by: Who
    at: datetime

    def mark(self, item_id: str) -> Mark | None:
        """What was said of an item."""
        return next((one for one in self.marks if one.item == item_id), None)

    @property
    def percent(self) -> int | None:
        """What was given of what could be, in points and yes or no; None where neither was."""
        kinds = {item.id: item.kind for item in self.card.items}
        given = [
            float(one.value) if kinds.get(one.item) == "yes_no" else float(one.value) / MOST_POINTS
            for one in self.marks
            if kinds.get(one.item) in {"points", "yes_no"} and not isinstance(one.value, str)
        ]
        return round(100 * sum(given) / len(given)) if given else None
