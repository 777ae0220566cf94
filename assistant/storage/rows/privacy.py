"""Consent and known files, and rows."""

from collections.abc import Mapping
from uuid import UUID

from assistant.domain.calls import ConsentEntry
from assistant.domain.people import Who
from assistant.domain.privacy import KnownFile
from assistant.storage.tables.privacy import ConsentRow, KnownFileRow


def consent_row(entry: ConsentEntry, by_key: UUID) -> ConsentRow:
    """The row of what was noted about consent."""
    facts = entry.model_dump(exclude={"by", "consent"})
    return ConsentRow(**facts, consent=entry.consent.value, by_key=by_key)


def to_consent(row: ConsentRow, people: Mapping[UUID, Who]) -> ConsentEntry:
    """What was noted about consent."""
    return ConsentEntry(**row.model_dump(exclude={"seq", "by_key"}), by=people[row.by_key])


def file_row(known: KnownFile) -> KnownFileRow:
    """The row of a file."""
    return KnownFileRow(**known.model_dump(mode="json", exclude={"at"}), at=known.at)


def to_file(row: KnownFileRow) -> KnownFile:
    """The file."""
    return KnownFile.model_validate(row.model_dump())
