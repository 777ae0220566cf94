"""What did not change is not drawn again: keys would wait for it."""

from textual.app import App, ComposeResult
from textual.content import Content
from textual.strip import Strip

from assistant.tui.drawing import Lines


class Two(Lines):
    """Two rows, or others."""

    def __init__(self) -> None:
        super().__init__()
        self.said = [Content("one"), Content("two")]

    def lines(self, width: int) -> list[Content]:
        return [line.truncate(width) for line in self.said]

    @property
    def drawn(self) -> list[Strip]:
        """What was drawn for each row: the same strip as before, or a new one."""
        return [self.render_line(y) for y in range(len(self.said))]


class Shown(App[None]):
    """One widget."""

    def __init__(self) -> None:
        super().__init__()
        self.two = Two()

    def compose(self) -> ComposeResult:
        yield self.two


async def test_only_what_differs_is_drawn_again() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        await pilot.pause()
        first = app.two.drawn

        app.two.redraw()
        await pilot.pause()
        assert all(row is before for row, before in zip(app.two.drawn, first, strict=True))

        app.two.said = [Content("one"), Content("2")]
        app.two.redraw()
        await pilot.pause()
        second = app.two.drawn
        assert second[0] is first[0]
        assert [row.text.strip() for row in second] == ["one", "2"]

        app.two.said = [Content("one"), Content.styled("2", "bold")]
        app.two.redraw()
        await pilot.pause()
        third = app.two.drawn
        assert (third[0] is first[0], third[1] is second[1]) == (True, False)

        app.two.said = [Content(str(number)) for number in range(5)]
        app.two.redraw()
        await pilot.pause()
        assert app.two.size.height == 5
        assert [row.text.strip() for row in app.two.drawn] == ["0", "1", "2", "3", "4"]
