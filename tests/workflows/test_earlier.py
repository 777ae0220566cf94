"""What a lead's earlier calls said, in the next call with it."""

from datetime import date
from uuid import UUID

import pytest

from assistant.domain.fields import Field
from assistant.domain.people import Lead
from assistant.domain.values import Label
from assistant.workflows import deciding
from assistant.workflows.earlier import Carried, carried_over, contradicted
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.summing_up import follow_up_of
from assistant.workflows.viewing import call_of
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock

DAY = 24 * 3600.0


@pytest.fixture
def lead(bench: Workbench) -> Lead:
    return add_lead(bench, NewLead(name="Luis Ortega"))


def held(bench: Workbench, clock: Clock, lead: Lead | None, notes: str) -> UUID:
    """A call with these notes; the next one is a day later."""
    call_id = start_call(bench, lead_id=lead.id if lead else None)
    LiveCall(bench, call_id).end(notes)
    clock.pass_seconds(DAY)
    return call_id


def told(carried: tuple[Carried, ...]) -> list[tuple[str, str, date, list[date]]]:
    return [
        (
            str(one.answer.field),
            one.answer.evidence.quote if one.answer.evidence else "",
            one.day,
            [other.day for other in one.against],
        )
        for one in carried
    ]


def test_the_latest_call_that_has_an_answer_tells_it(
    bench: Workbench, clock: Clock, lead: Lead
) -> None:
    held(bench, clock, lead, "need: late trucks\nbudget: 20k")
    held(bench, clock, lead, "budget!: none")
    held(bench, clock, add_lead(bench, NewLead(name="Somebody Else")), "goal: growth")
    now = held(bench, clock, lead, "timeline: June")
    held(bench, clock, lead, "authority: me")

    carried = carried_over(bench, call_of(bench, now))

    assert told(carried) == [
        ("budget", "none", date(2026, 3, 11), [date(2026, 3, 10)]),
        ("need", "late trucks", date(2026, 3, 10), []),
    ]


def test_what_is_said_now_goes_against_what_was_said_then(
    bench: Workbench, clock: Clock, lead: Lead
) -> None:
    held(bench, clock, lead, "need: late trucks\nbudget: 20k")
    now = held(bench, clock, lead, "budget!: none\nneed: drivers wait")

    carried = carried_over(bench, call_of(bench, now))

    assert {
        answer.key: told(tuple(contradicted(answer, carried)))
        for answer in bench.store.answers(now)
    } == {"budget": [("budget", "20k", date(2026, 3, 10), [])], "need": []}


def test_a_call_without_a_lead_has_no_earlier_ones(bench: Workbench, clock: Clock) -> None:
    held(bench, clock, None, "need: late trucks")

    assert carried_over(bench, call_of(bench, held(bench, clock, None, ""))) == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("demo on 2026-03-17", "demo on 2026-03-17 (17 March 2026)"),
        ("2026-03-17, that is 17 March 2026", "2026-03-17, that is 17 March 2026"),
        ("demo", "demo"),
    ],
)
def test_a_next_step_is_kept_with_its_date_in_full(bench: Workbench, typed: str, kept: str) -> None:
    call_id = start_call(bench)

    answer = deciding.add(bench, call_id, field=Field.NEXT_STEP, value=typed)

    assert answer.value == Label(text=kept, raw=typed)


def test_a_mail_asks_what_is_still_open(bench: Workbench, lead: Lead) -> None:
    call_id = start_call(bench, lead_id=lead.id)
    live = LiveCall(bench, call_id)
    live.keep_notes("need: late trucks\nbudget: 40k")
    for answer in live.read_notes().answers:
        live.confirm(answer.id)

    lines = follow_up_of(bench, call_id).splitlines()

    at = lines.index("Still open on my side:")
    assert lines[at + 1 : at + 4] == [
        "- If you like what you see, who signs for it on your side?",
        "- When do you want this decided, and when should it be running?",
        "",
    ]
