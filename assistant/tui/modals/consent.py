"""Records what was said about recording or transcribing the call."""

from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.domain.calls import Consent
from assistant.tui.drawing import words
from assistant.tui.modals.form import labelled
from assistant.tui.modals.modal import Modal

CONSENTS: dict[Consent, tuple[str, str]] = {
    Consent.ASKED_AND_AGREED: ("asked and agreed", "I asked, and they agreed."),
    Consent.NOTICE_GIVEN: ("notice given", "I told them, and nobody objected."),
    Consent.NOT_NEEDED: ("not needed", "Nothing is recorded or transcribed."),
    Consent.UNKNOWN: ("not noted", "Leave it open."),
    Consent.WITHDRAWN: ("withdrawn", "They took it back: nothing more is read."),
}
BEFORE_A_CALL = tuple(one for one in CONSENTS if one is not Consent.WITHDRAWN)
"""What can have been said before a call is in the store."""


class Noted(NamedTuple):
    """What was said about recording, by whom, and in which words."""

    consent: Consent
    said_by: str
    words: str


class ConsentModal(Modal[Noted | None]):
    """Gives back what was chosen, and who said so in which words, where that was typed."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]

    def __init__(self, now: Consent, why: str = "") -> None:
        super().__init__()
        self._now = now
        self._why = why

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet form") as sheet:
            sheet.border_title = "Consent to recording or transcribing"
            sheet.border_subtitle = "1 to 5 notes it, Tab: by whom, Esc leaves"
            if self._why:
                yield Static(words(self._why), classes="said")
            yield OptionList(*(_option(number, one) for number, one in enumerate(CONSENTS, 1)))
            yield labelled("Said by", Input(id="said_by", placeholder="who; may stay empty"))
            yield labelled("In words", Input(id="said", placeholder="what; may stay empty"))

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = list(CONSENTS).index(self._now)
        options.focus()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "12345":
            event.stop()
            self._note(int(event.character) - 1)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._note(event.option_index)

    @on(Input.Submitted)
    def _typed(self) -> None:
        """Go back to what is chosen: a name alone says nothing yet."""
        self.query_one(OptionList).focus()

    def _note(self, number: int) -> None:
        said_by, said = (self.query_one(f"#{name}", Input).value for name in ("said_by", "said"))
        self.dismiss(Noted(list(CONSENTS)[number], said_by, said))

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def _option(number: int, consent: Consent) -> Option:
    title, about = CONSENTS[consent]
    return Option(words((f"{number}  ", "$accent"), (f"{title:<18}", "bold"), (about, "$quiet")))
