"""Leads by what is typed of them: a part of a name, account or e-mail, spelled right or nearly."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from assistant.workflows.lead_views import LeadSummary

NEARLY = 75.0
"""Of 100, rapidfuzz's partial ratio: "inez ortga" finds Ines Ortega, "ruis" finds Ruiz."""
SHORTEST = 3
"""So many letters have to be typed before nearly the same is looked for."""


def leads_like(leads: "Sequence[LeadSummary]", typed: str, most: int) -> "tuple[LeadSummary, ...]":
    """The leads that are meant, the likeliest first: all where nothing is typed.

    First those whose name begins so, then those that have every word, in their own order.
    Where there is none, those that have nearly what was typed, by likeness.
    """
    wanted = " ".join(typed.casefold().split())
    texts = [_text(lead) for lead in leads]
    found = [at for at, text in enumerate(texts) if all(word in text for word in wanted.split())]
    found.sort(key=lambda at: not texts[at].startswith(wanted))
    if not found and len(wanted) >= SHORTEST:
        found = list(_nearly(texts, wanted))
    return tuple(leads[at] for at in found[:most])


def _text(lead: "LeadSummary") -> str:
    return f"{lead.lead.name} {lead.account_name} {lead.lead.email}".casefold()


def _nearly(texts: Sequence[str], wanted: str) -> Iterator[int]:
    like = process.extract(
        wanted, texts, scorer=fuzz.partial_ratio, score_cutoff=NEARLY, limit=None
    )
    for _, _, at in like:
        yield at
