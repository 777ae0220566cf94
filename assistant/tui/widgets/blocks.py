"""A list of blocks of rows that scrolls at any length: only what is in sight is drawn."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import ClassVar, Protocol

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

CACHED = 200
"""So many drawn blocks are kept."""
ROWS = 300
"""So many rows of them are kept as the terminal gets them."""


class Block(Protocol):
    """Some rows. One with a key can be aimed at and chosen; keys are unique in a list."""

    @property
    def key(self) -> str: ...

    def height(self, width: int) -> int:
        """How many rows it has at a width; asked for every block, so it has to be quick."""
        ...

    def lines(self, width: int) -> Sequence[Content]:
        """Its rows; none may be wider."""
        ...


class Drawn:
    """A block of few rows, drawn once for a width."""

    def __init__(self, key: str, draw: Callable[[int], Sequence[Content]]) -> None:
        self.key = key
        self._draw = draw
        self._width = -1
        self._lines: Sequence[Content] = ()

    def height(self, width: int) -> int:
        return len(self.lines(width))

    def lines(self, width: int) -> Sequence[Content]:
        if width != self._width:
            self._width, self._lines = width, self._draw(width)
        return self._lines


class Blocks(ScrollView, can_focus=True):
    """Arrows and clicks aim at a block, Enter or a click on the aimed one chooses it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"blocks--aimed"}
    DEFAULT_CSS = """
    Blocks {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $background;
    }
    Blocks > .blocks--aimed {
        background: $panel;
    }
    Blocks:focus > .blocks--aimed {
        background: $block-cursor-background;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(0)", "First", show=False),
        Binding("end", "edge(-1)", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    class OfBlock(Message):
        """Something happened to a block."""

        def __init__(self, blocks: "Blocks", key: str) -> None:
            self.blocks = blocks
            self.key = key
            super().__init__()

        @property
        def control(self) -> "Blocks":
            return self.blocks

    class Aimed(OfBlock):
        """Another block is aimed at."""

    class Chosen(OfBlock):
        """A block was chosen."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.auto_links = False
        self._blocks: list[Block] = []
        self._tops: list[int] = [0]
        self._places: dict[str, int] = {}
        self._width = 0
        self._aim = ""
        self._from_top = False
        self._unseen = True
        self._lines: dict[int, Sequence[Content]] = {}
        self._strips: dict[tuple[int, Style], Strip] = {}

    @property
    def aim(self) -> str:
        """The key of the block that is aimed at; "" where there is none."""
        return self._aim

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the blocks that can be aimed at, from the top."""
        return tuple(self._places)

    def block(self, key: str) -> Block | None:
        """The block with a key."""
        return self._blocks[self._places[key]] if key in self._places else None

    def show(self, blocks: Sequence[Block], *, from_top: bool = False) -> None:
        """Show other blocks. The aim stays on its key, else about where it was.

        ``from_top`` begins anew, with what stands above the first one.
        """
        seen = self._aim_is_seen()
        at = self.keys.index(self._aim) if self._aim in self._places and not from_top else 0
        self._blocks = list(blocks)
        self._places = {block.key: place for place, block in enumerate(blocks) if block.key}
        keys = self.keys
        if self._aim not in self._places or from_top:
            self._take_aim(keys[min(at, len(keys) - 1)] if keys else "")
        self._from_top |= from_top
        self._lay_out(seen=seen)

    def replace(self, block: Block) -> None:
        """Show a block anew that is as high as the one with its key."""
        place = self._places[block.key]
        self._blocks[place] = block
        self._lines.pop(place, None)
        if self._laid_out:
            rows = range(*self._rows(block.key))
            self._strips = {at: strip for at, strip in self._strips.items() if at[0] not in rows}
        self._redraw(block.key)

    def aim_at(self, key: str, *, centred: bool = False) -> None:
        """Aim at a block and scroll to it; ``centred`` shows what is around it, too."""
        if key not in self._places:
            return
        self._take_aim(key)
        height = self.scrollable_content_region.height
        self._unseen = not self._laid_out or height <= 0
        if self._unseen:
            return
        top, bottom = self._rows(key)
        if centred and not self.scroll_y <= top < bottom <= self.scroll_y + height:
            self._centre(top)
        else:
            self._scroll_to_rows(top, bottom)

    @property
    def _laid_out(self) -> bool:
        """Whether it has been in sight since other blocks came."""
        return self._width > 0 and len(self._tops) == len(self._blocks) + 1

    def _take_aim(self, key: str) -> None:
        if key != self._aim:
            before, self._aim = self._aim, key
            self._redraw(before)
            self._redraw(key)
            self.post_message(self.Aimed(self, key))

    def _redraw(self, key: str) -> None:
        if self._laid_out and key in self._places:
            top, bottom = self._rows(key)
            self.refresh_lines(top, bottom - top)

    def _rows(self, key: str) -> tuple[int, int]:
        place = self._places[key]
        return self._tops[place], self._tops[place + 1]

    def _centre(self, top: int) -> None:
        self._scroll(top - self.scrollable_content_region.height // 3)

    def _scroll_to_rows(self, top: int, bottom: int) -> None:
        height = self.scrollable_content_region.height
        if top < self.scroll_y or bottom - top >= height:
            # The heading above the first block comes into sight with it.
            first = self.keys and self._rows(self.keys[0])[0] == top
            self._scroll(0 if first and bottom <= height else top)
        elif bottom > self.scroll_y + height:
            self._scroll(bottom - height)

    def _scroll(self, y: float) -> None:
        self.scroll_to(y=max(0, y), animate=False, immediate=True)

    def _aim_is_seen(self) -> bool:
        """Whether some of the aimed block is in sight."""
        if not self._laid_out or self._aim not in self._places:
            return False
        top, bottom = self._rows(self._aim)
        return self.scroll_y < bottom and top < self.scroll_y + self.size.height

    def _lay_out(self, *, seen: bool) -> None:
        """Measure the blocks anew; what was aimed at and ``seen`` stays in sight."""
        self._width = self.scrollable_content_region.width
        self._lines.clear()
        self._strips.clear()
        self._tops = [0]
        if self._width <= 0:
            return
        heights = (block.height(self._width) for block in self._blocks)
        self._tops = list(accumulate(heights, initial=0))
        self.virtual_size = Size(self._width, self._tops[-1])
        if self._from_top:
            self._scroll(0)
        elif self._aim and seen:
            self._scroll_to_rows(*self._rows(self._aim))
        elif self._aim and self._unseen:
            self._centre(self._rows(self._aim)[0])
        self._from_top = self._unseen = False
        self.refresh()

    def on_resize(self) -> None:
        if self.scrollable_content_region.width != self._width:
            seen = self._aim_is_seen()
            self._from_top |= seen and self.scroll_y == 0 and self._aim == self.keys[0]
            self._lay_out(seen=seen)
        elif self._unseen:
            self.aim_at(self._aim, centred=True)

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        width = self._width
        if row >= self._tops[-1] or width <= 0:
            return Strip.blank(self.size.width, self.rich_style)
        place = bisect_right(self._tops, row) - 1
        aimed = bool(self._aim) and self._blocks[place].key == self._aim
        style = self.get_visual_style("blocks--aimed") if aimed else self.visual_style
        strip = self._strips.get((row, style))
        if strip is None:
            if len(self._strips) >= ROWS:
                self._strips.clear()
            strip = self._strips[row, style] = self._strip(place, row, style)
        return strip

    def _strip(self, place: int, row: int, style: Style) -> Strip:
        """A row as the terminal gets it.

        Its styles are free of the offsets that Textual puts in for selecting with the mouse:
        with them every style is another one, and drawing takes five times as long.
        """
        line = self._lines_of(place)[row - self._tops[place]]
        parts = line.render(style, end="")
        strip = Strip([Segment(text, one.rich_style) for text, one in parts if text])
        return strip.crop_extend(0, self._width, style.rich_style)

    def notify_style_update(self) -> None:
        """Another theme, or what has the focus: colours are others."""
        self._strips.clear()
        super().notify_style_update()

    def _lines_of(self, place: int) -> Sequence[Content]:
        lines = self._lines.get(place)
        if lines is None:
            if len(self._lines) >= CACHED:
                self._lines.clear()
            lines = self._lines[place] = self._blocks[place].lines(self._width)
        return lines

    def action_step(self, by: int) -> None:
        """Aim at the next or the previous block; scroll where that one is out of sight."""
        keys = self.keys
        at = keys.index(self._aim) + by if self._aim in self._places else 0
        height = self.scrollable_content_region.height
        if self._laid_out and 0 <= at < len(keys):
            top, bottom = self._rows(keys[at])
            if top <= self.scroll_y + height and bottom >= self.scroll_y:
                self.aim_at(keys[at])
                return
        self._scroll(self.scroll_y + by)

    def action_page(self, by: int) -> None:
        """Scroll by a page, and aim at a block that is in sight then."""
        height = self.scrollable_content_region.height
        before = self.scroll_y
        y = min(max(0, before + by * max(1, height - 1)), self.max_scroll_y)
        if y == before:
            self.action_edge(-1 if by > 0 else 0)
            return
        self._scroll(y)
        if not self._laid_out:
            return
        seen = [key for key in self.keys if y <= self._rows(key)[0] < y + height]
        if seen:
            self._take_aim(seen[-1 if by > 0 else 0])

    def action_edge(self, place: int) -> None:
        """Go to the first (0) or the last (-1) block."""
        if self.keys:
            self._take_aim(self.keys[place])
        self._scroll(self.max_scroll_y if place else 0)

    def action_choose(self) -> None:
        """Choose the block that is aimed at."""
        if self._aim:
            self.post_message(self.Chosen(self, self._aim))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset else self._tops[-1]
        if row >= self._tops[-1] or "@click" in event.style.meta:
            return
        key = self._blocks[bisect_right(self._tops, row) - 1].key
        if key and key == self._aim:
            self.action_choose()
        elif key:
            self._take_aim(key)
