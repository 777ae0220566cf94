"""The value of an answer, by field: read from its words, or from the rep's guess."""

from assistant.domain.fields import Field
from assistant.domain.values import Deciders, Label, Value
from assistant.extraction.moment import Spoken
from assistant.extraction.qualifiers.reading import Spot

KIND_OF = {
    Field.BUDGET: "money",
    Field.TIMELINE: "period",
    Field.AUTHORITY: "person",
    Field.COMPANY_SIZE: "count",
    Field.ROLE: "title",
}
"""The kind of value that a field's answers carry; the others carry a label."""
CONFIRMED_KIND = KIND_OF | {
    Field.LOCATION: "place",
    Field.INDUSTRY: "trade",
    Field.CURRENT_SOLUTION: "product",
    Field.COMPETITION: "product",
}
"""The kind of value in the rep's guess that a "yes" confirms."""


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
