"""The sentence that tells a rep what to do next."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank, Criterion
from assistant.domain.fields import Field, Polarity
from assistant.domain.values import Deciders, Label, Period
from assistant.domain.verdict import CriterionResult, CriterionStatus, Outcome
from assistant.domain.wording import value_text
from assistant.qualification.policies import UNKNOWN, UNMET
from assistant.qualification.standing import counted


def next_action(
    bank: Bank,
    outcome: Outcome,
    results: Mapping[str, CriterionResult],
    answers: Sequence[Answer],
) -> str:
    """One or two sentences. Names and labels in them come from the call as they are."""
    believed = counted(answers)
    match outcome:
        case Outcome.QUALIFIED:
            return _go_on(bank, results, believed)
        case Outcome.NURTURE:
            return _stay_in_touch(bank, results, believed)
        case Outcome.DISQUALIFIED:
            return _close(bank, results)
        case Outcome.INCOMPLETE:
            return _find_out(bank, results, believed)


def _go_on(bank: Bank, results: Mapping[str, CriterionResult], believed: Sequence[Answer]) -> str:
    agreed = _agreed_step(believed)
    step = (
        f"Hold them to the step agreed: {agreed}."
        if agreed
        else "Agree the next step now: what, on which day, and who decides joins."
    )
    loose = _titles(criterion for criterion in bank.criteria if results[criterion.id].hedged)
    return f"{step} Firm up {loose}: so far only in hedged words." if loose else step


def _stay_in_touch(
    bank: Bank, results: Mapping[str, CriterionResult], believed: Sequence[Answer]
) -> str:
    criterion = next((one for one in bank.criteria if _is(results, one, UNMET)), None)
    if criterion is None:
        return _find_out(bank, results, believed)
    advice = _WHEN_UNMET.get(criterion.rule, _ask_what_changes)
    return advice(criterion, _answers_of(criterion, believed))


def _close(bank: Bank, results: Mapping[str, CriterionResult]) -> str:
    unmet = [one for one in bank.criteria if _is(results, one, UNMET)]
    if any(one.rule == "need" for one in unmet):
        return "Thank them and close: they see no need. Ask what would have to happen first."
    return f"Thank them and close: {_titles(unmet)} {'are' if len(unmet) > 1 else 'is'} unmet."


def _find_out(
    bank: Bank, results: Mapping[str, CriterionResult], believed: Sequence[Answer]
) -> str:
    unknown = [one for one in bank.criteria if _is(results, one, UNKNOWN)]
    if not unknown:
        return "Ask for what is still hedged or contradicted before judging."
    unknown.sort(key=lambda one: (not one.required, -one.weight))
    answered = {answer.key for answer in believed}
    asks = [
        question.ask
        for one in unknown
        for question in bank.questions
        if question.key in one.sources and question.key not in answered
    ]
    opening = f"Find out about {_titles(unknown)}"
    return f"{opening}. Ask first: {asks[0]}" if asks else f"{opening}: it was left open."


def _budget(_: Criterion, answers: Sequence[Answer]) -> str:
    named = next((value_text(one.value) for one in answers if one.value is not None), "")
    about = f" ({named} was refused)" if named else ""
    return (
        f"Nurture until there is money{about}: ask when the next budget round is, and send a "
        "one-page case for it."
    )


def _authority(_: Criterion, answers: Sequence[Answer]) -> str:
    who = next(
        (
            person.name or person.title
            for answer in answers
            if isinstance(answer.value, Deciders)
            for person in answer.value.people
        ),
        None,
    )
    if who:
        return f"Ask to bring {who} into the next conversation: without {who} nothing is decided."
    return "Ask who signs for this and how you can meet them: the decider is out of reach."


def _timeline(_: Criterion, answers: Sequence[Answer]) -> str:
    when = next((value_text(one.value) for one in answers if isinstance(one.value, Period)), "")
    if when:
        return f"Put a check-in well before {when} in the calendar and agree it with them."
    return "Agree a date to talk again and the event that would start this: there is no date yet."


def _ask_what_changes(criterion: Criterion, _: Sequence[Answer]) -> str:
    return f"Nurture: ask what would change {criterion.title}, and agree when to talk again."


_WHEN_UNMET: dict[str, Callable[[Criterion, Sequence[Answer]], str]] = {
    "budget": _budget,
    "authority": _authority,
    "timeline": _timeline,
}


def _agreed_step(believed: Sequence[Answer]) -> str:
    steps = [
        one.value.text
        for one in believed
        if one.field is Field.NEXT_STEP
        and one.polarity is Polarity.YES
        and isinstance(one.value, Label)
    ]
    return steps[-1].replace(" @ ", ", ") if steps else ""


def _answers_of(criterion: Criterion, believed: Sequence[Answer]) -> list[Answer]:
    return [answer for answer in believed if answer.key in criterion.sources]


def _is(results: Mapping[str, CriterionResult], one: Criterion, status: CriterionStatus) -> bool:
    return results[one.id].status is status


def _titles(criteria: Iterable[Criterion]) -> str:
    titles = [criterion.title for criterion in criteria]
    return ", ".join(titles[:-1]) + " and " + titles[-1] if len(titles) > 1 else "".join(titles)
