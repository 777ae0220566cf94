"""Users and rows."""

import json
from uuid import UUID, uuid5

from assistant.domain.people import Who
from assistant.storage.tables.people import PersonRow

PEOPLE = UUID("5e0b1c1e-4c7e-4b0e-9d0c-5a4a6f0d9b51")
"""The name space of people's keys: the same person has the same key in every store."""


def person_row(who: Who) -> PersonRow:
    """The row of a user as he or she is now; its key is made from the whole content."""
    facts = who.model_dump(mode="json")
    return PersonRow(key=uuid5(PEOPLE, json.dumps(facts, sort_keys=True)), **facts)


def to_who(row: PersonRow) -> Who:
    """The user."""
    return Who(**row.model_dump(exclude={"key"}))
