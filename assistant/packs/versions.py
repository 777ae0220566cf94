"""Facts that people change in place: kept as they stood each time that they were packed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import uuid4

from assistant.domain.calls import Call, Consent, ConsentEntry
from assistant.domain.people import Account, Lead, StageMove, Who
from assistant.domain.records import AccountVersion, CallVersion, LeadVersion, Version
from assistant.packs.acts import heads, in_order, later_than

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
V = TypeVar("V", bound=Version)


def call_facts(call: Call, consents: Sequence[ConsentEntry]) -> Call:
    """A call's facts without what follows from the rest of its record."""
    return call.model_copy(update={"consent": Consent.UNKNOWN}) if consents else call


def present_call(versions: Sequence[CallVersion], consents: Sequence[ConsentEntry]) -> Call:
    """The call as it is in force: its facts, and the consent that was noted last."""
    call = in_order(versions)[-1].body
    if not consents:
        return call
    latest = max(consents, key=lambda one: (one.at, one.id))
    return call.model_copy(update={"consent": latest.consent})


def lead_facts(lead: Lead, moves: Sequence[StageMove]) -> Lead:
    """A lead's facts without what follows from its moves."""
    if not moves:
        return lead
    first = min(moves, key=lambda one: (one.at, one.id))
    return lead.model_copy(update={"lifecycle": first.lifecycle, "stage": first.from_stage})


def present_lead(versions: Sequence[LeadVersion], moves: Sequence[StageMove]) -> Lead:
    """The lead as it is in force: its facts, at the stage of its last move."""
    lead = in_order(versions)[-1].body
    if not moves:
        return lead
    last = max(moves, key=lambda one: (one.at, one.id))
    return lead.model_copy(update={"lifecycle": last.lifecycle, "stage": last.to_stage})


def present_account(versions: Sequence[AccountVersion]) -> Account:
    """The account as it is in force."""
    return in_order(versions)[-1].body


def with_call(
    versions: tuple[CallVersion, ...], facts: Call, by: Who, now: datetime
) -> tuple[CallVersion, ...]:
    """The versions, and the facts as a new one where they are none of the last."""
    if versions and in_order(versions)[-1].body == facts:
        return versions
    act = _act(versions, facts.started_at, now)
    return in_order((*versions, CallVersion(**act, by=by, body=facts)))


def with_lead(
    versions: tuple[LeadVersion, ...], facts: Lead, by: Who, now: datetime
) -> tuple[LeadVersion, ...]:
    """The versions, and the facts as a new one where they are none of the last."""
    if versions and in_order(versions)[-1].body == facts:
        return versions
    act = _act(versions, facts.created_at, now)
    return in_order((*versions, LeadVersion(**act, by=by, body=facts)))


def with_account(
    versions: tuple[AccountVersion, ...], facts: Account, by: Who, now: datetime
) -> tuple[AccountVersion, ...]:
    """The versions, and the facts as a new one where they are none of the last."""
    if versions and in_order(versions)[-1].body == facts:
        return versions
    act = _act(versions, EPOCH, now)
    return in_order((*versions, AccountVersion(**act, by=by, body=facts)))


def chosen_again(versions: Sequence[V], chosen: V, by: Who, now: datetime) -> V:
    """The facts of a version as a new one, made in the knowledge of all: it ends a conflict."""
    act = _act(versions, chosen.at, now)
    return chosen.model_copy(update={**act, "by": by})


def _act(versions: Sequence[Version], made: datetime, now: datetime) -> dict[str, Any]:
    """A first version is as old as what it is of: whoever changed it since is later."""
    latest = max((one.at for one in versions), default=None)
    at = later_than(latest, now) if versions else made
    return {"id": uuid4(), "at": at, "follows": tuple(one.id for one in heads(versions))}
