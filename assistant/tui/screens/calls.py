"""The home screen: the calls, to resume one or begin a new one."""

from typing import ClassVar
from uuid import UUID

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import DataTable, Static

from assistant.domain.calls import CallSummary
from assistant.domain.verdict import Outcome
from assistant.tui.commands import HELP, Command, CommandScreen
from assistant.tui.drawing import Lines, inert, row
from assistant.tui.signs import OUTCOME_STYLES
from assistant.tui.widgets.key_bar import KeyBar

HOME = "Calls"
CALLS_COMMANDS = (
    Command("n", "new_call", "new call", "Begin a call now.", HOME, at_hand=True),
    Command(
        "c", "open_call", "continue", "Open the call that is chosen (or Enter).", HOME, at_hand=True
    ),
    Command("q", "quit", "quit", "Leave the program.", HOME, at_hand=True),
    HELP,
)
COLUMNS = ("Date", "Lead or title", "Account", "Stage", "Verdict", "Score", "To confirm")
WIDEST = 32
NONE_YET = """No calls yet.

Press n to begin one. `assistant annotate FILE --save` also brings calls here."""


class CallsTitle(Lines):
    """The top line."""

    def lines(self, width: int) -> list[Content]:
        who = self.app.bench.who.name  # type: ignore[attr-defined]
        return [row(inert("Calls", "bold"), inert(who, "$quiet"), width)]


class CallsScreen(CommandScreen[None]):
    """Everything that is in the store, the newest first."""

    CSS_PATH = "calls.tcss"
    LEADER_COMMANDS: ClassVar[tuple[Command, ...]] = CALLS_COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new_call", "New call", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield CallsTitle(id="title")
        yield DataTable[Content](cursor_type="row", zebra_stripes=False)
        yield Static(NONE_YET, id="none", markup=False)
        yield KeyBar(self.LEADER_COMMANDS)

    def on_mount(self) -> None:
        self.query_one("#none").display = False

    @property
    def table(self) -> DataTable[Content]:
        """The list."""
        return self.query_one(DataTable)

    def on_screen_resume(self) -> None:
        self.load()

    def load(self) -> None:
        """Show what the store holds now."""
        self.app.ask(self, self._read, self._show)

    def _read(self) -> tuple[CallSummary, ...]:
        from assistant.workflows.reviewing import list_calls

        return list_calls(self.app.bench)

    def _show(self, calls: tuple[CallSummary, ...]) -> None:
        at = self.table.cursor_row
        self.table.clear(columns=True)
        rows = [_cells(summary) for summary in calls]
        for title, *cells in zip(COLUMNS, *rows, strict=True):
            width = max(len(title), *(cell.cell_length for cell in cells), 0)
            self.table.add_column(title, width=min(width, WIDEST))
        for summary, cells in zip(calls, rows, strict=True):
            self.table.add_row(*cells, key=str(summary.call.id))
        self.table.move_cursor(row=min(at, max(0, len(calls) - 1)))
        self.table.display = bool(calls)
        self.query_one("#none").display = not calls
        (self.table if calls else self).focus()

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        self.app.open_call(UUID(str(event.row_key.value)))

    def action_open_call(self) -> None:
        """Open the chosen call."""
        if self.table.row_count:
            self.table.action_select_cursor()

    def action_new_call(self) -> None:
        """Begin a call."""
        from assistant.tui.modals.new_call import NewCall

        self.app.push_screen(NewCall(), self._begun)

    def _begun(self, call_id: UUID | None) -> None:
        if call_id is not None:
            self.app.open_call(call_id)

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()


def _cells(summary: CallSummary) -> list[Content]:
    call = summary.call
    style = OUTCOME_STYLES[Outcome(summary.outcome)] if summary.outcome else "$quiet"
    verdict = summary.outcome or ("ended" if call.ended_at else "in progress")
    return [
        inert(f"{call.call_date:%d %b %Y}", "$quiet"),
        inert(summary.lead_name or call.title, "bold"),
        inert(summary.account_name),
        inert(summary.stage, "$quiet"),
        inert(verdict, style),
        inert("" if summary.score is None else str(summary.score)),
        inert(str(summary.unconfirmed) if summary.unconfirmed else "", "$warning"),
    ]
