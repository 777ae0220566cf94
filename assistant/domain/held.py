"""All that the store holds about a person."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from assistant.domain.frozen import Frozen
from assistant.domain.people import Account, Lead, Who

Concern = Literal["is the lead", "is the rep", "took part", "spoke", "is named", "wrote"]
"""How a person is concerned by something that is held."""

HeldKind = Literal[
    "call", "turn", "chat", "note", "draft", "answer", "decision", "verdict", "review",
    "scorecard", "mark", "consent", "event", "move", "query", "file",
]  # fmt: skip


class HeldEntry(Frozen):
    """Something that is held, where it is, and how the person is concerned by it.

    ``where`` names the place within its call; ``by`` is whose words they are.
    """

    kind: HeldKind
    concern: Concern
    call_id: UUID | None = None
    day: date | None = None
    where: str = ""
    by: str = ""
    text: str = ""


class Held(Frozen):
    """What is held about a person, as it stood at ``at``.

    ``names`` are those that were looked for; ``not_looked_at`` says where no program can look.
    """

    email: str
    names: tuple[str, ...]
    at: datetime
    leads: tuple[Lead, ...] = ()
    accounts: tuple[Account, ...] = ()
    users: tuple[Who, ...] = ()
    entries: tuple[HeldEntry, ...] = ()
    not_looked_at: tuple[str, ...] = ()
