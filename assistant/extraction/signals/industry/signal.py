"""What phrases can't say: what the trade is called, and that notes name it at the top."""

from dataclasses import replace

from assistant.domain.values import Label
from assistant.extraction.dialogue.confirming import FOUND_BY as CONFIRMATION
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.values.trades.sectors import sector_names

_FIRST_LINES = 5
_FIRST_TURNS = 40
"""What a company does is said early; later on a trade is somebody else's."""


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with the sectors that its words tell."""
    if candidate.found_by == CONFIRMATION:
        return candidate
    index = moment.spoken.turn.index
    late = index >= (_FIRST_LINES if moment.notes else _FIRST_TURNS)
    if late and candidate.field not in moment.asked:
        return None
    start, end = candidate.start, _end(moment, candidate)
    raw = moment.text[start:end]
    text = sector_names(raw)
    return replace(candidate, end=end, value=Label(text=text, raw=raw) if text else None)


def _end(moment: Moment, candidate: Candidate) -> int:
    """Where the answer ends: before sizes and places that follow the trade."""
    values = moment.spoken.values
    trades = values.within("trade", (candidate.start, candidate.end))
    after = trades[-1].end if trades else candidate.end
    spot = (after, candidate.end)
    others = [*values.within("count", spot), *values.within("place", spot)]
    if not others:
        return candidate.end
    return len(moment.text[: min(found.start for found in others)].rstrip(" ,;(")) or candidate.end
