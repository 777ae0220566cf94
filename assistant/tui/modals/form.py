"""The base of small forms: Enter applies, Escape leaves, what is wrong is said in the form."""

from collections.abc import Callable
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widget import Widget
from textual.widgets import Button, Input, Label, Static

from assistant.domain.errors import AssistantError
from assistant.tui.app import AssistantApp
from assistant.tui.drawing import inert
from assistant.tui.modals.modal import Modal


class Form(Modal[ScreenResultType | None]):
    """Subclasses yield their fields from ``fields`` and act in ``apply``.

    ``apply`` starts work whose result goes to ``dismiss`` and whose errors to ``complain``.
    """

    app = getters.app(AssistantApp)
    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("ctrl+s", "apply", "Apply", priority=True),
    ]
    HEADING = ""
    APPLY = "Apply"

    def heading(self) -> str:
        """The form's title."""
        return self.HEADING

    def fields(self) -> ComposeResult:
        """The widgets to fill in."""
        yield from ()

    def apply(self) -> None:
        """Do it."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="sheet form", can_focus=False) as sheet:
            sheet.border_title = Content(self.heading()).plain
            sheet.border_subtitle = "^S does it, Esc leaves"
            yield from self.fields()
            wrong = Static(id="wrong")
            wrong.display = False
            yield wrong
            with Horizontal(classes="buttons"):
                yield Button(self.APPLY, id="apply", variant="primary", compact=True)
                yield Button("Leave", id="leave", compact=True)

    def complain(self, error: Exception) -> None:
        """Show what is wrong in the form; it stays open."""
        self.query_one("#apply", Button).disabled = False
        if isinstance(error, AssistantError):
            wrong = self.query_one("#wrong", Static)
            wrong.update(inert(str(error), "bold $error"))
            wrong.display = True
            wrong.scroll_visible(animate=False)
        else:
            self.app.tell(error)

    def done(self, result: ScreenResultType) -> None:
        """Close with what came of it."""
        self.dismiss(result)

    def send(self, ask: Callable[[Callable[[Exception], None]], None]) -> None:
        """Start work once: ``ask`` is given what takes its error."""
        button = self.query_one("#apply", Button)
        if not button.disabled:
            button.disabled = True
            ask(self.complain)

    @on(Button.Pressed, "#apply")
    @on(Input.Submitted)
    def _applied(self) -> None:
        self.apply()

    @on(Button.Pressed, "#leave")
    def _left(self) -> None:
        self.dismiss(None)

    def action_apply(self) -> None:
        """Apply from any field, once it has taken in what was typed before."""
        (self.focused or self).call_later(self.apply)

    def action_leave(self) -> None:
        """Leave without doing anything."""
        self.dismiss(None)


def labelled(label: str, widget: Widget) -> Horizontal:
    """A field with its label at the left."""
    return Horizontal(Label(inert(label)), widget, classes="field")
