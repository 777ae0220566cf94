"""What a lead's page says: stage, gates, fit, engagement, calls, events, moves. Pure."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.content import Content

from assistant.domain.calls import CallSummary
from assistant.domain.fields import Polarity
from assistant.domain.people import EngagementEvent, StageMove
from assistant.tui.columns import aligned, placed
from assistant.tui.drawing import fit, indented, inert, row, words, wrapped
from assistant.tui.home.calls_list import COLUMNS, Local
from assistant.tui.signs import Sign, field_title
from assistant.tui.widgets.blocks import Block, Drawn
from assistant.workflows.lead_views import FitLine, LeadPage

FIT_SIGNS = {
    Polarity.YES: Sign("✓", "$success", "fits"),
    Polarity.NO: Sign("✗", "$error", "does not fit"),
    Polarity.OPEN: Sign("~", "$warning", "related"),
    None: Sign(" ", "", ""),
}
DATE = 11
"""Cells of a date and the space behind it."""
CALL_COLUMNS = ("Date", "Title", "Verdict", "Score")


def heading(title: str) -> Content:
    """The heading of a part of a page."""
    return inert(title.upper(), "bold $quiet")


def about(page: LeadPage, width: int, local: Local) -> list[Content]:
    """Who it is and how it stands."""
    parts = (_ladder(page, width), _next_move(page, width), _engagement(page, width),
             _fit(page, width), _facts(page, width, local))  # fmt: skip
    lines = [line for part in parts if part for line in (*part, Content(""))]
    return [fit(line, width) for line in lines[:-1]]


def _ladder(page: LeadPage, width: int) -> list[Content]:
    here = page.view.lead.stage
    places = [stage.id for stage in page.stages if stage.kind != "out"]
    at = places.index(here) if here in places else -1
    lines = [heading(f"stage: {page.lifecycle}")]
    for stage in page.stages:
        passed = stage.kind != "out" and places.index(stage.id) < at
        if stage.id == here:
            line = words(("▸ ", "bold $accent"), (stage.title, "bold"))
        elif stage.kind == "out":
            line = words(("· ", "$faint"), (stage.title, "$quiet"))
        else:
            line = words(("✓ ", "$success") if passed else ("○ ", "$quiet"), stage.title)
        lines.append(line)
    if not page.stages:
        lines.append(inert(here or "none"))
        gone = "This lifecycle is not there any more; put its file back to move the lead."
        lines += wrapped(inert(gone, "$warning"), width, 3)
    return lines


def _next_move(page: LeadPage, width: int) -> list[Content]:
    offer = page.offer
    if offer is None:
        return []
    to = words(("→ ", "$accent"), (page.stage_title(offer.to_stage), "bold"))
    lines = [heading("next stage"), to]
    if offer.passed:
        return [*lines, inert("✓ Every gate passes.", "$success")]
    lines.append(inert("○ Blocked. What is missing:", "$warning"))
    for one in offer.missing:
        lines += indented(wrapped(inert(one), width - 2, 3), words(("· ", "$quiet")))
    return lines


def _engagement(page: LeadPage, width: int) -> list[Content]:
    view = page.view
    engaged = ("engaged", "$success") if view.engaged else ("not engaged yet", "$quiet")
    points = words((f"{view.points} points", "bold"), ", ", engaged)
    told = inert(f"engaged from {page.threshold}", "$quiet")
    return [heading("engagement"), row(points, told, width)]


def _fit(page: LeadPage, width: int) -> list[Content]:
    title = heading(f"fit: {page.profile}" if page.profile else "fit")
    lines = [title, *(_fit_line(line, width) for line in page.fit)]
    if not page.profile:
        none = "No ideal customer profile is set, so nothing is compared."
        lines += wrapped(inert(none, "$quiet"), width, 2)
    return lines


def _fit_line(line: FitLine, width: int) -> Content:
    sign = FIT_SIGNS[line.fits]
    said = inert(line.said) if line.said else inert("not known", "$quiet")
    left = words((sign.mark, sign.style), (f" {line.title:<10} ", "$quiet"), said)
    return row(left, inert(sign.word, sign.style), width)


def _facts(page: LeadPage, width: int, local: Local) -> list[Content]:
    lead, account = page.view.lead, page.view.account
    facts = [
        ("E-mail", lead.email),
        ("Account", account.name if account else ""),
        ("Owner", lead.owner),
        ("Added", f"{local(lead.created_at):%d %b %y}"),
    ]
    lines = [words((f"{title:<10} ", "$quiet"), said) for title, said in facts if said]
    return [heading("about"), *(fit(line, width) for line in lines)]


def past(page: LeadPage, local: Local, letter: Callable[[str], str]) -> Iterator[Block]:
    """Calls, events and moves, the latest first; the calls can be chosen.

    ``letter`` knows the key of an action.
    """
    yield text_block(heading(f"calls {len(page.calls)}"))
    if not page.calls:
        yield text_block(inert(f"None yet: {letter('new_call')} begins one.", "$quiet"))
    for call in page.calls:
        yield Drawn(str(call.call.id), partial(_call_lines, call))
    yield text_block(Content(""))
    yield text_block(heading(f"events {len(page.view.events)}"))
    if not page.view.events:
        yield text_block(inert(f"None yet: {letter('event')} records one.", "$quiet"))
    for event in reversed(page.view.events):
        yield text_block(_event(page, event, local))
    yield text_block(Content(""))
    yield text_block(heading(f"moves {len(page.view.moves)}"))
    if not page.view.moves:
        yield text_block(inert(f"None yet: {letter('move')} moves the lead.", "$quiet"))
    for move in reversed(page.view.moves):
        yield Drawn("", partial(_move_lines, page, move, local))


def text_block(line: Content) -> Block:
    """A line that can't be chosen."""
    return Drawn("", lambda width: [fit(line, width)])


def _call_lines(call: CallSummary, width: int) -> list[Content]:
    columns = [column for column in COLUMNS if column.title in CALL_COLUMNS]
    cells = [(column.cell(call), size, column.right) for column, size in placed(columns, width)]
    return [aligned(cells)]


def _event(page: LeadPage, event: EngagementEvent, local: Local) -> Content:
    day = inert(f"{local(event.at):%d %b %y}  ", "$quiet")
    points = inert(f"{page.kinds.get(event.kind, 0):+4d} ", "$quiet")
    return words(day, points, (field_title(event.kind), "bold"), f"  {event.note}")


def _move_lines(page: LeadPage, move: StageMove, local: Local, width: int) -> list[Content]:
    day = inert(f"{local(move.at):%d %b %y}  ", "$quiet")
    to = words(
        page.stage_title(move.from_stage),
        (" → ", "$accent"),
        (page.stage_title(move.to_stage), "bold"),
    )
    lines = [words(day, to, (f"  {move.by.name}", "$quiet"))]
    if move.blocked_by:
        gates = ", ".join(field_title(gate) for gate in move.blocked_by)
        lines.append(words((" " * DATE + "past ", "$warning"), (gates, "$warning")))
    if move.override_reason:
        reason = inert(f"“{move.override_reason}”", "italic")
        lines += indented(wrapped(reason, max(1, width - DATE), 4), " " * DATE)
    return [fit(line, width) for line in lines]
