"""The words that a reply rests on, among those that were said around them."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assistant.domain.replies import Passage, PassageTurn, Reply, Spot
from assistant.domain.wording import clock_text, date_text
from assistant.tui.drawing import Lines, indented, inert, words
from assistant.tui.modals.modal import Modal
from assistant.tui.widgets.reply import statement_lines
from assistant.tui.wrapping import Mark, marked, rows_of

Find = Callable[[Spot, Callable[[Passage | None], None]], None]


class WordsAround(Modal[None]):
    """Steps through a reply's statements; each is shown with its place."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,j", "leave", "Close"),
        Binding("n,right", "step(1)", "Next"),
        Binding("b,left", "step(-1)", "Before"),
    ]

    def __init__(self, reply: Reply, start: int, find: Find) -> None:
        super().__init__()
        self._reply = reply
        self._at = start
        self._find = find

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="sheet broad") as sheet:
            sheet.border_title = "The words"
            sheet.border_subtitle = "n next  b back  Esc closes"
            yield PassageLines()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()
        self._show()

    def action_step(self, by: int) -> None:
        """Show the next (1) or the previous (-1) statement, round and round."""
        self._at = (self._at + by) % len(self._reply.statements)
        self._show()

    def _show(self) -> None:
        at, statement = self._at, self._reply.statements[self._at]
        if statement.spot is None:
            self._shown(at, None)
        else:
            self._find(statement.spot, lambda passage: self._shown(at, passage))

    def _shown(self, at: int, passage: Passage | None) -> None:
        if at == self._at and self.is_attached:
            self.query_one(PassageLines).show(self._reply, at, passage)
            self.call_after_refresh(self._scroll_there)

    def _scroll_there(self) -> None:
        """Scroll as little as it takes to see the words and a row after them."""
        sheet, lines = self.query_one(VerticalScroll), self.query_one(PassageLines)
        hidden = lines.last_row + 1 - sheet.scrollable_content_region.height
        sheet.scroll_to(y=max(0, hidden), animate=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


class PassageLines(Lines):
    """A statement, and the passage that it is from."""

    reply: Reply | None = None
    at: int = 0
    passage: Passage | None = None
    last_row: int = 0
    """The row in which the words end."""

    def show(self, reply: Reply, at: int, passage: Passage | None) -> None:
        """Show a statement and its passage; None where it rests on no words."""
        self.reply, self.at, self.passage = reply, at, passage
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        if self.reply is None:
            return []
        statement = self.reply.statements[self.at]
        asked = f"{self.reply.question}  {self.at + 1} of {len(self.reply.statements)}"
        lines = [
            words(("? ", "bold $primary"), (asked, "$quiet")),
            *statement_lines(statement, self.at + 1, width, most=3, here=True),
            Content(""),
        ]
        if self.passage is None:
            return [*lines, inert("It rests on no words of a call.", "$quiet")]
        title = f"{self.passage.title}, {date_text(self.passage.day)}, {self.passage.source}"
        lines.append(inert(title, "bold $quiet"))
        for turn in self.passage.turns:
            lines += _turn_lines(turn, self.passage.spot, width)
            self.last_row = len(lines) if turn.here else self.last_row
        return lines


def _turn_lines(turn: PassageTurn, spot: Spot, width: int) -> list[Content]:
    clock = clock_text(turn.seconds) if turn.seconds is not None else ""
    head = " ".join(part for part in (clock, turn.speaker) if part)
    marks = [Mark(spot.start, spot.end, "bold underline")] if turn.here else []
    text = marked(turn.text, marks)
    edge = words(("▌ ", "$primary")) if turn.here else Content("  ")
    if head:
        text = Content.assemble(inert(f"{head}  ", "bold" if turn.here else "$quiet"), text)
    if not turn.here:
        text = text.stylize("$quiet")
    return indented(rows_of(text, max(1, width - 2)), edge)
