"""Notices: what is said again takes the place of what was said before."""

from textual.app import App
from textual.notifications import Notify


class NoticesApp(App[None]):
    """Keys that are pressed again and again say the same again and again: it stands there once."""

    def on_notify(self, event: Notify) -> None:
        said = event.notification
        for one in tuple(self._notifications):
            if (one.message, one.severity) == (said.message, said.severity) and one is not said:
                self._unnotify(one)
