"""Sends a call back to its rep, with words on any of its answers and turns."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from assistant.domain.errors import WrongUsage
from assistant.domain.inert import make_inert
from assistant.tui.drawing import fit, inert, words
from assistant.tui.modals.form import Form, labelled
from assistant.tui.modals.review_forms import Remark, Target
from assistant.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from assistant.workflows.reviewing import Remark as OnPlace
    from assistant.workflows.views import ReviewView

TURN = "turn"
WIDEST = 60


class SendBack(Form["ReviewView"]):
    """Gives back the review of the call that was sent back.

    ``offered`` are the answers and turns to choose from; others are named by their place.
    """

    HEADING = "Send back"
    APPLY = "Send back"

    def __init__(self, call_id: UUID, rep: str, offered: Sequence[Target]) -> None:
        super().__init__()
        self._call_id = call_id
        self._rep = rep
        self._offered = offered
        self._remarks: list[OnPlace] = []
        self._told: list[str] = []

    def fields(self) -> ComposeResult:
        yield Static(words(("to ", "$quiet"), (self._rep, "bold")), classes="said")
        yield Remark()
        options = [
            (str(at), make_inert(one.about)[:WIDEST]) for at, one in enumerate(self._offered)
        ]
        yield labelled("Remark on", Choice([*options, (TURN, "a turn by its place")], id="on"))
        yield labelled("Turn", Input(id="turn", compact=True, placeholder="transcript:12, notes:3"))
        yield labelled("Remark", Input(id="remark", compact=True, placeholder="Enter adds it"))
        yield Static(id="remarks")
        yield Static("^S sends it back. All is kept with your name and the time.", classes="hint")

    def on_mount(self) -> None:
        self.query_one("#remarks").display = False
        self._show_turn()
        self.query_one(Remark).focus()

    @on(Choice.Changed, "#on")
    def _show_turn(self) -> None:
        """A place is asked for only where no answer or turn is chosen."""
        field = self.query_one("#turn").parent
        if field is not None:
            field.display = self.query_one("#on", Choice).value == TURN

    @on(Input.Submitted, "#turn")
    def _to_the_words(self, event: Input.Submitted) -> None:
        event.prevent_default()
        self.query_one("#remark").focus()

    @on(Input.Submitted, "#remark")
    def _added(self, event: Input.Submitted) -> None:
        event.prevent_default()
        self._add(lambda: None)

    def _add(self, then: Callable[[], None]) -> None:
        """Take the remark that is written, once its place is known to be there."""
        said = self.query_one("#remark", Input).value.strip()
        if not said:
            then()
            return
        chosen = self.query_one("#on", Choice).value
        place = self.query_one("#turn", Input).value.strip()
        if chosen == TURN and not place:
            self.complain(WrongUsage("Say which turn the remark is on: transcript:12."))
            return

        def find() -> "OnPlace":
            from assistant.workflows import reviewing

            if chosen == TURN:
                return reviewing.remark_of(self.app.bench, self._call_id, place, said)
            about = self._offered[int(chosen)]._asdict()
            del about["about"]
            return reviewing.Remark(text=said, **about)

        about = place if chosen == TURN else self._offered[int(chosen)].about

        def found(remark: "OnPlace") -> None:
            self._remarks.append(remark)
            self._told.append(about)
            self._list()
            self.query_one("#remark", Input).value = ""
            self.query_one("#wrong").display = False
            then()

        self.app.ask(self, find, found, self.complain, slips_in=True)

    def _list(self) -> None:
        """Show the remarks that go with it."""
        lines = [
            fit(words(("» ", "$accent"), (f"{about[:WIDEST]}: ", "$quiet"), one.text), 240)
            for about, one in zip(self._told, self._remarks, strict=True)
        ]
        told = self.query_one("#remarks", Static)
        told.update(inert("\n").join(lines))
        told.display = bool(lines)

    def apply(self) -> None:
        """A remark that is written and not added yet goes with it."""
        self._add(self._send)

    def _send(self) -> None:
        said, remarks = self.query_one(Remark).said, tuple(self._remarks)

        def back() -> "ReviewView":
            from assistant.workflows import reviewing

            return reviewing.return_call(self.app.bench, self._call_id, said, remarks)

        self.send(lambda failed: self.app.ask(self, back, self.done, failed, slips_in=True))
