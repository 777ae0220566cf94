"""What stands where there is nothing to list yet: which keys to press. Pure."""

from collections.abc import Callable

from textual.content import Content

from assistant.tui.drawing import Lines, fit, inert, pressable, words, wrapped

Offer = tuple[str, str]
"""An action, and what it does."""
FIXED = {"show_calls": "1", "clear": "Esc"}
"""The keys of actions that no key map changes."""

NO_CALLS: tuple[str, tuple[Offer, ...]] = (
    "No calls yet.",
    (
        ("new_call", "begin a call: it leads you from question to question"),
        ("import_file", "take in the transcript or the notes of a call that was held"),
        ("add_lead", "add a lead"),
        ("tour", "take the tour: what the parts of the call screen are for"),
        ("help", "see every key"),
    ),
)
NO_LEADS: tuple[str, tuple[Offer, ...]] = (
    "No leads yet.",
    (
        ("add_lead", "add a lead"),
        ("new_call", "begin a call; a lead that you name there is added"),
        ("help", "see every key"),
    ),
)
ALL_ASSIGNED: tuple[str, tuple[Offer, ...]] = (
    "Every call has its lead.",
    (("show_calls", "back to the calls"),),
)


class Nothing(Lines):
    """Says that there is nothing, and what to press."""

    def __init__(self) -> None:
        super().__init__(id="nothing")
        self._said = ""
        self._offers: tuple[tuple[str, Offer], ...] = ()

    def show(self, said: str, offers: tuple[Offer, ...], letter: Callable[[str], str]) -> None:
        """Show other words. ``letter`` knows the key of an action."""
        self._said = said
        self._offers = tuple((FIXED.get(one[0]) or letter(one[0]), one) for one in offers)
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        lines = [*wrapped(inert(self._said, "bold"), width, 3), Content("")]
        for key, (action, about) in self._offers:
            offer = words((f" {key} ", "bold $accent"), "  ", about)
            lines.append(pressable(fit(offer, width), action))
        return lines
