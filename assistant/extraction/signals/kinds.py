"""Which kind of value a field's answers carry."""

from assistant.domain.fields import Field
from assistant.extraction.reading_values import ValueKind

KIND_OF: dict[Field, ValueKind] = {
    Field.BUDGET: "money",
    Field.TIMELINE: "period",
    Field.AUTHORITY: "person",
    Field.COMPANY_SIZE: "count",
    Field.ROLE: "title",
}
"""The kind of value that a field's answers carry; the others carry a label."""
CONFIRMED_KIND: dict[Field, ValueKind] = KIND_OF | {
    Field.LOCATION: "place",
    Field.INDUSTRY: "trade",
    Field.CURRENT_SOLUTION: "product",
    Field.COMPETITION: "product",
}
"""The kind of value in the rep's guess that a "yes" confirms."""
