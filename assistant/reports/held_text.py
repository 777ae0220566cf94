"""All that is held about a person, as JSON and as text that a person reads."""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from assistant.domain.held import Held, HeldEntry
from assistant.domain.inert import inert_json, make_inert

SCHEMA = "assistant.person/1"


def as_json(held: Held) -> str:
    """One JSON object with everything."""
    facts = {"schema": SCHEMA, **held.model_dump(mode="json")}
    return inert_json(facts, indent=2)


def as_text(held: Held) -> str:
    """The same for a person to read, call by call."""
    return "\n".join(map(make_inert, _lines(held)))


def _lines(held: Held) -> Iterator[str]:
    yield f"What is held about {held.email}, {held.at:%Y-%m-%d %H:%M} UTC"
    yield f"Names looked for: {', '.join(held.names) or 'none is known'}"
    for lead in held.leads:
        facts = [lead.name, lead.title, lead.email, f"stage {lead.stage}", f"owner {lead.owner}"]
        yield f"Lead: {', '.join(filter(None, facts))} (since {lead.created_at:%Y-%m-%d})"
    for account in held.accounts:
        facts = [account.name, account.sector, account.place, account.country]
        yield f"Account: {', '.join(filter(None, facts))}"
    for user in held.users:
        yield f"User of the assistant: {user.name}, {user.email}, {user.role.value}, {user.team}"
    if not held.entries:
        yield "Nothing else is held."
    for call_id, entries in groupby(held.entries, key=lambda one: one.call_id):
        yield ""
        yield from _block(call_id, list(entries))
    yield ""
    yield f"Not looked at: {'; '.join(held.not_looked_at)}."


def _block(call_id: UUID | None, entries: list[HeldEntry]) -> Iterator[str]:
    yield f"Call {str(call_id)[:8]}, {entries[0].day}" if call_id else "Beside calls"
    for one in entries:
        facts = ", ".join(filter(None, (one.kind, one.where, one.by and f"by {one.by}")))
        text = " ".join(one.text.split())
        yield f"  {facts} ({one.concern}){f': {text}' if text else ''}"
