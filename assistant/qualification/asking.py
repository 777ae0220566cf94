"""The next best question: what to ask now, and why."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank, Criterion, EngagementAnswer, Gate, LeadAnswer, Question
from assistant.domain.calls import QuestionMark
from assistant.domain.fields import Field, Polarity
from assistant.domain.values import Deciders
from assistant.domain.verdict import (
    Assessment,
    CriterionResult,
    CriterionStatus,
    NextQuestion,
    Outcome,
)
from assistant.domain.wording import value_text
from assistant.qualification.standing import by_person, counted

WHEN_SETTLED = "When will that be settled, and what does it hang on?"
"""What is asked where something was left open."""
SAID_OF = {
    "industry": Field.INDUSTRY,
    "location": Field.LOCATION,
    "title": Field.ROLE,
    "company_size": Field.COMPANY_SIZE,
}
"""What is said in the call of an attribute of the lead; then it need not be asked for."""
QUOTE_LENGTH = 60
"""A quote in a question is cut to so many characters: the rep reads it out."""


def next_questions(
    banks: Sequence[Bank],
    answers: Iterable[Answer],
    marks: Sequence[QuestionMark],
    assessments: Sequence[Assessment],
    *,
    heard: Sequence[str] = (),
    minutes_left: int | None = None,
    limit: int = 3,
) -> tuple[NextQuestion, ...]:
    """The best question first. ``heard`` are keys freshly answered, the latest last.

    First a follow-up to the latest answer, another one to each further answer; then what is
    unknown, required criteria and then heavy ones first, of equals those that would change
    the verdict by themselves, one question for each before a second one; then contradictions
    to resolve, hedged words to firm up, what speaks against the lead, and whatever else has
    no answer yet. Where the lead is as good as lost, what speaks against it comes first.

    ``answers`` are settled; ``assessments`` are those of ``banks``, in the same order.

    ``minutes_left`` is given where the time is nearly over: then what is unknown comes first,
    and follow-ups wait.
    """
    sheet = _Sheet(banks, tuple(answers), marks)
    fresh = _follow_ups(sheet, heard)
    unknown = _unknown(sheet, assessments, _time_is_short(minutes_left))
    contradicted, unmet = _contradicted(sheet), _unmet(sheet, assessments)
    lost = any(one.verdict.outcome is Outcome.DISQUALIFIED for one in assessments)
    first = (unmet, contradicted, unknown) if lost else (unknown, contradicted)
    first = (fresh, *first) if minutes_left is None else (*first, fresh)
    offers = chain(*first, _hedged(sheet, assessments), unmet, _unanswered(sheet))
    return tuple(islice(_each_once(offers), limit))


def _each_once(offers: Iterable[NextQuestion]) -> Iterator[NextQuestion]:
    said: set[str] = set()
    for offer in offers:
        if offer.say not in said:
            said.add(offer.say)
            yield offer


class _Sheet:
    """The questions of all banks, each id once, and what has become of them."""

    def __init__(
        self, banks: Sequence[Bank], answers: Sequence[Answer], marks: Sequence[QuestionMark]
    ) -> None:
        self.banks = banks
        self.answers = answers
        self.counted = counted(answers)
        in_force = [answer for answer in answers if answer.in_force]
        self.answered = {answer.key for answer in in_force}
        self.said = {answer.field for answer in in_force}
        self.marks = {mark.question: mark for mark in marks}
        self.places: dict[str, tuple[Bank, Gate, Question]] = {}
        for bank in banks:
            for gate in bank.gates:
                for question in gate.questions:
                    self.places.setdefault(question.id, (bank, gate, question))

    @property
    def questions(self) -> tuple[Question, ...]:
        """Each once, in the order of banks and gates."""
        return tuple(question for _, _, question in self.places.values())

    def open(self, question: Question) -> bool:
        """Whether it can be asked: not answered, not asked, not set aside, not from a log."""
        if question.key in self.answered or isinstance(question.answer, EngagementAnswer):
            return False
        if isinstance(question.answer, LeadAnswer) and SAID_OF[question.answer.lead] in self.said:
            return False
        mark = self.marks.get(question.id)
        return mark is None or mark.state == "open"

    def set_aside(self, question: Question) -> bool:
        """Whether nothing about it is to be asked any more, though it has an answer."""
        mark = self.marks.get(question.id)
        if mark is None or mark.state == "open":
            return False
        return mark.state != "asked"

    def offer(self, question: Question, because: str, say: str = "") -> NextQuestion:
        bank, gate, _ = self.places[question.id]
        return NextQuestion(
            question=question.id,
            gate=gate.id,
            bank=bank.id,
            say=say or question.ask,
            because=f"because {because}",
        )

    def criteria(
        self, assessments: Sequence[Assessment]
    ) -> list[tuple[Criterion, CriterionResult]]:
        """Those of all banks with their results, in the order in which they count."""
        pairs = [
            (criterion, result, criterion.id in _turning(assessment))
            for bank, assessment in zip(self.banks, assessments, strict=True)
            for criterion, result in zip(bank.criteria, assessment.criteria, strict=True)
        ]
        pairs.sort(key=lambda pair: (not pair[0].required, -pair[0].weight, not pair[2]))
        return [(criterion, result) for criterion, result, _ in pairs]

    def asking_for(self, criterion: Criterion) -> Iterator[Question]:
        """The questions whose answers the criterion is judged by."""
        return (one for one in self.questions if one.key in criterion.sources)


def _turning(assessment: Assessment) -> set[str]:
    """The criteria of which each would change the outcome by itself."""
    return {one.criterion for one in assessment.verdict.would_change}


def _follow_ups(sheet: _Sheet, heard: Sequence[str]) -> Iterator[NextQuestion]:
    """One follow-up to the latest fresh answer that has any; a refusal is not pressed."""
    for key in reversed(heard):
        said = [answer for answer in sheet.counted if answer.key == key]
        if not said or {answer.polarity for answer in said} == {Polarity.NO} or _alone(said[-1]):
            continue
        for question in sheet.questions:
            if question.key == key and question.follow_ups and not sheet.set_aside(question):
                yield _follow_up(sheet, question, said)
                return


def _alone(answer: Answer) -> bool:
    """Whether who speaks decides alone: nobody else is to be asked after."""
    who = answer.value
    others = isinstance(who, Deciders) and (who.speaker != "yes" or bool(who.people))
    return answer.field is Field.AUTHORITY and answer.polarity is Polarity.YES and not others


def _follow_up(sheet: _Sheet, question: Question, said: Sequence[Answer]) -> NextQuestion:
    field = said[-1].field
    title = sheet.places[question.id][1].title
    title = field.replace("_", " ").capitalize() if field else title
    if said[-1].polarity is Polarity.OPEN:
        return sheet.offer(question, f"{title} was left open", WHEN_SETTLED)
    follow_up = question.follow_ups[(len(said) - 1) % len(question.follow_ups)]
    return sheet.offer(question, f"{title} has just been answered", follow_up)


def _unknown(
    sheet: _Sheet, assessments: Sequence[Assessment], and_why: str
) -> Iterator[NextQuestion]:
    """Round after round, one question for each criterion that is unknown."""
    rounds = zip_longest(
        *(
            [
                sheet.offer(question, _is_unknown(criterion) + and_why)
                for question in sheet.asking_for(criterion)
                if sheet.open(question)
            ]
            for criterion, result in sheet.criteria(assessments)
            if result.status is CriterionStatus.UNKNOWN
        )
    )
    return (offer for one_round in rounds for offer in one_round if offer is not None)


def _is_unknown(criterion: Criterion) -> str:
    return f"{criterion.title} is unknown{' and required' if criterion.required else ''}"


def _time_is_short(minutes_left: int | None) -> str:
    match minutes_left:
        case None:
            return ""
        case 0:
            return ", the time is over"
        case _:
            return f", {minutes_left} min left"


def _unmet(sheet: _Sheet, assessments: Sequence[Assessment]) -> Iterator[NextQuestion]:
    """What speaks against the lead, and would change the verdict by itself."""
    by_id = {answer.id: answer for answer in sheet.answers}
    turning = {name for assessment in assessments for name in _turning(assessment)}
    for criterion, result in sheet.criteria(assessments):
        if result.status is not CriterionStatus.UNMET or criterion.id not in turning:
            continue
        answer = by_id[result.answers[-1]]
        question = next((one for one in sheet.questions if one.key == answer.key), None)
        if question is not None and not sheet.set_aside(question):
            say = f"{_recalled(answer)}. What would have to change for that?"
            yield sheet.offer(question, f"{criterion.title} speaks against it", say)


def _contradicted(sheet: _Sheet) -> Iterator[NextQuestion]:
    """Where two answers disagree and no person has decided between them."""
    by_id = {answer.id: answer for answer in sheet.answers}
    for question in sheet.questions:
        if sheet.set_aside(question):
            continue
        for answer in sheet.counted:
            if answer.key != question.key:
                continue
            others = [by_id[name] for name in answer.contradicts if name in by_id]
            against = next((one for one in others if not _decided_between(answer, one)), None)
            if against is not None:
                say = f"I have heard both {_words(against)} and {_words(answer)}. Which one holds?"
                yield sheet.offer(question, "two answers contradict each other", say)
                break


def _decided_between(one: Answer, other: Answer) -> bool:
    return (by_person(one) and other.superseded_by == one.id) or (
        by_person(other) and one.superseded_by == other.id
    )


def _hedged(sheet: _Sheet, assessments: Sequence[Assessment]) -> Iterator[NextQuestion]:
    """Criteria that are met on hedged words only: the words, to be made firm."""
    by_id = {answer.id: answer for answer in sheet.answers}
    for criterion, result in sheet.criteria(assessments):
        if not result.hedged:
            continue
        answer = by_id[result.answers[-1]]
        question = next((one for one in sheet.questions if one.key == answer.key), None)
        if question is not None and not sheet.set_aside(question):
            because = f"{criterion.title} is met on hedged words only"
            yield sheet.offer(question, because, f"{_recalled(answer)}. How firm is that?")


def _unanswered(sheet: _Sheet) -> Iterator[NextQuestion]:
    return (
        sheet.offer(question, "it has no answer yet")
        for question in sheet.questions
        if sheet.open(question)
    )


def _recalled(answer: Answer) -> str:
    """What is said back to them: the words of notes are the rep's own."""
    noted = answer.evidence is None or answer.evidence.source.startswith("notes")
    return f"{'I noted' if noted else 'You said'} {_words(answer)}"


def _words(answer: Answer) -> str:
    """The words that gave an answer, else what it says."""
    if answer.evidence is None:
        return value_text(answer.value) or str(answer.polarity)
    quote = answer.evidence.quote.strip()
    short = quote if len(quote) <= QUOTE_LENGTH else quote[: QUOTE_LENGTH - 1].rstrip() + "…"
    return f"“{short}”"
