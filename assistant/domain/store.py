"""The port of the store. Every method is one transaction."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from assistant.domain.answers import Answer, Decision
from assistant.domain.bank import Bank
from assistant.domain.calls import (
    Call,
    CallSummary,
    ConsentEntry,
    ForgetReport,
    Lease,
    NoteLine,
    QuestionMark,
    ReviewEntry,
    Source,
)
from assistant.domain.marks import TurnMark
from assistant.domain.people import Account, EngagementEvent, Lead, StageMove, Who
from assistant.domain.privacy import KeptSince, KnownFile
from assistant.domain.queue import QueueCounts, QueuePage, QueueSort
from assistant.domain.record_store import RecordStore
from assistant.domain.scorecards import FilledCard
from assistant.domain.searching import FoundCalls, HitPage, Order, Plan, SavedQuery
from assistant.domain.transcript import Turn
from assistant.domain.verdict import RecordedVerdict


class LeadStore(Protocol):
    """Accounts, leads, and what they did."""

    def save_account(self, account: Account) -> None:
        """Add it, or replace the one with its id."""
        ...

    def account(self, account_id: UUID) -> Account | None: ...

    def accounts(self) -> tuple[Account, ...]: ...

    def save_lead(self, lead: Lead) -> None:
        """Add it, or replace the one with its id."""
        ...

    def lead(self, lead_id: UUID) -> Lead | None: ...

    def leads(self) -> tuple[Lead, ...]: ...

    def add_event(self, event: EngagementEvent) -> None: ...

    def events(self, lead_id: UUID) -> tuple[EngagementEvent, ...]: ...

    def all_events(self) -> tuple[EngagementEvent, ...]:
        """What every lead did, the oldest first."""
        ...

    def add_move(self, move: StageMove) -> None:
        """Record the move and set the lead's stage, in one transaction."""
        ...

    def moves(self, lead_id: UUID) -> tuple[StageMove, ...]: ...


class CallStore(Protocol):
    """Calls with their sources, notes, answers and verdicts."""

    def save_call(self, call: Call) -> None:
        """Add it, or replace the one with its id, whose consent stays as it is."""
        ...

    def call(self, call_id: UUID) -> Call | None: ...

    def calls(self) -> tuple[CallSummary, ...]:
        """All calls, newest first by the day that they were held."""
        ...

    def calls_with(self, lead_id: UUID) -> tuple[Call, ...]:
        """All calls with a lead, newest first by the day that they were held."""
        ...

    def call_with_content(self, content: str, lead_id: UUID | None) -> Call | None:
        """The call of this lead that was imported from this content."""
        ...

    def save_source(self, source: Source) -> None:
        """Add a source with its turns.

        One of the same call and name must have the same content; then nothing changes
        (turns are immutable).
        """
        ...

    def add_turns(self, source: Source, turns: Sequence[Turn]) -> None:
        """Add turns to a stored source, which is still being written.

        A turn that it has stays as it is. Raises ``WrongUsage`` for a
        source that is not there.
        """
        ...

    def sources(self, call_id: UUID) -> tuple[Source, ...]: ...

    def save_draft(self, call_id: UUID, text: str) -> None:
        """Keep the notes editor's text as it stands."""
        ...

    def draft(self, call_id: UUID) -> str: ...

    def save_note_lines(self, call_id: UUID, lines: Sequence[NoteLine]) -> None:
        """Append the revisions that are new; the latest of a number is the line."""
        ...

    def note_lines(self, call_id: UUID) -> tuple[NoteLine, ...]:
        """The latest revision of every line, gone ones too, by number."""
        ...

    def note_history(self, call_id: UUID) -> tuple[NoteLine, ...]: ...

    def save_answers(self, call_id: UUID, answers: Iterable[Answer]) -> None:
        """Add answers or update them.

        One that a person decided keeps everything but ``evidence`` (a note line was revised
        around its quote) and ``stale``.
        """
        ...

    def answers(self, call_id: UUID) -> tuple[Answer, ...]: ...

    def decide(self, call_id: UUID, decision: Decision) -> None:
        """Record the decision and store its ``after`` as the answer, in one transaction."""
        ...

    def decisions(self, call_id: UUID) -> tuple[Decision, ...]: ...

    def decided_before(
        self, call_id: UUID, answer_id: str
    ) -> tuple[tuple[UUID, ...], datetime | None]:
        """The last decisions on an answer, and when anything of the call was last decided.

        There is more than one where people decided apart from each other.
        """
        ...

    def mark_question(self, call_id: UUID, mark: QuestionMark) -> None: ...

    def question_marks(self, call_id: UUID) -> tuple[QuestionMark, ...]:
        """The latest mark of every question."""
        ...

    def save_bank(self, bank: Bank) -> None:
        """Keep this version of a bank, once a digest."""
        ...

    def bank(self, digest: str) -> Bank | None: ...

    def add_verdict(self, verdict: RecordedVerdict) -> None:
        """Add a version. It gets the next number of its call, whatever number it comes with."""
        ...

    def verdicts(self, call_id: UUID) -> tuple[RecordedVerdict, ...]:
        """All versions, oldest first."""
        ...

    def add_review(self, entry: ReviewEntry) -> None: ...

    def reviews(self, call_id: UUID) -> tuple[ReviewEntry, ...]: ...

    def add_scorecard(self, filled: FilledCard) -> None:
        """Keep a filled scorecard; those that were there are kept, too."""
        ...

    def scorecards(self, call_id: UUID) -> tuple[FilledCard, ...]:
        """All fillings of a call, the oldest first."""
        ...

    def add_turn_mark(self, mark: TurnMark) -> None: ...

    def turn_marks(self, call_id: UUID) -> tuple[TurnMark, ...]:
        """All marks of a call, the oldest first."""
        ...

    def take_lease(
        self, call_id: UUID, holder: str, who: Who, now: datetime, *, force: bool = False
    ) -> Lease:
        """The lease after trying to take it: ours if its ``holder`` is ours.

        A lease whose beat is 30 s old is free; ``force`` takes over any.
        """
        ...

    def beat(self, call_id: UUID, holder: str, now: datetime) -> bool:
        """Keep the lease; False when somebody took it over."""
        ...

    def release(self, call_id: UUID, holder: str) -> None: ...


class PrivacyStore(Protocol):
    """Consent as it was noted, and the files that calls were written to."""

    def note_consent(self, entry: ConsentEntry) -> None:
        """Add it and set the call's consent, in one transaction."""
        ...

    def consents(self, call_id: UUID) -> tuple[ConsentEntry, ...]:
        """All that was noted, the oldest first."""
        ...

    def users(self) -> tuple[Who, ...]:
        """Everybody who ever did anything here."""
        ...

    def calls_acted_in(self, ids: Collection[str]) -> frozenset[UUID]:
        """The calls in which users of these ids did or noted anything."""
        ...

    def remember_file(self, known: KnownFile) -> None:
        """Know it as it is now: of a path, the last counts."""
        ...

    def known_files(self) -> tuple[KnownFile, ...]: ...

    def drop_file(self, path: str) -> None:
        """Know it no longer: it is gone."""
        ...


class Upkeep(Protocol):
    """Erasure. What is erased leaves no trace in the file; who, when and what kind stay."""

    def forget_lead(self, lead_id: UUID, by: Who, *, dry_run: bool) -> ForgetReport: ...

    def forget_account(self, account_id: UUID, by: Who, *, dry_run: bool) -> ForgetReport: ...

    def forget_call(self, call_id: UUID, by: Who, *, dry_run: bool) -> ForgetReport: ...

    def forget_before(self, day: date, by: Who, *, dry_run: bool) -> ForgetReport: ...

    def forget_older(self, kept: KeptSince, by: Who, *, dry_run: bool) -> ForgetReport:
        """Erase what is older than its kind is kept, in calls that no window has open."""
        ...

    def has_older(self, kept: KeptSince) -> bool: ...


class SearchStore(Protocol):
    """What is found in turns, notes, answers and calls, and the queries that are kept."""

    def search(
        self, plan: Plan, *, order: Order = "newest", limit: int = 20, after: int | None = None
    ) -> HitPage:
        """A page of hits; ``after`` is that of the page before.

        A page may have fewer hits than ``limit`` although others follow.
        """
        ...

    def matching_calls(
        self, plan: Plan, *, limit: int = 20, after: int | None = None
    ) -> FoundCalls:
        """The calls in which anything matches, the newest first."""
        ...

    def queue(
        self,
        plan: Plan,
        *,
        sort: QueueSort = "date",
        reverse: bool = False,
        limit: int = 50,
        after: str | None = None,
    ) -> QueuePage:
        """A page of the calls in which anything matches, in any order.

        A page may have fewer rows than ``limit`` although others follow.
        """
        ...

    def call_ids(self, beginning: str, limit: int = 2) -> tuple[UUID, ...]:
        """The ids of calls that begin so, in the order of the alphabet."""
        ...

    def queue_counts(self, plan: Plan) -> QueueCounts | None:
        """How many calls match, and how their reviews stand; None where it takes too long."""
        ...

    def known_values(self, name: str, beginning: str, limit: int = 20) -> tuple[str, ...]:
        """Values in the store that a name of the grammar can have, in the order of the alphabet."""
        ...

    def save_query(self, saved: SavedQuery) -> None:
        """Keep a query under its name, in place of one that has the name."""
        ...

    def saved_queries(self) -> tuple[SavedQuery, ...]: ...

    def remove_query(self, name: str) -> None:
        """Keep it no longer. Raises ``NotFound``."""
        ...


class Store(LeadStore, CallStore, SearchStore, PrivacyStore, RecordStore, Upkeep, Protocol):
    """Everything that is kept."""

    def together(self) -> AbstractContextManager[None]:
        """All that this thread does inside is kept as a whole, or not at all.

        Nobody else writes meanwhile, so read and think before. Nothing is forgotten inside.
        """
        ...

    def close(self) -> None: ...
