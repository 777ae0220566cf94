"""The figures of a transcript."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from assistant.domain.fields import Side
from assistant.domain.figures import AskedAt, Basis, CallFigures, Stretch
from assistant.domain.transcript import Turn
from assistant.figures.lengths import is_timed, seconds_of

NO_SIDES = "who is the rep is not known: no shares, questions or changes"
NO_MARKS = "the transcript has no question marks: questions can't be counted"
NO_TIMES = "the transcript has no times: patience can't be told, lengths are from words"
NO_ENDS = (
    "the transcript does not say when anybody stopped: patience can't be told, lengths are "
    "from words"
)
SOME_TIMES = "some turns have no times: their lengths are from words"
_SENTENCE = re.compile(r"[^.!?]*\?+")
_SIDES = (Side.REP, Side.PROSPECT)


def figures_of(turns: Sequence[Turn], source: str = "transcript") -> CallFigures | None:
    """What the turns of a transcript come to; None where nobody says anything in it."""
    spoken = [turn for turn in turns if turn.text.strip()]
    if not spoken:
        return None
    basis = _basis(spoken)
    minutes = _minutes(spoken, basis)
    sides = {turn.side for turn in spoken}
    known = {Side.REP, Side.PROSPECT} <= sides
    marks = any("?" in turn.text for turn in spoken)
    waits = _waits(spoken)
    return CallFigures(
        source=source,
        basis=basis,
        minutes=minutes,
        rep_share=_share(spoken) if known else None,
        longest_rep=_longest(spoken, Side.REP),
        longest_prospect=_longest(spoken, Side.PROSPECT),
        questions=tuple(_questions(spoken)) if known and marks else None,
        prospect_questions=_asked_by(spoken, Side.PROSPECT) if known and marks else None,
        patience=median(waits) if waits else None,
        waits=len(waits),
        interactivity=_changes(spoken) / minutes if known and minutes else None,
        missing=tuple(_missing(spoken, basis, known=known, marks=marks)),
    )


def _basis(turns: Sequence[Turn]) -> Basis:
    timed = sum(map(is_timed, turns))
    if not timed:
        return "words"
    return "times" if timed == len(turns) else "times and words"


def _minutes(turns: Sequence[Turn], basis: Basis) -> float:
    """How long the call was: to its last word by the times, else all its words."""
    if basis != "words":
        starts = [turn.start for turn in turns if turn.start is not None]
        ends = [turn.end for turn in turns if turn.end is not None]
        return max(0.0, max(ends) - min(starts)) / 60
    return sum(map(seconds_of, turns)) / 60


def _share(turns: Sequence[Turn]) -> float | None:
    talked = {side: sum(seconds_of(one) for one in turns if one.side is side) for side in _SIDES}
    total = sum(talked.values())
    return talked[Side.REP] / total if total else None


def _longest(turns: Sequence[Turn], side: Side) -> Stretch | None:
    """The longest run of turns of one person of a side."""
    runs = (list(run) for _, run in groupby(turns, key=lambda one: (one.side, one.speaker)))
    found = [run for run in runs if run[0].side is side]
    if not found:
        return None
    longest = max(found, key=lambda run: sum(map(seconds_of, run)))
    return Stretch(
        seconds=sum(map(seconds_of, longest)),
        speaker=longest[0].speaker or "",
        turn=longest[0].index,
    )


def _questions(turns: Sequence[Turn]) -> Iterator[AskedAt]:
    """Sentences of the rep with a question mark, and how far into the call they are."""
    total = sum(map(seconds_of, turns))
    before = 0.0
    for turn in turns:
        if turn.side is Side.REP:
            for found in _SENTENCE.finditer(turn.text):
                into = before + seconds_of(turn) * found.start() / max(1, len(turn.text))
                yield AskedAt(
                    turn=turn.index,
                    text=found[0].strip(),
                    seconds=turn.start,
                    part=min(1.0, into / total) if total else 0.0,
                )
        before += seconds_of(turn)


def _asked_by(turns: Sequence[Turn], side: Side) -> int:
    return sum(len(_SENTENCE.findall(turn.text)) for turn in turns if turn.side is side)


def _waits(turns: Sequence[Turn]) -> list[float]:
    """Seconds between the prospect's last word and the rep's next; 0 where they overlap."""
    return [
        max(0.0, after.start - before.end)
        for before, after in pairwise(turns)
        if (before.side, after.side) == (Side.PROSPECT, Side.REP)
        and before.end is not None
        and after.start is not None
        and is_timed(before)
    ]


def _changes(turns: Sequence[Turn]) -> int:
    """How often the talk went from one side to the other."""
    told = [turn.side for turn in turns if turn.side in _SIDES]
    return sum(before is not after for before, after in pairwise(told))


def _missing(turns: Sequence[Turn], basis: Basis, *, known: bool, marks: bool) -> Iterator[str]:
    if not known:
        yield NO_SIDES
    if known and not marks:
        yield NO_MARKS
    if basis == "words":
        yield NO_TIMES if all(turn.start is None for turn in turns) else NO_ENDS
    elif basis != "times":
        yield SOME_TIMES
