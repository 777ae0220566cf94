"""What is looked for in the store, and what is found.

A plan is what a query comes to: the store needs to know nothing of how queries are written.
"""

from datetime import date
from typing import Literal
from uuid import UUID

from assistant.domain.fields import Side
from assistant.domain.frozen import Frozen
from assistant.domain.replies import Spot

Comparison = Literal[":", ">", ">=", "<", "<="]
Order = Literal["newest", "best"]
HitKind = Literal["turn", "note", "answer", "call"]


class Words(Frozen):
    """Words that follow each other; ``prefix`` is set where the last may go on.

    Of a word that is not ``exact`` any of its ``forms`` is meant, as a plan has them.
    """

    text: str
    prefix: bool = False
    exact: bool = False
    forms: tuple[str, ...] = ()


class Condition(Frozen):
    """What is asked of something that has a name: ``field:objection``, ``score>50``.

    ``exact`` and ``forms`` are those of words.
    """

    name: str
    comparison: Comparison = ":"
    value: str
    prefix: bool = False
    exact: bool = False
    forms: tuple[str, ...] = ()


Leaf = Words | Condition


class Asked(Frozen):
    """A condition, and whether it has to hold or must not."""

    condition: Condition
    holds: bool = True


class Branch(Frozen):
    """Conditions that hold together.

    ``found`` are asked of the words of a turn, a note line or an answer: of each group one
    leaf is there. None of ``left_out`` may be there. ``spots`` are asked of who said it and
    where, ``calls`` of the call. With nothing in ``found`` the branch is about calls, and
    ``left_out`` is what occurs nowhere in them.
    """

    found: tuple[tuple[Leaf, ...], ...] = ()
    left_out: tuple[Leaf, ...] = ()
    spots: tuple[Asked, ...] = ()
    calls: tuple[Asked, ...] = ()


class Plan(Frozen):
    """What is looked for: any of the branches."""

    branches: tuple[Branch, ...]


class Hit(Frozen):
    """Something that was found, and where.

    ``marks`` are the code points ``[start, end)`` of ``text`` that match. ``key`` is the
    field or question of an answer, ``meaning`` what it comes to in words, ``standing``
    whether it is confirmed. ``spot`` is where the words stand, None for calls and for
    answers that rest on no words. ``seconds`` are on the clock of the call.
    """

    kind: HitKind
    call_id: UUID
    day: date
    title: str = ""
    lead: str = ""
    account: str = ""
    rep: str = ""
    source: str = ""
    speaker: str = ""
    side: Side = Side.UNKNOWN
    seconds: float | None = None
    text: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    key: str = ""
    meaning: str = ""
    standing: str = ""
    answer_id: str = ""
    outcome: str = ""
    spot: Spot | None = None

    @property
    def id(self) -> str:
        """Names the hit: the call's id, and where in it."""
        if self.answer_id:
            return f"{self.call_id}/answer/{self.answer_id}"
        return f"{self.call_id}/{self.source}/{self.spot.turn}" if self.spot else str(self.call_id)


class HitPage(Frozen):
    """Some hits. ``after`` asks for those that follow; None where there are no more."""

    hits: tuple[Hit, ...]
    after: int | None = None


class FoundCalls(Frozen):
    """Some calls, the newest first. ``after`` asks for those that follow."""

    calls: tuple[UUID, ...]
    after: int | None = None


class SavedQuery(Frozen):
    """A query that is kept under a name.

    ``sort`` is the order of a filter of the queue, ``-score`` the other way round.
    """

    name: str
    query: str
    sort: str = ""
