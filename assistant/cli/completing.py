"""What a query can go on with, for a shell that completes it. Nothing is changed by that."""

import os
from collections.abc import Iterator
from contextlib import closing

import typer

_SHELL = "_ASSISTANT_COMPLETE"
"""The variable in which a shell says that it asks, and which it is."""


def complete_query(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """What the part of a query that is typed can become, with what that finds.

    A shell takes only what begins as typed, capitals too; for the query they are the same.
    bash parts words at a colon: what stands before it is among the words before then.
    """
    before = list(ctx.params.get("query") or ())
    head = f"{before[-2]}:" if before[1:] and before[-1] == ":" else ""
    offers = ((text.removeprefix(head), about) for text, about in _offered(ctx, head + incomplete))
    return [
        (incomplete + text[len(incomplete) :], about)
        for text, about in offers
        if text.lower().startswith(incomplete.lower()) and _can_stand(text, incomplete)
    ]


def _offered(ctx: typer.Context, typed: str) -> Iterator[tuple[str, str]]:
    from assistant.domain.errors import AssistantError
    from assistant.workflows.searching import complete_query as offers_at
    from assistant.workflows.upkeep import store_is_old
    from assistant.workflows.wiring import Workbench

    store = ctx.find_root().params.get("store")
    try:
        with closing(Workbench.open({"store": str(store)} if store else {})) as bench:
            bench.applies_retention = False
            if store_is_old(bench):
                return
            found = offers_at(bench, typed, len(typed))
            if len(found.offers) == 1 and found.offers[0].text.endswith(":"):
                # A shell puts a space behind what is the only one.
                named = typed[: found.start] + found.offers[0].text
                values = offers_at(bench, named, len(named))
                typed, found = (named, values) if values.offers else (typed, found)
    except AssistantError:
        return
    for one in found.offers:
        yield typed[: found.start] + one.text, one.about


def _can_stand(text: str, incomplete: str) -> bool:
    """Whether the shell takes it as it is: bash would take the quotes of the query for its own."""
    bash = os.environ.get(_SHELL, "").endswith("bash")
    return not bash or '"' not in text or '"' in incomplete
