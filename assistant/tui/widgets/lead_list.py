"""Leads to choose from while a name is typed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from textual.widgets.option_list import Option

from assistant.tui.drawing import words

if TYPE_CHECKING:
    from assistant.workflows.lead_views import LeadSummary


def lead_option(lead: "LeadSummary", now: UUID | None = None) -> Option:
    """A lead in a line, with its id; ``now`` is the one that is chosen already."""
    about = ", ".join(one for one in (lead.lead.title, lead.account_name, lead.stage) if one)
    sign = ("✓ ", "$success") if lead.lead.id == now else "  "
    return Option(words(sign, (lead.lead.name, "bold"), (f"  {about}", "$quiet")),
                  id=str(lead.lead.id))  # fmt: skip


def found_options(leads: "Sequence[LeadSummary]", typed: str, most: int,
                  now: UUID | None = None) -> list[Option]:  # fmt: skip
    """The leads that what is typed may mean."""
    from assistant.workflows.lead_finding import leads_like

    return [lead_option(one, now) for one in leads_like(leads, typed, most)]
