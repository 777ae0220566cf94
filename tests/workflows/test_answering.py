"""Questions about stored calls: this one, and the lead's earlier ones."""

from uuid import UUID

import pytest

from assistant.domain.errors import NotFound
from assistant.domain.replies import Reply
from assistant.workflows.answering import CallAsker, ask_call
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock

SAID = "Dana: hello there\nLuis: need: late trucks\nDana: fine\nLuis: budget: forty grand\n" * 2


def call_with(bench: Workbench, clock: Clock, lead: UUID | None, notes: str) -> UUID:
    """A call a day later, with notes that are read."""
    clock.pass_seconds(86_400)
    live = LiveCall(bench, start_call(bench, lead_id=lead))
    live.keep_notes(notes)
    live.read_notes()
    live.close()
    return live.call_id


def told(reply: Reply) -> list[tuple[str, str | None]]:
    """The words, and the day of an earlier call."""
    return [(one.quote, one.day.isoformat() if one.day else None) for one in reply.statements]


@pytest.fixture
def lead(bench: Workbench) -> UUID:
    return add_lead(bench, NewLead(name="Ines Ortega", title="Operations director")).id


def test_earlier_calls_of_the_lead_answer_the_latest_first(
    bench: Workbench, clock: Clock, lead: UUID
) -> None:
    call_with(bench, clock, lead, "budget: 10k\nthe trucks are old")
    call_with(bench, clock, lead, "budget: 20k")
    now = call_with(bench, clock, lead, "budget: 30k")
    call_with(bench, clock, lead, "budget: 40k\ntrucks")
    call_with(bench, clock, None, "budget: 50k")
    other = add_lead(bench, NewLead(name="Somebody else")).id
    call_with(bench, clock, other, "budget: 60k\ntrucks")

    assert told(ask_call(bench, now, "budget")) == [
        ("30k", None),
        ("20k", "2026-03-12"),
        ("10k", "2026-03-11"),
    ]
    assert told(ask_call(bench, now, "trucks")) == [("the trucks are old", "2026-03-11")]


def test_a_call_that_is_nobodys_has_no_earlier_ones(bench: Workbench, clock: Clock) -> None:
    call_with(bench, clock, None, "budget: 10k")
    now = call_with(bench, clock, None, "need: trucks")
    assert ask_call(bench, now, "budget").heading == "Budget: nothing was said in this call."


def test_the_call_is_looked_at_as_it_stands_at_each_question(bench: Workbench, lead: UUID) -> None:
    live = LiveCall(bench, start_call(bench, lead_id=lead))
    asker = CallAsker(bench, live.call_id)
    assert told(asker.ask("budget"))[0][0] == ""
    live.add_transcript(SAID)
    assert told(asker.ask("budget", live.view()))[0] == ("forty grand", None)
    live.keep_notes("authority: me")
    live.read_notes()
    [said] = asker.ask("who signs").statements
    assert said.spot is not None
    around = asker.passage(said.spot)
    assert around is not None
    assert [(one.text, one.here) for one in around.turns] == [("authority: me", True)]


def test_what_a_person_put_over_the_verdict_is_told(bench: Workbench, lead: UUID) -> None:
    from assistant.domain.verdict import Outcome

    live = LiveCall(bench, start_call(bench, lead_id=lead))
    live.end("need: late trucks\nbudget!: none")
    live.override(Outcome.QUALIFIED, "they found money")
    reply = ask_call(bench, live.call_id, "why qualified")
    assert reply.heading == "Qualified by a person; nurture by the answers."
    assert reply.statements[0].text == "Dana Reyes put qualified over it: they found money"


def test_asking_leaves_no_trace(bench: Workbench, lead: UUID) -> None:
    live = LiveCall(bench, start_call(bench, lead_id=lead))
    live.keep_notes("need: late trucks")
    before = live.read_notes()
    for question in ("who signs", "xyzzy", "why nurture", "?", ""):
        ask_call(bench, live.call_id, question)
    assert live.view() == before
    assert b"xyzzy" not in bench.store_path.read_bytes()


def test_an_unknown_call_is_said(bench: Workbench) -> None:
    with pytest.raises(NotFound):
        ask_call(bench, UUID(int=1), "budget")
