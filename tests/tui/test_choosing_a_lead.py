"""A lead's name is typed: who may be meant is listed, and one of them is taken."""

import pytest
from textual.widgets import Input, OptionList

from assistant.tui.widgets.lead_field import LeadField
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall, Rep
from tests.tui.kept import keep_call


@pytest.fixture(autouse=True)
def leads(bench: Workbench) -> None:
    for name, title, account in (
        ("Ana Ruiz", "CFO", "Norte"),
        ("Ines Ortega", "COO", "Northgate Logistics"),
        ("Luis Ortega", "Buyer", "Harborline"),
        ("Max Adler", "", ""),
        ("Nora Berg", "", ""),
        ("Olga Berg", "", ""),
        ("Paul Berg", "", ""),
    ):
        add_lead(bench, NewLead(name=name, title=title, account=account))


def listed(rep: Rep) -> list[str]:
    options = rep.app.screen.query_one("#leads", OptionList)
    return [str(one.prompt).strip().split("  ")[0] for one in options.options if options.display]


async def test_a_new_call_lists_leads_and_takes_one(bench: Workbench, open_app: OpenCall) -> None:
    async with open_app(bench, size=(80, 24)) as rep:
        await rep.press("n")
        await rep.until(lambda: bool(listed(rep)))
        assert listed(rep) == ["Ana Ruiz", "Ines Ortega", "Luis Ortega", "Max Adler", "Nora Berg"]
        await rep.type("ortga")
        assert listed(rep) == ["Ines Ortega", "Luis Ortega"]
        assert "Luis Ortega  Buyer, Harborline, Unqualified" in rep.seen
        assert "a new lead, which is added" in rep.seen
        await rep.press("down", "down", "enter")
        assert rep.on_top == "NewCall"
        assert rep.app.screen.query_one("#lead", Input).value == "Luis Ortega"
        assert listed(rep) == []
        assert "✓ Buyer, Harborline (Unqualified)" in rep.seen
        await rep.press("enter")
        await rep.until(lambda: rep.on_top == "CallScreen")

    [row] = bench.store.calls()
    assert row.lead_name == "Luis Ortega"
    assert len(bench.store.leads()) == 7


async def test_a_name_of_nobody_is_a_new_lead_though_others_are_like_it(
    bench: Workbench, open_app: OpenCall
) -> None:
    async with open_app(bench, size=(80, 24)) as rep:
        await rep.press("n")
        await rep.until(lambda: bool(listed(rep)))
        await rep.type("Ines Ortegas")
        await rep.until(lambda: bool(listed(rep)))
        assert listed(rep)[0] == "Ines Ortega"
        await rep.press("enter")
        await rep.until(lambda: rep.on_top == "CallScreen")

    assert "Ines Ortegas" in {lead.name for lead in bench.store.leads()}


async def test_the_list_folds_away_and_can_be_clicked(bench: Workbench, open_app: OpenCall) -> None:
    async with open_app(bench) as rep:
        await rep.press("n")
        await rep.until(lambda: bool(listed(rep)))
        await rep.press("tab")
        assert listed(rep) == []
        await rep.press("shift+tab")
        assert len(listed(rep)) == 5
        await rep.pilot.click("#leads", offset=(4, 1))
        await rep.settle()
        assert rep.app.screen.query_one(LeadField).given.name == "Ines Ortega"
        assert rep.app.screen.query_one("#lead").has_focus


async def test_whose_call_it_is_is_found_though_nearly_right(
    bench: Workbench, open_app: OpenCall
) -> None:
    keep_call(bench)
    async with open_app(bench) as rep:
        await rep.press("a")
        assert rep.on_top == "AssignLead"
        await rep.type("inez ortga")
        assert listed(rep)[0] == "Ines Ortega"
        await rep.press("enter")
        await rep.until(lambda: rep.on_top == "CallsScreen")

    assert [row.lead_name for row in bench.store.calls()] == ["Ines Ortega"]
