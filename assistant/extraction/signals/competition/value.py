"""Which rivals an answer names."""

import re

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.naming import names_at, names_before, thing_at

NOBODY = "none"
IN_HOUSE = "build in-house"
_NOBODY = re.compile(
    r"\b(?:nobody|no one|no-one|none|no others?|only you|just you|only us|just us"
    r"|only (?:asked|asks|called|calls|rang|talks? to|spoke to) us"
    r"|(?:you're|you are|we're|we are) the only ones?"
    r"|(?:i'm|you're|it's|it is) the first)\b"
    r"|(?:\bnot|n't|\bnever)\b.*\b(?:anyone|anybody|others?|around|elsewhere)\b",
    re.IGNORECASE,
)
_IN_HOUSE = re.compile(
    r"\b(?:in-house|in house|internally)\b"
    r"|\b(?:build|building|built|write|writing|wrote|code|coding|develop|developing|program|do|doing"
    r"|make|making)\b.{0,25}\b(?:ourselves|myself|themselves|our own|my own)\b"
    r"|\b(?:i|i'd|we|we'd|devs|developers)\b.{0,20}\b(?:build|write|code) "
    r"(?:it|one|something|another)\b"
    r"|\bour own (?:devs|developers|people|guys|team|lads)\b",
    re.IGNORECASE,
)


def rival_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:
    """The names in the words, building it oneself, nobody, or what the words point at."""
    raw = moment.text[spot[0] : spot[1]]
    named = names_at(moment, spot, methods=False)
    if named is not None:
        return named
    if polarity is Polarity.NO and _NOBODY.search(raw):
        return Label(text=NOBODY, raw=raw)
    if _IN_HOUSE.search(raw):
        return Label(text=IN_HOUSE, raw=raw)
    put = names_before(moment, spot, polarity)
    return put or (thing_at(moment, spot) if polarity is Polarity.YES else None)
