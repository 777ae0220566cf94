"""The words that a time can begin with, and the words that no time goes without."""

from assistant.extraction.data import at_loading
from assistant.extraction.values.periods.holidays import holiday_names
from assistant.extraction.values.periods.terms import calendar, edges
from assistant.extraction.values.words import key_words, split_words

_LEADS = frozenset(
    {
        "the",
        "this",
        "our",
        "my",
        "next",
        "last",
        "coming",
        "following",
        "current",
        "upcoming",
        "previous",
        "past",
    }
    | {"in", "within", "inside", "over", "for", "during", "a", "an", "one", "another", "final"}
    | {
        "q",
        "h",
        "quarter",
        "fiscal",
        "calendar",
        "kw",
        "cw",
        "w",
        "wc",
        "twenty",
        "thirty",
        "two",
        "nineteen",
    }
)
_KEYS = frozenset({"q", "fy", "fiscal", "financial", "kw", "cw", "twenty", "thirty", "nineteen"})


@at_loading
def starters() -> frozenset[str]:
    """The words that a time can begin with, besides digits."""
    table = calendar()
    names = {*table.month_numbers, *table.weekday_numbers, *table.ordinals, *table.seasons}
    phrases = [*_phrases(), *_edge_phrases()]
    first = {split_words(phrase)[0].lower for phrase in phrases}
    return frozenset(names | first | set(table.unit_names) | _LEADS)


@at_loading
def trigger_words() -> frozenset[str]:
    """Words of which every time without digits holds one."""
    table = calendar()
    names = {*table.month_numbers, *table.weekday_numbers, *table.ordinals, *table.seasons}
    return frozenset(names | key_words(_phrases()) | set(table.unit_names) | _KEYS)


def _phrases() -> list[str]:
    table = calendar()
    moments = (table.today, table.tomorrow, table.day_after_tomorrow, table.yesterday)
    ends = (table.end_of_month, table.end_of_quarter, table.end_of_year, table.end_of_fiscal_year)
    groups = (*moments, *ends, table.fiscal_year, tuple(table.stretches), edges().asap)
    return [*holiday_names(), *(phrase for group in groups for phrase in group)]


def _edge_phrases() -> list[str]:
    return [phrase for phrases in edges().before.values() for phrase in phrases]
