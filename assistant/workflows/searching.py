"""Search and filters: one grammar for every box, list and command that looks for something."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Literal

from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.frozen import Frozen
from assistant.domain.inert import inert_json
from assistant.domain.searching import FoundCalls, HitPage, Order, Plan, SavedQuery
from assistant.search.completing import Completion as Completion  # noqa: PLC0414  # for the faces
from assistant.search.completing import complete
from assistant.search.mistakes import QueryMistake
from assistant.search.names import NAMES, Name
from assistant.search.parsing import parse
from assistant.search.planning import plan_of
from assistant.search.printing import print_query
from assistant.workflows.wiring import Workbench

LONGEST_NAME = 60


class QueryCheck(Frozen):
    """Whether a query can be run: ``at`` is where it goes wrong, None where it does not."""

    at: int | None = None
    what: str = ""
    instead: str = ""


def check_query(query: str) -> QueryCheck:
    """What is wrong with a query, for a box that is being typed into. Blank is right."""
    try:
        if query.strip():
            parse(query)
    except QueryMistake as mistake:
        return QueryCheck(at=mistake.at, what=mistake.what, instead=mistake.instead)
    return QueryCheck()


def search(
    bench: Workbench,
    query: str,
    *,
    order: Order = "newest",
    limit: int = 20,
    after: int | None = None,
) -> HitPage:
    """A page of hits. ``after`` is that of the page before.

    A page may have fewer hits than ``limit`` although others follow, where very many texts
    had to be read for it. Raises ``WrongUsage`` with the character where the query goes wrong.
    """
    if not query.strip():
        raise WrongUsage("Say what to look for; `assistant search --help` explains how.")
    return bench.store.search(plan_for(bench, query), order=order, limit=limit, after=after)


def search_all(
    bench: Workbench, query: str, *, order: Order = "newest", limit: int = 20
) -> HitPage:
    """As ``search`` from the start, with as many hits as there are, up to ``limit``."""
    page = search(bench, query, order=order, limit=limit)
    while len(page.hits) < limit and page.after is not None:
        more = search(bench, query, order=order, limit=limit - len(page.hits), after=page.after)
        page = HitPage(hits=page.hits + more.hits, after=more.after)
    return page


def filter_calls(
    bench: Workbench, query: str, *, limit: int = 20, after: int | None = None
) -> FoundCalls:
    """The calls in which anything matches, the newest first; all of them where it is blank."""
    return bench.store.matching_calls(plan_for(bench, query), limit=limit, after=after)


def complete_query(bench: Workbench, query: str, cursor: int) -> Completion:
    """What can be written at the cursor: names, their values, and values of the store."""
    return complete(query, cursor, partial(_stored, bench))


def names_of_queries() -> tuple[Name, ...]:
    """The names of the grammar, with what they mean."""
    return NAMES


def names_as_json() -> str:
    """The names of the grammar as JSON text, ``assistant.names/1``."""
    facts = {"name", "about", "example", "reads", "choices"}
    names = [one.model_dump(mode="json", include=facts) for one in NAMES]
    for name in names:
        name["values"] = [
            {"value": one["value"], "about": one["about"]} for one in name.pop("choices")
        ]
    return inert_json({"schema": "assistant.names/1", "names": names}, indent=2)


def saved_as_json(bench: Workbench) -> str:
    """The queries that are kept as JSON text, ``assistant.queries/1``."""
    return queries_as_json([one.model_dump(mode="json") for one in saved_queries(bench)])


def queries_as_json(queries: Sequence[Mapping[str, object]]) -> str:
    """Queries, with what is said of each, as JSON text, ``assistant.queries/1``."""
    return inert_json({"schema": "assistant.queries/1", "queries": queries}, indent=2)


def save_query(bench: Workbench, name: str, query: str, *, sort: str = "") -> SavedQuery:
    """Keep a query under a name, which another one may have had; it is checked before.

    ``sort`` is the order of a filter of the queue.
    """
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise WrongUsage(f"A query's name has 1 to {LONGEST_NAME} letters, digits or signs.")
    saved = SavedQuery(name=name, query=print_query(parse(query)), sort=sort)
    bench.store.save_query(saved)
    return saved


def saved_queries(bench: Workbench) -> tuple[SavedQuery, ...]:
    """All that are kept, by name."""
    return bench.store.saved_queries()


def saved_query(bench: Workbench, name: str) -> SavedQuery:
    """The query of a name. Raises ``NotFound``, which lists the names that there are."""
    saved = saved_queries(bench)
    for one in saved:
        if one.name == name.strip():
            return one
    known = ", ".join(one.name for one in saved)
    there = f"There are: {known}." if known else "None is saved yet: --save NAME keeps one."
    raise NotFound(f"No query is saved as {name!r}. {there}")


def remove_query(bench: Workbench, name: str) -> None:
    """Keep a query no longer. Raises ``NotFound``."""
    bench.store.remove_query(saved_query(bench, name).name)


def plan_for(bench: Workbench, query: str) -> Plan:
    """What a query asks for, as I write it today. Raises ``WrongUsage`` with the character."""
    return plan_of(query, today=bench.local(bench.clock()).date(), me=bench.who)


def _stored(bench: Workbench, name: str, beginning: str) -> tuple[str, ...]:
    """The values that begin so; no store is made to look for them."""
    if not bench.store_path.exists():
        return ()
    return tuple(_values(bench, name, beginning))


def _values(bench: Workbench, name: str, beginning: str) -> Iterator[str]:
    if name == "rep" and "me".startswith(beginning.casefold()):
        yield "me"
    yield from bench.store.known_values(name, beginning)


def hits_as(page: HitPage, form: Literal["text", "json", "csv"], *, width: int = 100) -> str:
    """Hits as text of a format."""
    from assistant.reports import hits

    if form == "text":
        return hits.as_text(page, width=width)
    return hits.as_json(page) if form == "json" else hits.as_csv(page)


def rows_of_hits(page: HitPage) -> list[tuple[str, ...]]:
    """A short row of text for each hit: call, date, lead, who, what, words."""
    from assistant.reports.hits import rows_of

    return rows_of(page)
