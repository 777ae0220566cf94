"""Begins a call: with whom, which banks, what was said about recording."""

from collections.abc import Callable
from uuid import UUID

from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import Input, SelectionList
from textual.widgets.selection_list import Selection

from assistant.domain.calls import Consent
from assistant.tui.drawing import words
from assistant.tui.modals.consent import CONSENTS
from assistant.tui.modals.form import Form, labelled
from assistant.tui.widgets.choice import Choice
from assistant.workflows.wiring import Workbench


class NewCall(Form[UUID]):
    """Gives back the id of the call that was begun."""

    HEADING = "New call"
    APPLY = "Begin"

    def fields(self) -> ComposeResult:
        lead = Input(id="lead", compact=True, placeholder="name; a new one is added as a lead")
        yield labelled("Lead", lead)
        yield labelled("Account", Input(id="account", compact=True, placeholder="company, if any"))
        yield labelled("Title", Input(id="title", compact=True, placeholder="the lead's name"))
        yield labelled("Banks", SelectionList[str](id="banks", compact=True))
        consents = [(one.value, title) for one, (title, _) in CONSENTS.items()]
        yield labelled("Consent", Choice(consents, Consent.UNKNOWN.value, id="consent"))

    def on_mount(self) -> None:
        self.query_one("#lead").focus()
        self.app.ask(self, lambda: _known(self.app.bench), self._offer)

    def _offer(self, known: tuple[list[str], list[tuple[str, str]]]) -> None:
        names, banks = known
        self.query_one("#lead", Input).suggester = SuggestFromList(names, case_sensitive=False)
        usual = self.app.bench.settings.bank
        self.query_one("#banks", SelectionList).add_options(
            Selection(words(title, (f"  {bank}", "$quiet")), bank, bank == usual)
            for bank, title in banks
        )

    def apply(self) -> None:
        lead, account, title = (
            self.query_one(f"#{name}", Input).value.strip() for name in ("lead", "account", "title")
        )
        banks: tuple[str, ...] = tuple(self.query_one("#banks", SelectionList).selected)
        consent = Consent(self.query_one("#consent", Choice).value)

        def begin() -> UUID:
            from assistant.workflows.live_call import start_call

            bench = self.app.bench
            lead_id = lead_called(bench, lead, account) if lead else None
            return start_call(bench, title=title, lead_id=lead_id, banks=banks, consent=consent)

        def ask(failed: Callable[[Exception], None]) -> None:
            self.app.ask(self, begin, self.done, failed)

        self.send(ask)


def _known(bench: Workbench) -> tuple[list[str], list[tuple[str, str]]]:
    """Names of leads, and the ids and titles of banks."""
    names = sorted(lead.name for lead in bench.store.leads())
    banks = [(bank.id, bank.title) for bank in bench.playbook.banks.values()]
    return names, banks


def lead_called(bench: Workbench, name: str, account: str) -> UUID:
    """The lead of that name, added where there is none. Raises ``NotFound`` for several."""
    from assistant.workflows.people import NewLead, add_lead, find_lead

    known = {lead.name.casefold() for lead in bench.store.leads()}
    if name.casefold() in known:
        return find_lead(bench, name).id
    return add_lead(bench, NewLead(name=name, account=account)).id
