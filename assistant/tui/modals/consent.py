"""Records what was said about recording or transcribing the call."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.domain.calls import Consent
from assistant.tui.drawing import words

CONSENTS: dict[Consent, tuple[str, str]] = {
    Consent.ASKED_AND_AGREED: ("asked and agreed", "I asked, and they agreed."),
    Consent.NOTICE_GIVEN: ("notice given", "I told them, and nobody objected."),
    Consent.NOT_NEEDED: ("not needed", "Nothing is recorded or transcribed."),
    Consent.UNKNOWN: ("not noted", "Leave it open."),
}


class ConsentModal(ModalScreen[Consent | None]):
    """Gives back what was chosen."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]

    def __init__(self, now: Consent, why: str = "") -> None:
        super().__init__()
        self._now = now
        self._why = why

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet form") as sheet:
            sheet.border_title = "Consent to recording or transcribing"
            if self._why:
                yield Static(words(self._why), classes="said")
            yield OptionList(*(_option(number, one) for number, one in enumerate(CONSENTS, 1)))

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = list(CONSENTS).index(self._now)
        options.focus()

    def on_key(self, event: events.Key) -> None:
        consents = list(CONSENTS)
        if event.character and event.character in "1234":
            event.stop()
            self.dismiss(consents[int(event.character) - 1])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(list(CONSENTS)[event.option_index])

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def _option(number: int, consent: Consent) -> Option:
    title, about = CONSENTS[consent]
    return Option(words((f"{number}  ", "$accent"), (f"{title:<18}", "bold"), (about, "$quiet")))
