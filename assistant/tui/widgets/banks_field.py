"""Which question banks a call goes by."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from assistant.domain.counting import counted
from assistant.tui.drawing import words

if TYPE_CHECKING:
    from assistant.domain.bank import Bank


class BanksField(SelectionList[str]):
    """Space chooses a bank; the first one that is chosen gives the verdict."""

    DEFAULT_CSS = """
    BanksField {
        height: auto;
        max-height: 6;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="banks", compact=True)
        self._ids: tuple[str, ...] = ()

    def offer(self, banks: Sequence["Bank"], usual: str) -> None:
        """List the banks; the usual one is chosen and stands first."""
        first = sorted(banks, key=lambda bank: bank.id != usual)
        self._ids = tuple(bank.id for bank in first)
        self.add_options(
            Selection(words(bank.title, (_size(bank), "$quiet")), bank.id, bank.id == usual)
            for bank in first
        )
        self.highlighted = 0 if first else None

    def render_line(self, y: int) -> Strip:
        """A cross stands in the boxes of the chosen banks only, not in another colour in all."""
        left, inner, *rest = super().render_line(y)
        at = inner.style.meta.get("option") if inner.style else None
        if at is None or self.get_option_at_index(at).value in self.selected:
            return Strip([left, inner, *rest])
        return Strip([left, Segment(" " * len(inner.text), inner.style), *rest])

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the chosen banks, in the order of the list."""
        return tuple(one for one in self._ids if one in self.selected)


def _size(bank: "Bank") -> str:
    count = sum(len(gate.questions) for gate in bank.gates)
    return f"  {counted(count, 'questions')}"
