"""What a lead's earlier calls said, before the next one begins."""

from collections.abc import Sequence

from textual.content import Content

from assistant.domain.wording import date_text
from assistant.tui.drawing import Lines, inert, row, words
from assistant.tui.heard import words_of
from assistant.tui.signs import CARRIED, QUESTION_SIGNS, field_title, hue
from assistant.workflows.views import Carried

MOST, FEW = 8, 4
"""So many answers are told, on a tall screen and on a low one; the call has all of them."""
TALL = 34


class EarlierLines(Lines):
    """An answer a line, with its date; what contradicts it stands below. Hidden without any."""

    DEFAULT_CSS = """
    EarlierLines {
        margin: 0 0 1 13;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="earlier")
        self.said: tuple[Carried, ...] = ()
        self.display = False

    def show(self, said: Sequence[Carried]) -> None:
        """Show what was said to a lead's calls."""
        self.said = tuple(said)
        self.display = bool(said)
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        lines = [inert("Earlier calls said", "bold $quiet")]
        most = MOST if self.app.size.height >= TALL else FEW
        for one in self.said[:most]:
            lines.append(_line(one, width))
            lines += [_against(other, width) for other in one.against]
        more = len(self.said) - most
        return [*lines, inert(f"  and {more} more", "$quiet")] if more > 0 else lines


def _line(one: Carried, width: int) -> Content:
    key = one.answer.key
    left = words(
        (f"{CARRIED.mark} ", CARRIED.style),
        (field_title(key), f"${hue(key)}"),
        f"  {words_of(one.answer)}",
    )
    return row(left, inert(date_text(one.day), "$quiet"), width)


def _against(other: Carried, width: int) -> Content:
    sign = QUESTION_SIGNS["contradicted"]
    left = words((f"  {sign.mark} before: ", sign.style), words_of(other.answer))
    return row(left, inert(date_text(other.day), "$quiet"), width)
