"""The base of the store's topics: what each of them needs, and the people that all refer to."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, select

from assistant.domain.answers import Answer
from assistant.domain.people import Who
from assistant.storage.connecting import Database
from assistant.storage.rows.people import person_row, to_who
from assistant.storage.tables.people import PersonRow

_PEOPLE, _KEYS = "people", "keys of people"
"""What a transaction knows of people."""

Settle = Callable[[Iterable[Answer]], tuple[Answer, ...]]
"""Says of a call's answers which of them replace or contradict each other."""


def as_they_are(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Leaves it to what the answers say themselves."""
    return tuple(answers)


class Topic:
    """Some of the store's methods. Each method is one transaction; threads may share it."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], settle: Settle = as_they_are
    ) -> None:
        self._database = database
        self._clock = clock
        self._settle = settle


def keep_person(session: Session, who: Who) -> UUID:
    """The key of a user as he or she is now; the row is added if it is not there."""
    keys: dict[Who, UUID] = session.info.setdefault(_KEYS, {})
    if who not in keys:
        row = person_row(who)
        session.execute(insert(PersonRow).values(row.model_dump()).on_conflict_do_nothing())
        session.info.pop(_PEOPLE, None)
        keys[who] = row.key
    return keys[who]


def all_people(session: Session) -> dict[UUID, Who]:
    """Every user by key, asked for once in a transaction.

    A team is small: one query is cheaper than a join a table.
    """
    people: dict[UUID, Who] | None = session.info.get(_PEOPLE)
    if people is None:
        people = {row.key: to_who(row) for row in session.exec(select(PersonRow))}
        session.info[_PEOPLE] = people
    return people
