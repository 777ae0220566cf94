"""The notes editor: a text area that knows finished lines and marks what they gave."""

from collections.abc import Iterator
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events, getters
from textual.document._document import EditResult, Location
from textual.message import Message
from textual.strip import Strip
from textual.style import Style as ContentStyle
from textual.widgets import TextArea

from assistant.domain.inert import make_inert
from assistant.domain.wording import clock_text
from assistant.tui.app import AssistantApp
from assistant.tui.key_names import shown
from assistant.tui.note_marks import NoteMarks, RowMark
from assistant.tui.questions import AskedBefore
from assistant.tui.signs import HUES
from assistant.workflows.note_lines import QUESTION, is_question
from assistant.workflows.note_tags import complaints
from assistant.workflows.views import CallView

GUTTER = 9
"""A time, a sign, and space: "12:41 ◆ "."""
AT_ONCE = 1000
"""So many pasted lines are put in at a time, about 15 ms of work."""


class NotesEditor(TextArea):
    """Takes notes. A line is finished by Enter or by leaving it.

    ``Finished`` is sent when lines were finished, ``TranscriptPasted`` instead of taking in
    a paste that is a transcript, ``Asked`` for a question, which leaves the notes at once.
    """

    app = getters.app(AssistantApp)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"notes--gutter", *(f"notes--{one}" for one in HUES)}

    class Finished(Message):
        """Lines were finished; row ``editing`` is still being typed."""

        def __init__(self, editing: int) -> None:
            self.editing = editing
            super().__init__()

    class TranscriptPasted(Message):
        """A paste that looks like a transcript. It is not in the notes."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Begun(Message):
        """A question is being typed."""

    class Asked(Message):
        """A question to the assistant. It is not in the notes."""

        def __init__(self, question: str) -> None:
            self.question = question
            super().__init__()

    class TagUnclear(Message):
        """A finished line has a tag that means no field; ``complaint`` says so to the rep."""

        def __init__(self, complaint: str) -> None:
            self.complaint = complaint
            super().__init__()

    def __init__(self, **options: Any) -> None:
        self._marks = NoteMarks()
        self._asked = AskedBefore()
        self._told: set[str] = set()
        self._touched: int | None = None
        self._rows_seen = 1
        super().__init__(
            show_line_numbers=True,
            highlight_cursor_line=False,
            placeholder="Notes go here. Each line is read as soon as you finish it.",
            **options,
        )
        self.match_cursor_bracket = False

    def on_resize(self) -> None:
        """What is being typed stays in sight when a reply or a smaller window takes rows away."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def load_draft(self, draft: str, typed: str) -> None:
        """Show a stored draft, and below it what was typed and is not stored."""
        lines = [make_inert(line) for line in draft.split("\n")] if draft else []
        whole = "\n".join([*lines, *([typed] if typed else [])])
        if whole != self.text:
            self.load_text(whole)
            self.move_cursor(self.document.end)
        self._touched, self._rows_seen = None, self.document.line_count
        self._told.update(self.document.lines)

    def show(self, view: CallView) -> None:
        """Mark the lines that gave answers."""
        marks = NoteMarks(view)
        if marks != self._marks:
            self._marks = marks
            self._line_cache.clear()
            self.refresh()

    @property
    def row(self) -> str:
        """The row that the cursor is in."""
        return self.document.get_line(self.cursor_location[0])

    async def _on_key(self, event: events.Key) -> None:
        if self.read_only and event.is_printable:
            self._refuse()
        if event.key == "enter" and is_question(self.row) and not self.read_only:
            event.stop()
            event.prevent_default()
            self._ask()

    def _ask(self) -> None:
        question = self.row.strip().removeprefix(QUESTION).strip()
        self._write_row("")
        if question:
            self._asked.add(question)
        self.post_message(self.Asked(question))

    def _write_row(self, text: str) -> None:
        """Put a text in place of the cursor's row."""
        row = self.cursor_location[0]
        self._replace_via_keyboard(text, (row, 0), (row, len(self.row)))

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """In a question that nothing was added to: the one asked before."""
        if select or not self._recall(-1):
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """In a question that was called back: the one asked after."""
        if select or not self._recall(1):
            super().action_cursor_down(select)

    def _recall(self, by: int) -> bool:
        if not is_question(self.row) or self.read_only or not self._asked.shows(self.row):
            return False
        question = self._asked.step(by)
        if question is not None:
            self._write_row(QUESTION + question)
        return question is not None

    def on_text_area_changed(self) -> None:
        """A change of the number of rows finishes a line: Enter, a paste, two lines joined."""
        rows = self.document.line_count
        if self.row.strip() == QUESTION:
            self._asked.leave()
            self.post_message(self.Begun())
        if rows != self._rows_seen:
            self._rows_seen = rows
            self._finish()
        else:
            self._touched = self.cursor_location[0]

    def on_text_area_selection_changed(self) -> None:
        """Leaving a row that was changed finishes it."""
        if self._touched is not None and self.cursor_location[0] != self._touched:
            self._finish()

    def _finish(self) -> None:
        self._touched = None
        editing = self.cursor_location[0]
        self.post_message(self.Finished(editing))
        for number, row in enumerate(self.document.lines):
            if "#" in row and number != editing and row not in self._told:
                self._told.add(row)
                for complaint in () if is_question(row) else complaints(row):
                    self.post_message(self.TagUnclear(complaint))

    def _build_highlight_map(self) -> None:
        """Nothing is highlighted by a grammar; marked words are styled line by line."""
        self._line_cache.clear()

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.take_paste(event.text)

    def action_paste(self) -> None:
        """Paste what was copied in here."""
        self.take_paste(self.app.clipboard)

    def _refuse(self) -> None:
        take_over = f"{shown(self.app.keys.leader)} {self.app.keys.take_over}"
        self.app.say(f"This window only reads along; {take_over} takes the call over.")

    def take_paste(self, text: str) -> None:
        """Take pasted text in as notes, or hand it on if it is a transcript."""
        if self.read_only:
            self._refuse()
            return
        from assistant.workflows.pasting import looks_like_transcript

        if looks_like_transcript(text):
            self.post_message(self.TranscriptPasted(text))
            return
        self._insert(_chunks(text))

    def _insert(self, chunks: Iterator[str]) -> None:
        chunk = next(chunks, None)
        if chunk is not None:
            result: EditResult | None = self._replace_via_keyboard(chunk, *self.selection)
            if result is not None:
                self.move_cursor(result.end_location)
                self.call_after_refresh(self._insert_more, chunks, result.end_location)

    def _insert_more(self, chunks: Iterator[str], at: Location) -> None:
        """A frame later: what was typed since stands behind what is pasted, as does the cursor."""
        chunk = next(chunks, None)
        if chunk is not None:
            result = self.replace(chunk, at, at, maintain_selection_offset=True)
            self.call_after_refresh(self._insert_more, chunks, result.end_location)

    @property
    def gutter_width(self) -> int:
        return GUTTER

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        mark = self._mark(line_index)
        if mark is not None:
            lead = len(line.plain) - len(line.plain.lstrip())
            for start, end, of in mark.words:
                style = self.get_component_rich_style(f"notes--{of}", partial=True)
                line.stylize(style, lead + start, lead + end)
        return line

    def _mark(self, row: int) -> RowMark | None:
        return self._marks.of_row(self.document.lines, row)

    def _render_line(self, y: int) -> Strip:
        strip = super()._render_line(y)
        at = y + self.scroll_offset[1]
        if at >= self.wrapped_document.height:
            return strip
        row, section = self.wrapped_document._offset_to_line_info[at]  # noqa: SLF001
        mark = self._mark(row)
        ground = strip.crop(0, 1)._segments[0].style or Style.null()  # noqa: SLF001
        gutter = self._gutter(mark if section == 0 else None, ground)
        strip = Strip.join([gutter, strip.crop(GUTTER, strip.cell_length)])
        sections = self.wrapped_document.get_sections(row)
        if mark is None or section + 1 < len(sections):
            return strip
        used = GUTTER + Text(sections[-1]).cell_len + 1
        return self._with_titles(strip, mark, used)

    def _gutter(self, mark: RowMark | None, ground: Style) -> Strip:
        if mark is None:
            return Strip([Segment(" " * GUTTER, ground)], GUTTER)
        time = f"{'' if mark.seconds is None else clock_text(mark.seconds):>{GUTTER - 4}} "
        quiet = self.get_component_rich_style("notes--gutter", partial=True)
        sign, style = (mark.sign.mark, mark.sign.style) if mark.sign else (" ", "")
        sign_style = ContentStyle.parse(style).rich_style if style else Style.null()
        segments = [
            Segment(time, ground + quiet),
            Segment(sign, ground + sign_style),
            Segment("  ", ground),
        ]
        return Strip(segments, GUTTER)

    def _with_titles(self, strip: Strip, mark: RowMark, used: int) -> Strip:
        """What the line answered, at the right, where there is room."""
        width = strip.cell_length
        plain = Style(underline=False)
        titles = [
            Segment(
                f"  {title}", self.get_component_rich_style(f"notes--{of}", partial=True) + plain
            )
            for title, of in mark.titles
        ]
        label = Strip([*titles, Segment(" ")])
        if not titles or used + 1 + label.cell_length > width:
            return strip
        ground = strip.crop(width - 1, width)._segments[0].style  # noqa: SLF001
        cut = width - label.cell_length
        return Strip.join([strip.crop(0, cut), label.apply_style(ground or Style.null())])


def _chunks(text: str) -> Iterator[str]:
    """Pasted text without control characters, some lines at a time.

    Of several lines none becomes a question to the assistant: they are somebody's words.
    """
    lines = text.splitlines()
    several = len(lines) > 1
    if text.endswith(("\n", "\r")):
        lines.append("")
    for at in range(0, len(lines), AT_ONCE):
        last = at + AT_ONCE >= len(lines)
        some = map(make_inert, lines[at : at + AT_ONCE])
        rows = (f"- {row.lstrip()}" if several and is_question(row) else row for row in some)
        yield "\n".join(rows) + ("" if last else "\n")
