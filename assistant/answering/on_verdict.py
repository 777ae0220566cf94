"""Replies about the verdict: why, what is missing, what to ask, what would change it."""

from collections.abc import Iterator, Sequence

from assistant.answering.knowledge import Known
from assistant.answering.stating import (
    answer_statement,
    asking,
    field_statements,
    title,
    under,
)
from assistant.domain.answers import Answer
from assistant.domain.bank import Bank, Criterion
from assistant.domain.fields import Field
from assistant.domain.replies import Standing, Statement
from assistant.domain.verdict import Assessment, CriterionResult, CriterionStatus, Outcome

Told = tuple[str, list[Statement]]
"""A heading and its statements."""
NO_BANK = "No question bank is with this call."


def judged(known: Known) -> tuple[Bank, Assessment] | None:
    """The first bank and what it makes of the call."""
    return (known.banks[0], known.assessments[0]) if known.banks and known.assessments else None


def why(known: Known, outcome: Outcome | None) -> Told:
    """The reasons for the verdict, or against another outcome."""
    first = judged(known)
    if first is None:
        return NO_BANK, []
    bank, assessment = first
    verdict = assessment.verdict
    heading = f"{verdict.outcome.capitalize()} so far, {verdict.score} of 100."
    put_over = list(_overridden(known))
    said = [*put_over, *_reasons(known, bank, sorted(verdict.reasons, key=_weighs))]
    if known.recorded is not None and put_over:
        in_force = known.recorded.verdict.outcome
        heading = f"{in_force.capitalize()} by a person; {verdict.outcome} by the answers."
        if outcome is in_force:
            return heading, said
    if outcome is None or outcome is verdict.outcome:
        return heading, said
    ways = list(_ways(bank, assessment, outcome))
    heading = f"It is {verdict.outcome} so far, not {outcome}."
    return heading, [*ways, *said]


def criterion(known: Known, fields: Sequence[Field]) -> Told | None:
    """The reasons of the criteria that are judged from some fields; None where none is."""
    first = judged(known)
    if first is None:
        return None
    bank, assessment = first
    names = {field.value for field in fields}
    mine = [one for one in bank.criteria if names & {*one.sources, one.id}]
    results = [one for one in assessment.verdict.reasons if one.criterion in {c.id for c in mine}]
    if not results:
        return None
    heading = ", ".join(f"{_title(bank, one.criterion)} is {one.status}" for one in results) + "."
    return heading, _reasons(known, bank, results)


def missing(known: Known) -> Told:
    """What is not known yet, or only half, each with what to ask or what was said before."""
    first = judged(known)
    if first is None:
        return NO_BANK, []
    bank, assessment = first
    results = assessment.verdict.reasons
    unknown = [one for one in results if one.status is CriterionStatus.UNKNOWN]
    hedged = [one for one in results if one.hedged]
    said = [_missing(known, bank, result) for result in unknown]
    said += [one for result in unknown for one in _before(known, bank, result)]
    said += [one for result in hedged for one in _reasons(known, bank, [result])]
    if not said:
        blocked = list(_blocked(bank, assessment))
        gates = "; these gates do not pass:" if blocked else "."
        return f"Nothing is missing for the verdict{gates}", blocked
    parts = ["Missing: " + _titles(bank, unknown)] if unknown else []
    parts += ["only hedged: " + _titles(bank, hedged)] if hedged else []
    return _sentence("; ".join(parts)), said


def _blocked(bank: Bank, assessment: Assessment) -> Iterator[Statement]:
    titles = {gate.id: gate.title for gate in bank.gates}
    for gate in assessment.gates:
        if not gate.passed:
            name, lacks = titles.get(gate.gate, gate.gate), "; ".join(gate.missing)
            text = lacks if lacks.startswith(name) else f"{name}: {lacks}"
            yield Statement(text=text, origin="the bank")


def next_questions(known: Known) -> Told:
    """What to ask now."""
    if not known.next_questions:
        return "Every question is answered or set aside.", []
    said = [
        Statement(text=f"Ask: {one.say} ({one.because})", key=one.question, origin="the bank")
        for one in known.next_questions
    ]
    return "Ask next:", said


def change(known: Known) -> Told:
    """Which single criterion would change the outcome."""
    first = judged(known)
    if first is None:
        return NO_BANK, []
    bank, assessment = first
    ways = list(_ways(bank, assessment, None))
    outcome = assessment.verdict.outcome
    if not ways:
        return f"{outcome.capitalize()} so far; no single criterion would change that.", []
    return f"{outcome.capitalize()} so far. It would change with:", ways


def contradictions(known: Known) -> Told:
    """Answers that cannot both hold."""
    against = [one for one in known.now.answers if one.in_force and one.contradicts]
    said = [answer_statement(known.now, one) for one in against]
    if not said:
        return "Nothing contradicts anything else in this call.", []
    keys = dict.fromkeys(title(one.key) for one in against)
    return f"Contradicted: {', '.join(keys)}.", said


def _overridden(known: Known) -> Iterator[Statement]:
    recorded = known.recorded
    if recorded is not None and recorded.by is not None:
        text = f"{recorded.by.name} put {recorded.verdict.outcome} over it: {recorded.reason}"
        yield Statement(text=text, origin="by hand")


def _weighs(result: CriterionResult) -> int:
    """What speaks against the lead comes first: it is asked for most."""
    order = (CriterionStatus.UNMET, CriterionStatus.UNKNOWN, CriterionStatus.MET)
    return order.index(result.status)


def _reasons(known: Known, bank: Bank, results: Sequence[CriterionResult]) -> list[Statement]:
    by_id = {answer.id: answer for answer in known.now.answers}
    said: list[Statement] = []
    for result in results:
        answers = [by_id[one] for one in result.answers if one in by_id]
        said += _reason(known, bank, result, answers)
    return said


def _reason(
    known: Known, bank: Bank, result: CriterionResult, answers: Sequence[Answer]
) -> Iterator[Statement]:
    """One statement an answer; the criterion's own where it has none."""
    name, standing = _title(bank, result.criterion), _standing(result)
    if not answers:
        text = f"{name}: {result.status}, no answer in this call"
        yield Statement(text=text, key=_key(bank, result), standing=standing)
    for answer in answers:
        said = under(name, answer_statement(known.now, answer))
        yield said.model_copy(update={"standing": standing})


def _missing(known: Known, bank: Bank, result: CriterionResult) -> Statement:
    asks = (asking(known, key) for key in _sources(bank, result))
    ask = next((one for one in asks if one), "")
    text = (
        f"{_title(bank, result.criterion)}. Ask: {ask}" if ask else _title(bank, result.criterion)
    )
    key = _key(bank, result)
    return Statement(text=text, key=key, standing="unknown", origin="the bank")


def _before(known: Known, bank: Bank, result: CriterionResult) -> Iterator[Statement]:
    for key in _sources(bank, result):
        if key in set(Field):
            yield from field_statements(known, Field(key), earlier_only=True)[:1]


def _ways(bank: Bank, assessment: Assessment, outcome: Outcome | None) -> Iterator[Statement]:
    for one in assessment.verdict.would_change:
        if outcome is None or one.outcome is outcome:
            text = f"{one.outcome.capitalize()} if {_title(bank, one.criterion)} were {one.to}"
            key = next(iter(_criterion(bank, one.criterion).sources), "")
            yield Statement(text=text, key=key, origin="the bank")


def _criterion(bank: Bank, name: str) -> Criterion:
    return next(one for one in bank.criteria if one.id == name)


def _title(bank: Bank, name: str) -> str:
    return _criterion(bank, name).title


def _sources(bank: Bank, result: CriterionResult) -> tuple[str, ...]:
    return _criterion(bank, result.criterion).sources


def _key(bank: Bank, result: CriterionResult) -> str:
    return next(iter(_sources(bank, result)), "")


def _standing(result: CriterionResult) -> Standing:
    match result.status:
        case CriterionStatus.MET:
            return "met"
        case CriterionStatus.UNMET:
            return "unmet"
        case CriterionStatus.UNKNOWN:
            return "unknown"


def _titles(bank: Bank, results: Sequence[CriterionResult]) -> str:
    return ", ".join(_title(bank, one.criterion) for one in results)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
