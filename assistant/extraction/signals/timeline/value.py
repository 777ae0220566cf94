"""Which time a timeline answer names."""

from assistant.domain.fields import Polarity
from assistant.domain.values import Period
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed
from assistant.extraction.values.periods.picking import main_period


def timeline_value(moment: Moment, spot: Spot, polarity: Polarity) -> Period | None:
    """The time in the words, else in the rep's guess that they confirm."""
    if polarity is Polarity.OPEN:
        return None
    today = moment.spoken.facts.call_date
    said = moment.spoken.values.near("period", spot)
    period = main_period(moment.text, said, today=today)
    if period is not None or polarity is Polarity.NO or moment.guess is None:
        return period
    put = guessed("period", moment, spot)
    return main_period(moment.guess.turn.text, put, today=today)
