"""The columns of the list of leads, and what is said of one of them. Pure."""

from datetime import date

from textual.content import Content

from assistant.tui.columns import Column, Sorting
from assistant.tui.drawing import inert, words
from assistant.tui.widgets.listing import Shape
from assistant.workflows.lead_views import LeadSummary


def _points(row: LeadSummary) -> Content:
    sign = ("★", "$accent") if row.engaged else (" ", "")
    return words(f"{row.points} ", sign)


def _last_call(row: LeadSummary) -> Content:
    return inert(f"{row.last_call:%d %b %y}" if row.last_call else "none", "$quiet")


def _text(row: LeadSummary) -> str:
    lead = row.lead
    called = f"{row.last_call:%d %b %y}" if row.last_call else "not called"
    engaged = "engaged" if row.engaged else ""
    parts = (lead.name, lead.title, lead.email, row.account_name, row.stage, called, engaged)
    return " ".join(parts)


COLUMNS: tuple[Column[LeadSummary], ...] = (
    Column(
        "Name", 14, lambda row: inert(row.lead.name, "bold"), lambda row: row.lead.name.casefold(),
        most=30,
    ),
    Column(
        "Title", 12, lambda row: inert(row.lead.title), lambda row: row.lead.title.casefold(),
        rank=2, most=30,
    ),
    Column(
        "Account", 12, lambda row: inert(row.account_name),
        lambda row: row.account_name.casefold(), most=44,
    ),
    Column(
        "E-mail", 18, lambda row: inert(row.lead.email, "$quiet"),
        lambda row: row.lead.email.casefold(), rank=4, most=36,
    ),
    Column("Stage", 14, lambda row: inert(row.stage), lambda row: row.stage.casefold(), most=24),
    Column(
        "Points", 7, _points, lambda row: row.points, right=True, downward=True,
    ),
    Column(
        "Calls", 6, lambda row: inert(str(row.calls) if row.calls else "", "$quiet"),
        lambda row: row.calls, rank=3, right=True, downward=True,
    ),
    Column(
        "Last call", 10, _last_call, lambda row: row.last_call or date.min, downward=True,
    ),
)  # fmt: skip

LEADS_SHAPE = Shape(
    columns=COLUMNS,
    key=lambda row: str(row.lead.id),
    text=_text,
    section=lambda _: "",
    sections=("",),
    sorting=Sorting("Name"),
)


def lead_facts(row: LeadSummary) -> list[Content]:
    """What is said of the chosen lead, in two lines."""
    lead = row.lead
    who = ", ".join(one for one in (lead.title, row.account_name) if one)
    engaged = "engaged" if row.engaged else "not engaged yet"
    called = f"last call {row.last_call:%d %b %y}" if row.last_call else "no call yet"
    dot = inert(" · ", "$faint")
    first = [inert(lead.name, "bold"), *([inert(who)] if who else [])]
    second = [
        inert(row.stage),
        words(f"{row.points} points, ", (engaged, "$success" if row.engaged else "$quiet")),
        inert(called, "$quiet"),
    ]
    if lead.email:
        first.append(inert(lead.email, "$quiet"))
    return [dot.join(first), dot.join(second)]
