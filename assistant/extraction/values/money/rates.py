"""The period that a question about money names: "What could you do a month?"."""

from assistant.domain.values import Per
from assistant.extraction.values.money.terms import terms
from assistant.extraction.values.words import split_words


def rate_said(text: str) -> Per | None:
    """The last period that the text names for sums; None where it names none."""
    words = split_words(text)
    said = [value for value, _, _ in terms().rates.all(words)]
    return said[-1] if said else None
