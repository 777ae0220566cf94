"""Asks for a file to be taken in as a call of its own, and for what it doesn't say."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.widgets import Input, Static

from assistant.domain.calls import Consent
from assistant.domain.errors import AssistantError, WrongUsage
from assistant.tui.modals.form import Form, labelled
from assistant.tui.modals.import_file import FORMATS, checked_path, path_input
from assistant.tui.modals.new_call import consent_choice, known
from assistant.tui.widgets.banks_field import BanksField
from assistant.tui.widgets.choice import Choice
from assistant.tui.widgets.lead_field import GivenLead, LeadField

if TYPE_CHECKING:
    from assistant.tui.modals.new_call import Known


class ImportPlan(NamedTuple):
    """What is to be taken in."""

    path: Path
    lead: GivenLead
    banks: tuple[str, ...]
    consent: Consent | None


class ImportCall(Form[ImportPlan]):
    """Gives back the plan; reading the file takes a while and is not done here."""

    HEADING = "Take in a call that was held"
    APPLY = "Read it"

    def fields(self) -> ComposeResult:
        yield Static(FORMATS, classes="hint")
        yield labelled("File", path_input())
        yield LeadField("name; nobody: it is listed as unassigned")
        yield labelled("Banks", BanksField())
        yield labelled("Consent", consent_choice())

    def on_mount(self) -> None:
        self.query_one("#path", Input).focus()
        self.app.ask(self, lambda: known(self.app.bench), self._offer, slips_in=True)

    def _offer(self, known: "Known") -> None:
        leads, banks = known
        self.query_one(LeadField).offer(leads)
        self.query_one(BanksField).offer(banks, self.app.bench.settings.bank)

    def apply(self) -> None:
        try:
            self.dismiss(self._plan())
        except AssistantError as error:
            self.complain(error)

    def _plan(self) -> ImportPlan:
        path = checked_path(self.query_one("#path", Input).value)
        consent = Consent(self.query_one("#consent", Choice).value)
        if consent is Consent.UNKNOWN and self.app.bench.settings.consent == "block":
            raise WrongUsage("Say what was agreed about recording; then the file is read.")
        return ImportPlan(
            path=path,
            lead=self.query_one(LeadField).given,
            banks=self.query_one(BanksField).chosen,
            consent=None if consent is Consent.UNKNOWN else consent,
        )
