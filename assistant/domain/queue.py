"""The queue of calls to review: its rows, how it is sorted, how many there are of what."""

from datetime import date
from typing import Literal, get_args
from uuid import UUID

from assistant.domain.calls import Reviewed
from assistant.domain.frozen import Frozen

QueueSort = Literal[
    "date", "score", "verdict", "rep", "team", "bank", "disagreement", "missing", "unconfirmed",
    "review",
]  # fmt: skip
QUEUE_SORTS: tuple[QueueSort, ...] = get_args(QueueSort)


class QueueRow(Frozen):
    """A call of the queue.

    ``outcome`` is the verdict in force, ``system_outcome`` and ``rep_outcome`` are the
    latest of the program and of the rep, "" where there is none. ``missing`` are the criteria
    that nothing is known of, ``answers`` those in force, of which ``unconfirmed`` were
    decided by nobody and ``contradicted`` contradict each other. In a ``conflict`` two people
    said different things apart.
    """

    call_id: UUID
    day: date
    title: str = ""
    lead: str = ""
    account: str = ""
    rep: str = ""
    team: str = ""
    banks: tuple[str, ...] = ()
    outcome: str = ""
    system_outcome: str = ""
    rep_outcome: str = ""
    score: int | None = None
    missing: tuple[str, ...] = ()
    answers: int = 0
    unconfirmed: int = 0
    contradicted: int = 0
    reviewed: Reviewed = ""
    conflict: bool = False

    @property
    def disagrees(self) -> bool:
        """Whether the rep's verdict is another one than the program's."""
        return bool(self.rep_outcome) and self.rep_outcome != self.system_outcome


class QueuePage(Frozen):
    """Some rows. ``after`` asks for those that follow, None where there are no more."""

    rows: tuple[QueueRow, ...]
    after: str | None = None


class QueueCounts(Frozen):
    """How many calls there are, and how their reviews stand.

    ``waiting`` have a verdict that nobody has said anything of, or that was answered.
    """

    calls: int = 0
    waiting: int = 0
    returned: int = 0
    answered: int = 0
    agreed: int = 0
    reversed: int = 0
