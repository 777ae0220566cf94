"""Begins a call: with whom, which banks, what was said about recording."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from assistant.domain.calls import Consent
from assistant.tui.modals.consent import BEFORE_A_CALL, CONSENTS
from assistant.tui.modals.form import Form, labelled
from assistant.tui.widgets.banks_field import BanksField
from assistant.tui.widgets.choice import Choice
from assistant.tui.widgets.earlier import EarlierLines
from assistant.tui.widgets.lead_field import LeadField, lead_of

if TYPE_CHECKING:
    from assistant.domain.bank import Bank
    from assistant.workflows.lead_views import LeadSummary
    from assistant.workflows.views import Carried
    from assistant.workflows.wiring import Workbench

    Known = tuple[tuple[LeadSummary, ...], list[Bank]]


class NewCall(Form[UUID]):
    """Gives back the id of the call that was begun. ``lead_id`` is who it is with."""

    HEADING = "New call"
    APPLY = "Begin"

    def __init__(self, lead_id: UUID | None = None) -> None:
        super().__init__()
        self._lead_id = lead_id

    def fields(self) -> ComposeResult:
        yield LeadField("name, of a lead or a new one", self._lead_id)
        yield EarlierLines()
        yield labelled("Title", Input(id="title", compact=True, placeholder="the lead's name"))
        yield labelled("Banks", BanksField())
        yield labelled("Consent", consent_choice())

    def on_mount(self) -> None:
        self.query_one("#title" if self._lead_id else "#lead").focus()
        self.app.ask(self, lambda: known(self.app.bench), self._offer, slips_in=True)

    def _offer(self, known: "Known") -> None:
        leads, banks = known
        self.query_one(LeadField).offer(leads)
        self.query_one(BanksField).offer(banks, self.app.bench.settings.bank)
        self._look_back()

    @on(Input.Changed, "#lead")
    def _look_back(self) -> None:
        """Show what earlier calls with the lead said, as soon as it is known who it is."""
        lead_id = self.query_one(LeadField).given.lead_id
        if lead_id is None:
            self.query_one(EarlierLines).show(())
            return

        def read() -> "tuple[Carried, ...]":
            from assistant.workflows.earlier import said_to

            return said_to(self.app.bench, lead_id)

        def show(said: "tuple[Carried, ...]") -> None:
            if self.query_one(LeadField).given.lead_id == lead_id:
                self.query_one(EarlierLines).show(said)

        self.app.ask(self, read, show, slips_in=True)

    def apply(self) -> None:
        given = self.query_one(LeadField).given
        title = self.query_one("#title", Input).value.strip()
        banks = self.query_one(BanksField).chosen
        consent = Consent(self.query_one("#consent", Choice).value)

        def begin() -> UUID:
            from assistant.workflows.live_call import start_call

            bench = self.app.bench
            lead_id = lead_of(bench, given)
            return start_call(bench, title=title, lead_id=lead_id, banks=banks, consent=consent)

        def ask(failed: Callable[[Exception], None]) -> None:
            self.app.ask(self, begin, self.done, failed, slips_in=True)

        self.send(ask)


def consent_choice() -> Choice:
    """What was said about recording, to choose from."""
    return Choice([(one.value, CONSENTS[one][0]) for one in BEFORE_A_CALL],
                  Consent.UNKNOWN.value, id="consent")  # fmt: skip


def known(bench: "Workbench") -> "Known":
    """The leads and the banks that a call can be begun with."""
    from assistant.workflows.banks import list_banks
    from assistant.workflows.lead_views import list_leads

    return list_leads(bench), [one.bank for one in list_banks(bench)]
