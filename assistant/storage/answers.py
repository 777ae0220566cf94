"""Answers, what people decided about them, and what was asked."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from assistant.domain.answers import Answer, Decision
from assistant.domain.calls import QuestionMark
from assistant.storage.rows.answers import (
    answer_row,
    decision_row,
    mark_row,
    to_answer,
    to_decision,
    to_mark,
)
from assistant.storage.tables.answers import AnswerRow, DecisionRow, QuestionMarkRow
from assistant.storage.tables.search import CallIndexRow
from assistant.storage.topic import Topic, all_people, keep_person

AT_ONCE = 200
"""So many calls are settled in one transaction when a store was upgraded."""


class Answers(Topic):
    """Answers, decisions and question marks of calls."""

    def save_answers(self, call_id: UUID, answers: Iterable[Answer]) -> None:
        """Add answers or update them; one that a person decided keeps what was decided."""
        given = tuple(answers)
        if not given:
            return
        with self._database.writing() as session:
            rows = _rows(session, call_id)
            for answer in given:
                row = rows.get(answer.id)
                _put(session, call_id, read_again(to_answer(row), answer) if row else answer, rows)
            self._settle_rows(session, call_id, rows)

    def answers(self, call_id: UUID) -> tuple[Answer, ...]:
        """The call's answers, in the order of adding."""
        with self._database.reading() as session:
            return tuple(to_answer(row) for row in _rows(session, call_id).values())

    def decide(self, call_id: UUID, decision: Decision) -> None:
        """Record the decision and store its ``after`` as the answer, in one transaction."""
        with self._database.writing() as session:
            by_key = keep_person(session, decision.by)
            session.add(decision_row(call_id, decision, by_key))
            rows = _rows(session, call_id)
            _put(session, call_id, decision.after, rows)
            self._settle_rows(session, call_id, rows)

    def settle_anew(self) -> None:
        """Find out which answers replace or contradict others, where that was never done."""
        query = select(CallIndexRow).where(~col(CallIndexRow.settled)).limit(AT_ONCE)
        while self._unsettled():
            with self._database.writing() as session:
                for call in session.exec(query):
                    self._settle_rows(session, call.call_id, _rows(session, call.call_id))
                    call.settled = True

    def _unsettled(self) -> bool:
        query = select(CallIndexRow.key).where(~col(CallIndexRow.settled))
        with self._database.reading() as session:
            return session.exec(query).first() is not None

    def _settle_rows(self, session: Session, call_id: UUID, rows: dict[str, AnswerRow]) -> None:
        """Keep with every answer of a call which others it is replaced or contradicted by."""
        # A row that was added needs its key before it can be changed.
        session.flush()
        known = [to_answer(row) for row in rows.values()]
        for before, after in zip(known, self._settle(known), strict=True):
            if after != before:
                _put(session, call_id, after, rows)

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


def _rows(session: Session, call_id: UUID) -> dict[str, AnswerRow]:
    query = select(AnswerRow).where(AnswerRow.call_id == call_id).order_by(col(AnswerRow.seq))
    return {row.id: row for row in session.exec(query)}


def _put(session: Session, call_id: UUID, answer: Answer, rows: dict[str, AnswerRow]) -> None:
    """Add the answer to the call's rows, or change its row."""
    there = rows.get(answer.id)
    row = answer_row(call_id, answer, len(rows), there)
    if there is None:
        session.add(row)
    rows[answer.id] = row if there is None else session.merge(row)
