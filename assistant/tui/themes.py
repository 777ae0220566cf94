"""The themes of our own, and the colours that every theme has to have.

``quiet`` is text of second rank, ``faint`` lines and signs that carry no meaning. The
``field-...`` hues mark what an answer is about; they are never the only sign of it.
"""

from textual.theme import Theme

DARK_HUES = {
    "quiet": "#98a2ae",
    "faint": "#3a424d",
    "field-budget": "#6fd3c0",
    "field-authority": "#c7a6f7",
    "field-need": "#79c0ff",
    "field-timeline": "#f5b183",
    "field-other": "#b9c3cf",
}
LIGHT_HUES = {
    "quiet": "#5b626c",
    "faint": "#c9c4b9",
    "field-budget": "#0a6660",
    "field-authority": "#6a3b9e",
    "field-need": "#1b5a8c",
    "field-timeline": "#9a4308",
    "field-other": "#4a5563",
}

INK = Theme(
    name="ink",
    dark=True,
    primary="#79c0ff",
    secondary="#98a2ae",
    accent="#f0b429",
    success="#7ddb8f",
    warning="#f0c659",
    error="#ff8686",
    foreground="#e3e8ee",
    background="#0e1116",
    surface="#151a21",
    panel="#1e252e",
    variables={
        **DARK_HUES,
        "border": "#79c0ff",
        "border-blurred": "#3a424d",
        "scrollbar": "#333c47",
        "scrollbar-background": "#0e1116",
        "block-cursor-background": "#24425f",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-hover-background": "#1e2a37",
        "input-selection-background": "#2c5580",
        "input-selection-foreground": "#ffffff",
    },
)
PAPER = Theme(
    name="paper",
    dark=False,
    primary="#0b5a9d",
    secondary="#5b626c",
    accent="#9a4308",
    success="#1b6e37",
    warning="#7f5200",
    error="#b3261e",
    foreground="#1d2228",
    background="#fbf9f5",
    surface="#f3f0e9",
    panel="#e7e2d8",
    variables={
        **LIGHT_HUES,
        "border": "#0b5a9d",
        "border-blurred": "#c9c4b9",
        "scrollbar": "#cfc9bd",
        "scrollbar-background": "#fbf9f5",
        "block-cursor-background": "#cfe2f4",
        "block-cursor-foreground": "#1d2228",
        "block-cursor-text-style": "none",
        "block-hover-background": "#e4edf5",
        "input-selection-background": "#b9d6f2",
        "input-selection-foreground": "#1d2228",
    },
)
CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#8fd7ff",
    secondary="#ffffff",
    accent="#ffe14d",
    success="#8dff9b",
    warning="#ffd84d",
    error="#ff9a9a",
    foreground="#ffffff",
    background="#000000",
    surface="#161616",
    panel="#262626",
    variables={
        **dict.fromkeys(DARK_HUES, "#ffffff"),
        "faint": "#9a9a9a",
        "field-budget": "#7ffce6",
        "field-authority": "#e0c7ff",
        "field-need": "#9fd8ff",
        "field-timeline": "#ffc499",
        "border": "#ffe14d",
        "border-blurred": "#ffffff",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
        "block-cursor-background": "#004a8a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-hover-background": "#3a3a3a",
        "input-selection-background": "#ffe14d",
        "input-selection-foreground": "#000000",
    },
)
OURS = (INK, PAPER, CONTRAST)


def hues(*, dark: bool) -> dict[str, str]:
    """The colours that a theme of Textual's does not bring."""
    return DARK_HUES if dark else LIGHT_HUES
