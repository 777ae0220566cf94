"""Pages of a screen in one line, each with the digit that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from assistant.tui.drawing import Lines, fit, pressable, words


@dataclass(frozen=True)
class Tab:
    """A page: its name, its title, and how much is on it (None where that says nothing)."""

    name: str
    title: str
    count: int | None = None


class Tabs(Lines):
    """A click shows a page, as its digit does."""

    def __init__(self, tabs: Sequence[Tab], current: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tabs = tuple(tabs)
        self.current = current

    def show(self, tabs: Sequence[Tab], current: str) -> None:
        """Show other pages, or that another one is in front."""
        self.tabs, self.current = tuple(tabs), current
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        tabs = [
            _tab(digit, tab, tab.name == self.current) for digit, tab in enumerate(self.tabs, 1)
        ]
        return [fit(Content(" ").join(tabs), width)]


def _tab(digit: int, tab: Tab, here: bool) -> Content:  # noqa: FBT001
    count = f" {tab.count:,}" if tab.count is not None else ""
    title = (tab.title, "bold underline" if here else "")
    shown = words((f" {digit} ", "$accent"), title, (f"{count} ", "$quiet"))
    return pressable(shown.stylize("on $panel") if here else shown, "show_page", tab.name)
