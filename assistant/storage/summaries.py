"""The list of calls, in as many queries for a thousand calls as for one."""

from collections import defaultdict
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, func, select

from assistant.domain.calls import CallSummary
from assistant.storage.rows.calls import to_call
from assistant.storage.tables.calls import NEWEST_FIRST, CallRow, ParticipantRow
from assistant.storage.tables.leads import AccountRow, LeadRow
from assistant.storage.tables.search import CallIndexRow
from assistant.storage.tables.verdicts import VerdictRow
from assistant.storage.topic import Topic, all_people


class _Verdicts(NamedTuple):
    outcome: str = ""
    score: int | None = None
    system_outcome: str = ""


class _Sums(NamedTuple):
    answers: int
    unconfirmed: int
    reviewed: str


class Summaries(Topic):
    """What a list of calls shows."""

    def calls(self) -> tuple[CallSummary, ...]:
        """All calls, newest first. Answers are counted where they are in force."""
        lead_name, lead_stage = func.coalesce(LeadRow.name, ""), func.coalesce(LeadRow.stage, "")
        account_name = func.coalesce(AccountRow.name, "")
        query = (
            select(CallRow, lead_name, account_name, lead_stage)
            .join(LeadRow, col(LeadRow.id) == col(CallRow.lead_id), isouter=True)
            .join(AccountRow, col(AccountRow.id) == col(LeadRow.account_id), isouter=True)
            .order_by(*NEWEST_FIRST)
        )
        with self._database.reading() as session:
            people, participants = all_people(session), _participants(session)
            verdicts, summed = _verdicts(session), _sums(session)
            summaries = []
            for call, lead, account, stage in session.exec(query):
                verdict = verdicts.get(call.id, _Verdicts())
                sums = summed[call.id]
                summaries.append(
                    CallSummary(
                        call=to_call(call, participants.get(call.id, ()), people),
                        lead_name=lead,
                        account_name=account,
                        stage=stage,
                        outcome=verdict.outcome,
                        system_outcome=verdict.system_outcome,
                        score=verdict.score,
                        answers=sums.answers,
                        unconfirmed=sums.unconfirmed,
                        reviewed=sums.reviewed,
                    )
                )
            return tuple(summaries)


def _participants(session: Session) -> dict[UUID, list[ParticipantRow]]:
    by_call: defaultdict[UUID, list[ParticipantRow]] = defaultdict(list)
    for row in session.exec(select(ParticipantRow).order_by(col(ParticipantRow.position))):
        by_call[row.call_id].append(row)
    return by_call


def _verdicts(session: Session) -> dict[UUID, _Verdicts]:
    """The latest verdict of each call, and what the system's latest said."""
    latest: dict[UUID, _Verdicts] = {}
    query = select(VerdictRow.call_id, VerdictRow.kind, VerdictRow.outcome, VerdictRow.score)
    for call_id, kind, outcome, score in session.exec(query.order_by(col(VerdictRow.number))):
        system = outcome if kind == "system" else latest.get(call_id, _Verdicts()).system_outcome
        latest[call_id] = _Verdicts(outcome, score, system)
    return latest


def _sums(session: Session) -> dict[UUID, _Sums]:
    """What is summed up of each call."""
    row = CallIndexRow
    query = select(row.call_id, row.answers, row.unconfirmed, row.reviewed)
    return {
        call_id: _Sums(answers, unconfirmed, reviewed)
        for call_id, answers, unconfirmed, reviewed in session.exec(query)
    }
