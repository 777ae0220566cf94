"""The columns of the queue, and what is said of one of its rows. Pure."""

from collections.abc import Callable, Collection

from textual.content import Content

from assistant.domain.counting import counted
from assistant.domain.queue import QueueCounts, QueueRow, QueueSort
from assistant.domain.verdict import Outcome
from assistant.tui.columns import Column, Sorting
from assistant.tui.drawing import inert, words
from assistant.tui.home.calls_list import REVIEWED, unconfirmed_of
from assistant.tui.signs import CONFLICT, OUTCOME_STYLES
from assistant.tui.widgets.listing import Shape

MARK = "●"
DISAGREES = "≠"
SORTS: dict[str, QueueSort] = {
    "Date": "date", "Rep": "rep", "Team": "team", "Verdict": "verdict", "Score": "score",
    "Rep says": "disagreement", "Missing": "missing", "Unconf.": "unconfirmed",
    "Review": "review", "Bank": "bank",
}  # fmt: skip
"""What the queue is sorted by under the head of a column."""
TITLES = {sort: title for title, sort in SORTS.items()}


def _verdict(row: QueueRow) -> Content:
    if not row.outcome:
        return inert("none yet", "$quiet")
    sign = f" {DISAGREES}" if row.disagrees else ""
    return words(_outcome(row.outcome), (sign, "$warning"))


def _outcome(outcome: str) -> Content:
    known = outcome in set(Outcome)
    return inert(outcome, OUTCOME_STYLES[Outcome(outcome)] if known else "")


def _rep_says(row: QueueRow) -> Content:
    if not row.disagrees:
        return Content("")
    return words((f"{DISAGREES} ", "$warning"), _outcome(row.rep_outcome))


def _review(row: QueueRow) -> Content:
    apart = inert(f"{CONFLICT.mark} ", CONFLICT.style) if row.conflict else Content("")
    return words(apart, inert(*REVIEWED[row.reviewed]) if row.reviewed else Content(""))


def _who(row: QueueRow) -> Content:
    return inert(row.lead, "bold") if row.lead else inert(row.title, "italic")


def shape_of(marked: Callable[[], Collection[str]]) -> Shape[QueueRow]:
    """The queue's columns; the rows with the keys in ``marked`` have a sign."""

    def mark(row: QueueRow) -> Content:
        return inert(MARK if str(row.call_id) in marked() else " ", "$accent")

    def shown(
        title: str, width: int, cell: Callable[[QueueRow], Content], rank: int = 0, most: int = 0
    ) -> Column[QueueRow]:
        right = title in {"Score", "Unconf."}
        upward = SORTS.get(title) in {"rep", "team", "bank"}
        return Column(title, width, cell, lambda _: 0, rank, most, right=right, downward=not upward)

    return Shape(
        columns=(
            shown("", 1, mark),
            shown("Date", 9, lambda row: inert(f"{row.day:%d %b %y}", "$quiet")),
            shown("Rep", 10, lambda row: inert(row.rep), most=20),
            shown("Lead", 12, _who, most=28),
            shown("Verdict", 14, _verdict),
            shown("Rep says", 14, _rep_says, rank=4),
            shown("Score", 6, lambda row: inert("" if row.score is None else str(row.score))),
            shown("Unconf.", 8, lambda row: inert(str(row.unconfirmed or ""), "$warning"), rank=3),
            shown("Missing", 9, lambda row: inert(", ".join(row.missing), "$quiet"), 2, 34),
            shown("Review", 11, _review, rank=1),
            shown("Account", 12, lambda row: inert(row.account, "$quiet"), 6, 40),
            shown("Team", 8, lambda row: inert(row.team, "$quiet"), 5, 12),
            shown("Bank", 6, lambda row: inert(" ".join(row.banks), "$quiet"), 7, 12),
        ),
        key=lambda row: str(row.call_id),
        text=lambda row: row.title,
        section=lambda _: "",
        sections=("",),
        sorting=Sorting("Date"),
    )


def counts_line(counts: QueueCounts | None, marked: int, *, many: bool) -> Content:
    """How many calls there are, and how their reviews stand."""
    parts: list[Content] = []
    if counts is None:
        parts.append(inert("counting…" if not many else "very many texts", "$quiet"))
    else:
        parts.append(inert(counted(counts.calls, "calls"), "bold"))
        answered = f" ({counts.answered:,} answered)" if counts.answered else ""
        for count, what in (
            (counts.waiting, f"waiting{answered}"),
            (counts.returned, "sent back"),
            (counts.agreed, "agreed"),
            (counts.reversed, "reversed"),
        ):
            if count:
                parts.append(inert(f"{count:,} {what}", "$quiet"))
    if marked:
        parts.insert(0, words((f"{MARK} {marked:,} marked", "$accent")))
    return inert("  ·  ", "$faint").join(parts)


def row_facts(row: QueueRow) -> list[Content]:
    """What is said of the chosen call, in two lines."""
    whom = ", ".join(one for one in (row.lead or "no lead", row.account) if one)
    who = f"rep {row.rep}" + (f", {row.team}" if row.team else "")
    first = [inert(row.title, "bold"), inert(whom), inert(who), inert(" ".join(row.banks))]
    second = [_whose("assistant", row.system_outcome), _whose("rep", row.rep_outcome)]
    if row.missing:
        second.append(inert(f"nothing on {', '.join(row.missing)}", "$quiet"))
    second.append(unconfirmed_of(row.unconfirmed, row.answers))
    if row.contradicted:
        second.append(inert(f"{row.contradicted} contradicted", "$warning"))
    if row.conflict:
        second.append(inert(f"{CONFLICT.mark} {CONFLICT.word}", CONFLICT.style))
    gap = inert(" · ", "$faint")
    return [gap.join(first), gap.join([one for one in second if one])]


def _whose(who: str, outcome: str) -> Content:
    return words((f"{who}: ", "$quiet"), _outcome(outcome)) if outcome else Content("")
