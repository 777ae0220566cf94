"""Our themes: every text can be read, and an unknown theme is said."""

from itertools import pairwise
from uuid import UUID

import pytest
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Input

from assistant.settings.loading import load_settings
from assistant.settings.paths import settings_file
from assistant.tui.signs import HUES
from assistant.tui.themes import CONTRAST, OURS
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import BenchOf
from tests.tui.conftest import OpenCall

READABLE = 4.5
"""WCAG 2 AA for text."""
ENHANCED = 7.0
"""WCAG 2 AAA for text: for people who see little."""
STEP = 1.05
"""How much two grounds that meet differ at least."""


def contrast(one: str, other: str) -> float:
    def luminance(color: Color) -> float:
        parts = (part / 255 for part in color.rgb)
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_every_text_stands_out_from_every_ground(theme: Theme) -> None:
    texts = {
        name: str(getattr(theme, name))
        for name in ("foreground", "primary", "accent", "success", "warning", "error")
    }
    hues = {name: hue for name, hue in theme.variables.items() if name.startswith("field-")}
    texts |= hues | {"quiet": theme.variables["quiet"]}
    grounds = {name: str(getattr(theme, name)) for name in ("background", "surface", "panel")}
    poor = {
        (text, ground): round(contrast(color, behind), 2)
        for text, color in texts.items()
        for ground, behind in grounds.items()
        if contrast(color, behind) < READABLE
    }

    assert poor == {}


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_side_columns_and_bars_stand_out_from_the_ground(theme: Theme) -> None:
    grounds = [str(getattr(theme, name)) for name in ("background", "surface", "panel")]
    steps = [contrast(one, other) for one, other in pairwise(grounds)]

    assert [step for step in steps if step < STEP] == []


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
async def test_what_stands_in_an_empty_field_can_be_read(
    bench_of: BenchOf, call_id: UUID, open_app: OpenCall, theme: Theme
) -> None:
    async with open_app(bench_of(theme=theme.name), call_id) as rep:
        hint = rep.call.notes.get_component_styles("text-area--placeholder").color
        assert hint == Color.parse(theme.variables["quiet"])
        await rep.lead("g")
        typed = rep.app.screen.query_one(Input)
        styles = typed.get_component_styles("input--placeholder")
        assert (styles.color, styles.text_style.italic) == (hint, True)


@pytest.mark.parametrize(
    "theme", ["ink", "paper", "contrast", "textual-light", "ansi-light", "dracula"]
)
async def test_the_theme_of_the_settings_is_worn(
    bench_of: BenchOf, call_id: UUID, open_app: OpenCall, theme: str
) -> None:
    async with open_app(bench_of(theme=theme), call_id) as rep:
        assert rep.app.theme == theme
        await rep.note("need: late trucks")
        assert "1 to confirm" in rep.seen


async def test_an_unknown_theme_is_said_and_ours_is_worn(
    bench_of: BenchOf, open_app: OpenCall
) -> None:
    async with open_app(bench_of(theme="nope")) as rep:
        assert rep.app.theme == "ink"
        assert "There is no theme 'nope'" in rep.seen


def test_the_theme_of_high_contrast_is_one() -> None:
    texts = [CONTRAST.variables[name] for name in ("quiet", *HUES)]
    texts += [str(getattr(CONTRAST, name)) for name in ("primary", "success", "warning", "error")]

    assert [one for one in texts if contrast(one, CONTRAST.background or "") < ENHANCED] == []


async def test_a_theme_that_is_picked_is_worn_at_the_next_start(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('# mine\nbank = "bant"\n', encoding="utf-8")

    async with open_app(bench, call_id) as rep:
        await rep.press("ctrl+p")
        await rep.type("theme")
        await rep.until(lambda: "Change the current theme" in rep.seen)
        await rep.press("enter")
        await rep.type("paper")
        await rep.until(lambda: "▶ paper" in rep.seen or "paper" in rep.seen)
        await rep.press("enter")
        await rep.until(lambda: rep.app.theme == "paper")
        await rep.settle()

    kept = settings_file().read_text(encoding="utf-8")
    assert kept == '# mine\nbank = "bant"\ntheme = "paper"\n'
    assert load_settings().settings.theme == "paper"


async def test_a_theme_of_the_settings_is_not_written_again(
    bench_of: BenchOf, open_app: OpenCall
) -> None:
    async with open_app(bench_of(theme="paper")) as rep:
        await rep.settle()

    assert not settings_file().exists()


async def test_a_theme_that_cannot_be_kept_is_worn_and_it_is_said(
    bench: Workbench, open_app: OpenCall
) -> None:
    settings_file().mkdir(parents=True)

    async with open_app(bench) as rep:
        rep.app.theme = "contrast"
        await rep.settle()
        assert "The theme cannot be kept for the next start" in rep.words
        assert rep.app.theme == "contrast"
