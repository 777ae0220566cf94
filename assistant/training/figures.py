"""The figures of a tagger alone on the development calls."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.domain.fields import Kind
from assistant.domain.marked import MarkedCall
from assistant.evaluation.asked import AskedMarks, score_asked
from assistant.evaluation.scoring import score
from assistant.extraction.learned.model import ModelCard
from assistant.training.reading import ReadCall

NEW_WRITERS = ("w-", "x-", "y-", "z-")
"""Development calls by writers who wrote none of the training calls."""
_OF_THE_TAGGER = ("calls", "answers", "spans", "checklist", "macro_f1", "polarity", "hedged")
"""Values and criteria are the work of others."""
COMPARED = ("answers", "spans", "checklist")
"""Figures whose F1 has to be the same in eight bits."""

GROUPS: Mapping[str, Callable[[MarkedCall], bool]] = {
    "all": lambda _call: True,
    "calls": lambda call: call.kind is Kind.CALL,
    "notes": lambda call: call.kind is Kind.NOTES,
    "new writers": lambda call: call.id.startswith(NEW_WRITERS),
}


def figures_of(
    calls: Sequence[ReadCall], card: ModelCard, marks: AskedMarks | None = None
) -> dict[str, dict[str, Any]]:
    """Figures by group of calls; those of the fields and of what is asked for all calls."""
    pairs = [(call.call, call.guess(card)) for call in calls]
    figures: dict[str, dict[str, Any]] = {}
    for name, wanted in GROUPS.items():
        scored = score([pair for pair in pairs if wanted(pair[0])])
        figures[name] = {key: scored[key] for key in _OF_THE_TAGGER}
        if name == "all":
            fields = scored["fields"].items()
            figures[name]["fields"] = {
                field: {key: of[key] for key in of if key != "value"} for field, of in fields
            }
    if marks is not None:
        figures["all"]["asked"] = score_asked(pairs, marks)
    return figures


def line_of(figures: Mapping[str, Mapping[str, Any]]) -> str:
    """The figures in one line for each group of calls."""
    return "\n".join(f"  {name:12} {_line(of)}" for name, of in figures.items() if of["calls"])


def _line(of: Mapping[str, Any]) -> str:
    answers = of["answers"]
    line = (
        f"answers P {answers['precision']:.3f} R {answers['recall']:.3f} F1 {answers['f1']:.3f}  "
        f"spans {of['spans']['f1']:.3f}  checklist {of['checklist']['f1']:.3f}  "
        f"polarity {of['polarity']:.3f}  hedged {of['hedged']['f1']:.3f}"
    )
    asked = of.get("asked")
    if asked:
        line += f"  asked P {asked['precision']:.3f} R {asked['recall']:.3f}"
    return line


def largest_difference(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """How far two taggers' figures for all calls are apart, where they are furthest."""
    pairs = ((one["all"][name]["f1"], other["all"][name]["f1"]) for name in COMPARED)
    return max(abs(float(mine) - float(theirs)) for mine, theirs in pairs)
