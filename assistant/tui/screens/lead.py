"""A lead's page: where it stands, what it did, its calls; events and moves are made here."""

from typing import ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from assistant.domain.calls import CallSummary
from assistant.domain.errors import AssistantError
from assistant.settings.keys import LeadKeys
from assistant.tui.commands import Command, commands_of
from assistant.tui.drawing import Lines, inert, row, words
from assistant.tui.home.calls_list import is_open
from assistant.tui.home.lead_page import about, past
from assistant.tui.plain_keys import PlainKeyScreen, plain_keys
from assistant.tui.widgets.blocks import Block, Blocks, Drawn
from assistant.tui.widgets.key_bar import KeyBar
from assistant.workflows.lead_views import LeadPage

LEAD, CALL, PAGE = "Lead", "Call", "Page"
_COMMANDS = (
    ("event", "record event", LEAD),
    ("move", "move stage", LEAD),
    ("new_call", "new call", CALL),
    ("continue_call", "continue", CALL),
    ("review", "review", CALL),
    ("refresh", "refresh", PAGE),
    ("back", "back", PAGE),
    ("help", "help", PAGE),
)
OF_A_CALL = frozenset(("continue_call", "review"))
"""The commands that do something where the lead has a call."""
AT_HAND = frozenset(("event", "move", "new_call", "review", "back", "help"))


def lead_commands(keys: LeadKeys) -> tuple[Command, ...]:
    """The commands with the letters in force."""
    return commands_of(keys, _COMMANDS, AT_HAND)


class LeadTitle(Lines):
    """The top line: who it is, and how it stands."""

    page: LeadPage | None = None

    def show(self, page: LeadPage) -> None:
        """Show a lead."""
        self.page = page
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        if self.page is None:
            return [inert("Opening the lead…", "$quiet")]
        lead, account = self.page.view.lead, self.page.view.account
        about = ", ".join(one for one in (lead.title, account.name if account else "") if one)
        left = words((lead.name, "bold"), ("  ·  ", "$faint"), about) if about else lead.name
        who = left if isinstance(left, Content) else inert(left, "bold")
        stage = words((self.page.view.stage, "bold"), f"   {self.page.view.points} points")
        return [row(who, stage, width)]


class About(Lines):
    """The left column."""

    page: LeadPage | None = None

    def show(self, page: LeadPage) -> None:
        """Show a lead."""
        self.page = page
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        return about(self.page, width, self.app.bench.local) if self.page else []  # type: ignore[attr-defined]


class LeadScreen(PlainKeyScreen[None]):
    """Lies over the list of leads."""

    CSS_PATH = "lead.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *plain_keys(lead_commands(LeadKeys()), "lead_keys"),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, lead_id: UUID) -> None:
        super().__init__()
        self._lead_id = lead_id
        self.page: LeadPage | None = None

    def compose(self) -> ComposeResult:
        yield LeadTitle(id="title")
        with Horizontal(id="body"):
            with VerticalScroll(id="about", can_focus=False):
                yield About()
            yield Blocks(id="past")
        yield KeyBar(self.every_command(), plain=True)

    def every_command(self) -> tuple[Command, ...]:
        return lead_commands(self.app.bench.settings.lead_keys)

    def idle(self) -> frozenset[str]:
        return OF_A_CALL if self.page and not self.page.calls else frozenset()

    @property
    def past(self) -> Blocks:
        """Calls, events and moves."""
        return self.query_one("#past", Blocks)

    def on_screen_resume(self) -> None:
        self.past.focus()
        self.action_refresh()

    def action_refresh(self) -> None:
        """Look again."""
        self.app.ask(self, self._read, self._show, self._not_read, slips_in=True)

    def _read(self) -> LeadPage:
        from assistant.workflows.lead_views import open_lead

        return open_lead(self.app.bench, self._lead_id)

    def _not_read(self, error: Exception) -> None:
        self.app.tell(error)
        if self.page is None and isinstance(error, AssistantError):
            self.action_back()

    def _show(self, page: LeadPage) -> None:
        first, self.page = self.page is None, page
        self.query_one(LeadTitle).show(page)
        self.query_one(KeyBar).show(self.commands(), plain=True)
        self.query_one(About).show(page)
        self._show_past(from_top=first)

    def on_resize(self) -> None:
        if self.page is not None:
            self.call_after_refresh(self._show_past)

    def _show_past(self, *, from_top: bool = False) -> None:
        """Where the left column is folded away, what is in it stands above the calls."""
        page, local = self.page, self.app.bench.local
        if page is None:
            return
        above: list[Block] = []
        if not self.query_one("#about").display:
            above.append(Drawn("", lambda width: [*about(page, width, local), Content("")]))
        self.past.show([*above, *past(page, local, self.letter)], from_top=from_top)

    @property
    def chosen_call(self) -> CallSummary | None:
        """The call that is aimed at."""
        calls = self.page.calls if self.page else ()
        return next((one for one in calls if str(one.call.id) == self.past.aim), None)

    def _needs_call(self) -> CallSummary | None:
        if self.chosen_call is None:
            self.app.say(f"This lead has no call yet. {self.letter('new_call')} begins one.")
        return self.chosen_call

    @on(Blocks.Chosen)
    def action_open(self) -> None:
        """Resume the call if it is mine and open, else review it."""
        call = self.chosen_call
        if call is not None and is_open(call) and call.call.rep.id == self.app.bench.who.id:
            self.action_continue_call()
        else:
            self.action_review()

    def action_continue_call(self) -> None:
        """Open the call."""
        call = self._needs_call()
        if call is not None:
            self.app.open_call(call.call.id)

    def action_review(self) -> None:
        """Open the review."""
        call = self._needs_call()
        if call is not None:
            self.app.open_review(call.call.id)

    def action_new_call(self) -> None:
        """Begin a call with the lead."""
        from assistant.tui.modals.new_call import NewCall

        self.app.push_screen(NewCall(self._lead_id), self._begun)

    def _begun(self, call_id: UUID | None) -> None:
        if call_id is not None:
            self.app.open_call(call_id)

    def action_event(self) -> None:
        """Note what the lead did."""
        if self.page is not None:
            from assistant.tui.modals.record_event import RecordEvent

            self.app.push_screen(RecordEvent(self.page))

    def action_move(self) -> None:
        """Move the lead."""
        if self.page is None:
            return
        if not self.page.stages:
            self.app.say("The lead's lifecycle is not there any more: put its file back first.")
            return
        from assistant.tui.modals.move_stage import MoveLead

        self.app.push_screen(MoveLead(self.page))

    def action_back(self) -> None:
        """Back to where this was opened."""
        if self.app.screen is self:
            self.app.pop_screen()
