"""The part of the store's port that packs and shared folders need: whole records."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from assistant.domain.calls import Call, ForgetReport
from assistant.domain.people import Account, Lead, Who
from assistant.domain.records import (
    AccountRecord,
    AccountVersion,
    CallRecord,
    CallVersion,
    Gone,
    Kept,
    LeadRecord,
    LeadVersion,
    Tombstone,
    Unsent,
    Version,
)

V = TypeVar("V", bound=Version)


class RecordStore(Protocol):
    """Whole records, which travel between stores, and what is known of other stores."""

    def call_record(self, call_id: UUID) -> CallRecord | None:
        """All that is kept of a call; None where it is not here.

        Its versions are those that were packed: its present facts may be none of them.
        """
        ...

    def lead_record(self, lead_id: UUID) -> LeadRecord | None: ...

    def account_record(self, account_id: UUID) -> AccountRecord | None: ...

    def add_versions(
        self, kind: Kept, versions: Iterable[CallVersion | LeadVersion | AccountVersion]
    ) -> None:
        """Add the versions that are new."""
        ...

    def versions(self, of: type[V], of_id: UUID) -> tuple[V, ...]:
        """The facts as they stood each time that they were packed, the oldest first."""
        ...

    def in_conflict(self, ids: Iterable[UUID]) -> frozenset[UUID]:
        """Those of the calls, leads and accounts that are noted as in conflict."""
        ...

    def note_conflicts(self, among: Iterable[UUID], conflicting: Collection[UUID]) -> None:
        """Note which of these calls, leads and accounts are in conflict now."""
        ...

    def put_call(self, record: CallRecord, call: Call) -> None:
        """Keep a call as it is in force, with everything of its record.

        The record has all that is here of the call: what is not in it goes.
        """
        ...

    def put_lead(self, record: LeadRecord, lead: Lead) -> None: ...

    def put_account(self, record: AccountRecord, account: Account) -> None: ...

    def unsent(self) -> tuple[Unsent, ...]:
        """The calls that changed since they were last sent."""
        ...

    def mark_sent(self, sent: Iterable[Unsent]) -> None:
        """These were sent as they were then; one that changed since is still to be sent."""
        ...

    def to_send(self, calls: Iterable[UUID]) -> None:
        """These calls have something that others lack."""
        ...

    def nothing_to_send(self, calls: Iterable[UUID]) -> None:
        """Others have everything of these calls."""
        ...

    def open_calls(self, now: datetime) -> frozenset[UUID]:
        """The calls that a window has open."""
        ...

    def forget_gone(self, gone: Iterable[Tombstone], by: Who) -> ForgetReport:
        """Erase what somebody else has forgotten, as far as it is here."""
        ...

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Everything that was forgotten, the oldest first."""
        ...

    def bury(self, tombstones: Iterable[Tombstone]) -> None:
        """Keep that these were forgotten."""
        ...

    def unbury(self, kind: Gone, ids: Iterable[UUID]) -> None:
        """Let these come back."""
        ...

    def files_read(self) -> frozenset[str]:
        """The checksums of files of shared folders that were read."""
        ...

    def remember_reading(self, digest: str, name: str) -> None: ...
