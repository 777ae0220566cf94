"""With whom a call is: a lead that is there, found as its name is typed, or a new one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, OptionList, Static

from assistant.domain.inert import make_inert
from assistant.tui.drawing import words
from assistant.tui.modals.form import labelled
from assistant.tui.widgets.lead_list import found_options

if TYPE_CHECKING:
    from assistant.workflows.lead_views import LeadSummary
    from assistant.workflows.wiring import Workbench


class GivenLead(NamedTuple):
    """Who was given: the id of a lead, or the name and account of a new one; or nobody."""

    lead_id: UUID | None
    name: str
    account: str


MOST = 5
"""So many leads are listed; more letters narrow them down."""


class LeadField(Vertical):
    """A line for the lead and one for the account, which only a new lead needs.

    While the name is typed the leads that it may mean are listed: the arrows and Enter, or a
    click, take one.
    """

    DEFAULT_CSS = """
    LeadField {
        height: auto;
    }
    LeadField > OptionList {
        margin-left: 11;
        max-height: 5;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor(1)", "Down", show=False),
        Binding("up", "cursor(-1)", "Up", show=False),
    ]

    def __init__(self, placeholder: str, chosen: UUID | None = None) -> None:
        super().__init__()
        self._placeholder = placeholder
        self._chosen = chosen
        self._leads: Mapping[str, LeadSummary] = {}
        self._labels: Mapping[str, str] = {}

    def compose(self) -> ComposeResult:
        yield labelled("Lead", Input(id="lead", compact=True, placeholder=self._placeholder))
        leads = OptionList(id="leads")
        leads.can_focus = False
        yield leads
        yield Static(id="who", classes="hint")
        account = Input(id="account", compact=True, placeholder="company of a new lead, if any")
        yield labelled("Account", account)

    def on_mount(self) -> None:
        self.query_one("#who").display = False
        self.leads.display = False

    @property
    def leads(self) -> OptionList:
        """The leads to choose from."""
        return self.query_one("#leads", OptionList)

    def offer(self, leads: Sequence["LeadSummary"]) -> None:
        """Find these leads by what is typed."""
        by_label = labels(leads)
        self._leads = {label.casefold(): lead for label, lead in by_label.items()}
        self._labels = {str(lead.lead.id): label for label, lead in by_label.items()}
        field = self.query_one("#lead", Input)
        field.suggester = SuggestFromList(list(by_label), case_sensitive=False)
        chosen = next((label for label, one in by_label.items() if self._is(one)), "")
        if chosen and not field.value:
            field.value = chosen
        self._say_who()
        self._list()

    def _is(self, lead: "LeadSummary") -> bool:
        return lead.lead.id == self._chosen

    @property
    def given(self) -> GivenLead:
        """Who it is, as it stands in the fields."""
        name = self.query_one("#lead", Input).value.strip()
        account = self.query_one("#account", Input).value.strip()
        known = self._leads.get(name.casefold())
        return GivenLead(known.lead.id if known else None, name, account)

    @on(events.DescendantFocus)
    @on(Input.Changed, "#lead")
    def _list(self) -> None:
        """List who may be meant, as long as that is not known."""
        field = self.query_one("#lead", Input)
        leads = self.leads
        leads.clear_options()
        if field.has_focus and self.given.lead_id is None:
            leads.add_options(found_options([*self._leads.values()], field.value, MOST))
        leads.highlighted = None
        leads.display = leads.option_count > 0

    @on(events.DescendantBlur)
    def _left(self) -> None:
        """Fold the list away, unless it is being clicked on."""
        field = self.query_one("#lead", Input)
        if self.screen.focused not in {None, field}:
            self.leads.display = False

    def action_cursor(self, by: int) -> None:
        """Move through the list while typing."""
        if self.leads.display:
            (self.leads.action_cursor_down if by > 0 else self.leads.action_cursor_up)()

    @on(Input.Submitted, "#lead")
    def _take_aimed(self, event: Input.Submitted) -> None:
        """Take the lead that is aimed at; without one the form is applied."""
        at = self.leads.highlighted
        if self.leads.display and at is not None:
            event.stop()
            self._take(self.leads.get_option_at_index(at).id or "")

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(event.option_id or "")

    def _take(self, lead_id: str) -> None:
        field = self.query_one("#lead", Input)
        field.value = self._labels[lead_id]
        field.cursor_position = len(field.value)
        field.focus()

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
