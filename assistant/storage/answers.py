"""Answers, what people decided about them, and what was asked."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import count
from uuid import UUID

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from assistant.domain.answers import Answer, Decision
from assistant.domain.calls import QuestionMark
from assistant.domain.errors import NotFound
from assistant.storage.connecting import Database
from assistant.storage.faults import GONE
from assistant.storage.known_answers import KnownAnswers
from assistant.storage.rows.answers import (
    answer_columns,
    decision_row,
    mark_row,
    to_decision,
    to_mark,
)
from assistant.storage.tables.answers import (
    AnswerRow,
    DecisionRow,
    QuestionMarkRow,
    answer_key,
    answers_of,
)
from assistant.storage.tables.packs import ReadingRow
from assistant.storage.tables.search import CallIndexRow
from assistant.storage.topic import Settle, Topic, all_people, as_they_are, keep_person

AT_ONCE = 200
"""So many calls are settled in one transaction when a store was upgraded."""
_NEW = insert(AnswerRow)
_PUT = _NEW.on_conflict_do_update(
    index_elements=["key"],
    set_={name: column for name, column in _NEW.excluded.items() if name != "key"},
)
"""Adds an answer to its call, or changes it in its place."""

_READ = insert(ReadingRow).on_conflict_do_nothing()
_READ_AGAIN = insert(ReadingRow).on_conflict_do_update(
    index_elements=["call_id", "answer_id"], set_={"at": insert(ReadingRow).excluded.at}
)


class Answers(Topic):
    """Answers, decisions and question marks of calls."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], settle: Settle = as_they_are
    ) -> None:
        super().__init__(database, clock, settle)
        self._known = KnownAnswers()

    def save_answers(self, call_id: UUID, answers: Iterable[Answer]) -> None:
        """Add answers or update them; one that a person decided keeps what was decided."""
        given = tuple(answers)
        if not given:
            return
        with self._database.writing() as session:
            known = self._known.of(session, call_id)
            now = dict(known)
            for answer in given:
                stored = now.get(answer.id)
                now[answer.id] = read_again(stored, answer) if stored else answer
            again = [one for one in known if not _reads_alike(known[one], now[one])]
            _note_reading(session, call_id, again, self._clock())
            self._keep(session, call_id, known, now)

    def answers(self, call_id: UUID) -> tuple[Answer, ...]:
        """The call's answers, in the order of adding."""
        with self._database.reading() as session:
            return tuple(self._known.of(session, call_id).values())

    def decide(self, call_id: UUID, decision: Decision) -> None:
        """Record the decision and store its ``after`` as the answer, in one transaction."""
        with self._database.writing() as session:
            by_key = keep_person(session, decision.by)
            session.add(decision_row(call_id, decision, by_key))
            known = self._known.of(session, call_id)
            before = known.get(decision.after.id)
            if before and before.at and before.at != decision.after.at:
                # Its words were read when it was found, not when a person decided.
                _note_reading(session, call_id, [before.id], before.at, anew=False)
            self._keep(session, call_id, known, known | {decision.after.id: decision.after})

    def decided_before(
        self, call_id: UUID, answer_id: str
    ) -> tuple[tuple[UUID, ...], datetime | None]:
        """The last decisions on an answer, and when anything of the call was last decided."""
        of_call = DecisionRow.call_id == call_id
        mine = select(DecisionRow.id, DecisionRow.follows).where(
            of_call, DecisionRow.answer_id == answer_id
        )
        latest = select(DecisionRow.at).where(of_call).order_by(col(DecisionRow.at).desc())
        with self._database.reading() as session:
            rows = session.exec(mine.order_by(col(DecisionRow.seq))).all()
            followed = {UUID(one) for _, follows in rows for one in follows}
            heads = tuple(one for one, _ in rows if one not in followed)
            return heads, session.exec(latest.limit(1)).first()

    def settle_anew(self) -> None:
        """Find out which answers replace or contradict others, where that was never done."""
        query = select(CallIndexRow).where(~col(CallIndexRow.settled)).limit(AT_ONCE)
        while self._unsettled():
            with self._database.writing() as session:
                for call in session.exec(query):
                    known = self._known.of(session, call.call_id)
                    self._keep(session, call.call_id, known, known)
                    call.settled = True

    def _unsettled(self) -> bool:
        query = select(CallIndexRow.key).where(~col(CallIndexRow.settled))
        with self._database.reading() as session:
            return session.exec(query).first() is not None

    def _keep(
        self,
        session: Session,
        call_id: UUID,
        known: Mapping[str, Answer],
        now: Mapping[str, Answer],
    ) -> None:
        """Write what differs from what is known, and which others each is replaced by."""
        settled = self._settle(now.values())
        changed = [answer for answer in settled if known.get(answer.id) != answer]
        if changed:
            keys = _keys(session, call_id)
            rows = [answer_columns(answer) | {"key": keys[answer.id]} for answer in changed]
            session.execute(_PUT, rows)

    def decisions(self, call_id: UUID) -> tuple[Decision, ...]:
        """All decisions, the oldest first."""
        query = select(DecisionRow).where(DecisionRow.call_id == call_id)
        with self._database.reading() as session:
            people = all_people(session)
            rows = session.exec(query.order_by(col(DecisionRow.seq)))
            return tuple(to_decision(row, people) for row in rows)

    def mark_question(self, call_id: UUID, mark: QuestionMark) -> None:
        """Record a mark; the latest of a question counts."""
        with self._database.writing() as session:
            session.add(mark_row(call_id, mark))

    def question_marks(self, call_id: UUID) -> tuple[QuestionMark, ...]:
        """The latest mark of every question, in the order that they were first marked."""
        query = select(QuestionMarkRow).where(QuestionMarkRow.call_id == call_id)
        with self._database.reading() as session:
            rows = session.exec(query.order_by(col(QuestionMarkRow.seq)))
            return tuple({row.question: to_mark(row) for row in rows}.values())


def _keys(session: Session, call_id: UUID) -> defaultdict[str, int]:
    """The keys of the call's answers: a new one has the next. Raises ``NotFound``."""
    call = session.exec(select(CallIndexRow.key).where(CallIndexRow.call_id == call_id)).first()
    if call is None:
        raise NotFound(GONE)
    known = select(AnswerRow.id, AnswerRow.key).where(answers_of(call))
    there = dict(iter(session.exec(known)))
    following = count(max(there.values(), default=answer_key(call, -1)) + 1)
    return defaultdict(lambda: next(following), there)


def read_again(stored: Answer, read: Answer) -> Answer:
    """What is kept of an answer that is there when its words are read again.

    A suggestion becomes what was read. What a person decided stays, whatever a better
    reading says; only its standing among the other answers follows, and its place, if the
    words are the same (a note line was edited around them).
    """
    if not stored.decided:
        return read
    update: dict[str, object] = {
        "stale": read.stale,
        "superseded_by": read.superseded_by,
        "contradicts": read.contradicts,
    }
    if stored.evidence and read.evidence and stored.evidence.quote == read.evidence.quote:
        update["evidence"] = read.evidence
    return stored.model_copy(update=update)


def _reads_alike(stored: Answer, read: Answer) -> bool:
    """Whether they differ at most in how they stand among other answers."""
    beside = {"superseded_by": stored.superseded_by, "contradicts": stored.contradicts}
    return read == stored or read.model_copy(update=beside) == stored


def _note_reading(
    session: Session, call_id: UUID, answers: Iterable[str], at: datetime, *, anew: bool = True
) -> None:
    """Keep when the words of answers were read again; a time that is known only if ``anew``."""
    rows = [{"call_id": call_id, "answer_id": one, "at": at} for one in answers]
    if rows:
        session.execute(_READ_AGAIN if anew else _READ, rows)
