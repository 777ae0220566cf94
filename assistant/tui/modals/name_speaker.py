"""Says who really spoke a turn. What was transcribed is kept."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from assistant.domain.errors import WrongUsage
from assistant.domain.fields import Side
from assistant.domain.inert import make_inert
from assistant.domain.transcript import Participant
from assistant.tui.drawing import fit, words
from assistant.tui.modals.form import Form, labelled
from assistant.tui.widgets.choice import Choice

AS_TRANSCRIBED, SOMEBODY = "as transcribed", "somebody else"
ONE, ALL = "this one", "all"


class Named(NamedTuple):
    """A name, and the side of somebody new; no name: whoever was transcribed.

    ``everywhere`` is set for all turns of the speaker that it is about.
    """

    name: str | None
    side: Side | None
    everywhere: bool = False


class NameSpeaker(Form[Named]):
    """Gives back who spoke."""

    HEADING = "Who spoke?"
    APPLY = "Save"

    def __init__(
        self, people: Sequence[Participant], now: str, said: str, *, corrected: bool, turns: int
    ) -> None:
        super().__init__()
        self._names = [one.name for one in people if one.name != now]
        self._now = now
        self._said = said
        self._corrected = corrected
        self._turns = turns

    def fields(self) -> ComposeResult:
        said = words((f"{self._now or 'nobody'}: ", "bold"), self._said)
        yield Static(fit(said, 240), classes="said")
        options = [(f"name:{at}", make_inert(name)) for at, name in enumerate(self._names)]
        if self._corrected:
            options.append((AS_TRANSCRIBED, AS_TRANSCRIBED))
        options.append((SOMEBODY, SOMEBODY))
        yield labelled("Speaker", Choice(options, id="who"))
        yield labelled("Name", Input(id="name", compact=True, placeholder="of somebody else"))
        sides = [(side.value, side.value) for side in (Side.PROSPECT, Side.REP, Side.OTHER)]
        yield labelled("Side", Choice(sides, id="side"))
        whose = make_inert(self._now) or "nobody"
        every = (ALL, f"all {self._turns} of {whose}")
        yield labelled("Turns", Choice([(ONE, ONE), every], id="turns"))
        yield Static(
            "What was transcribed stays kept. The turn is read again: what the rep says "
            "answers nothing.",
            classes="hint",
        )

    def on_mount(self) -> None:
        self.query_one("#who").focus()
        self._show()

    @on(Choice.Changed, "#who")
    def _show(self) -> None:
        """A name and a side are asked for only where somebody new spoke."""
        new = self.query_one("#who", Choice).value == SOMEBODY
        for one in ("#name", "#side"):
            field = self.query_one(one).parent
            if field is not None:
                field.display = new

    def apply(self) -> None:
        chosen = self.query_one("#who", Choice).value
        everywhere = self.query_one("#turns", Choice).value == ALL
        if chosen == AS_TRANSCRIBED:
            self.dismiss(Named(None, None, everywhere))
        elif chosen == SOMEBODY:
            name = self.query_one("#name", Input).value.strip()
            if not name:
                self.complain(WrongUsage("Say who spoke."))
                return
            side = Side(self.query_one("#side", Choice).value)
            self.dismiss(Named(name, side, everywhere))
        else:
            name = self._names[int(chosen.partition(":")[2])]
            self.dismiss(Named(name, None, everywhere))
