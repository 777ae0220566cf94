"""Gathers all that is held about a person, wherever it is."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal
from uuid import UUID

from assistant.domain.calls import Call
from assistant.domain.errors import WrongUsage
from assistant.domain.held import Held, HeldEntry
from assistant.domain.people import Account, Lead, Who
from assistant.domain.searching import Branch, Plan, Words
from assistant.workflows.person_in_call import Matter
from assistant.workflows.person_naming import Naming
from assistant.workflows.wiring import Workbench

NOT_LOOKED_AT = (
    "backups of the store, which hold what it held when they were made",
    "files that the program does not know of, and stores of other people",
)
_PAGE = 500


def held_about(bench: Workbench, email: str, names: Iterable[str] = ()) -> Held:
    """All that the store holds about the person of an e-mail address.

    A lead or a user of that address is looked for by name as well; ``names`` are more names
    to look for. Raises ``WrongUsage`` for an empty address.
    """
    wanted = email.strip().casefold()
    if not wanted:
        raise WrongUsage("Give the person's e-mail address.")
    return _Search(bench, wanted, [name.strip() for name in names if name.strip()]).held()


def render(held: Held, form: Literal["text", "json"]) -> str:
    """It as text of a format."""
    from assistant.reports import held_text

    return held_text.as_json(held) if form == "json" else held_text.as_text(held)


class _Search:
    def __init__(self, bench: Workbench, email: str, names: list[str]) -> None:
        self._bench = bench
        self._leads = tuple(
            one for one in bench.store.leads() if one.email.strip().casefold() == email
        )
        self._users = tuple(dict.fromkeys(self._of_that_address(email)))
        known = [*(one.name for one in self._leads), *(one.name for one in self._users), *names]
        self._naming = Naming(email=email, names=tuple(dict.fromkeys(known)))

    def held(self) -> Held:
        accounts = {one.account_id: self._account(one) for one in self._leads if one.account_id}
        entries = [entry for call in self._calls() for entry in self._matter.of(call)]
        return Held(
            email=self._naming.email,
            names=self._naming.names,
            at=self._bench.clock(),
            leads=self._leads,
            accounts=tuple(one for one in accounts.values() if one is not None),
            users=self._users,
            entries=(*self._beside_calls(), *entries, *self._files(entries)),
            not_looked_at=NOT_LOOKED_AT,
        )

    @cached_property
    def _matter(self) -> Matter:
        ids = {lead.id for lead in self._leads}
        return Matter(self._bench, self._naming, frozenset(ids), self._users)

    @cached_property
    def _all(self) -> tuple[Call, ...]:
        return tuple(row.call for row in self._bench.store.calls())

    def _of_that_address(self, email: str) -> Iterator[Who]:
        for who in (self._bench.who, *self._bench.store.users()):
            if who.email.strip().casefold() == email:
                yield who

    def _account(self, lead: Lead) -> Account | None:
        return self._bench.store.account(lead.account_id) if lead.account_id else None

    def _calls(self) -> Iterator[Call]:
        """The calls that may hold anything, the newest first."""
        acted = self._bench.store.calls_acted_in([one.id for one in self._users])
        named = self._calls_with_words() | acted
        return (call for call in self._all if call.id in named or self._matter.is_in(call))

    def _calls_with_words(self) -> set[UUID]:
        """Calls in which a name or the address is said or noted: the index knows."""
        found: set[UUID] = set()
        for text in (*self._naming.names, self._naming.email):
            plan = Plan(branches=(Branch(found=((Words(text=text),),)),))
            after: int | None = None
            while True:
                page = self._bench.store.matching_calls(plan, limit=_PAGE, after=after)
                found.update(page.calls)
                after = page.after
                if after is None:
                    break
        return found

    def _beside_calls(self) -> Iterator[HeldEntry]:
        store, finder = self._bench.store, self._naming.finder(among=False)
        for lead in self._leads:
            for event in store.events(lead.id):
                yield HeldEntry(
                    kind="event",
                    concern="is the lead",
                    day=event.at.date(),
                    where=event.kind,
                    text=event.note,
                )
            for move in store.moves(lead.id):
                yield HeldEntry(
                    kind="move",
                    concern="is the lead",
                    call_id=move.call_id,
                    day=move.at.date(),
                    where=f"{move.from_stage or 'none'} to {move.to_stage}",
                    by=move.by.name,
                    text=move.override_reason,
                )
        for saved in store.saved_queries():
            if finder.search(saved.query) or finder.search(saved.name):
                yield HeldEntry(
                    kind="query", concern="is named", where=saved.name, text=saved.query
                )

    def _files(self, entries: list[HeldEntry]) -> Iterator[HeldEntry]:
        """Files that calls about the person were written to."""
        calls = frozenset(entry.call_id for entry in entries if entry.call_id)
        for known in self._bench.store.known_files():
            if calls and known.may_hold(calls):
                yield HeldEntry(
                    kind="file", concern="is named", day=known.at.date(), where=known.path,
                    text=known.kind,
                )  # fmt: skip
