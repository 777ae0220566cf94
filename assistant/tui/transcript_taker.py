"""Takes a transcript into the open call: asks for consent, shows how far it is."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.calls import Consent
from assistant.tui.lane_call import LaneCall
from assistant.tui.modals.consent import ConsentModal, Noted
from assistant.tui.progress import watched
from assistant.workflows.reading_sources import Progress
from assistant.workflows.views import CallView

if TYPE_CHECKING:
    from assistant.tui.app import AssistantApp
    from assistant.tui.screens.call import CallScreen
    from assistant.workflows.live_call import LiveCall

Take = Callable[["LiveCall", Progress], CallView]
_MOST_NOTES = 3
WHY = {
    "block": "A transcript is only read once consent is noted.",
    "remind": "Was the recording agreed to? The transcript is read whatever you note.",
}


def say_noted(app: "AssistantApp", noted: tuple[str, ...]) -> None:
    """Say what the reader of a transcript noted: what it had to mend, leave out or guess."""
    if noted:
        more = f"\nand {len(noted) - _MOST_NOTES} more" if len(noted) > _MOST_NOTES else ""
        app.say("\n".join(noted[:_MOST_NOTES]) + more, "warning")


class TranscriptTaker:
    """One transcript after the other; between two turns the rest of the work has its turn."""

    def __init__(self, screen: "CallScreen", call: LaneCall) -> None:
        self._screen = screen
        self._call = call

    def get_ready(self) -> None:
        """Load what looks at a paste, so that the first one holds no key up."""
        self._screen.app.ask(
            self._screen, lambda: import_module("assistant.workflows.pasting"), lambda _: None
        )

    def take_text(self, text: str) -> None:
        """Take in a pasted transcript."""
        self._with_consent(lambda live, progress: live.add_transcript(text, progress=progress))

    def take_file(self, path: Path) -> None:
        """Take in a file."""
        self._with_consent(lambda live, progress: live.add_file(path, progress=progress))

    def _with_consent(self, take: Take) -> None:
        """Ask first, where consent is not noted and the settings want it to be."""
        view, rule = self._screen.view, self._screen.app.bench.settings.consent
        if view is None or rule == "off" or view.call.consent.is_given:
            self._take(take)
            return

        def noted(said: Noted | None) -> None:
            if said is not None and said.consent is not Consent.UNKNOWN:
                self._call.act(lambda live: live.set_consent(*said), slips_in=False)
            elif rule == "block":
                self._screen.app.say(
                    "The transcript was not read: consent is not noted.", "warning"
                )
                return
            self._take(take)

        self._screen.app.push_screen(ConsentModal(view.call.consent, WHY[rule]), noted)

    def _take(self, take: Take) -> None:
        progress = watched(self._screen.app, self._show)
        self._screen.reading.show(0, 1)
        self._call.ask(
            self._screen,
            lambda live: (take(live, progress), live.noted),
            self._taken,
            self._not_taken,
            slips_in=False,
        )

    def _show(self, done: int, total: int) -> None:
        if self._screen.is_running:
            self._screen.reading.show(done, total)

    def _taken(self, taken: tuple[CallView, tuple[str, ...]]) -> None:
        view, noted = taken
        self._screen.reading.show(0, 0)
        before = len(self._screen.view.answers) if self._screen.view else 0
        self._call.shown(view)
        self._screen.app.spare()
        found = max(0, len(view.answers) - before)
        self._screen.app.say(f"The transcript is read: {found} answers are new.")
        say_noted(self._screen.app, noted)

    def _not_taken(self, error: Exception) -> None:
        self._screen.reading.show(0, 0)
        self._call.told(error)
