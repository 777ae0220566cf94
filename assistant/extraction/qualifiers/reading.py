"""What the cues within a clause say about an answer there."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from assistant.domain.answers import Cue
from assistant.extraction.clauses.splitting import Range
from assistant.extraction.qualifiers.component import FoundCue, cues_of

Spot = tuple[int, int]
"""Code points ``[start, end)``."""


@dataclass(frozen=True, slots=True)
class Qualities:
    """The cue that decided each quality; None where there is none.

    ``negation``: the clause denies. ``hedge``: unsure words. ``hypothetical``, ``past``,
    ``elsewhere``: not this purchase, not now, not their company. ``own``: in notes, the
    rep's own doing. ``question``: the clause asks.
    """

    negation: Cue | None = None
    hedge: Cue | None = None
    hypothetical: Cue | None = None
    past: Cue | None = None
    elsewhere: Cue | None = None
    own: Cue | None = None
    question: Cue | None = None


def qualify(
    doc: Doc, clause: Range, trigger: Range, values: Callable[[], Sequence[Spot]] = tuple
) -> Qualities:
    """The qualities of an answer in ``clause`` whose words are ``trigger``.

    A negation within the trigger is part of what the rule says and denies nothing more.
    ``values`` gives the turn's values, once they matter: "about" hedges only right before one.
    """
    cues = _between(doc, clause.start, clause.end)
    hedge = _hedge(doc, cues, values)
    if hedge is None:
        # Hedges that follow the clause at once: ", give or take", ", I think", " (?)".
        hedge = _first(doc, _between(doc, clause.end, clause.end + 2), "hedge")
    return Qualities(
        negation=_negation(doc, cues, trigger),
        hedge=hedge,
        hypothetical=_first(doc, cues, "hypothetical"),
        past=_first(doc, cues, "past"),
        elsewhere=_first(doc, cues, "elsewhere"),
        own=_first(doc, cues, "own"),
        question=_question(doc, clause),
    )


def as_cue(doc: Doc, tokens: Range, kind: str) -> Cue:
    """Words of the Doc as the domain's cue."""
    span = doc[tokens.start : tokens.end]
    return Cue(kind=kind, start=span.start_char, end=span.end_char, text=span.text)


def _between(doc: Doc, first: int, after: int) -> tuple[FoundCue, ...]:
    """The cues that begin in tokens ``[first, after)``."""
    cues = cues_of(doc)
    return cues[bisect_left(cues, (first,)) : bisect_left(cues, (after,))]


def _first(doc: Doc, cues: Sequence[FoundCue], kind: str) -> Cue | None:
    return next((_said(doc, cue) for cue in cues if cue.kind == kind), None)


def _said(doc: Doc, cue: FoundCue, kind: str = "") -> Cue:
    return as_cue(doc, Range(cue.start, cue.end), kind or cue.kind)


def _negation(doc: Doc, cues: Sequence[FoundCue], trigger: Range) -> Cue | None:
    excused = [cue for cue in cues if cue.kind == "not_negation"]
    for cue in cues:
        within = trigger.start <= cue.start < trigger.end
        if cue.kind != "negation" or within:
            continue
        if not any(other.start <= cue.start < other.end for other in excused):
            return _said(doc, cue)
    return None


def _hedge(doc: Doc, cues: Sequence[FoundCue], values: Callable[[], Sequence[Spot]]) -> Cue | None:
    for cue in cues:
        if cue.kind == "hedge":
            return _said(doc, cue)
        if cue.kind == "hedge_before_value":
            said = _said(doc, cue, "hedge")
            if any(said.start <= start <= said.end + 2 for start, _ in values()):
                return said
    return None


def _question(doc: Doc, clause: Range) -> Cue | None:
    if clause.end < len(doc) and doc[clause.end].text.startswith("?"):
        return as_cue(doc, Range(clause.end, clause.end + 1), "question")
    return None
