"""Leads as a face shows them: a row of the list, and the page of one."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from assistant.domain.bank import LeadAnswer, Question
from assistant.domain.calls import CallSummary
from assistant.domain.errors import NotFound
from assistant.domain.fields import Polarity
from assistant.domain.frozen import Frozen
from assistant.domain.lifecycle import MoveOffer, Stage
from assistant.domain.people import Account, EngagementEvent, Lead
from assistant.domain.wording import value_text
from assistant.leads.engagement import points_of
from assistant.leads.fit import lead_answers
from assistant.workflows.ending import offer_for
from assistant.workflows.people import LeadView, view_lead
from assistant.workflows.viewing import stage_title
from assistant.workflows.wiring import Workbench

FIT = (
    Question(id="fit.industry", ask="Sector", answer=LeadAnswer(lead="industry")),
    Question(id="fit.location", ask="Place", answer=LeadAnswer(lead="location")),
    Question(id="fit.title", ask="Title", answer=LeadAnswer(lead="title")),
    Question(id="fit.company_size", ask="Employees", answer=LeadAnswer(lead="company_size")),
)


class LeadSummary(Frozen):
    """A row of a list of leads. ``last_call`` is None where there was none."""

    lead: Lead
    account_name: str = ""
    stage: str = ""
    points: int = 0
    engaged: bool = False
    calls: int = 0
    last_call: date | None = None


class FitLine(Frozen):
    """An attribute of a lead against the ideal customer profile.

    ``said`` is blank where it is not known. ``fits``: yes, no, or open where a person has
    to tell; None where there is nothing to compare (unknown, or no profile).
    """

    title: str
    said: str
    fits: Polarity | None


class LeadPage(Frozen):
    """A lead with everything around it.

    ``offer`` is the move to the next stage, None at the last. ``stages`` are those of the
    lead's lifecycle, none where it is not there any more. ``profile`` is the title of the
    ideal customer profile, blank where none is set. ``kinds`` are the events that can be
    recorded, with their points.
    """

    view: LeadView
    lifecycle: str
    stages: tuple[Stage, ...]
    offer: MoveOffer | None
    profile: str
    fit: tuple[FitLine, ...]
    threshold: int
    kinds: dict[str, int]
    calls: tuple[CallSummary, ...]

    def stage_title(self, stage_id: str) -> str:
        """A stage's title, or its id where the lifecycle has it no more."""
        titles = {stage.id: stage.title for stage in self.stages}
        return titles.get(stage_id, stage_id)


def list_leads(bench: Workbench) -> tuple[LeadSummary, ...]:
    """All leads, by name."""
    store = bench.store
    accounts = {account.id: account for account in store.accounts()}
    events: defaultdict[UUID, list[EngagementEvent]] = defaultdict(list)
    for event in store.all_events():
        events[event.lead_id].append(event)
    held: defaultdict[UUID, list[date]] = defaultdict(list)
    for row in store.calls():
        if row.call.lead_id is not None:
            held[row.call.lead_id].append(row.call.call_date)
    return tuple(
        _summary(bench, lead, accounts, events[lead.id], held[lead.id]) for lead in store.leads()
    )


def _summary(
    bench: Workbench,
    lead: Lead,
    accounts: dict[UUID, Account],
    events: Sequence[EngagementEvent],
    held: Sequence[date],
) -> LeadSummary:
    table = bench.playbook.points
    points = points_of(events, table, bench.clock())
    account = accounts.get(lead.account_id) if lead.account_id else None
    return LeadSummary(
        lead=lead,
        account_name=account.name if account else "",
        stage=stage_title(bench, lead),
        points=points,
        engaged=points >= table.threshold,
        calls=len(held),
        last_call=max(held, default=None),
    )


def open_lead(bench: Workbench, lead_id: UUID) -> LeadPage:
    """A lead's page. Raises ``NotFound``."""
    lead = bench.store.lead(lead_id)
    if lead is None:
        raise NotFound(f"There is no lead {lead_id}. `assistant lead list` shows them.")
    view = view_lead(bench, lead)
    lifecycle = bench.playbook.lifecycles.get(lead.lifecycle)
    icp, table = bench.playbook.icp, bench.playbook.points
    return LeadPage(
        view=view,
        lifecycle=lifecycle.title if lifecycle else lead.lifecycle,
        stages=lifecycle.stages if lifecycle else (),
        offer=offer_for(bench, lead, None) if lifecycle else None,
        profile=icp.title if icp else "",
        fit=_fit(bench, lead, view.account),
        threshold=table.threshold,
        kinds=dict(table.points),
        calls=tuple(row for row in bench.store.calls() if row.call.lead_id == lead_id),
    )


def _fit(bench: Workbench, lead: Lead, account: Account | None) -> tuple[FitLine, ...]:
    icp = bench.playbook.icp
    known = {answer.key: answer for answer in lead_answers(lead, account, icp, FIT)}
    return tuple(
        FitLine(
            title=question.ask,
            said=value_text(known[question.id].value) if question.id in known else "",
            fits=known[question.id].polarity if icp and question.id in known else None,
        )
        for question in FIT
    )
