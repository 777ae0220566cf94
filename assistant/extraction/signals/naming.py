"""Which products, vendors and ways of working an answer names, also when it points at one."""

import re

from assistant.domain.fields import Kind, Polarity
from assistant.domain.values import Label
from assistant.extraction.moment import Moment, Spoken
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.values.found import Found
from assistant.extraction.values.labels.plain import plain_name
from assistant.extraction.values.products.finding import find_methods
from assistant.extraction.values.products.names import find_names, is_lower_case

_MOST_NAMES = 5
_POINTS = re.compile(
    r"\b(?:them|they|they're|they've|it|it's|that|that's|those|he|he's|she|she's|him|her|one)\b",
    re.IGNORECASE,
)
_ALONE_WORDS = 3
"""A reply of so few words says yes or no to what was named."""
_SHORT = 7


def names_at(moment: Moment, spot: Spot, *, methods: bool) -> Label | None:
    """The names in the words at ``spot``, joined by "; "; None where there are none.

    ``methods`` names ways of working too ("spreadsheets").
    """
    raw = moment.text[spot[0] : spot[1]]
    named = [(f.start, f.value.text) for f in _names(moment.spoken, spot)]
    if methods:
        named += [(f.start, f.value.text) for f in find_methods(raw)]
    return _joined([name for _, name in sorted(named)], raw)


def names_before(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:
    """What a short answer points at ("Naturally", "that one is out"): the name said last.

    A yes of a few words takes it from the rep's guess, a no from its own turn too. Longer
    answers, and most of the others, are about something that has no name.
    """
    raw = moment.text[spot[0] : spot[1]]
    length = len(raw.split())
    if length <= _ALONE_WORDS and moment.guess is not None:
        turns = [(moment.guess, (0, len(moment.guess.turn.text)))]
    elif length <= _SHORT and polarity is Polarity.NO and _POINTS.search(raw):
        turns = [(moment.spoken, (0, spot[0]))]
        turns += [(s, (0, len(s.turn.text))) for s in moment.before[-1:]]
    else:
        return None
    named = ([f.value.text for f in _names(spoken, where)] for spoken, where in turns)
    return next((_joined(names[-1:], raw) for names in named if names), None)


def thing_at(moment: Moment, spot: Spot) -> Label | None:
    """The thing that the words are, where they are few: "two own printers", "rubber mats".

    In talk a single word, and more than a few, are too often about something else.
    """
    raw = moment.text[spot[0] : spot[1]]
    few = moment.notes or 1 < len(raw.split()) <= _ALONE_WORDS
    text = plain_name(raw) if few else ""
    return Label(text=text, raw=raw) if text else None


def _names(spoken: Spoken, spot: Spot) -> tuple[Found[Label], ...]:
    text = spoken.turn.text
    facts = spoken.facts
    strangers = {word.lower() for p in facts.participants for word in p.name.split()}
    strangers |= {name.lower() for name in facts.product_names}
    said = text[spot[0] : spot[1]]
    lower = is_lower_case(said if facts.kind is Kind.NOTES else text)
    return find_names(said, frozenset(strangers), lower_case=lower)


def _joined(names: list[str], raw: str) -> Label | None:
    text = "; ".join(list(dict.fromkeys(names))[:_MOST_NAMES])
    return Label(text=text, raw=raw) if text else None
