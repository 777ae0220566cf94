"""A list of blocks: moving, choosing, scrolling, and what is drawn of it."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from assistant.tui.widgets.blocks import Block, Blocks, Drawn

Sent = list[tuple[str, str]]


class Counted:
    """A block that counts how often it is drawn."""

    drawn = 0

    def __init__(self, key: str, rows: int = 1) -> None:
        self.key = key
        self._rows = rows

    def height(self, width: int) -> int:
        return self._rows

    def lines(self, width: int) -> Sequence[Content]:
        self.drawn += 1
        return [Content(f"{self.key or 'heading'} {row}") for row in range(self._rows)]


class BlocksApp(App[None]):
    CSS = "Blocks { height: 10; width: 30; }"

    def __init__(self, blocks: Sequence[Block]) -> None:
        super().__init__()
        self.shown = blocks
        self.sent: Sent = []

    def compose(self) -> ComposeResult:
        yield Blocks()

    def on_mount(self) -> None:
        self.blocks.show(self.shown)
        self.blocks.focus()

    @property
    def blocks(self) -> Blocks:
        return self.query_one(Blocks)

    def on_blocks_aimed(self, event: Blocks.Aimed) -> None:
        self.sent.append(("aimed", event.key))

    def on_blocks_chosen(self, event: Blocks.Chosen) -> None:
        self.sent.append(("chosen", event.key))


def a_list(many: int, rows: int = 1) -> list[Counted]:
    return [Counted(""), *(Counted(f"k{number}", rows) for number in range(many))]


async def test_arrows_aim_at_what_can_be_chosen() -> None:
    blocks = [Counted("a"), Counted(""), Counted("b"), Counted("c")]
    async with BlocksApp(blocks).run_test() as pilot:
        app = pilot.app
        assert isinstance(app, BlocksApp)
        assert app.blocks.aim == "a"
        await pilot.press("down", "down", "down", "up", "enter")
        assert app.sent[-4:] == [
            ("aimed", "b"),
            ("aimed", "c"),
            ("aimed", "b"),
            ("chosen", "b"),
        ]


async def test_the_aimed_block_is_always_in_sight() -> None:
    app = BlocksApp(a_list(100, rows=3))
    async with app.run_test() as pilot:
        for key in ["down"] * 20 + ["pagedown"] * 5 + ["up"] * 7 + ["end", "pageup", "home"]:
            await pilot.press(key)
            top, bottom = app.blocks._rows(app.blocks.aim)
            assert app.blocks.scroll_y <= bottom
            assert top <= app.blocks.scroll_y + app.blocks.size.height
        assert app.blocks.aim == "k0"
        assert app.blocks.scroll_y == 0
        await pilot.press("end")
        assert app.blocks.aim == "k99"
        assert app.blocks.scroll_y == app.blocks.max_scroll_y == 301 - 10


async def test_a_block_higher_than_the_window_is_scrolled_through() -> None:
    app = BlocksApp([Counted("a", 25), Counted("b")])
    async with app.run_test() as pilot:
        await pilot.press(*["down"] * 15)
        assert (app.blocks.aim, app.blocks.scroll_y) == ("a", 15)
        await pilot.press("down")
        assert app.blocks.aim == "b"


async def test_only_what_is_in_sight_is_drawn_and_nothing_is_mounted() -> None:
    blocks = a_list(3000, rows=2)
    app = BlocksApp(blocks)
    async with app.run_test() as pilot:
        await pilot.press("pagedown", "pagedown")
        assert sum(block.drawn > 0 for block in blocks) < 40
        assert [*app.blocks.walk_children()] == []
        assert app.blocks.virtual_size.height == 6001


async def test_the_aim_stays_when_other_blocks_come() -> None:
    app = BlocksApp(a_list(10))
    async with app.run_test() as pilot:
        await pilot.press(*["down"] * 4)
        app.blocks.show([block for block in a_list(10) if block.key != "k1"])
        assert app.blocks.aim == "k4"
        app.blocks.show([block for block in a_list(4) if block.key != "k1"])
        assert app.blocks.aim == "k3"
        app.blocks.show([])
        assert app.blocks.aim == ""
        await pilot.press("down", "pagedown", "end", "enter")
        assert app.sent[-1] == ("aimed", "")


async def test_a_click_aims_and_a_second_one_chooses() -> None:
    app = BlocksApp(a_list(5))
    async with app.run_test() as pilot:
        await pilot.click(Blocks, offset=(3, 2))
        assert app.sent[-1] == ("aimed", "k1")
        await pilot.click(Blocks, offset=(3, 2))
        assert app.sent[-1] == ("chosen", "k1")
        before = list(app.sent)
        await pilot.click(Blocks, offset=(3, 0))
        await pilot.click(Blocks, offset=(3, 9))
        assert app.sent == before


@pytest.mark.parametrize("size", [(1, 1), (2, 5), (40, 3)])
async def test_no_window_is_too_small(size: tuple[int, int]) -> None:
    app = BlocksApp(a_list(50, rows=3))
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "pagedown", "end", "up", "enter")
        assert app.sent[-1] == ("chosen", "k48")


async def test_rows_that_were_drawn_wear_another_theme_and_other_words() -> None:
    def coloured(width: int) -> Sequence[Content]:
        return [Content.styled("price", "$primary")]

    app = BlocksApp([Drawn("a", coloured), Drawn("b", coloured)])
    async with app.run_test() as pilot:
        before = app.blocks.render_line(1)
        assert app.blocks.render_line(1) is before

        app.theme = "nord"
        await pilot.pause()
        assert next(iter(app.blocks.render_line(1))).style != next(iter(before)).style

        app.blocks.replace(Drawn("b", lambda _: [Content("budget")]))
        assert app.blocks.render_line(1).text.strip() == "budget"
        assert app.blocks.render_line(0).text.strip() == "price"


async def test_a_jump_is_drawn_with_the_key_and_draws_what_is_in_sight_alone() -> None:
    blocks = a_list(3000, rows=2)
    async with BlocksApp(blocks).run_test() as pilot:
        shown = pilot.app.query_one(Blocks)
        for one in blocks:
            one.drawn = 0

        shown.aim_at("k2000", centred=True)
        assert shown.scroll_y > 3900
        await pilot.pause()

        drawn = [one.key for one in blocks if one.drawn]
        assert "k2000" in drawn
        assert len(drawn) <= 6


async def test_rows_carry_no_offsets_so_that_their_styles_are_few() -> None:
    async with BlocksApp(a_list(30)).run_test() as pilot:
        shown = pilot.app.query_one(Blocks)
        styles = [segment.style for y in range(10) for segment in shown.render_line(y)]

        assert not any(style.meta for style in styles if style)
        assert len({str(style) for style in styles}) == 2
