"""Builds the snapshot of a call from what the store holds."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from assistant.domain.answers import Answer, Status
from assistant.domain.bank import Bank, Question
from assistant.domain.calls import Call, QuestionMark, Source
from assistant.domain.errors import NotFound
from assistant.domain.fields import Side
from assistant.domain.marks import TurnMark, in_force
from assistant.domain.people import Account, Lead
from assistant.domain.transcript import Turn
from assistant.domain.verdict import Assessment, GateResult, NextQuestion
from assistant.leads.engagement import engagement_answers
from assistant.leads.fit import lead_answers
from assistant.qualification.asking import next_questions
from assistant.qualification.assessment import assess
from assistant.qualification.criteria import judge_core
from assistant.qualification.standing import settle
from assistant.workflows.freshness import fresh_keys
from assistant.workflows.note_lines import present
from assistant.workflows.timing import last_minutes
from assistant.workflows.views import CallView, GateView, QuestionState, QuestionView
from assistant.workflows.wiring import Workbench


def call_of(bench: Workbench, call_id: UUID) -> Call:
    """The stored call. Raises ``NotFound``."""
    call = bench.store.call(call_id)
    if call is None:
        raise NotFound(f"There is no call {call_id}. `assistant call list` shows them.")
    return call


def banks_of(bench: Workbench, call: Call) -> tuple[Bank, ...]:
    """The call's banks. One that is no longer in the playbook is left out with its id said.

    Raises ``NotFound`` when none is left.
    """
    known = [bench.playbook.banks[name] for name in call.banks if name in bench.playbook.banks]
    if not known:
        raise NotFound(
            f"None of this call's banks ({', '.join(call.banks)}) is there any more. "
            f"Put the bank's file back; `assistant bank list` shows what is read."
        )
    return tuple(known)


def sources_of(bench: Workbench, call: Call) -> tuple[Source, ...]:
    """The call's sources, each turn with its speaker, on the side that he is known to be on.

    A stored turn never changes. Who is the rep may turn out later than it was said, and a
    person may say that somebody else spoke.
    """
    sides = {one.name: one.side for one in call.participants if one.side is not Side.UNKNOWN}
    spoke = in_force(bench.store.turn_marks(call.id), "speaker")
    return tuple(
        source.model_copy(
            update={
                "turns": tuple(
                    _sided(turn, sides, spoke.get((source.name, turn.index)))
                    for turn in source.turns
                )
            }
        )
        for source in bench.store.sources(call.id)
    )


def _sided(turn: Turn, sides: Mapping[str, Side], mark: TurnMark | None) -> Turn:
    speaker = mark.text if mark else turn.speaker
    side = sides.get(speaker or "", turn.side)
    side = mark.side if mark and mark.side else side
    if speaker == turn.speaker and side is turn.side:
        return turn
    return turn.model_copy(update={"speaker": speaker, "side": side})


def whom(bench: Workbench, call: Call) -> tuple[Lead | None, Account | None]:
    """The call's lead and its account, as far as it has them."""
    lead = bench.store.lead(call.lead_id) if call.lead_id else None
    account = bench.store.account(lead.account_id) if lead and lead.account_id else None
    return lead, account


def answers_beside_words(
    bench: Workbench, lead: Lead | None, account: Account | None, questions: Sequence[Question]
) -> tuple[Answer, ...]:
    """Answers that come from the lead's attributes and from the engagement log."""
    if lead is None:
        return ()
    events = bench.store.events(lead.id)
    points = bench.playbook.points
    return (
        *lead_answers(lead, account, bench.playbook.icp, questions),
        *engagement_answers(events, points, questions, bench.clock()),
    )


def settled_answers(bench: Workbench, call: Call, banks: Sequence[Bank]) -> tuple[Answer, ...]:
    """All answers of a call: from words, from people, from the lead; settled."""
    lead, account = whom(bench, call)
    questions = [question for bank in banks for question in bank.questions]
    beside = answers_beside_words(bench, lead, account, questions)
    return settle((*bench.store.answers(call.id), *beside))


def view_call(
    bench: Workbench,
    call_id: UUID,
    *,
    heard: Sequence[str] = (),
    held_by: str | None = None,
    unread: int = 0,
    sources: tuple[Source, ...] | None = None,
) -> CallView:
    """The call as it stands. ``heard`` are the keys freshly answered, the latest last.

    ``held_by`` names who holds the call where it can only be read. ``sources`` are the
    call's where the caller has them (a long transcript takes longest to load).
    """
    call = call_of(bench, call_id)
    banks = banks_of(bench, call)
    lead, account = whom(bench, call)
    answers = settled_answers(bench, call, banks)
    assessments = tuple(assess(bank, answers, call.call_date) for bank in banks)
    view = CallView(
        call=call,
        lead=lead,
        account=account,
        stage=stage_title(bench, lead),
        read_only=held_by is not None,
        held_by=held_by or "",
        banks=banks,
        gates=gate_views(banks, assessments, answers, bench.store.question_marks(call_id)),
        answers=answers,
        core=judge_core(answers, call.call_date),
        assessments=assessments,
        next_questions=(),
        draft=bench.store.draft(call_id),
        lines=present(bench.store.note_lines(call_id)),
        sources=sources_of(bench, call) if sources is None else sources,
        verdicts=bench.store.verdicts(call_id),
        engine=str(bench.extractor.engine) if bench.extractor_ready else "",
        unread=unread,
    )
    return view.model_copy(update={"next_questions": _offers(bench, view, heard)})


def _offers(bench: Workbench, view: CallView, heard: Sequence[str]) -> tuple[NextQuestion, ...]:
    """What to ask next; ``heard`` are the keys freshly answered, the latest last."""
    return next_questions(
        view.banks,
        view.answers,
        bench.store.question_marks(view.call.id),
        view.assessments,
        heard=fresh_keys(heard, view.answers, view.sources, view.lines),
        minutes_left=last_minutes(view.call, bench.settings.call_minutes, bench.clock()),
    )


def stage_title(bench: Workbench, lead: Lead | None) -> str:
    """The title of the stage that a lead is in; a lead without one is in the first."""
    lifecycle = bench.playbook.lifecycles.get(lead.lifecycle) if lead else None
    if lead is None or lifecycle is None:
        return lead.stage if lead else ""
    titles = {stage.id: stage.title for stage in lifecycle.stages}
    return titles.get(lead.stage, lead.stage or lifecycle.stages[0].title)


def gate_views(
    banks: Sequence[Bank],
    assessments: Sequence[Assessment],
    answers: Sequence[Answer],
    marks: Sequence[QuestionMark],
) -> tuple[GateView, ...]:
    """The gates of all banks in order; a question id that came before is not shown again."""
    by_key: dict[str, list[Answer]] = {}
    for answer in sorted(answers, key=lambda answer: not answer.in_force):
        by_key.setdefault(answer.key, []).append(answer)
    marked = {mark.question: mark for mark in marks}
    seen: set[str] = set()
    views: list[GateView] = []
    for bank, assessment in zip(banks, assessments, strict=True):
        results = {result.gate: result for result in assessment.gates}
        for gate in bank.gates:
            shown = [question for question in gate.questions if question.id not in seen]
            seen |= {question.id for question in gate.questions}
            questions = tuple(
                _question_view(question, by_key.get(question.key, []), marked.get(question.id))
                for question in shown
            )
            views.append(_gate_view(bank.id, gate.title, results[gate.id], questions))
    return tuple(views)


def _gate_view(
    bank: str, title: str, result: GateResult, questions: tuple[QuestionView, ...]
) -> GateView:
    answered = sum(any(answer.in_force for answer in view.answers) for view in questions)
    return GateView(
        bank=bank,
        id=result.gate,
        title=title,
        passed=result.passed,
        missing=result.missing,
        answered=answered,
        questions=questions,
    )


def _question_view(
    question: Question, answers: Sequence[Answer], mark: QuestionMark | None
) -> QuestionView:
    state = _state([answer for answer in answers if answer.in_force], mark)
    return QuestionView(question=question, state=state, answers=tuple(answers))


def _state(in_force: Sequence[Answer], mark: QuestionMark | None) -> QuestionState:
    standing = {answer.id for answer in in_force}
    if any(standing.intersection(answer.contradicts) for answer in in_force):
        return "contradicted"
    if any(answer.status in {Status.CONFIRMED, Status.EDITED} for answer in in_force):
        return "confirmed"
    if in_force:
        return "suggested"
    return mark.state if mark is not None else "open"
