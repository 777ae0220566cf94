"""A line that is there only when it has something to say."""

from textual.content import Content

from assistant.tui.drawing import Lines, inert, pressable, row, wrapped

MOST = 3
"""Rows of a message."""


class Banner(Lines):
    """Says what keeps the rep from writing, and offers the way out of it."""

    message: str = ""
    offer: tuple[str, str] = ("", "")

    def show(self, message: str, offer: tuple[str, str] = ("", "")) -> None:
        """Show a message, and an offer as (words, action); "" hides the banner."""
        self.message, self.offer = message, offer
        self.display = bool(message)
        self.refresh(layout=True)

    def on_mount(self) -> None:
        self.display = bool(self.message)

    def lines(self, width: int) -> list[Content]:
        label, action = self.offer
        if not label:
            return wrapped(inert(self.message, "bold"), width, MOST)
        button = pressable(inert(f" {label} ", "bold reverse"), action) if label else Content("")
        return [row(inert(self.message, "bold"), button, width)]


class ReadingBar(Lines):
    """How far a long transcript is read."""

    done: int = 0
    total: int = 0

    def show(self, done: int, total: int) -> None:
        """Show so many of so many turns; a total of 0 hides the bar."""
        self.done, self.total = done, total
        self.display = total > 0
        self.redraw()

    def on_mount(self) -> None:
        self.display = False

    def lines(self, width: int) -> list[Content]:
        if not self.total:
            return []
        left = inert(f"Reading the transcript: {self.done:,} of {self.total:,} turns  ")
        room = max(0, width - left.cell_length)
        full = room * self.done // self.total
        bar = Content.assemble(
            Content.styled("━" * full, "$primary"), Content.styled("─" * (room - full), "$faint")
        )
        return [Content.assemble(left, bar)]
