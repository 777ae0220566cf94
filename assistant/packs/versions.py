"""Facts that people change in place: kept as they stood each time that they were packed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from assistant.domain.calls import Call, Consent
from assistant.domain.frozen import Frozen
from assistant.domain.people import Account, Lead, Who
from assistant.domain.records import (
    AccountRecord,
    AccountVersion,
    B,
    CallRecord,
    CallVersion,
    LeadRecord,
    LeadVersion,
    Version,
    VersionOf,
)
from assistant.packs.acts import heads, in_order, later_than

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OF: dict[type[Frozen], type[VersionOf[Any]]] = {
    Call: CallVersion, Lead: LeadVersion, Account: AccountVersion,
}  # fmt: skip


def call_facts(call: Call, record: CallRecord) -> Call:
    """A call's facts without what follows from the rest of its record."""
    return call.model_copy(update={"consent": Consent.UNKNOWN}) if record.consents else call


def present_call(record: CallRecord) -> Call:
    """The call as it is in force: its facts, and the consent that was noted last."""
    call = in_order(record.versions)[-1].body
    if not record.consents:
        return call
    latest = max(record.consents, key=lambda one: (one.at, one.id))
    return call.model_copy(update={"consent": latest.consent})


def lead_facts(lead: Lead, record: LeadRecord) -> Lead:
    """A lead's facts without what follows from its moves."""
    if not record.moves:
        return lead
    first = min(record.moves, key=lambda one: (one.at, one.id))
    return lead.model_copy(update={"lifecycle": first.lifecycle, "stage": first.from_stage})


def present_lead(record: LeadRecord) -> Lead:
    """The lead as it is in force: its facts, at the stage of its last move."""
    lead = in_order(record.versions)[-1].body
    if not record.moves:
        return lead
    last = max(record.moves, key=lambda one: (one.at, one.id))
    return lead.model_copy(update={"lifecycle": last.lifecycle, "stage": last.to_stage})


def account_facts(account: Account, _: AccountRecord) -> Account:
    """All facts of an account are its own."""
    return account


def present_account(record: AccountRecord) -> Account:
    """The account as it is in force."""
    return in_order(record.versions)[-1].body


def with_version(
    versions: tuple[VersionOf[B], ...], facts: B, by: Who, now: datetime
) -> tuple[VersionOf[B], ...]:
    """The versions, and the facts as a new one where they are none of the last."""
    if versions and in_order(versions)[-1].body == facts:
        return versions
    act = _act(versions, _made(facts), now)
    return in_order((*versions, _OF[type(facts)](**act, by=by, body=facts)))


def _made(facts: Call | Lead | Account) -> datetime:
    if isinstance(facts, Account):
        return EPOCH
    return facts.started_at if isinstance(facts, Call) else facts.created_at


def chosen_again(
    versions: Sequence[VersionOf[B]], chosen: VersionOf[B], by: Who, now: datetime
) -> VersionOf[B]:
    """The facts of a version as a new one, made in the knowledge of all: it ends a conflict."""
    act = _act(versions, chosen.at, now)
    return chosen.model_copy(update={**act, "by": by})


def _act(versions: Sequence[Version], made: datetime, now: datetime) -> dict[str, Any]:
    """A first version is as old as what it is of: whoever changed it since is later."""
    latest = max((one.at for one in versions), default=None)
    at = later_than(latest, now) if versions else made
    return {"id": uuid4(), "at": at, "follows": tuple(one.id for one in heads(versions))}
