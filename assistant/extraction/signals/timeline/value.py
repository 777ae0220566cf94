"""Which time a timeline answer names."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.domain.fields import Polarity
from assistant.domain.values import Period
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed
from assistant.extraction.values.found import Found
from assistant.extraction.values.periods.days import months_of
from assistant.extraction.values.periods.finding import find_periods
from assistant.extraction.values.periods.picking import main_period

_LONGEST_SPOKEN_OF = 100
"""Days: "the twenty-first" is in the month or season that was named before, not in the year."""
_TURNS_BACK = 2
_YEARS_AHEAD = 10
_MONTH_AND_NUMBER = re.compile(r"[^\W\d_]+\.? (\d\d)")
_WEEK_OF = re.compile(r"\bw(?:ee)?k (?:of|commencing|beginning|starting)\b|\bw/?c\b", re.IGNORECASE)
_AT_ONCE = frozenset({"today", "tonight", "tomorrow", "yesterday"})
_RULES_OUT = re.compile(
    r"\b(?:not|no|never|nor|nothing|against|doubt|can't|cannot|\w+n't)\b", re.IGNORECASE
)
_SETS_LIMIT = re.compile(
    r"\b(?:before|until|till|til|'til|sooner|earlier|earliest|prior|after|past)\b", re.IGNORECASE
)


def timeline_value(moment: Moment, spot: Spot, polarity: Polarity) -> Period | None:
    """The time in the words, else in the rep's guess that they confirm.

    A no has a time only where it says from when on ("not before March"): the time that it
    rules out ("not this spring") is no value.
    """
    if polarity is Polarity.OPEN:
        return None
    today = moment.spoken.facts.call_date
    said = _said(moment, spot)
    if polarity is Polarity.NO:
        said = [found for found in said if not _ruled_out(moment.text, spot, found)]
        said = [_in_a_year(found, today) for found in said]
    period = _begun(_as_haste(main_period(moment.text, said, today=today)))
    if period is not None or polarity is Polarity.NO or moment.guess is None:
        return period
    put = guessed("period", moment, spot)
    return main_period(moment.guess.turn.text, put, today=today)


def _as_haste(period: Period | None) -> Period | None:
    """Today, tomorrow and yesterday are no dates to buy by: they mean that it is urgent."""
    if period is None or period.raw.lower() not in _AT_ONCE:
        return period
    return Period(start=None, end=None, asap=True, raw=period.raw)


def _in_a_year(found: Found[Period], today: date) -> Found[Period]:
    """The month, where a bare number after it tells the year: "nothing before March 29".

    Of what is refused for now the year is told, and hardly ever a day.
    """
    named = _MONTH_AND_NUMBER.fullmatch(found.value.raw.strip())
    start = found.value.start
    if named is None or start is None or start != found.value.end:
        return found
    year = today.year - today.year % 100 + int(named[1])
    if not today.year <= year <= today.year + _YEARS_AHEAD:
        return found
    month = months_of(year, start.month, start.month)
    value = found.value.model_copy(update={"start": month.start, "end": month.end})
    return found.model_copy(update={"value": value})


def _begun(period: Period | None) -> Period | None:
    """The day that a week is named by: "in the week of the tenth" means from the tenth."""
    if period is None or period.start is None or _WEEK_OF.search(period.raw) is None:
        return period
    return period.model_copy(update={"end": period.start})


def _said(moment: Moment, spot: Spot) -> Sequence[Found[Period]]:
    """The times at the code points, those without a month or year after what was spoken of."""
    inside = moment.spoken.values.near("period", spot)
    before = _spoken_of(moment)
    if not inside or before is None:
        return inside
    facts = moment.spoken.facts
    again = find_periods(
        moment.text,
        today=facts.call_date,
        date_order=facts.date_order,
        fiscal_year_start=facts.fiscal_year_start,
        spoken_of=before,
    )
    return tuple(f for f in again if f.start < spot[1] and f.end > spot[0])


def _spoken_of(moment: Moment) -> Period | None:
    """The latest time to come, no longer than a season, that the turns before named."""
    today = moment.spoken.facts.call_date
    for spoken in reversed(moment.before[-_TURNS_BACK:]):
        for found in reversed(spoken.values.period):
            start, end = found.value.start, found.value.end
            if start and end and start > today and (end - start).days < _LONGEST_SPOKEN_OF:
                named: Period = found.value
                return named
    return None


def _ruled_out(text: str, spot: Spot, found: Found[Period]) -> bool:
    """Whether the words before the time deny it, and set no limit by it."""
    lead = text[spot[0] : found.start]
    around = lead + text[found.start : found.end + 20]
    return _RULES_OUT.search(lead) is not None and _SETS_LIMIT.search(around) is None
