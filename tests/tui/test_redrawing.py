"""What did not change is not drawn again: keys would wait for it."""

from textual.app import App, ComposeResult
from textual.content import Content

from assistant.tui.drawing import Lines


class Counting(Lines):
    """Counts how often it is asked for its rows, and how often it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.said = [Content("one"), Content("two")]
        self.drawn = 0

    def lines(self, width: int) -> list[Content]:
        return [line.truncate(width) for line in self.said]

    def render(self) -> Content:
        self.drawn += 1
        return super().render()


class Shown(App[None]):
    """One widget."""

    def __init__(self) -> None:
        super().__init__()
        self.counting = Counting()

    def compose(self) -> ComposeResult:
        yield self.counting


async def test_only_what_differs_is_drawn_again() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        await pilot.pause()
        before = app.counting.drawn

        app.counting.redraw()
        await pilot.pause()
        assert app.counting.drawn == before

        app.counting.said = [Content("one"), Content("2")]
        app.counting.redraw()
        await pilot.pause()
        assert app.counting.drawn > before
        assert app.counting.size.height == 2

        before = app.counting.drawn
        app.counting.said = [Content("one"), Content.styled("2", "bold")]
        app.counting.redraw()
        await pilot.pause()
        assert app.counting.drawn > before

        app.counting.said = [Content(str(number)) for number in range(5)]
        app.counting.redraw()
        await pilot.pause()
        assert app.counting.size.height == 5
