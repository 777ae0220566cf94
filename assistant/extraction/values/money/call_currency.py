"""The currency of a whole call."""

from collections import Counter
from collections.abc import Iterable

from assistant.extraction.values.money.finding import find_money


def currency_said(texts: Iterable[str]) -> str | None:
    """The currency that the texts name most often; None where none is named."""
    said = Counter(
        found.value.currency for text in texts for found in find_money(text) if found.value.currency
    )
    return said.most_common(1)[0][0] if said else None
