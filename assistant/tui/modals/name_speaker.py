"""Says who really spoke a turn. What was transcribed is kept."""

from collections.abc import Sequence

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
Named = tuple[str | None, Side | None]
"""A name, and the side of somebody new; None: whoever was transcribed."""


class NameSpeaker(Form[Named]):
    """Gives back who spoke."""

    HEADING = "Who spoke?"
    APPLY = "Save"

    def __init__(
        self, people: Sequence[Participant], now: str, said: str, *, corrected: bool
    ) -> None:
        super().__init__()
        self._names = [one.name for one in people if one.name != now]
        self._now = now
        self._said = said
        self._corrected = corrected

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
        if chosen == AS_TRANSCRIBED:
            self.dismiss((None, None))
        elif chosen == SOMEBODY:
            name = self.query_one("#name", Input).value.strip()
            if not name:
                self.complain(WrongUsage("Say who spoke."))
                return
            self.dismiss((name, Side(self.query_one("#side", Choice).value)))
        else:
            self.dismiss((self._names[int(chosen.partition(":")[2])], None))
