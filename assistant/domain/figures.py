"""How a call was talked: hints, never part of a verdict."""

from typing import Literal

from assistant.domain.frozen import Frozen

Basis = Literal["times", "words", "times and words"]
"""What lengths are from: the transcript's times, or words at 150 a minute where it has none."""


USUAL_SHARE = "43%"
"""Per cent of the time that reps talk in calls that are won; docs/following.md has the source."""
USUAL_QUESTIONS = "11-14"
"""Questions that reps ask in discovery calls that go well; the same source."""
USUAL_FROM = "Gong Labs"


class Stretch(Frozen):
    """The longest time that one person went on. ``turn`` is where it begins."""

    seconds: float
    speaker: str
    turn: int


class AskedAt(Frozen):
    """A question of the rep. ``seconds`` and ``part`` (0 to 1) say how far into the call."""

    turn: int
    text: str
    seconds: float | None
    part: float


class CallFigures(Frozen):
    """Hints about a transcript; what is None can't be told, and ``missing`` says why.

    ``rep_share`` is the rep's part of the time talked by people whose side is known.
    ``questions`` are the rep's sentences with a question mark. ``patience`` is the median of
    the seconds that the rep waits after the prospect has spoken, over ``waits`` times;
    ``interactivity`` counts the changes between the sides, a minute.
    """

    source: str
    basis: Basis
    minutes: float
    rep_share: float | None = None
    longest_rep: Stretch | None = None
    longest_prospect: Stretch | None = None
    questions: tuple[AskedAt, ...] | None = None
    prospect_questions: int | None = None
    patience: float | None = None
    waits: int = 0
    interactivity: float | None = None
    missing: tuple[str, ...] = ()
