"""What the rows of the store look like, one file a topic.

Rows hold what was validated elsewhere: SQLModel checks nothing of a table's class when it is
made, so every row is built from a domain type and read back into one (``assistant.storage.rows``).
``seq`` is the order of adding in this store; a row that travels to another has a UUID beside.
"""

from assistant.storage.tables import (
    answers,
    calls,
    leads,
    marks,
    notes,
    packs,
    people,
    privacy,
    scorecards,
    search,
    sources,
    upkeep,
    verdicts,
)

__all__ = [
    "answers",
    "calls",
    "leads",
    "marks",
    "notes",
    "packs",
    "people",
    "privacy",
    "scorecards",
    "search",
    "sources",
    "upkeep",
    "verdicts",
]
