"""Who uses the assistant, and who is sold to."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field as Attribute

from assistant.domain.frozen import Frozen


class Role(StrEnum):
    """What somebody does here."""

    REP = "rep"
    MANAGER = "manager"


class Who(Frozen):
    """A user of the assistant, as every decision carries it."""

    id: str = Attribute(min_length=1)
    name: str = Attribute(min_length=1)
    email: str = ""
    role: Role = Role.REP
    team: str = ""


class Account(Frozen):
    """A company that may buy. ``place`` is free text; ``country`` an ISO 3166 code."""

    id: UUID
    name: str
    sector: str = ""
    place: str = ""
    country: str = ""
    employees: int | None = None


class Lead(Frozen):
    """A person who may buy, usually at an account, and where he or she stands."""

    id: UUID
    name: str
    email: str = ""
    title: str = ""
    account_id: UUID | None = None
    owner: str = ""
    lifecycle: str = "lead_qualification"
    stage: str = ""
    created_at: datetime


class EngagementEvent(Frozen):
    """Something that a lead did, as the points table names it ("demo_request")."""

    id: UUID
    lead_id: UUID
    kind: str
    at: datetime
    note: str = ""


class StageMove(Frozen):
    """A lead's move from stage to stage; append-only.

    ``blocked_by`` names the gates that did not pass; then ``override_reason`` says why it was
    made all the same. A reason given for any other move (out, back) is kept there too.
    """

    id: UUID
    lead_id: UUID
    call_id: UUID | None = None
    lifecycle: str
    from_stage: str
    to_stage: str
    by: Who
    at: datetime
    blocked_by: tuple[str, ...] = ()
    override_reason: str = ""


class Icp(Frozen):
    """The ideal customer profile. An empty list asks nothing of that attribute."""

    id: str
    title: str
    industries: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    employees_from: int | None = None
    employees_to: int | None = None


class PointsTable(Frozen):
    """Engagement points for each kind of event, and the total that counts as engaged."""

    id: str
    title: str
    threshold: int
    points: dict[str, int]
    fresh_days: int | None = None
