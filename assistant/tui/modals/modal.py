"""What lies over a screen: a form, a list, a text, a menu."""

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class Modal(ModalScreen[ScreenResultType]):
    """Closes once. Of two quick keys the second may come when the first has closed it."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close, with a result."""
        if self not in self.app.screen_stack:
            return AwaitComplete()
        return super().dismiss(result)


class OneKeyModal(Modal[ScreenResultType]):
    """Takes one key, before the app hands on the next: that one is a note's again."""

    def take_key(self, event: events.Key) -> None:
        """Do what the key means, and close."""
        raise NotImplementedError


class OneKeyApp(App[None]):
    """Hands keys on in their order, where a modal takes only one of them."""

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            modal = self.screen
            if isinstance(modal, OneKeyModal):
                if not await self._check_bindings(event.key, priority=True):
                    modal.take_key(event)
                return
        await super().on_event(event)
