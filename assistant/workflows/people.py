"""Leads and accounts: add, find, note what they did, move them on."""

from datetime import datetime
from uuid import UUID, uuid4

from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.frozen import Frozen
from assistant.domain.lifecycle import MoveOffer
from assistant.domain.people import Account, EngagementEvent, Lead, StageMove
from assistant.leads.engagement import points_of
from assistant.workflows.ending import lifecycle_of, move_lead, offer_for
from assistant.workflows.viewing import stage_title
from assistant.workflows.wiring import Workbench

MOST_EMPLOYEES = 100_000_000


class NewLead(Frozen):
    """What is said of a lead when it is added; only the name has to be."""

    name: str
    email: str = ""
    title: str = ""
    account: str = ""
    sector: str = ""
    place: str = ""
    country: str = ""
    employees: int | None = None
    lifecycle: str = ""


class LeadView(Frozen):
    """A lead with its account, stage, points and history."""

    lead: Lead
    account: Account | None
    stage: str
    points: int
    engaged: bool
    events: tuple[EngagementEvent, ...]
    moves: tuple[StageMove, ...]


def add_lead(bench: Workbench, new: NewLead) -> Lead:
    """Add a lead, and its account where no account has that name yet.

    Raises ``WrongUsage`` without a name, when the e-mail is another lead's, or when a company
    is described that is not named; then nothing is added.
    """
    if not new.name.strip():
        raise WrongUsage("A lead needs a name.")
    if not new.account.strip() and (new.sector or new.place or new.country or new.employees):
        raise WrongUsage("Sector, place, country and employees are the account's: name it too.")
    if (new.employees or 0) > MOST_EMPLOYEES:
        raise WrongUsage(f"No company employs more than {MOST_EMPLOYEES:,}.")
    with bench.store.together():
        return _add(bench, new)


def _add(bench: Workbench, new: NewLead) -> Lead:
    email = new.email.strip()
    if email and any(lead.email.casefold() == email.casefold() for lead in bench.store.leads()):
        raise WrongUsage(f"Another lead has the e-mail {email}.")
    lead = Lead(
        id=uuid4(),
        name=new.name.strip(),
        email=email,
        title=new.title.strip(),
        account_id=_account(bench, new),
        owner=bench.who.id,
        lifecycle=new.lifecycle or bench.settings.lifecycle,
        created_at=bench.clock(),
    )
    first = lifecycle_of(bench, lead).stages[0].id
    lead = lead.model_copy(update={"stage": first})
    bench.store.save_lead(lead)
    return lead


def _account(bench: Workbench, new: NewLead) -> UUID | None:
    name = new.account.strip()
    if not name:
        return None
    for account in bench.store.accounts():
        if account.name.casefold() == name.casefold():
            return account.id
    account = Account(
        id=uuid4(),
        name=name,
        sector=new.sector.strip(),
        place=new.place.strip(),
        country=new.country.strip().upper(),
        employees=new.employees,
    )
    bench.store.save_account(account)
    return account.id


def find_lead(bench: Workbench, text: str) -> Lead:
    """The lead with that id (or the beginning of one), e-mail or name.

    Raises ``NotFound`` for none, or for several, which it lists.
    """
    wanted = text.strip().casefold()
    # Blank is nobody, though it is the e-mail of all who have none.
    leads = bench.store.leads() if wanted else ()
    exact = [one for one in leads if wanted in {one.email.casefold(), one.name.casefold()}]
    found = exact or [one for one in leads if str(one.id).startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"There is no lead {text!r}. `assistant lead list` shows them.")
    several = ", ".join(f"{one.name} ({str(one.id)[:8]})" for one in found)
    raise NotFound(f"{text!r} is more than one lead: {several}. Give an id or an e-mail.")


def view_lead(bench: Workbench, lead: Lead) -> LeadView:
    """A lead with what is known of it."""
    events = bench.store.events(lead.id)
    table = bench.playbook.points
    points = points_of(events, table, bench.clock())
    return LeadView(
        lead=lead,
        account=bench.store.account(lead.account_id) if lead.account_id else None,
        stage=stage_title(bench, lead),
        points=points,
        engaged=points >= table.threshold,
        events=events,
        moves=bench.store.moves(lead.id),
    )


def record_event(
    bench: Workbench, lead: Lead, kind: str, *, at: datetime | None = None, note: str = ""
) -> EngagementEvent:
    """Note something that a lead did. Raises ``WrongUsage`` for a kind without points."""
    known = bench.playbook.points.points
    if kind not in known:
        raise WrongUsage(f"There is no event {kind!r}. There are: {', '.join(sorted(known))}.")
    event = EngagementEvent(
        id=uuid4(), lead_id=lead.id, kind=kind, at=at or bench.clock(), note=note
    )
    bench.store.add_event(event)
    return event


def offer(bench: Workbench, lead: Lead, to: str | None = None) -> MoveOffer | None:
    """The next move of a lead outside a call: gates are judged by its calls so far."""
    return offer_for(bench, lead, None, to)


def move(bench: Workbench, lead: Lead, *, to: str | None = None, reason: str = "") -> Lead:
    """Move a lead on. Raises ``Blocked`` at a closed gate without a reason."""
    move_lead(bench, lead, to=to, reason=reason, call=None)
    return bench.store.lead(lead.id) or lead
