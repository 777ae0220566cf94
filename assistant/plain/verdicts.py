"""The verdict, what is missing, and what a decision changed, in words. Pure."""

from assistant.domain.bank import Bank
from assistant.domain.verdict import Assessment, CriterionResult, RecordedVerdict
from assistant.plain.answers import in_short
from assistant.plain.words import sentence
from assistant.workflows.views import CallView, EndView


def verdict_lines(view: CallView) -> tuple[str, ...]:
    """The verdict of every bank, with the words that it rests on."""
    lines = [*_recorded_lines(view.recorded)]
    several = len(view.banks) > 1
    for bank, assessment in zip(view.banks, view.assessments, strict=True):
        lines += _bank_lines(view, bank, assessment, f" by {bank.title}" if several else "")
    return tuple(lines)


def _recorded_lines(recorded: RecordedVerdict | None) -> tuple[str, ...]:
    if recorded is None or recorded.by is None:
        return ()
    return (
        f"{recorded.by.name} put {recorded.verdict.outcome} over the verdict: {recorded.reason}",
    )


def _bank_lines(view: CallView, bank: Bank, assessment: Assessment, by: str) -> list[str]:
    verdict = assessment.verdict
    so_far = "" if view.call.ended_at else " so far"
    lines = [f"The verdict{by}{so_far}: {verdict.outcome}, {verdict.score} of 100."]
    for result in verdict.reasons:
        lines += _reason_lines(view, bank, result)
    titles = criterion_titles(bank)
    lines += [
        f"It would be {one.outcome} with {titles[one.criterion]} {one.to.value}."
        for one in verdict.would_change
    ]
    if verdict.unconfirmed:
        count = verdict.unconfirmed
        lines.append(f"{count} {'answer' if count == 1 else 'answers'} behind it not confirmed.")
    return [*lines, f"Next: {verdict.next_action}"] if verdict.next_action else lines


def _reason_lines(view: CallView, bank: Bank, result: CriterionResult) -> list[str]:
    hedged = ", on hedged words only" if result.hedged else ""
    lines = [f"{criterion_titles(bank)[result.criterion]}: {result.status}{hedged}."]
    by_id = {one.id: one for one in view.answers}
    said = [by_id[one] for one in result.answers if one in by_id]
    return [*lines, *(f"- {in_short(answer)}" for answer in said)]


def criterion_titles(bank: Bank) -> dict[str, str]:
    """The titles of a bank's criteria, by id."""
    return {one.id: one.title for one in bank.criteria}


def unknown_lines(view: CallView) -> tuple[str, ...]:
    """The criteria that nothing is known about."""
    lines = []
    for bank, assessment in zip(view.banks, view.assessments, strict=True):
        titles = criterion_titles(bank)
        unknown = ", ".join(titles[one] for one in assessment.verdict.missing)
        by = f" for {bank.title}" if len(view.banks) > 1 else ""
        lines += [f"Missing{by}: {unknown}."] if unknown else []
    return tuple(lines)


def missing_lines(view: CallView) -> tuple[str, ...]:
    """The criteria that are unknown, and what the gates lack."""
    gates = [sentence(f"{one.title} lacks: {lacks}") for one in view.gates for lacks in one.missing]
    return (*unknown_lines(view), *gates) or ("Nothing is missing.",)


def standing(view: CallView) -> tuple[str, ...]:
    """How gates and verdict stand: first the outcome, then the gates that pass."""
    passed = [f"{gate.bank}.{gate.id}" for gate in view.gates if gate.passed]
    return (view.verdict.outcome.value, *passed)


def change_lines(before: tuple[str, ...], view: CallView) -> tuple[str, ...]:
    """Gates that pass now or no longer, and a verdict that is another one than before."""
    if not before:
        return ()
    outcome, *passed = before
    lines = [
        f"{gate.title} {'passes' if gate.passed else 'no longer passes'}."
        for gate in view.gates
        if gate.passed != (f"{gate.bank}.{gate.id}" in passed)
    ]
    if view.verdict.outcome != outcome:
        lines.append(f"The verdict so far is now {view.verdict.outcome}.")
    return tuple(lines)


def move_lines(end: EndView) -> tuple[str, ...]:
    """Where the lead stands, and the move that is offered."""
    view, offer = end.call, end.offer
    if view.lead is None:
        return ()
    now = f"{view.lead.name} is {view.stage}."
    if offer is None:
        return (now,)
    to = end.stage_title(offer.to_stage)
    if offer.passed:
        return (now, f"“move” moves the lead to {to}: every gate passes.")
    lacks = [sentence(f"- {one}") for one in offer.missing]
    return (now, f"The way to {to} is blocked; missing:", *lacks)
