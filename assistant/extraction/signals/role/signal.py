"""What phrases can't say: what a title is in full, and what somebody runs who has none."""

from dataclasses import replace

from assistant.domain.values import Label
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.signals.role.value import duty, in_full

_FIRST_LINES = 6
"""Notes say who it is at the top; further down a title is somebody else's."""


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with its title in full, else with the duty that was named.

    None for a title far down in notes.
    """
    if moment.notes and moment.spoken.turn.index >= _FIRST_LINES and not moment.asked:
        return None
    if candidate.found_by.endswith((".owns", ".confirmation", ":confirmation")):
        return candidate
    jobs = moment.spoken.values.within("job", (candidate.start, candidate.end))
    if not jobs:
        return _named(moment, candidate, duty(moment.text[candidate.start : candidate.end]))
    least = 0 if moment.notes else candidate.start
    start, text = in_full(moment.text, jobs[0], least)
    return _named(moment, replace(candidate, start=min(start, candidate.start)), text)


def _named(moment: Moment, candidate: Candidate, text: str) -> Candidate:
    raw = moment.text[candidate.start : candidate.end]
    return replace(candidate, value=Label(text=text, raw=raw))
