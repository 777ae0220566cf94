"""The notes editor: a text area that knows finished lines and marks what they gave."""

from collections.abc import Iterator
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.document._document import EditResult
from textual.message import Message
from textual.strip import Strip
from textual.style import Style as ContentStyle
from textual.widgets import TextArea

from assistant.domain.inert import make_inert
from assistant.domain.wording import clock_text
from assistant.tui.note_marks import NoteMarks, RowMark
from assistant.tui.signs import HUES
from assistant.workflows.views import CallView

GUTTER = 9
"""A time, a sign, and space: "12:41 ◆ "."""
AT_ONCE = 1000
"""So many pasted lines are put in at a time, about 15 ms of work."""


class NotesEditor(TextArea):
    """Takes notes. A line is finished by Enter or by leaving it.

    ``Finished`` is sent when lines were finished, ``TranscriptPasted`` instead of taking in
    a paste that is a transcript.
    """

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

    def __init__(self, **options: Any) -> None:
        self._marks = NoteMarks()
        self._touched: int | None = None
        self._rows_seen = 1
        super().__init__(
            show_line_numbers=True,
            highlight_cursor_line=False,
            placeholder="Notes go here. Each line is read as soon as you finish it.",
            **options,
        )
        self.match_cursor_bracket = False

    def load_draft(self, draft: str, typed: str) -> None:
        """Show a stored draft, and below it what was typed and is not stored."""
        lines = [make_inert(line) for line in draft.split("\n")] if draft else []
        whole = "\n".join([*lines, *([typed] if typed else [])])
        if whole != self.text:
            self.load_text(whole)
            self.move_cursor(self.document.end)
        self._touched, self._rows_seen = None, self.document.line_count

    def show(self, view: CallView) -> None:
        """Mark the lines that gave answers."""
        self._marks = NoteMarks(view)
        self._line_cache.clear()
        self.refresh()

    def on_text_area_changed(self) -> None:
        """A change of the number of rows finishes a line: Enter, a paste, two lines joined."""
        rows = self.document.line_count
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
        self.post_message(self.Finished(self.cursor_location[0]))

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

    def take_paste(self, text: str) -> None:
        """Take pasted text in as notes, or hand it on if it is a transcript."""
        if self.read_only:
            return
        from assistant.workflows.pasting import looks_like_transcript

        if looks_like_transcript(text):
            self.post_message(self.TranscriptPasted(text))
            return
        self._insert(_chunks(text))

    def _insert(self, chunks: Iterator[str]) -> None:
        chunk = next(chunks, None)
        if chunk is None:
            return
        result: EditResult | None = self._replace_via_keyboard(chunk, *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)
            self.call_later(self._insert, chunks)

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
        time = f"{clock_text(mark.seconds):>{GUTTER - 4}} "
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
    """Pasted text without control characters, some lines at a time."""
    lines = [make_inert(line) for line in text.splitlines()]
    if text.endswith(("\n", "\r")):
        lines.append("")
    for at in range(0, len(lines), AT_ONCE):
        last = at + AT_ONCE >= len(lines)
        yield "\n".join(lines[at : at + AT_ONCE]) + ("" if last else "\n")
