"""Whole lines of text that fit their widget. Text from outside is always plain here."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from assistant.domain.inert import make_inert


def inert(text: str, style: str = "") -> Content:
    """Text of a call, a bank or a person as content: no markup, no control characters."""
    return Content.styled(make_inert(text), style)


def words(*parts: str | tuple[str, str] | Content) -> Content:
    """Parts in a row, each a text, a text with its style, or content."""
    whole = [
        part
        if isinstance(part, Content)
        else inert(part)
        if isinstance(part, str)
        else inert(*part)
        for part in parts
    ]
    return Content.assemble(*whole)


def pressable(content: Content, action: str, *arguments: str) -> Content:
    """Content that runs an action of its screen when it is clicked."""
    return content.stylize(Style.from_meta({"@click": (f"screen.{action}", arguments)}))


def fit(content: Content, width: int) -> Content:
    """Cut to a width, with an ellipsis where something is missing."""
    return content.truncate(max(0, width), ellipsis=True)


def row(left: Content, right: Content, width: int) -> Content:
    """``left`` at the left, ``right`` at the right; the left one is cut if it has to be."""
    right = fit(right, width)
    if not right:
        return fit(left, width)
    room = width - right.cell_length - 1
    if room <= 0:
        return right
    left = fit(left, room)
    gap = width - left.cell_length - right.cell_length
    return Content.assemble(left, " " * gap, right)


def wrapped(content: Content, width: int, most: int) -> list[Content]:
    """Content in at most so many lines; the last one ends with an ellipsis if more is left."""
    if width <= 0 or most <= 0:
        return []
    lines = content.wrap(width)
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip().truncate(width - 1)
    return [*lines[: most - 1], Content.assemble(last, "…")]


def indented(lines: Sequence[Content], by: Content | str) -> list[Content]:
    """Each line behind the same beginning."""
    return [Content.assemble(by, line) for line in lines]


class Lines(Widget):
    """Draws ``lines(width)``, one row each. A click runs what ``pressable`` says."""

    DEFAULT_CSS = """
    Lines {
        height: auto;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.auto_links = False

    def lines(self, width: int) -> list[Content]:
        """The rows for a width in cells; none may be wider."""
        raise NotImplementedError

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self.lines(width))

    def render(self) -> Content:
        width = self.content_size.width
        return Content("\n").join(line.truncate(width) for line in self.lines(width))
