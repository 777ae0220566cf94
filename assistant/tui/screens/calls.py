"""The home screen: calls to resume, review or begin, and the leads they are with."""

from typing import Any, ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from assistant.domain.calls import CallSummary
from assistant.domain.errors import AssistantError
from assistant.settings.keys import CallsKeys
from assistant.tui.commands import Command
from assistant.tui.drawing import Lines, fit, inert, pressable, row, words
from assistant.tui.home.calls_list import CALLS_SHAPE, call_facts, is_open
from assistant.tui.home.leads_list import LEADS_SHAPE, lead_facts
from assistant.tui.home.newcomer import ALL_ASSIGNED, NO_CALLS, NO_LEADS, Nothing
from assistant.tui.importer import Importer
from assistant.tui.modals.import_call import ImportPlan
from assistant.tui.plain_keys import LIST_KEYS, PlainKeyScreen, plain_keys
from assistant.tui.screens.calls_commands import OF_A_CALL, OF_A_ROW, calls_commands
from assistant.tui.widgets.banner import ReadingBar
from assistant.tui.widgets.blocks import Blocks
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.widgets.listing import Listing
from assistant.tui.widgets.tabs import Tab, Tabs
from assistant.workflows.lead_views import LeadSummary

PAGES = {"calls": "Calls", "leads": "Leads", "unassigned": "Unassigned"}
NOTHING = {"calls": NO_CALLS, "leads": NO_LEADS, "unassigned": ALL_ASSIGNED}


class CallsTitle(Lines):
    """The top line."""

    def lines(self, width: int) -> list[Content]:
        who = self.app.bench.who  # type: ignore[attr-defined]
        queue = pressable(words(("   4 ", "$accent"), ("review queue", "$quiet")), "queue")
        search = pressable(words(("  5 ", "$accent"), ("search", "$quiet")), "search")
        left = words(("Calls", "bold"), queue, search)
        return [row(left, inert(f"{who.name}, {who.role}", "$quiet"), width)]


class Facts(Lines):
    """What is known of the chosen row, in two lines."""

    said: tuple[Content, ...] = ()

    def show(self, said: list[Content]) -> None:
        """Say something else."""
        self.said = tuple(said)
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        return [fit(line, width) for line in (*self.said, Content(""), Content(""))[:2]]


class CallsScreen(PlainKeyScreen[None]):
    """Three lists of what is in the store; one of them is in front."""

    CSS_PATH = "calls.tcss"
    AUTO_FOCUS = ""
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("1 2 3", "Calls, leads, calls without a lead."),
        ("4 5", "The queue of calls to review; words in all calls."),
        ("Esc", "Clear the filter; stop reading a file."),
        *LIST_KEYS,
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *plain_keys(calls_commands(CallsKeys()), "calls_keys"),
        *(
            Binding(str(digit), f"show_page('{name}')", show=False)
            for digit, name in enumerate(PAGES, start=1)
        ),
        Binding("4", "queue", "Review queue", show=False),
        Binding("5", "search", "Search", show=False),
        Binding("escape", "clear", "Clear the filter", show=False),
        Binding("down", "aim(1)", "Down", show=False),
        Binding("up", "aim(-1)", "Up", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.page = "calls"
        self._lists: dict[str, Listing[Any]] = {
            "calls": Listing(CALLS_SHAPE, id="calls"),
            "leads": Listing(LEADS_SHAPE, id="leads"),
            "unassigned": Listing(CALLS_SHAPE, id="unassigned"),
        }
        self._loaded: set[str] = set()
        self._aim_next = ""
        self._unread = ""
        self._importer = Importer(self, self._taken_in)

    def compose(self) -> ComposeResult:
        yield CallsTitle(id="title")
        with Horizontal(id="top"):
            yield Tabs([Tab(*page) for page in PAGES.items()], self.page, id="tabs")
            yield Input(
                id="filter",
                compact=True,
                placeholder=f"{self.letter('filter')} filter",
                select_on_focus=False,
            )
        yield from self._lists.values()
        yield Nothing()
        yield Facts(id="facts")
        yield ReadingBar()
        yield KeyBar(self.every_command(), plain=True)

    def on_mount(self) -> None:
        self._show_page()

    def on_screen_resume(self) -> None:
        self.load()

    @property
    def listing(self) -> Listing[Any]:
        """The list in front."""
        return self._lists[self.page]

    @property
    def chosen_call(self) -> CallSummary | None:
        """The call that is aimed at, if calls are listed."""
        aimed = self.listing.aimed
        return aimed if isinstance(aimed, CallSummary) else None

    @property
    def chosen_lead(self) -> UUID | None:
        """The lead that is aimed at, or the one of the call."""
        aimed = self.listing.aimed
        if isinstance(aimed, LeadSummary):
            return aimed.lead.id
        return aimed.call.lead_id if isinstance(aimed, CallSummary) else None

    def every_command(self) -> tuple[Command, ...]:
        return calls_commands(self.app.bench.settings.calls_keys)

    def idle(self) -> frozenset[str]:
        empty = self.page in self._loaded and not self.listing.shown
        of_a_call = OF_A_CALL if self.page == "leads" else frozenset[str]()
        return of_a_call | (OF_A_ROW if empty else frozenset())

    # What the store holds

    def load(self) -> None:
        """Show what the store holds now."""
        self._unread = ""
        self.app.ask(self, self._read_calls, self._show_calls, self._not_read, slips_in=True)
        self.app.ask(self, self._read_leads, self._show_leads, self._not_read, slips_in=True)

    def _read_calls(self) -> tuple[CallSummary, ...]:
        from assistant.workflows.reviewing import list_calls

        return list_calls(self.app.bench)

    def _read_leads(self) -> tuple[LeadSummary, ...]:
        from assistant.workflows.lead_views import list_leads

        return list_leads(self.app.bench)

    def _not_read(self, error: Exception) -> None:
        """Say it once for both lists, and where a list is missing, as long as it is."""
        why = str(error) if isinstance(error, AssistantError) else "The store cannot be read."
        if why != self._unread:
            self.app.tell(error)
        self._unread = why
        self._show_page()

    def _show_calls(self, calls: tuple[CallSummary, ...]) -> None:
        self._lists["calls"].show(calls)
        self._lists["unassigned"].show([one for one in calls if one.call.lead_id is None])
        self._loaded |= {"calls", "unassigned"}
        self.listing.blocks.aim_at(self._aim_next)
        self._aim_next = ""
        self._show_page()

    def _show_leads(self, leads: tuple[LeadSummary, ...]) -> None:
        self._lists["leads"].show(leads)
        self._loaded.add("leads")
        self._show_page()

    def _show_page(self) -> None:
        tabs = [
            Tab(name, title, len(self._lists[name].rows) if name in self._loaded else None)
            for name, title in PAGES.items()
        ]
        self.query_one("#tabs", Tabs).show(tabs, self.page)
        there = bool(self.listing.shown)
        for name, listing in self._lists.items():
            listing.display = name == self.page and there
        nothing = self.query_one(Nothing)
        nothing.display = not there
        if self._unread and self.page not in self._loaded:
            nothing.show(self._unread, (("refresh", "look again"),), self.letter)
        elif self.page not in self._loaded:
            nothing.show("Reading what is stored…", (), self.letter)
        elif self.listing.rows:
            wanted = self.query_one("#filter", Input).value
            nothing.show(f"Nothing has “{wanted}”.", (("clear", "clear the filter"),), self.letter)
        else:
            nothing.show(*NOTHING[self.page], self.letter)
        self._focus_list()
        self._say_facts()
        self._show_keys()

    def _focus_list(self) -> None:
        if self.app.screen is self and not self.typing:
            self.set_focus(self.listing.blocks if self.listing.display else None)

    def _say_facts(self) -> None:
        aimed, said = self.listing.aimed, []
        if isinstance(aimed, CallSummary):
            said = call_facts(aimed, self.app.bench.local)
        elif isinstance(aimed, LeadSummary):
            said = lead_facts(aimed)
        facts = self.query_one(Facts)
        facts.display = bool(said)
        facts.show(said)

    # The list

    @on(Blocks.Aimed)
    def _aimed(self) -> None:
        self._say_facts()

    @on(Blocks.Chosen)
    def action_open(self) -> None:
        """Open the lead; resume the call if it is mine and open, else review it."""
        call = self.chosen_call
        if call is None:
            self.action_lead()
        elif is_open(call) and call.call.rep.id == self.app.bench.who.id:
            self.action_continue_call()
        else:
            self.action_review()

    def action_show_page(self, page: str) -> None:
        """Bring a list to the front."""
        self.page = page
        self.listing.narrow(self.query_one("#filter", Input).value)
        self._show_page()

    def action_show_calls(self) -> None:
        """Bring the calls to the front."""
        self.action_show_page("calls")

    def action_filter(self) -> None:
        """Type words that rows must have."""
        self.query_one("#filter").focus()

    @on(Input.Changed, "#filter")
    def _narrow(self, event: Input.Changed) -> None:
        self.listing.narrow(event.value)
        self._show_page()

    @on(Input.Submitted, "#filter")
    def _open_found(self) -> None:
        if self.listing.aimed is not None:
            self.listing.blocks.focus()
            self.action_open()

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_keys(self) -> None:
        self.query_one(KeyBar).show(self.commands(), plain=not self.typing)

    def action_clear(self) -> None:
        """Stop the import; else clear the filter, and go back to the list."""
        if not self._importer.stop():
            self.set_focus(None)
            self.query_one("#filter", Input).value = ""
            self._focus_list()

    def action_aim(self, by: int) -> None:
        """Move in the list while words are typed."""
        self.listing.blocks.action_step(by)

    def action_sort(self) -> None:
        """Sort by the next column."""
        self.listing.sort_by_next()

    def action_turn_round(self) -> None:
        """Sort the other way round."""
        self.listing.turn_round()

    def action_refresh(self) -> None:
        """Look again."""
        self.load()

    # Calls

    def action_new_call(self) -> None:
        """Begin a call; with the chosen lead, where leads are listed."""
        from assistant.tui.modals.new_call import NewCall

        with_whom = self.chosen_lead if self.page == "leads" else None
        self.app.push_screen(NewCall(with_whom), self._begun)

    def _begun(self, call_id: UUID | None) -> None:
        if call_id is not None:
            self.app.open_call(call_id)

    def _needs_call(self) -> CallSummary | None:
        if self.chosen_call is None:
            self.app.say("Choose a call first: 1 lists them.")
        return self.chosen_call

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

    def action_annotate(self) -> None:
        """Go through the call's answers."""
        call = self._needs_call()
        if call is not None:
            self.app.open_annotation(call.call.id)

    def action_assign(self) -> None:
        """Choose the lead of the call."""
        call = self._needs_call()
        if call is not None:
            from assistant.tui.modals.assign_lead import AssignLead

            self.app.push_screen(AssignLead(call))

    def action_import_file(self) -> None:
        """Take in a file as a call."""
        from assistant.tui.modals.import_call import ImportCall

        if self._importer.busy:
            self.app.say("A file is being read. Esc stops it.")
        else:
            self.app.push_screen(ImportCall(), self._import)

    def _import(self, plan: ImportPlan | None) -> None:
        if plan is not None:
            self._importer.take_in(plan)

    def _taken_in(self, call_id: UUID) -> None:
        self._aim_next = str(call_id)
        self.load()

    # Leads

    def action_add_lead(self) -> None:
        """Add a lead."""
        from assistant.tui.modals.add_lead import AddLead

        self.app.push_screen(AddLead(), self._lead_added)

    def _lead_added(self, lead_id: UUID | None) -> None:
        if lead_id is not None:
            self.action_show_page("leads")

    def action_lead(self) -> None:
        """Open the lead."""
        if self.chosen_lead is None:
            give, add = self.letter("assign"), self.letter("add_lead")
            self.app.say(f"There is no lead here. {give} gives a call to one, {add} adds one.")
        else:
            self.app.open_lead(self.chosen_lead)

    def action_queue(self) -> None:
        """Show the calls to review."""
        self.app.open_queue()

    def action_search(self) -> None:
        """Look for words in all calls."""
        self.app.open_search()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
