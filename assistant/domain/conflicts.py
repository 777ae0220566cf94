"""What two people said or changed apart from each other."""

from datetime import datetime
from uuid import UUID

from assistant.domain.frozen import Frozen
from assistant.domain.people import Who
from assistant.domain.records import Kept


class Said(Frozen):
    """One side: who said what, and when. ``act`` is the id of the decision, verdict or version."""

    act: UUID
    by: Who
    at: datetime
    says: str


class Conflict(Frozen):
    """What was said apart; the last of ``sides`` is in force.

    ``of`` is the id of the call, lead or account; ``about`` names what in it: an answer's
    field and id, "verdict", or "facts". ``answer_id`` is set where it is about an answer.
    """

    kind: Kept
    of: UUID
    about: str
    answer_id: str = ""
    sides: tuple[Said, ...]
