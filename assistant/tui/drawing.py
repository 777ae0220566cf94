"""Whole lines of text that fit their widget. Text from outside is always plain here."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from assistant.domain.inert import make_inert


def inert(text: str, style: str = "") -> Content:
    """Text of a call, a bank or a person as content: no markup, no control characters."""
    return Content.styled(make_inert(text), style)


_INNER = str.maketrans("“”", "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}")


def spoken(text: str) -> str:
    """What is there to be said aloud, in quotation marks; those within it are single ones."""
    return f"“{text.translate(_INNER)}”"


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
    """Content that runs an action of its screen when it is clicked; parts may have their own."""
    return content.stylize_before(Style.from_meta({"@click": (f"screen.{action}", arguments)}))


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


class Kept(NamedTuple):
    """Lines that were drawn, and for which sizes: of the rows, the parent, the screen."""

    sizes: tuple[int, Size, Size]
    lines: list[Content]


class Row(NamedTuple):
    """A row as it was drawn, and what it was drawn of."""

    content: Content
    width: int
    style: Style
    strip: Strip

    def shows(self, content: Content, width: int, style: Style) -> bool:
        """Whether drawing this would give the same."""
        if (self.width, self.style) != (width, style):
            return False
        return self.content is content or self.content.is_same(content)


class Lines(Widget):
    """Draws ``lines(width)``, one row each. A click runs what ``pressable`` says.

    ``redraw`` is for what may have changed, ``refresh`` for what did.
    """

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
        self._kept: Kept | None = None
        self._drawn: dict[int, Row] = {}

    def lines(self, width: int) -> list[Content]:
        """The rows for a width in cells; none may be wider."""
        raise NotImplementedError

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render(self) -> Content:
        width = self.content_size.width
        return Content("\n").join(line.truncate(width) for line in self._lines(width))

    def render_line(self, y: int) -> Strip:
        """A row. Those out of sight are not drawn, nor is one again that stayed as it is."""
        if self.text_selection is not None:
            return super().render_line(y)
        width, style = self.content_size.width, self.visual_style
        lines = self._lines(width)
        if width <= 0 or not 0 <= y < len(lines):
            return Strip.blank(width, style.rich_style)
        drawn = self._drawn.get(y)
        if drawn is None or not drawn.shows(lines[y], width, style):
            line = lines[y].truncate(width)
            strip = Visual.to_strips(self, line, width, 1, style)[0].apply_offsets(0, y)
            drawn = self._drawn[y] = Row(lines[y], width, style, strip)
        return drawn.strip

    def notify_style_update(self) -> None:
        self._drawn.clear()
        super().notify_style_update()

    def _lines(self, width: int) -> list[Content]:
        parent = self.parent
        sizes = (width, parent.size if isinstance(parent, Widget) else Size(), self.app.size)
        if self._kept is None or self._kept.sizes != sizes:
            self._kept = Kept(sizes, self.lines(width))
        return self._kept.lines

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw again."""
        self._kept = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def redraw(self) -> None:
        """Draw again where the lines differ; lay out the screen where their number does.

        While a transcript is followed a view comes several times a second, and seldom is
        more than a line of it new: to draw all of it would hold up the keys.
        """
        before, self._kept = self._kept, None
        if before is None or not self.is_mounted:
            self.refresh(layout=True)
            return
        lines = self._lines(before.sizes[0])
        kept = self._kept
        if len(lines) != len(before.lines):
            self.refresh(layout=True)
        elif differ := _differing(lines, before.lines):
            self.refresh(*(Region(0, y, before.sizes[0], 1) for y in differ))
        self._kept = kept


def _differing(lines: Sequence[Content], others: Sequence[Content]) -> list[int]:
    pairs = enumerate(zip(lines, others, strict=True))
    return [y for y, (one, other) in pairs if one is not other and not one.is_same(other)]
