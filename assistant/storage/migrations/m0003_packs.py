"""Version 3, what packs need: versions of facts, what was forgotten, read, and not sent yet."""

import sqlite3
from collections.abc import Iterator

from assistant.storage.migrations.statements import guard, run_script

OF_A_CALL = (
    "decisions", "verdicts", "reviews", "note_lines", "sources", "answers", "question_marks",
    "drafts", "consents", "turn_marks", "scorecards",
)  # fmt: skip
"""Tables that say of which call a row is."""


def apply(connection: sqlite3.Connection) -> None:
    """Make this part of version 3."""
    run_script(connection, "m0003_packs.sql")
    for guarded in (
        guard("readings", "DELETE", "only erased by forgetting"),
        guard("versions", "UPDATE", "append-only"),
        guard("versions", "DELETE", "only erased by forgetting"),
        guard("tombstones", "UPDATE", "append-only"),
        guard("read_files", "UPDATE", "append-only"),
        *_watching(),
    ):
        connection.execute(guarded)


def _watching() -> Iterator[str]:
    """Triggers that note down which calls have something new for a shared folder."""
    for table in OF_A_CALL:
        acts = ("INSERT", "UPDATE") if table in {"answers", "drafts"} else ("INSERT",)
        yield from (watch(table, act, "SELECT new.call_id, 1 WHERE 1") for act in acts)
    yield watch("turns", "INSERT", "SELECT call_id, 1 FROM sources WHERE seq = new.source")
    yield from (watch("calls", act, "SELECT new.id, 1 WHERE 1") for act in ("INSERT", "UPDATE"))
    of_lead = "SELECT id, 1 FROM calls WHERE lead_id = new."
    yield watch("leads", "UPDATE", of_lead + "id")
    yield from (watch(table, "INSERT", of_lead + "lead_id") for table in ("moves", "events"))


def watch(table: str, act: str, calls: str) -> str:
    """A trigger that notes down the calls of a row (``calls`` selects them)."""
    return (
        f"CREATE TRIGGER {table}_unsent_{act.lower()} AFTER {act} ON {table} BEGIN "
        f"INSERT INTO unsent (call_id, change) {calls} "
        f"ON CONFLICT DO UPDATE SET change = change + 1; END"
    )
