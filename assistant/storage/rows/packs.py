"""Versions and tombstones, and rows."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from assistant.domain.people import Who
from assistant.domain.records import (
    AccountVersion,
    CallVersion,
    Kept,
    LeadVersion,
    Tombstone,
    Version,
)
from assistant.storage.tables.packs import TombstoneRow, VersionRow

AnyVersion = CallVersion | LeadVersion | AccountVersion
V = TypeVar("V", bound=Version)


def version_row(kind: Kept, version: AnyVersion, by_key: UUID) -> VersionRow:
    """The row of a version of a call, a lead or an account."""
    return VersionRow(
        id=version.id,
        kind=kind,
        of_id=version.body.id,
        by_key=by_key,
        at=version.at,
        follows=[str(one) for one in version.follows],
        body=version.body.model_dump(mode="json"),
    )


def to_version(make: type[V], row: VersionRow, people: Mapping[UUID, Who]) -> V:
    """The version."""
    facts = row.model_dump(exclude={"seq", "kind", "of_id", "by_key"})
    return make(**facts, by=people[row.by_key])


def to_tombstone(row: TombstoneRow, people: Mapping[UUID, Who]) -> Tombstone:
    """The tombstone."""
    return Tombstone.model_validate(row.model_dump(exclude={"by_key"}) | {"by": people[row.by_key]})
