"""The queue of calls to review: pages of it, counts, filters that are kept."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Literal

from assistant.domain.errors import WrongUsage
from assistant.domain.frozen import Frozen
from assistant.domain.queue import (
    QUEUE_SORTS,
    QueueCounts,
    QueuePage,
    QueueRow,
    QueueSort,
)
from assistant.domain.searching import SavedQuery
from assistant.domain.wording import review_text
from assistant.workflows.searching import plan_for, queries_as_json, save_query, saved_queries
from assistant.workflows.wiring import Workbench

WAITING = "is:waiting"
"""What is looked at where nothing is asked for: calls that wait for a review."""


class Order(Frozen):
    """What the queue is sorted by; ``reverse`` is the other way round than usual."""

    sort: QueueSort = "date"
    reverse: bool = False

    @property
    def text(self) -> str:
        """As it is written: ``score``, ``-score``."""
        return f"-{self.sort}" if self.reverse else self.sort


def order_of(text: str) -> Order:
    """The order that is written, "" for the usual. Raises ``WrongUsage``."""
    name = text.strip().casefold()
    bare = name.removeprefix("-") or "date"
    if bare not in QUEUE_SORTS:
        near = get_close_matches(bare, QUEUE_SORTS, n=1)
        meant = f"Did you mean {near[0]}? " if near else ""
        raise WrongUsage(
            f"The queue is not sorted by {text.strip()!r}. {meant}Write one of: "
            f"{', '.join(QUEUE_SORTS)}; with a minus before it, it is the other way round."
        )
    return Order(sort=bare, reverse=name.startswith("-"))


def queue_page(
    bench: Workbench,
    query: str,
    order: Order | None = None,
    *,
    limit: int = 50,
    after: str | None = None,
) -> QueuePage:
    """A page of the queue; a blank query is all calls.

    A page may have fewer rows than ``limit`` although others follow. Raises ``WrongUsage``
    with the character where the query goes wrong.
    """
    order = order or Order()
    return bench.store.queue(
        plan_for(bench, query), sort=order.sort, reverse=order.reverse, limit=limit, after=after
    )


def queue_rows(
    bench: Workbench, query: str, order: Order | None = None, *, limit: int = 50
) -> QueuePage:
    """The first rows of the queue, as many as there are up to ``limit``."""
    page = queue_page(bench, query, order, limit=limit)
    while len(page.rows) < limit and page.after is not None:
        left = limit - len(page.rows)
        more = queue_page(bench, query, order, limit=left, after=page.after)
        page = QueuePage(rows=page.rows + more.rows, after=more.after)
    return page


def queue_counts(bench: Workbench, query: str) -> QueueCounts | None:
    """How many calls the query has, and how their reviews stand; None for very many texts."""
    return bench.store.queue_counts(plan_for(bench, query))


def calls_of(bench: Workbench, query: str) -> int | None:
    """How many calls a filter has; None where that is not counted. Raises ``WrongUsage``."""
    counts = queue_counts(bench, query)
    return counts.calls if counts else None


class Filter(Frozen):
    """A filter that is kept, and how many calls it has now; None where that is not known."""

    saved: SavedQuery
    calls: int | None = None


def filters(bench: Workbench) -> Iterator[Filter]:
    """All that are kept, by name; those that can't be read any more have no count."""
    for saved in saved_queries(bench):
        try:
            calls = calls_of(bench, saved.query)
        except WrongUsage:
            calls = None
        yield Filter(saved=saved, calls=calls)


def filters_as_json(bench: Workbench) -> str:
    """The filters that are kept as JSON text, ``assistant.queries/1`` with ``calls``."""
    queries = [one.saved.model_dump(mode="json") | {"calls": one.calls} for one in filters(bench)]
    return queries_as_json(queries)


def save_filter(bench: Workbench, name: str, query: str, order: Order) -> SavedQuery:
    """Keep a filter with its order under a name, which another one may have had."""
    return save_query(bench, name, query or WAITING, sort=order.text)


def rows_of_queue(page: QueuePage) -> list[tuple[str, ...]]:
    """A short row of text for each call, under ``HEADINGS``."""
    return [_row(row) for row in page.rows]


HEADINGS = (
    "id", "date", "rep", "lead", "verdict", "rep says", "score", "missing", "unconfirmed",
    "review",
)  # fmt: skip


def _row(row: QueueRow) -> tuple[str, ...]:
    return (
        str(row.call_id)[:8],
        row.day.isoformat(),
        row.rep,
        row.lead or "(unassigned)",
        row.outcome or "none yet",
        _rep_says(row) if row.disagrees else "",
        "" if row.score is None else str(row.score),
        ", ".join(row.missing),
        f"{row.unconfirmed} of {row.answers}",
        ", ".join(filter(None, (review_text(row.reviewed), "conflict" if row.conflict else ""))),
    )


def _rep_says(row: QueueRow) -> str:
    assistant = f" (assistant: {row.system_outcome})" if row.system_outcome else ""
    return row.rep_outcome + assistant


def queue_as(page: QueuePage, counts: QueueCounts | None, form: Literal["json", "csv"]) -> str:
    """The queue as text of a format."""
    from assistant.reports import queue

    return queue.as_json(page, counts) if form == "json" else queue.as_csv(page)
