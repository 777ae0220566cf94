"""What phrases can't say: which of the words name the tool or the way of working."""

from dataclasses import replace

from assistant.domain.values import Label
from assistant.extraction.dialogue.confirming import FOUND_BY as CONFIRMATION
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.values.products.naming import has_names, names_in

_FIRST_LINES = 14
"""Notes say what is used in their first half; further down a tool is somebody's offer."""


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with the names of what is used, else its own words."""
    if candidate.found_by == CONFIRMATION:
        return candidate
    late = moment.spoken.turn.index >= _FIRST_LINES
    if moment.notes and late and candidate.field not in moment.asked:
        return None
    raw = moment.text[candidate.start : candidate.end]
    if candidate.found_by.endswith("capital_when_prompted") and not has_names(raw):
        return None
    return replace(candidate, value=Label(text=names_in(raw, methods=True), raw=raw))
