"""The whole verdict with the words it rests on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from assistant.tui.modals.modal import Modal
from assistant.tui.widgets.verdict_full import VerdictFull
from assistant.workflows.views import CallView


class VerdictModal(Modal[None]):
    """Scrolls with the arrows, closes with Escape or Enter."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,v", "leave", "Close")]

    def __init__(self, view: CallView) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = "Verdict so far"
            sheet.border_subtitle = "Esc closes"
            yield VerdictFull(self._view)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
