"""With whom a call is: a lead that is there, found as its name is typed, or a new one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from assistant.domain.inert import make_inert
from assistant.tui.drawing import words
from assistant.tui.modals.form import labelled

if TYPE_CHECKING:
    from assistant.workflows.lead_views import LeadSummary
    from assistant.workflows.wiring import Workbench


class GivenLead(NamedTuple):
    """Who was given: the id of a lead, or the name and account of a new one; or nobody."""

    lead_id: UUID | None
    name: str
    account: str


class LeadField(Vertical):
    """A line for the lead and one for the account, which only a new lead needs."""

    DEFAULT_CSS = """
    LeadField {
        height: auto;
    }
    """

    def __init__(self, placeholder: str, chosen: UUID | None = None) -> None:
        super().__init__()
        self._placeholder = placeholder
        self._chosen = chosen
        self._leads: Mapping[str, LeadSummary] = {}

    def compose(self) -> ComposeResult:
        yield labelled("Lead", Input(id="lead", compact=True, placeholder=self._placeholder))
        yield Static(id="who", classes="hint")
        account = Input(id="account", compact=True, placeholder="company of a new lead, if any")
        yield labelled("Account", account)

    def on_mount(self) -> None:
        self.query_one("#who").display = False

    def offer(self, leads: Sequence["LeadSummary"]) -> None:
        """Find these leads by what is typed."""
        self._leads = {label.casefold(): lead for label, lead in labels(leads).items()}
        field = self.query_one("#lead", Input)
        field.suggester = SuggestFromList(list(labels(leads)), case_sensitive=False)
        chosen = next((label for label, one in labels(leads).items() if self._is(one)), "")
        if chosen and not field.value:
            field.value = chosen
        self._say_who()

    def _is(self, lead: "LeadSummary") -> bool:
        return lead.lead.id == self._chosen

    @property
    def given(self) -> GivenLead:
        """Who it is, as it stands in the fields."""
        name = self.query_one("#lead", Input).value.strip()
        account = self.query_one("#account", Input).value.strip()
        known = self._leads.get(name.casefold())
        return GivenLead(known.lead.id if known else None, name, account)

    @on(Input.Changed, "#lead")
    def _say_who(self) -> None:
        name = self.query_one("#lead", Input).value.strip()
        known = self._leads.get(name.casefold())
        who = self.query_one("#who", Static)
        who.display = bool(name)
        account = self.query_one("#account", Input)
        account.disabled = known is not None
        account.parent.display = known is None  # type: ignore[union-attr]
        if known is None:
            who.update(words(("+ ", "$accent"), ("a new lead, which is added", "$quiet")))
            return
        about = ", ".join(one for one in (known.lead.title, known.account_name) if one)
        known_as = about or known.lead.email or "a lead that is there"
        who.update(words(("✓ ", "$success"), (f"{known_as} ({known.stage})", "$quiet")))


def labels(leads: Sequence["LeadSummary"]) -> dict[str, "LeadSummary"]:
    """What to type for each lead: its name, with its e-mail or id where others share it."""
    names = Counter(lead.lead.name.casefold() for lead in leads)
    shared = {name for name, count in names.items() if count > 1}
    return {make_inert(_label(one, shared)): one for one in leads}


def _label(one: "LeadSummary", shared: set[str]) -> str:
    lead = one.lead
    if lead.name.casefold() not in shared:
        return lead.name
    return f"{lead.name} ({lead.email or str(lead.id)[:8]})"


def lead_of(bench: "Workbench", given: GivenLead) -> UUID | None:
    """The id of the lead that was given; a new one is added first."""
    if given.lead_id is not None or not given.name:
        return given.lead_id
    from assistant.workflows.people import NewLead, add_lead

    return add_lead(bench, NewLead(name=given.name, account=given.account)).id
