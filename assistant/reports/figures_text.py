"""The figures of a call as lines and as JSON, with what is usual and what can't be told."""

from collections.abc import Callable, Iterator

from assistant.domain.figures import (
    USUAL_FROM,
    USUAL_QUESTIONS,
    USUAL_SHARE,
    AskedAt,
    CallFigures,
    Stretch,
)
from assistant.domain.inert import inert_json
from assistant.domain.wording import clock_text

SCHEMA = "assistant.figures/1"
_THIRDS = ("first", "second", "last")


def as_json(figures: CallFigures) -> str:
    """One JSON object."""
    usual = {"rep_share": USUAL_SHARE, "questions": USUAL_QUESTIONS, "from": USUAL_FROM}
    return inert_json({"schema": SCHEMA, **figures.model_dump(mode="json"), "usual": usual})


def lines_of_figures(
    figures: CallFigures, where: Callable[[int], str], *, every: bool = False
) -> Iterator[str]:
    """A line for each figure; with ``every`` each question has one, too.

    ``where`` says where a turn is, as whoever reads the lines finds it.
    """
    yield f"length: {clock_text(figures.minutes * 60)}, from {figures.basis}"
    if figures.rep_share is not None:
        usual = f"usual in calls that are won: {USUAL_SHARE}, {USUAL_FROM}"
        yield f"rep's share of the talk: {figures.rep_share:.0%} ({usual})"
    for whose, stretch in (
        ("rep", figures.longest_rep),
        ("prospect", figures.longest_prospect),
    ):
        if stretch is not None:
            lasted = f"{_stretch(stretch)}, from {where(stretch.turn)}"
            yield f"longest monologue of the {whose}: {lasted}"
    if figures.questions is not None:
        usual = f"usual in discovery calls that go well: {USUAL_QUESTIONS}, {USUAL_FROM}"
        yield f"questions asked by the rep: {_questions(figures.questions)} ({usual})"
        for asked in figures.questions if every else ():
            yield f"  {where(asked.turn)} {_when(asked)} {asked.text}"
    if figures.prospect_questions is not None:
        yield f"questions asked by the prospect: {figures.prospect_questions}"
    if figures.patience is not None:
        times = "once" if figures.waits == 1 else f"{figures.waits} times"
        yield f"patience: {figures.patience:.1f} s before the rep answers (median of {times})"
    if figures.interactivity is not None:
        yield f"interactivity: {figures.interactivity:.1f} changes between the sides a minute"
    for missing in figures.missing:
        yield f"note: {missing}"


def _stretch(stretch: Stretch) -> str:
    speaker = f", {stretch.speaker}" if stretch.speaker else ""
    return f"{clock_text(stretch.seconds)}{speaker}"


def _questions(questions: tuple[AskedAt, ...]) -> str:
    """How many, and in which third of the call."""
    thirds = [min(2, int(one.part * 3)) for one in questions]
    spread = ", ".join(f"{thirds.count(at)} in the {name}" for at, name in enumerate(_THIRDS))
    return f"{len(questions)}, {spread} third"


def _when(asked: AskedAt) -> str:
    return clock_text(asked.seconds) if asked.seconds is not None else f"{asked.part:.0%}"
