"""Calls, participants, leases, and rows."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from assistant.domain.calls import Call, Lease
from assistant.domain.people import Who
from assistant.domain.transcript import Participant
from assistant.storage.tables.calls import CallRow, LeaseRow, ParticipantRow


def call_row(call: Call, rep_key: UUID) -> CallRow:
    """The row of a call, without its participants."""
    facts = call.model_dump(exclude={"rep", "participants", "banks", "kind", "consent"})
    return CallRow(
        **facts,
        rep_key=rep_key,
        banks=list(call.banks),
        kind=call.kind.value,
        consent=call.consent.value,
    )


def participant_rows(call: Call) -> list[ParticipantRow]:
    """A row for each participant, in order."""
    return [
        ParticipantRow(call_id=call.id, position=place, name=one.name, side=one.side.value)
        for place, one in enumerate(call.participants)
    ]


def to_call(
    row: CallRow, participants: Iterable[ParticipantRow], people: Mapping[UUID, Who]
) -> Call:
    """The call; ``participants`` are its own, in order."""
    return Call(
        **row.model_dump(exclude={"rep_key"}),
        rep=people[row.rep_key],
        participants=tuple(to_participant(one) for one in participants),
    )


def to_participant(row: ParticipantRow) -> Participant:
    """The participant."""
    return Participant.model_validate({"name": row.name, "side": row.side})


def lease_row(lease: Lease, who_key: UUID) -> LeaseRow:
    """The row of a lease."""
    return LeaseRow(**lease.model_dump(exclude={"who"}), who_key=who_key)


def to_lease(row: LeaseRow, who: Who) -> Lease:
    """The lease."""
    return Lease(**row.model_dump(exclude={"who_key"}), who=who)
