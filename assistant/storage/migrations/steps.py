"""The list of migrations, in order."""

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from assistant.storage.migrations import (
    m0001_first_schema,
    m0002_search,
    m0003_after_the_call,
    m0004_conflicts,
    m0005_less_room,
    m0006_by_hand,
)


class Migration(NamedTuple):
    """One step: ``apply`` brings the schema from ``version - 1`` to ``version``.

    It runs inside a transaction with foreign keys unchecked, so that it can rebuild tables;
    they are checked before the commit.
    """

    version: int
    name: str
    apply: Callable[[sqlite3.Connection], None]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "first schema", m0001_first_schema.apply),
    Migration(2, "search", m0002_search.apply),
    Migration(3, "after the call", m0003_after_the_call.apply),
    Migration(4, "conflicts", m0004_conflicts.apply),
    Migration(5, "less room", m0005_less_room.apply),
    Migration(6, "by hand", m0006_by_hand.apply),
)
