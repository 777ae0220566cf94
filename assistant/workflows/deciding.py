"""What a person does with answers: confirm, edit, reject, add, undo. All acts are kept."""

from typing import Literal
from uuid import UUID, uuid4

from assistant.domain.answers import PERSON, Answer, Decision, Evidence, Status, answer_id
from assistant.domain.bank import AnswerSpec, ChoiceAnswer, FieldAnswer, Question, TypedAnswer
from assistant.domain.engine import ReadingFacts
from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.frozen import Frozen
from assistant.domain.values import Count, Label, Period, Value
from assistant.domain.wording import value_text
from assistant.packs.acts import later_than
from assistant.workflows.conflicts import look_again
from assistant.workflows.viewing import banks_of, call_of
from assistant.workflows.views import EARLIER, TAKEN_BACK, Carried
from assistant.workflows.wiring import Workbench


class AnswerEdit(Frozen):
    """What to change; None leaves it. ``value`` is what the person typed."""

    field: Field | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    value: str | None = None


def confirm(bench: Workbench, call_id: UUID, answer_id: str) -> Answer:
    """Say that an answer is right."""
    return _set_status(bench, call_id, answer_id, Status.CONFIRMED, "confirm")


def reject(bench: Workbench, call_id: UUID, answer_id: str, reason: str = "") -> Answer:
    """Say that it is no answer."""
    return _set_status(bench, call_id, answer_id, Status.REJECTED, "reject", reason)


def edit(bench: Workbench, call_id: UUID, answer_id: str, change: AnswerEdit) -> Answer:
    """Put an answer right. Its words and their place stay.

    For another field they mean something else: their value is read anew, unless it is told.
    """
    before = answer_of(bench, call_id, answer_id)
    return _record(bench, call_id, "edit", before, _put_right(bench, call_id, before, change))


def _put_right(bench: Workbench, call_id: UUID, before: Answer, change: AnswerEdit) -> Answer:
    field = change.field or before.field
    update: dict[str, object] = {"status": Status.EDITED, "field": field, "at": bench.clock()}
    if change.polarity is not None:
        update["polarity"] = change.polarity
    if change.certainty is not None:
        update["certainty"] = change.certainty
    told = change.value
    if told is None and field is not before.field and before.evidence is not None:
        told = before.evidence.quote
    if told is not None:
        update["value"] = read_value(bench, call_id, field, told)
    return before.model_copy(update=update)


_CHOSEN: dict[Status, Literal["confirm", "edit", "reject"]] = {
    Status.CONFIRMED: "confirm", Status.REJECTED: "reject",
}  # fmt: skip


def choose(bench: Workbench, call_id: UUID, side: Decision) -> Answer:
    """Put into force what was decided on an answer, of several decisions made apart.

    The answer's words stay where they are now.
    """
    before, said = answer_of(bench, call_id, side.answer_id), side.after
    names = ("status", "field", "question", "polarity", "certainty", "value")
    update = {name: getattr(said, name) for name in names} | {"at": bench.clock()}
    action = _CHOSEN.get(said.status, "edit")
    return _record(bench, call_id, action, before, before.model_copy(update=update))


def add(
    bench: Workbench,
    call_id: UUID,
    *,
    field: Field | None = None,
    question: str | None = None,
    value: str = "",
    polarity: Polarity | None = None,
    certainty: Certainty = Certainty.FIRM,
    evidence: Evidence | None = None,
) -> Answer:
    """Give an answer by hand, to a field or to a bank question.

    For a choice, yes/no or scale question the polarity follows from the value. Raises
    ``WrongUsage`` where the value is none of the question's.
    """
    asked = _question(bench, call_id, question) if question else None
    if asked is not None and isinstance(asked.answer, FieldAnswer):
        field = field or asked.answer.field
    if field is None and asked is None:
        raise WrongUsage("Say which field or which question the answer is for.")
    given = _given(asked.answer, value) if asked and field is None else None
    meaning = given[0] if given else read_value(bench, call_id, field, value)
    answer = Answer(
        id=_id_of(evidence, field) or uuid4().hex[:16],
        field=field,
        question=None if field else question,
        evidence=evidence,
        polarity=polarity or (given[1] if given else Polarity.YES),
        certainty=certainty,
        value=meaning,
        found_by=PERSON,
        status=Status.CONFIRMED,
        at=bench.clock(),
    )
    return _record(bench, call_id, "add", None, answer)


def _id_of(words: Evidence | None, field: Field | None) -> str:
    """The id that the same words get when they are read; "" without words."""
    if words is None or field is None:
        return ""
    return answer_id(words.source, words.turn, words.start, words.end, field)


def agree(bench: Workbench, call_id: UUID, step: str, when: str = "") -> Answer:
    """Note what comes next, with its day in full.

    Raises ``WrongUsage`` where no step is given, or no day can be found in ``when``.
    """
    if not step.strip():
        raise WrongUsage("Say what you agreed on.")
    day = read_value(bench, call_id, Field.TIMELINE, when) if when.strip() else None
    if when.strip() and not (isinstance(day, Period) and (day.start or day.end)):
        raise WrongUsage(f"{when!r} is no day. Write it as 17 March, next Tuesday, in two weeks.")
    told = f"{step.strip()}, {value_text(day)}" if day else step.strip()
    return add(bench, call_id, field=Field.NEXT_STEP, value=told)


def carry(
    bench: Workbench,
    call_id: UUID,
    carried: Carried,
    *,
    holds: bool = True,
    change: AnswerEdit | None = None,
) -> Answer:
    """Say that what an earlier call answered still holds, with a change, or holds no more.

    It becomes an answer of this call, with its value and without words: those are the
    earlier call's, and are forgotten with it.
    """
    then = carried.answer
    decided = Status.CONFIRMED if holds else Status.REJECTED
    if change is not None:
        then = _put_right(bench, call_id, then, change)
        decided = then.status
    quote = then.evidence.quote if then.evidence else ""
    answer = Answer(
        id=uuid4().hex[:16],
        field=then.field,
        question=then.question,
        polarity=then.polarity,
        certainty=then.certainty,
        value=then.value or (Label(text=quote, raw=quote) if quote else None),
        found_by=f"{EARLIER}{carried.day.isoformat()}",
        status=decided,
        at=bench.clock(),
    )
    return _record(bench, call_id, "add", None, answer)


def undo(bench: Workbench, call_id: UUID) -> Answer | None:
    """Take back my last decision that is not taken back yet; None where there is none.

    Taking back is a decision too: nothing is deleted. An answer of an earlier call is offered
    again.
    """
    decision = last_decision(bench, call_id)
    if decision is None:
        return None
    back = decision.before or _never_given(decision.after)
    return _record(bench, call_id, "restore", decision.after, back)


def _never_given(answer: Answer) -> Answer:
    """An answer that was added, as if it had not been."""
    found_by = answer.found_by
    if found_by.startswith(EARLIER):
        found_by = TAKEN_BACK + found_by.removeprefix(EARLIER)
    return answer.model_copy(update={"status": Status.REJECTED, "found_by": found_by})


def last_decision(bench: Workbench, call_id: UUID) -> Decision | None:
    """My last decision that is not taken back yet; None where there is none."""
    mine = [one for one in bench.store.decisions(call_id) if one.by.id == bench.who.id]
    undone = 0
    for decision in reversed(mine):
        if decision.action == "restore":
            undone += 1
        elif undone:
            undone -= 1
        else:
            return decision
    return None


def answer_of(bench: Workbench, call_id: UUID, answer_id: str) -> Answer:
    """A stored answer by its id or an unambiguous beginning of it. Raises ``NotFound``."""
    found = [one for one in bench.store.answers(call_id) if one.id.startswith(answer_id)]
    if len(found) != 1 or not answer_id:
        what = "more than one answer" if found and answer_id else "no answer"
        raise NotFound(f"There is {what} {answer_id!r} in this call.")
    return found[0]


def read_value(bench: Workbench, call_id: UUID, field: Field | None, text: str) -> Value | None:
    """What a person typed, as a field's value; blank is no value."""
    if not text.strip():
        return None
    if field is None:
        return Label(text=text.strip(), raw=text)
    call = call_of(bench, call_id)
    facts = ReadingFacts(
        call_date=call.call_date,
        currency=call.currency or bench.settings.currency,
        date_order=bench.settings.date_order,
        fiscal_year_start=bench.settings.fiscal_year_start,
        participants=call.participants,
    )
    value = bench.extractor.value_of(field, text, facts)
    if field is not Field.NEXT_STEP:
        return value
    return _dated(text.strip(), bench.extractor.value_of(Field.TIMELINE, text, facts))


def _dated(step: str, day: Value) -> Label:
    """A step with its day in full: "Tuesday" means nothing any more in a month."""
    told = value_text(day) if isinstance(day, Period) else ""
    return Label(text=f"{step} ({told})" if told and told not in step else step, raw=step)


def _given(spec: AnswerSpec, text: str) -> tuple[Value, Polarity]:
    said = text.strip()
    if isinstance(spec, ChoiceAnswer):
        for option in spec.choice:
            if option.say.casefold() == said.casefold():
                return Label(text=option.say), option.counts
        raise WrongUsage("Choose one of: " + ", ".join(option.say for option in spec.choice) + ".")
    if isinstance(spec, TypedAnswer) and spec.type == "yes_no":
        if said.casefold() not in {"yes", "no", "y", "n"}:
            raise WrongUsage("Answer yes or no.")
        yes = said.casefold().startswith("y")
        return Label(text="yes" if yes else "no"), Polarity.YES if yes else Polarity.NO
    if isinstance(spec, TypedAnswer) and spec.type in {"scale", "number"}:
        return _given_number(spec, said)
    return Label(text=said), Polarity.YES


def _given_number(spec: TypedAnswer, said: str) -> tuple[Value, Polarity]:
    try:
        number = float(said.replace(",", ""))
    except ValueError:
        raise WrongUsage(f"{said!r} is no number.") from None
    if spec.scale is None:
        return Count(count=number), Polarity.YES
    low, high = spec.scale
    if not low <= number <= high:
        raise WrongUsage(f"Give a number from {low} to {high}.")
    return Count(count=number), Polarity.YES if number > (low + high) / 2 else Polarity.NO


def _question(bench: Workbench, call_id: UUID, question_id: str) -> Question:
    banks = banks_of(bench, call_of(bench, call_id))
    for bank in banks:
        for question in bank.questions:
            if question.id == question_id:
                return question
    raise NotFound(f"None of this call's banks asks {question_id!r}.")


def _set_status(
    bench: Workbench,
    call_id: UUID,
    answer_id: str,
    status: Status,
    action: Literal["confirm", "reject"],
    reason: str = "",
) -> Answer:
    before = answer_of(bench, call_id, answer_id)
    after = before.model_copy(update={"status": status, "at": bench.clock()})
    return _record(bench, call_id, action, before, after, reason)


def _record(
    bench: Workbench,
    call_id: UUID,
    action: Literal["confirm", "edit", "reject", "add", "restore"],
    before: Answer | None,
    after: Answer,
    reason: str = "",
) -> Answer:
    follows, latest = bench.store.decided_before(call_id, after.id)
    decision = Decision(
        id=uuid4(),
        answer_id=after.id,
        action=action,
        by=bench.who,
        at=later_than(latest, bench.clock()),
        before=before,
        after=after,
        reason=reason,
        follows=follows,
    )
    bench.store.decide(call_id, decision)
    look_again(bench, call_id)
    return after
