"""The list of leads and the page of one lead, on a real store."""

from datetime import date
from pathlib import Path

import pytest

from assistant.domain.calls import Consent
from assistant.domain.errors import NotFound
from assistant.domain.fields import Polarity
from assistant.domain.people import Icp, Lead
from assistant.domain.verdict import Outcome
from assistant.workflows import reviewing
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.lead_views import list_leads, open_lead
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import NewLead, add_lead, move, record_event
from assistant.workflows.saving import save_annotation
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf


@pytest.fixture
def luis(bench: Workbench) -> Lead:
    new = NewLead(
        name="Luis Ortega", title="COO", account="Harborline", sector="Logistics", place="Spain"
    )
    return add_lead(bench, new)


def test_the_list_counts_points_and_calls(bench: Workbench, luis: Lead) -> None:
    add_lead(bench, NewLead(name="Ana", account="Harborline"))
    record_event(bench, luis, "demo_request")
    start_call(bench, lead_id=luis.id)
    rows = {
        row.lead.name: (row.account_name, row.stage, row.points, row.engaged, row.calls)
        for row in list_leads(bench)
    }
    assert rows == {
        "Ana": ("Harborline", "Unqualified", 0, False, 0),
        "Luis Ortega": ("Harborline", "Unqualified", 75, True, 1),
    }
    assert {row.lead.name: row.last_call for row in list_leads(bench)} == {
        "Ana": None,
        "Luis Ortega": date(2026, 3, 10),
    }


def test_without_a_profile_attributes_are_shown_and_not_judged(
    bench: Workbench, luis: Lead
) -> None:
    page = open_lead(bench, luis.id)
    assert page.profile == ""
    assert [(one.title, one.said, one.fits) for one in page.fit] == [
        ("Sector", "Logistics", None),
        ("Place", "Spain", None),
        ("Title", "COO", None),
        ("Employees", "", None),
    ]


def test_fit_is_judged_against_the_profile(bench: Workbench, luis: Lead) -> None:
    icp = Icp(id="ours", title="Ours", industries=("Logistics",), locations=("France",))
    bench.__dict__["playbook"] = bench.playbook.model_copy(update={"icp": icp})
    page = open_lead(bench, luis.id)
    assert page.profile == "Ours"
    assert [one.fits for one in page.fit] == [Polarity.YES, Polarity.NO, Polarity.YES, None]


def test_the_page_has_the_leads_own_calls_and_moves(bench: Workbench, luis: Lead) -> None:
    ana = add_lead(bench, NewLead(name="Ana"))
    start_call(bench, lead_id=ana.id, title="Hers")
    start_call(bench, lead_id=luis.id, title="His")
    move(bench, luis, reason="met him at a fair")
    page = open_lead(bench, luis.id)
    assert [row.call.title for row in page.calls] == ["His"]
    assert [(one.to_stage, one.override_reason) for one in page.view.moves] == [
        ("marketing_qualified", "met him at a fair")
    ]
    assert page.view.stage == "Marketing-qualified"
    assert page.offer is not None
    assert page.offer.to_stage == "product_qualified"


def test_a_lead_whose_lifecycle_is_gone_is_shown(bench: Workbench, luis: Lead) -> None:
    bench.store.save_lead(luis.model_copy(update={"lifecycle": "old_ladder"}))
    page = open_lead(bench, luis.id)
    assert (page.lifecycle, page.stages, page.offer) == ("old_ladder", (), None)


def test_no_such_lead(bench: Workbench, luis: Lead) -> None:
    gone = luis.model_copy(update={"id": luis.id.__class__(int=7)})
    with pytest.raises(NotFound):
        open_lead(bench, gone.id)


def test_a_persons_verdict_on_the_latest_call_opens_the_gate_outside_of_it(
    bench: Workbench, bench_of: BenchOf, luis: Lead
) -> None:
    luis = luis.model_copy(update={"stage": "conversion_qualified"})
    bench.store.save_lead(luis)
    call_id = start_call(bench, lead_id=luis.id)
    LiveCall(bench, call_id).end()
    before = open_lead(bench, luis.id).offer
    assert before is not None
    assert not before.passed
    reviewing.reverse(bench_of(MANAGER), call_id, Outcome.QUALIFIED, "I was on the call")
    after = open_lead(bench, luis.id).offer
    assert after is not None
    assert after.passed


def test_consent_is_saved_with_an_import(bench: Workbench, tmp_path: Path) -> None:
    read = annotate_text(bench, "Dana: hi\nLuis: need: trucks", AnnotateOptions())
    call_id = save_annotation(bench, read, consent=Consent.NOTICE_GIVEN)
    assert save_annotation(bench, read) == call_id
    call = bench.store.call(call_id)
    assert call is not None
    assert call.consent is Consent.NOTICE_GIVEN
