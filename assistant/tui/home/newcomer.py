"""What stands where there is nothing to list yet: which keys to press. Pure."""

from textual.content import Content

from assistant.tui.drawing import Lines, fit, inert, pressable, words, wrapped

Offer = tuple[str, str, str]
"""A key, the action that it runs, and what that does."""

NO_CALLS: tuple[str, tuple[Offer, ...]] = (
    "No calls yet.",
    (
        ("n", "new_call", "begin a call: it leads you from question to question"),
        ("i", "import_file", "take in the transcript or the notes of a call that was held"),
        ("l", "add_lead", "add a lead"),
        ("h", "tour", "take the tour: what the parts of the call screen are for"),
        ("?", "help", "see every key"),
    ),
)
NO_LEADS: tuple[str, tuple[Offer, ...]] = (
    "No leads yet.",
    (
        ("l", "add_lead", "add a lead"),
        ("n", "new_call", "begin a call; a lead that you name there is added"),
        ("?", "help", "see every key"),
    ),
)
ALL_ASSIGNED: tuple[str, tuple[Offer, ...]] = (
    "Every call has its lead.",
    (("1", "show_calls", "back to the calls"),),
)


class Nothing(Lines):
    """Says that there is nothing, and what to press."""

    def __init__(self) -> None:
        super().__init__(id="nothing")
        self._said = ""
        self._offers: tuple[Offer, ...] = ()

    def show(self, said: str, offers: tuple[Offer, ...]) -> None:
        """Show other words."""
        self._said, self._offers = said, offers
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        lines = [*wrapped(inert(self._said, "bold"), width, 3), Content("")]
        for key, action, about in self._offers:
            offer = words((f" {key} ", "bold $accent"), "  ", about)
            lines.append(pressable(fit(offer, width), action))
        return lines
