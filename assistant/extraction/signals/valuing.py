"""The value of an answer, by field: read from its words, or from the rep's guess."""

from collections.abc import Callable

from assistant.domain.fields import Field, Polarity
from assistant.domain.values import Deciders, Label, Say, Value
from assistant.extraction.moment import Moment, Spoken
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.authority.value import authority_value
from assistant.extraction.signals.budget.value import budget_value
from assistant.extraction.signals.company_size.value import size_value
from assistant.extraction.signals.competition.value import rival_value
from assistant.extraction.signals.current_solution.value import solution_value
from assistant.extraction.signals.industry.value import industry_value
from assistant.extraction.signals.kinds import KIND_OF
from assistant.extraction.signals.location.value import location_value
from assistant.extraction.signals.role.value import role_value
from assistant.extraction.signals.timeline.value import timeline_value

_READERS: dict[Field, Callable[[Moment, Spot, Polarity], Value | None]] = {
    Field.BUDGET: budget_value,
    Field.TIMELINE: timeline_value,
    Field.COMPANY_SIZE: size_value,
    Field.ROLE: role_value,
    Field.LOCATION: location_value,
    Field.INDUSTRY: industry_value,
    Field.CURRENT_SOLUTION: solution_value,
    Field.COMPETITION: rival_value,
}


def value_for(
    field: Field, moment: Moment, spot: Spot, polarity: Polarity, say: Say | None = None
) -> Value | None:
    """The value of an answer that stands on the code points ``spot`` of the moment's turn.

    The entry point for answers whose words were found by other means than rules; the spot
    may be a word or two longer or shorter than the answer. Looks in its words first, then
    where they have no value ("Yeah, about that", "Me.") at the turn around them, the rep's
    guess and the talk before. A budget or a time that is denied or left open keeps a figure
    only where it is said as one. For authority ``speaker`` is ``say``, or what the words or
    the polarity tell; fields without a kind of value get a label of the words. None where
    nothing is sure enough: a blank is better than a wrong value.
    """
    if field is Field.AUTHORITY:
        return authority_value(moment, spot, polarity, say)
    reader = _READERS.get(field)
    return moment.spoken.values.label(spot) if reader is None else reader(moment, spot, polarity)


def value_in(field: Field, spoken: Spoken, spot: Spot) -> Value | None:
    """The field's value within the code points; a label of the words where it has no kind."""
    kind = KIND_OF.get(field)
    if kind is None:
        return spoken.values.label(spot)
    found = spoken.values.within(kind, spot)
    return found[0].value if found else None


def fixed_value(field: Field, text: str, words: str) -> Value:
    """A rule's ``value``."""
    if field is Field.AUTHORITY and text in ("yes", "no", "shared"):
        return Deciders(speaker=text, raw=words)
    return Label(text=text, raw=words)
