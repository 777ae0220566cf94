"""A question bank as text, for a person to read."""

from collections.abc import Iterator
from typing import assert_never

from assistant.domain.bank import (
    AnswerSpec,
    Bank,
    ChoiceAnswer,
    Criterion,
    EngagementAnswer,
    FieldAnswer,
    Gate,
    LeadAnswer,
    PassRule,
    Question,
    TypedAnswer,
)


def bank_lines(bank: Bank) -> Iterator[str]:
    """The whole bank. What is written in its file is copied as it is."""
    yield f"{bank.title} ({bank.id}, version {bank.version})"
    if bank.about:
        yield bank.about
    for gate in bank.gates:
        yield ""
        yield from gate_lines(bank, gate)
    yield ""
    yield "Criteria"
    for criterion in bank.criteria:
        yield f"  {_criterion(criterion)}"
    yield f"Verdict: {_verdict(bank)}"


def gate_lines(bank: Bank, gate: Gate) -> Iterator[str]:
    """One gate with its questions."""
    also = f" (also called {', '.join(gate.also_called)})" if gate.also_called else ""
    yield f"{gate.title}{also}: passes when {_rule(bank, gate.passes_when)}"
    for question in gate.questions:
        yield ""
        yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    yield f"  {question.ask}"
    yield f"    {question.id}, answered by {answer_words(question.answer)}"
    if question.why:
        yield f"    why: {question.why}"
    for text in question.also:
        yield f"    or: {text}"
    for text in question.follow_ups:
        yield f"    then: {text}"
    for label, texts in question.listen_for.items():
        yield f"    listen for {label}: {'; '.join(texts)}"


def answer_words(answer: AnswerSpec) -> str:
    """What answers a question, in words."""
    match answer:
        case FieldAnswer():
            return f"what is said of {answer.field.replace('_', ' ')}"
        case ChoiceAnswer():
            return "one of: " + ", ".join(option.say for option in answer.choice)
        case LeadAnswer():
            return f"the lead's {answer.lead.replace('_', ' ')} against the ideal customer profile"
        case EngagementAnswer():
            kinds = ", ".join(answer.engagement) or "anything"
            least = answer.at_least
            points = "the threshold of the points table" if least is None else f"{least} points"
            return f"what the lead did ({kinds}), worth {points} or more"
        case TypedAnswer(scale=None):
            return answer.type.replace("_", " or ")
        case TypedAnswer():
            low, high = answer.scale or (0, 0)
            return f"a number from {low} to {high}"
        case _:
            assert_never(answer)


def _rule(bank: Bank, rule: PassRule) -> str:
    titles = {criterion.id: criterion.title for criterion in bank.criteria}
    asks = {question.id: question.ask for question in bank.questions}
    parts = [
        *(f"{titles.get(name, name)} is met" for name in rule.met),
        " or ".join(f"{titles.get(name, name)} is met" for name in rule.any_met),
        *(f"answered: {asks.get(name, name)}" for name in rule.answered),
        f"the verdict is {' or '.join(rule.verdict)}" if rule.verdict else "",
    ]
    return "; ".join(part for part in parts if part)


def _criterion(criterion: Criterion) -> str:
    facts = [f"from {', '.join(criterion.sources)}", f"rule {criterion.rule}"]
    if criterion.weight:
        facts.append(f"weight {criterion.weight:g}")
    if criterion.required:
        facts.append("required")
    return f"{criterion.title}: {', '.join(facts)}"


def _verdict(bank: Bank) -> str:
    policy = bank.verdict
    if bands := policy.bands:
        return f"by score, qualified from {bands.qualified}, nurture from {bands.nurture}"
    titles = {criterion.id: criterion.title for criterion in bank.criteria}
    roles = ("need", "budget", "authority", "timeline")
    named = {str(role): criterion for role, criterion in policy.roles.items()}
    judged = [titles[named.get(role, role)] for role in roles]
    return f"from {', '.join(judged[:-1])} and {judged[-1]}"
