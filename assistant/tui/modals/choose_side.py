"""Puts one side of a conflict into force. The others stay kept."""

from typing import TYPE_CHECKING
from uuid import UUID

from textual.app import ComposeResult
from textual.widgets import Input, Static

from assistant.domain.conflicts import Conflict, Said
from assistant.tui.drawing import inert, words
from assistant.tui.modals.form import Form, labelled

if TYPE_CHECKING:
    from assistant.workflows.views import ReviewView


class ChooseSide(Form["ReviewView"]):
    """Gives back the review without the conflict."""

    HEADING = "Choose between what was said apart"
    APPLY = "Put it into force"

    def __init__(self, call_id: UUID, subject: str, conflict: Conflict, side: Said) -> None:
        super().__init__()
        self._call_id = call_id
        self._subject = subject
        self._conflict = conflict
        self._side = side

    def fields(self) -> ComposeResult:
        yield Static(words(("about ", "$quiet"), (self._subject, "bold")), classes="said")
        for one in self._conflict.sides:
            chosen = one is self._side
            said = words(
                ("▸ " if chosen else "  ", "$accent"),
                (f"{one.by.name}: ", "bold" if chosen else ""),
                (one.says, "bold" if chosen else "$quiet"),
            )
            yield Static(said, classes="said")
        if self._conflict.about == "verdict":
            reason = Input(id="reason", compact=True, placeholder="if not that of this side")
            yield labelled("Reason", reason)
        yield Static(inert("What the others said stays kept."), classes="hint")

    def on_mount(self) -> None:
        reasons = self.query("#reason")
        (reasons.first() if reasons else self.query_one("#apply")).focus()

    def apply(self) -> None:
        reasons = self.query("#reason").results(Input)
        reason = next((one.value for one in reasons), "")

        def choose() -> "ReviewView":
            from assistant.workflows import choosing

            return choosing.choose(self.app.bench, self._call_id, self._side.act, reason)

        self.send(lambda failed: self.app.ask(self, choose, self.done, failed, slips_in=True))
