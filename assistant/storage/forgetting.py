"""Forgets leads, accounts, calls, and what is older than a day, without a trace.

Erased are the text, quotes, answers, decisions, notes, drafts, verdicts and reviews of the
calls concerned, and the text index of them. What stays: that something was forgotten, by
whom, when, of what kind and how many rows; the users; the versions of question banks.
Copies of the store that somebody put elsewhere are out of reach, and so is what a disk or file
system keeps of space that was freed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID, uuid4

from sqlmodel import Session, col, select

from assistant.domain.calls import ForgetReport
from assistant.domain.errors import NotFound, StoreUnavailable
from assistant.domain.people import Who
from assistant.domain.privacy import KeptSince
from assistant.domain.records import Tombstone
from assistant.storage.erasing import erasing, tidy_index
from assistant.storage.erasing_parts import PartErasure, older_than
from assistant.storage.scrubbing import empty_log, scrub
from assistant.storage.tables.calls import CallRow
from assistant.storage.tables.leads import AccountRow, LeadRow
from assistant.storage.tables.upkeep import ForgottenRow
from assistant.storage.topic import Topic, keep_person

Erase = Callable[[Session, PartErasure], None]


class Forgetting(Topic):
    """Erasure. A dry run erases in the same way, counts, and takes all of it back."""

    def forget_lead(self, lead_id: UUID, by: Who, *, dry_run: bool) -> ForgetReport:
        """Erase a lead with its calls, events and stage moves.

        Its account goes too where no other lead is at it: then it says nothing but where
        this person worked.
        """

        def erase(session: Session, erasure: PartErasure) -> None:
            lead = session.get(LeadRow, lead_id)
            if lead is None:
                raise NotFound(f"There is no lead {lead_id} in the store.")
            account_id = lead.account_id
            erasure.leads(col(LeadRow.id) == lead_id)
            others = select(LeadRow.id).where(LeadRow.account_id == account_id)
            if account_id is not None and session.exec(others).first() is None:
                erasure.account(account_id)

        return self._forget("lead", f"lead {lead_id}", by, erase, dry_run=dry_run)

    def forget_account(self, account_id: UUID, by: Who, *, dry_run: bool) -> ForgetReport:
        """Erase an account, its leads, and all of theirs."""

        def erase(session: Session, erasure: PartErasure) -> None:
            if session.get(AccountRow, account_id) is None:
                raise NotFound(f"There is no account {account_id} in the store.")
            erasure.leads(col(LeadRow.account_id) == account_id)
            erasure.account(account_id)

        return self._forget("account", f"account {account_id}", by, erase, dry_run=dry_run)

    def forget_call(self, call_id: UUID, by: Who, *, dry_run: bool) -> ForgetReport:
        """Erase a call and all that belongs to it.

        A stage move that was made in it is part of its lead's history: it stays, without
        the call and the reason.
        """

        def erase(session: Session, erasure: PartErasure) -> None:
            if session.get(CallRow, call_id) is None:
                raise NotFound(f"There is no call {call_id} in the store.")
            erasure.calls(col(CallRow.id) == call_id)

        return self._forget("call", f"call {call_id}", by, erase, dry_run=dry_run)

    def forget_before(self, day: date, by: Who, *, dry_run: bool) -> ForgetReport:
        """Erase calls held before a day, and events and reasons of moves of before (UTC).

        Leads and accounts stay, and so do the moves themselves.
        """

        def erase(_: Session, erasure: PartErasure) -> None:
            erasure.before(day)

        what = f"before {day.isoformat()}"
        return self._forget(what, f"calls {what}", by, erase, dry_run=dry_run)

    def forget_older(self, kept: KeptSince, by: Who, *, dry_run: bool) -> ForgetReport:
        """Erase what is older than its kind is kept; nothing is noted down for nothing.

        Calls that a window has open are left for another time.
        """
        what = "older than it is kept"
        if not self.has_older(kept):
            return ForgetReport(target=what, dry_run=dry_run, erased={})

        def erase(_: Session, erasure: PartErasure) -> None:
            erasure.older(kept)

        return self._forget("retention", what, by, erase, dry_run=dry_run)

    def has_older(self, kept: KeptSince) -> bool:
        """Whether anything is older than its kind is kept."""
        older = older_than(kept)
        if older is None:
            return False
        with self._database.reading() as session:
            return session.exec(select(CallRow.id).where(older).limit(1)).first() is not None

    def forget_gone(self, gone: Iterable[Tombstone], by: Who) -> ForgetReport:
        """Erase what somebody else has forgotten, as far as it is here.

        An account stays where a lead is at it.
        """
        ids: defaultdict[str, set[UUID]] = defaultdict(set)
        for one in gone:
            ids[one.kind].add(one.id)

        def erase(session: Session, erasure: PartErasure) -> None:
            erasure.leads(col(LeadRow.id).in_(ids["lead"]))
            erasure.calls(col(CallRow.id).in_(ids["call"]))
            erasure.events(ids["event"])
            for account_id in ids["account"]:
                at_it = select(LeadRow.id).where(LeadRow.account_id == account_id)
                if session.exec(at_it).first() is None:
                    erasure.account(account_id)

        return self._forget("shared", "what others have forgotten", by, erase, dry_run=False)

    def _forget(
        self, kind: str, target: str, by: Who, erase: Erase, *, dry_run: bool
    ) -> ForgetReport:
        if not dry_run:
            self._reach_the_log()
        with self._database.writing(dry_run=dry_run) as session:
            by_key = keep_person(session, by)
            erasure = PartErasure(session, self._clock(), by_key)
            with erasing(session):
                erase(session, erasure)
                if not dry_run:
                    tidy_index(session)
            erased = {what: count for what, count in erasure.counts.items() if count}
            session.add(
                ForgottenRow(
                    id=uuid4(),
                    kind=kind,
                    by_key=by_key,
                    at=self._clock(),
                    erased=erased,
                    bytes_gone=False,
                )
            )
        if not dry_run:
            self._remove_the_bytes()
        return ForgetReport(
            target=target, dry_run=dry_run, erased=erased, calls=frozenset(erasure.touched)
        )

    def _reach_the_log(self) -> None:
        """Find out beforehand whether the log can be emptied."""
        try:
            empty_log(self._database.path, self._database.patience)
        except StoreUnavailable as error:
            raise StoreUnavailable(
                f"{error} Nothing was forgotten. Close the assistant's other windows, then try "
                f"again."
            ) from None

    def _remove_the_bytes(self) -> None:
        try:
            scrub(self._database.path, self._clock, self._database.patience)
        except StoreUnavailable as error:
            raise StoreUnavailable(
                f"It is forgotten, but bytes of it are still in the store's files. {error} Close "
                f"the assistant's other windows, then run `assistant db check`: opening the "
                f"store removes them, and the check says whether they are gone."
            ) from None
