"""How the tagger is trained: every number that the result depends on, but the calls."""

from assistant.domain.frozen import Frozen


class Recipe(Frozen):
    """The numbers of a training. The same recipe on the same calls gives the same tagger."""

    seed: int = 1
    epochs: int = 6
    """How often every call is seen, each time cut and changed in another way."""
    batch: int = 7
    """Windows that are learned from at once."""
    rate: float = 2e-4
    """Learning rate of the encoder, at its highest."""
    head_rate: float = 1e-3
    """Learning rate of the heads, which begin from nothing."""
    warm_up: float = 0.06
    """Share of the steps over which the rates rise; they fall in a line from there on."""
    lowest_rate: float = 0.02
    """Share of the highest rate that the last steps still have."""
    decay: float = 0.01
    """Weight decay."""
    gradient: float = 1.0
    """Longest gradient; longer ones are cut to it."""
    drop: float = 0.1
    """Share of the encoder's outputs that the heads learn without."""
    averaged: float = 0.998
    """The exported weights are a running average that keeps so much at a step."""

    window: int = 320
    """Pieces in a window, at most."""
    first_window: int = 60
    """Pieces in a call's first window, at least: its length is drawn, so that the cuts differ."""
    contexts: tuple[int, ...] = (24, 48, 64, 96)
    """Pieces of the talk before that a window begins with; one is drawn for each window."""

    masked: float = 0.06
    """Share of the pieces that are hidden, so that no word alone decides."""
    changed_calls: float = 0.8
    """Share of the calls some of whose turns are changed."""
    changed_turns: float = 0.35
    """Share of the turns that are changed in such a call."""
    unpunctuated: float = 0.6
    """Share of the changed turns that lose most of their punctuation, as in recognised speech."""
    filled: float = 0.5
    """Share of the changed turns that get fillers."""
    renumbered: float = 0.5
    """Share of the changed turns whose numbers become others."""

    qualities: float = 0.5
    """What polarity, certainty and the speaker's say count beside the tags, each."""
    questions: float = 2.0
    """What is asked, and which fields a turn answers, count beside the tags."""
