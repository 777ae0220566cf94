"""Old garbage is looked for while nobody types, and in between only where there is much."""

import gc

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.style import Style as ContentStyle

from assistant.tui.tidying import DRAWN, ENOUGH, MOST_DRAWN, MUCH, NEVER, TidyApp


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One for each look through everything; there is always enough to find."""
    seen: list[str] = []
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, ENOUGH))
    monkeypatch.setattr(gc, "collect", lambda: seen.append("look"))
    return seen


async def test_it_is_looked_for_at_rest_only(looks: list[str]) -> None:
    app = TidyApp()
    async with app.run_test() as pilot:
        app.tidy()
        assert looks == ["look"]

        await pilot.press("a")
        app.tidy()
        assert looks == ["look"]


async def test_much_is_looked_for_whoever_types(
    looks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = TidyApp()
    async with app.run_test() as pilot:
        await pilot.press("a")
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, MUCH - 1))
        app.tidy()
        assert looks == []

        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, MUCH))
        app.tidy()
        assert looks == ["look"]


async def test_nothing_is_looked_through_for_little(
    looks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, ENOUGH - 1))
    async with TidyApp().run_test() as pilot:
        pilot.app.tidy()  # type: ignore[attr-defined]

    assert looks == []


async def test_python_does_not_look_for_it_while_the_app_runs() -> None:
    before = gc.get_threshold()
    app = TidyApp()
    async with app.run_test():
        app.begin_tidying()
        assert gc.get_threshold() == (*before[:2], NEVER)

    assert gc.get_threshold() == before


async def test_what_is_kept_of_drawing_does_not_grow_for_ever(looks: list[str]) -> None:
    app = TidyApp()
    async with app.run_test() as pilot:
        for number in range(MOST_DRAWN + 1):
            style = Style(meta={"offset": (number, 0)})
            Strip.render_ansi(style, ColorSystem.TRUECOLOR)
            Segment(f"{number} words", style).split_cells(2)
            ContentStyle(bold=True) + ContentStyle.from_meta({"offset": (number, 0)})
        await pilot.press("a")

        app.tidy()

    assert looks == []
    assert [kept.cache_info().currsize <= MOST_DRAWN for kept in DRAWN] == [True] * len(DRAWN)
