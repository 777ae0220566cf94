"""Which leads are offered while a name is typed."""

import pytest

from assistant.workflows.lead_finding import leads_like
from assistant.workflows.lead_views import list_leads
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench

LEADS = (
    ("Ana Ruiz", "Norte Frío", "ana@norte.example"),
    ("Hannah Weber", "Hannover Steel", ""),
    ("Ines Ortega", "Northgate Logistics", "ines@northgate.example"),
    ("Luis Ortega", "Harborline", ""),
    ("Nora Inesson", "", ""),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Ana Ruiz", "Hannah Weber", "Ines Ortega", "Luis Ortega", "Nora Inesson"]),
        ("ines", ["Ines Ortega", "Nora Inesson"]),
        ("Ortega", ["Ines Ortega", "Luis Ortega"]),
        ("  northgate   INES", ["Ines Ortega"]),
        ("ines@", ["Ines Ortega"]),
        ("norte frío", ["Ana Ruiz"]),
        ("inez ortga", ["Ines Ortega"]),
        ("harbourline", ["Luis Ortega"]),
        ("ruis", ["Ana Ruiz", "Luis Ortega"]),
        ("zz", []),
        ("Somebody Else", []),
    ],
)
def test_leads_are_found_by_parts_and_nearly(
    bench: Workbench, typed: str, found: list[str]
) -> None:
    for name, account, email in LEADS:
        add_lead(bench, NewLead(name=name, account=account, email=email))

    assert [one.lead.name for one in leads_like(list_leads(bench), typed, 50)] == found


def test_no_more_than_asked_for_the_likeliest_first(bench: Workbench) -> None:
    for name in ("Bo Anders", "Anders Bo", "Anders Carl", "Dora Andersen"):
        add_lead(bench, NewLead(name=name))

    found = leads_like(list_leads(bench), "anders", 3)
    assert [one.lead.name for one in found] == ["Anders Bo", "Anders Carl", "Bo Anders"]
