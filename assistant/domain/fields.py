"""The 17 fields that extraction fills, and how an answer can be qualified.

The definitions are those of ``transcripts/corpus/GUIDE.md``.
"""

from enum import StrEnum


class Field(StrEnum):
    """What an extracted answer can be about."""

    BUDGET = "budget"
    AUTHORITY = "authority"
    NEED = "need"
    GOAL = "goal"
    TIMELINE = "timeline"
    PRIORITY = "priority"
    CURRENT_SOLUTION = "current_solution"
    COMPETITION = "competition"
    DECISION_CRITERIA = "decision_criteria"
    DECISION_PROCESS = "decision_process"
    NEXT_STEP = "next_step"
    INTENT = "intent"
    OBJECTION = "objection"
    COMPANY_SIZE = "company_size"
    INDUSTRY = "industry"
    LOCATION = "location"
    ROLE = "role"


class Polarity(StrEnum):
    """Favourable or simply given; denied or unfavourable; said to be unsettled."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


class Certainty(StrEnum):
    """Whether the words are firm or hedged ("maybe", "something like")."""

    FIRM = "firm"
    HEDGED = "hedged"


class Side(StrEnum):
    """On whose side of the call somebody is."""

    REP = "rep"
    PROSPECT = "prospect"
    OTHER = "other"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What a text is: speech of a call, the rep's notes about it, or what was typed meanwhile.

    A chat belongs to a call as a source of its own; it is never read as speech.
    """

    CALL = "call"
    NOTES = "notes"
    CHAT = "chat"


CORE_CRITERIA = ("budget", "authority", "need", "timeline")
"""The criteria that the default verdict policy and every annotation judge."""

SINGLE_VALUED = frozenset(
    {
        Field.BUDGET,
        Field.AUTHORITY,
        Field.TIMELINE,
        Field.PRIORITY,
        Field.INTENT,
        Field.COMPANY_SIZE,
        Field.INDUSTRY,
        Field.ROLE,
    }
)
"""Fields of which a call has one answer at a time: a later one replaces an earlier one
that says something else. The others collect (several needs, several competitors)."""
