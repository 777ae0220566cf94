"""What phrases can't say: a time that is past is no plan, and one far off is a no."""

from dataclasses import replace
from datetime import timedelta

from assistant.domain.fields import Polarity
from assistant.domain.values import Period
from assistant.extraction.dialogue.confirming import FOUND_BY as CONFIRMATION
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.signals.timeline.value import timeline_value

_HORIZON = timedelta(days=366)
"""Twelve months, a leap day included; later is a no, by the corpus's convention."""
_DATELESS = ("no_date", "no_date_said", "note_no_date")
"""Rules whose times are those that are ruled out ("not this year")."""


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with its time; None for a time that is over."""
    period = _time(moment, candidate)
    rule = candidate.found_by.rpartition(".")[2]
    if period is None or candidate.polarity is Polarity.OPEN or rule in _DATELESS:
        return replace(candidate, value=None)
    today = moment.spoken.facts.call_date
    if period.end is not None and period.end < today:
        return None
    far = period.start is not None and period.start > today + _HORIZON
    polarity = Polarity.NO if far else candidate.polarity
    return replace(candidate, value=period, polarity=polarity)


def _time(moment: Moment, candidate: Candidate) -> Period | None:
    """The time in the candidate's words; one that confirms a guess has the guess's."""
    if candidate.found_by == CONFIRMATION:
        return candidate.value if isinstance(candidate.value, Period) else None
    return timeline_value(moment, (candidate.start, candidate.end), candidate.polarity)
