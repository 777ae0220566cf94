"""``assistant lead``: add leads, note what they did, move them from stage to stage."""

from typing import Annotated

import typer

from assistant.cli.opening import open_bench
from assistant.cli.tables import say_facts, say_table

app = typer.Typer(
    help="Leads: add, list, show, note what they did, move on.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

Which = Annotated[str, typer.Argument(metavar="LEAD", help="Its id, e-mail or name.")]
Said = Annotated[str, typer.Option()]


@app.command()
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The person's name.")],
    *,
    email: Said = "",
    title: Said = "",
    account: Annotated[str, typer.Option(help="The company; added where it is new.")] = "",
    sector: Annotated[str, typer.Option(help="The company's sector.")] = "",
    place: Annotated[str, typer.Option(help="Where the company is.")] = "",
    country: Annotated[str, typer.Option(help="Its country, two letters.")] = "",
    employees: Annotated[int | None, typer.Option(min=0, help="How many it employs.")] = None,
    lifecycle: Annotated[str, typer.Option(help="Else the setting's.")] = "",
) -> None:
    """Add a lead."""
    from assistant.workflows.people import NewLead, add_lead

    new = NewLead(
        name=name,
        email=email,
        title=title,
        account=account,
        sector=sector,
        place=place,
        country=country,
        employees=employees,
        lifecycle=lifecycle,
    )
    lead = add_lead(open_bench(ctx), new)
    typer.echo(f"Added {str(lead.id)[:8]}.")


@app.command("list")
def list_leads(ctx: typer.Context) -> None:
    """List the leads, the newest first."""
    from assistant.workflows import lead_views

    leads = lead_views.list_leads(open_bench(ctx))
    rows = [
        (
            str(row.lead.id)[:8],
            row.lead.name,
            row.lead.email,
            row.account_name,
            row.stage,
            str(row.points),
        )
        for row in sorted(leads, key=lambda row: row.lead.created_at, reverse=True)
    ]
    headings = ("id", "name", "e-mail", "account", "stage", "points")
    say_table(headings, rows, none="No leads yet: `assistant lead add NAME` adds one.")


@app.command()
def show(ctx: typer.Context, which: Which) -> None:
    """Show a lead with what it did and how it moved."""
    from assistant.workflows.people import find_lead, view_lead

    bench = open_bench(ctx)
    view = view_lead(bench, find_lead(bench, which))
    lead, account = view.lead, view.account
    say_facts(
        (
            ("id", str(lead.id)),
            ("name", lead.name),
            ("e-mail", lead.email),
            ("title", lead.title),
            ("account", account.name if account else ""),
            ("sector", account.sector if account else ""),
            ("place", account.place if account else ""),
            ("stage", f"{view.stage} ({lead.lifecycle})"),
            ("points", f"{view.points}, {'engaged' if view.engaged else 'not engaged yet'}"),
        )
    )
    for event in view.events:
        say_facts(((f"{bench.local(event.at):%Y-%m-%d}", f"{event.kind} {event.note}".strip()),))
    for move in view.moves:
        reason = f": {move.override_reason}" if move.override_reason else ""
        moved = f"{move.from_stage} to {move.to_stage} by {move.by.name}{reason}"
        say_facts(((f"{bench.local(move.at):%Y-%m-%d}", moved),))


@app.command()
def event(
    ctx: typer.Context,
    which: Which,
    kind: Annotated[str, typer.Argument(help="What it did, as the points table names it.")],
    *,
    note: Annotated[str, typer.Option(help="A few words about it.")] = "",
) -> None:
    """Note something that a lead did: it counts as engagement."""
    from assistant.workflows.people import find_lead, record_event, view_lead

    bench = open_bench(ctx)
    lead = find_lead(bench, which)
    record_event(bench, lead, kind, note=note)
    view = view_lead(bench, lead)
    typer.echo(f"Noted. {view.points} points, {'engaged' if view.engaged else 'not engaged yet'}.")


@app.command()
def move(
    ctx: typer.Context,
    which: Which,
    *,
    to: Annotated[str | None, typer.Option(metavar="STAGE", help="Else the next stage.")] = None,
    reason: Annotated[str, typer.Option(help="Needed where a gate does not pass; kept.")] = "",
) -> None:
    """Move a lead to the next stage. A gate that does not pass needs a reason."""
    from assistant.workflows.people import find_lead, view_lead
    from assistant.workflows.people import move as move_on

    bench = open_bench(ctx)
    lead = move_on(bench, find_lead(bench, which), to=to, reason=reason)
    say_facts(((lead.name, f"is now {view_lead(bench, lead).stage}"),))
