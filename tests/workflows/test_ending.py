"""Moving a lead past the gates of its lifecycle."""

import pytest

from assistant.domain.errors import Blocked, NotFound, WrongUsage
from assistant.domain.people import Lead
from assistant.domain.verdict import Outcome
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import (
    NewLead,
    add_lead,
    find_lead,
    move,
    offer,
    record_event,
    view_lead,
)
from assistant.workflows.reviewing import agree, comment, list_calls, open_review, reverse
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER as MAX
from tests.fakes.benches import BenchOf

ALL_MET = "need: late trucks\nbudget: 40k\nauthority: me\ntimeline: june"


@pytest.fixture
def lead(bench: Workbench) -> Lead:
    new = NewLead(name="Luis Ortega", email="luis@firm.example", account="Firm", place="Lyon")
    return add_lead(bench, new)


def test_a_closed_gate_blocks_and_says_what_is_missing(bench: Workbench, lead: Lead) -> None:
    live = LiveCall(bench, start_call(bench, lead_id=lead.id))
    end = live.end(ALL_MET)
    assert end.offer is not None
    assert (end.offer.to_stage, end.offer.passed) == ("marketing_qualified", False)
    assert end.offer.missing
    with pytest.raises(Blocked) as blocked:
        live.move()
    assert blocked.value.missing == end.offer.missing
    assert find_lead(bench, "luis@firm.example").stage == lead.stage
    live.move(reason="came through a partner")
    [kept] = bench.store.moves(lead.id)
    assert (kept.to_stage, kept.override_reason, kept.call_id) == (
        "marketing_qualified",
        "came through a partner",
        live.call_id,
    )
    assert kept.blocked_by
    assert view_lead(bench, find_lead(bench, str(lead.id))).stage == "Marketing-qualified"


def test_a_move_back_or_out_needs_no_gate(bench: Workbench, lead: Lead) -> None:
    assert move(bench, lead, to="disqualified").stage == "disqualified"
    assert move(bench, find_lead(bench, lead.name), to="unqualified").stage == "unqualified"


def test_the_last_gate_goes_by_the_persons_verdict(bench: Workbench, lead: Lead) -> None:
    lead = move(bench, lead, to="conversion_qualified", reason="known customer")
    live = LiveCall(bench, start_call(bench, lead_id=lead.id))
    end = live.end("need: late trucks")
    assert end.offer is not None
    assert (end.offer.to_stage, end.offer.passed) == ("sales_qualified", False)
    after = live.override(Outcome.QUALIFIED, "spoke to the owner too")
    assert after.offer is not None
    assert after.offer.passed
    assert live.move().call.stage == "Sales-qualified"
    [_, last] = bench.store.moves(lead.id)
    assert (last.blocked_by, last.override_reason) == ((), "")


def test_an_earlier_calls_answers_count_for_the_gates(bench: Workbench, lead: Lead) -> None:
    lead = move(bench, lead, to="conversion_qualified", reason="known customer")
    LiveCall(bench, start_call(bench, lead_id=lead.id)).end(ALL_MET)
    assert (later := offer(bench, lead)) is not None
    assert later.passed


def test_points_come_from_events_with_a_known_kind(bench: Workbench, lead: Lead) -> None:
    record_event(bench, lead, "demo_request")
    assert view_lead(bench, lead).points == bench.playbook.points.points["demo_request"]
    with pytest.raises(WrongUsage, match="demo_request"):
        record_event(bench, lead, "demo request")


def test_leads_are_found_by_name_mail_or_id(bench: Workbench, lead: Lead) -> None:
    for words in ("luis ortega", "LUIS@firm.example", str(lead.id)[:8]):
        assert find_lead(bench, words) == lead
    for words in ("", "nobody"):
        with pytest.raises(NotFound):
            find_lead(bench, words)
    with pytest.raises(WrongUsage, match="e-mail"):
        add_lead(bench, NewLead(name="Twin", email="Luis@Firm.example"))


def test_a_manager_comments_agrees_and_reverses_and_all_is_kept(
    bench: Workbench, bench_of: BenchOf
) -> None:
    live = LiveCall(bench, start_call(bench))
    manager = bench_of(MAX)
    with pytest.raises(WrongUsage, match="no recorded verdict"):
        agree(manager, live.call_id)
    live.end(ALL_MET)
    comment(manager, live.call_id, "well asked", source="notes", turn=0)
    agree(manager, live.call_id)
    assert list_calls(manager)[0].reviewed == "agreed"
    with pytest.raises(WrongUsage, match="reason"):
        reverse(manager, live.call_id, Outcome.NURTURE, "")
    reverse(manager, live.call_id, Outcome.NURTURE, "june is too late")
    review = open_review(bench, live.call_id)
    assert [(one.action, one.by.id, one.text, one.turn) for one in review.reviews] == [
        ("comment", "max", "well asked", 0),
        ("agree", "max", "", None),
        ("reverse", "max", "june is too late", None),
    ]
    assert [(one.kind, one.verdict.outcome) for one in review.call.verdicts] == [
        ("system", Outcome.QUALIFIED),
        ("reversal", Outcome.NURTURE),
    ]
    row = list_calls(manager)[0]
    assert (row.reviewed, row.outcome, row.system_outcome) == ("reversed", "nurture", "qualified")
