"""Gives a call to a lead: type to find one, or to add it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from assistant.domain.calls import CallSummary
from assistant.tui.app import AssistantApp
from assistant.tui.drawing import words
from assistant.tui.modals.modal import Modal
from assistant.tui.widgets.lead_field import GivenLead, lead_of
from assistant.tui.widgets.lead_list import found_options

if TYPE_CHECKING:
    from assistant.workflows.lead_views import LeadSummary

MOST = 50
"""So many leads are listed; more letters narrow them down."""
NOBODY, NEW = "nobody", "new"


class AssignLead(Modal[None]):
    """Enter gives the call to the lead that is aimed at."""

    app = getters.app(AssistantApp)
    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("down", "cursor(1)", "Down", priority=True),
        Binding("up", "cursor(-1)", "Up", priority=True),
    ]

    def __init__(self, call: CallSummary) -> None:
        super().__init__()
        self._call = call
        self._leads: Sequence[LeadSummary] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = "Whose call is it?"
            sheet.border_subtitle = "type to find, Enter chooses"
            yield Input(placeholder="name, account or e-mail", compact=True)
            leads = OptionList(id="leads")
            leads.can_focus = False
            yield leads

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.app.ask(self, self._read, self._show, slips_in=True)

    def _read(self) -> "tuple[LeadSummary, ...]":
        from assistant.workflows.lead_views import list_leads

        return list_leads(self.app.bench)

    def _show(self, leads: "tuple[LeadSummary, ...]") -> None:
        self._leads = leads
        self._fill()

    @on(Input.Changed)
    def _fill(self) -> None:
        typed = self.query_one(Input).value.strip()
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(found_options(self._leads, typed, MOST, self._call.call.lead_id))
        if typed:
            label = words(("+ ", "$accent"), "add ", (typed, "bold"), " as a lead")
            options.add_option(Option(label, id=NEW))
        elif self._call.call.lead_id is not None:
            options.add_option(Option(words(("- nobody's", "$quiet")), id=NOBODY))
        options.highlighted = 0 if options.option_count else None

    def action_cursor(self, by: int) -> None:
        """Move through the list while typing."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    @on(Input.Submitted)
    def _choose(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self._give(options.get_option_at_index(options.highlighted).id or "")

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._give(event.option_id or "")

    def _give(self, chosen: str) -> None:
        typed = self.query_one(Input).value.strip()
        call_id, bench = self._call.call.id, self.app.bench

        def give() -> None:
            from assistant.workflows.reviewing import assign_lead

            known = UUID(chosen) if chosen not in {NEW, NOBODY} else None
            name = typed if chosen == NEW else ""
            assign_lead(bench, call_id, lead_of(bench, GivenLead(known, name, "")))

        self.app.ask(self, give, self._given, slips_in=True)

    def _given(self, _: None) -> None:
        self.dismiss(None)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
