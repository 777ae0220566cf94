"""One of several, in one line: arrows or a letter change it, a click chooses."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style

from assistant.tui.drawing import Lines, fit, inert, words


class Choice(Lines, can_focus=True):
    """Shows all options where they fit, else the chosen one with its place among them."""

    DEFAULT_CSS = """
    Choice {
        width: 1fr;
        height: 1;
        padding: 0 1;
    }
    Choice:focus {
        background: $panel;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", "Next", show=False),
        Binding("left", "step(-1)", "Previous", show=False),
    ]

    class Changed(Message):
        """Another option was chosen."""

        def __init__(self, choice: "Choice") -> None:
            self.choice = choice
            super().__init__()

        @property
        def control(self) -> "Choice":
            return self.choice

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002  # Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self.offer(options, value)

    def offer(self, options: Sequence[tuple[str, str]], value: str = "") -> None:
        """Offer other options, each a value and its label; at least one."""
        self._options = tuple(options)
        values = [one for one, _ in self._options]
        self._at = values.index(value) if value in values else 0
        self.refresh()

    @property
    def value(self) -> str:
        """The value of the chosen option."""
        return self._options[self._at][0]

    def lines(self, width: int) -> list[Content]:
        shown = [self._shown(at, label) for at, (_, label) in enumerate(self._options)]
        row = Content("  ").join(shown)
        if row.cell_length <= width:
            return [row]
        place = f"  {self._at + 1} of {len(self._options)}"
        one = words(("< ", "$quiet"), (self._options[self._at][1], "bold"), (" >", "$quiet"))
        return [fit(Content.assemble(one, inert(place, "$quiet")), width)]

    def _shown(self, at: int, label: str) -> Content:
        style = "bold reverse" if at == self._at else "$quiet"
        action = Style.from_meta({"@click": ("choose_option", (at,))})
        return inert(f" {label} ", style).stylize(action)

    def action_choose_option(self, at: int) -> None:
        """Choose the option at a place."""
        if at != self._at:
            self._at = at
            self.refresh()
            self.post_message(self.Changed(self))

    def action_step(self, by: int) -> None:
        """Choose the next or the previous option."""
        self.action_choose_option((self._at + by) % len(self._options))

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next option that begins with it."""
        letter = (event.character or "").casefold()
        labels = [label.casefold() for _, label in self._options]
        begin = [at for at, label in enumerate(labels) if label.startswith(letter)]
        if letter.isalnum() and begin:
            event.stop()
            self.action_choose_option(next((at for at in begin if at > self._at), begin[0]))

    def key_space(self) -> None:
        """The next option."""
        self.action_step(1)
