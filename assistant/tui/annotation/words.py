"""The words of a call under annotation: arrows go from answer to answer, or select words."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from assistant.tui.widgets.words import Words


class MarkableWords(Words):
    """Left and Right are its screen's; the rest is as in any list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.across(-1)", "Before", show=False),
        Binding("right", "screen.across(1)", "Next", show=False),
        Binding("shift+left", "screen.extend(-1)", "Extend back", show=False),
        Binding("shift+right", "screen.extend(1)", "Extend", show=False),
    ]
