"""What the cues within a clause say about an answer there."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from assistant.domain.answers import Cue
from assistant.extraction.clauses.splitting import Range

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


def qualify(doc: Doc, clause: Range, trigger: Range, values: Sequence[Spot] = ()) -> Qualities:
    """The qualities of an answer in ``clause`` whose words are ``trigger``.

    A negation within the trigger is part of what the rule says and denies nothing more.
    ``values`` are the turn's values: "about" hedges only right before one.
    """
    cues = [cue for cue in doc.spans["cues"] if clause.start <= cue.start < clause.end]
    return Qualities(
        negation=_negation(cues, trigger),
        hedge=_hedge(cues, values) or _first(_after(doc, clause), "hedge"),
        hypothetical=_first(cues, "hypothetical"),
        past=_first(cues, "past"),
        elsewhere=_first(cues, "elsewhere"),
        own=_first(cues, "own"),
        question=_question(doc, clause),
    )


def as_cue(span: Span, kind: str | None = None) -> Cue:
    """The span as the domain's cue."""
    return Cue(kind=kind or span.label_, start=span.start_char, end=span.end_char, text=span.text)


def _first(cues: Sequence[Span], kind: str) -> Cue | None:
    return next((as_cue(cue) for cue in cues if cue.label_ == kind), None)


def _negation(cues: Sequence[Span], trigger: Range) -> Cue | None:
    excused = [cue for cue in cues if cue.label_ == "not_negation"]
    for cue in cues:
        within = trigger.start <= cue.start < trigger.end
        if cue.label_ != "negation" or within:
            continue
        if not any(other.start <= cue.start < other.end for other in excused):
            return as_cue(cue)
    return None


def _hedge(cues: Sequence[Span], values: Sequence[Spot]) -> Cue | None:
    for cue in cues:
        if cue.label_ == "hedge":
            return as_cue(cue)
        if cue.label_ == "hedge_before_value" and any(
            cue.start_char <= start <= cue.end_char + 2 for start, _ in values
        ):
            return as_cue(cue, "hedge")
    return None


def _after(doc: Doc, clause: Range) -> list[Span]:
    """Hedges that follow the clause at once: ", give or take", ", I think", " (?)"."""
    return [
        cue
        for cue in doc.spans["cues"]
        if clause.end <= cue.start <= clause.end + 1 and cue.label_ == "hedge"
    ]


def _question(doc: Doc, clause: Range) -> Cue | None:
    if clause.end < len(doc) and doc[clause.end].text.startswith("?"):
        return as_cue(doc[clause.end : clause.end + 1], "question")
    return None
