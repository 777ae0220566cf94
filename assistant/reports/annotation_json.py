"""An annotation as the JSON contract ``assistant.annotation/1``."""

from collections.abc import Iterable
from typing import Any, Literal, assert_never

from assistant.domain.annotation import Annotation, CallFacts
from assistant.domain.answers import Answer
from assistant.domain.bank import Bank
from assistant.domain.inert import inert_json
from assistant.domain.values import Count, Deciders, Label, Money, Period, Value
from assistant.domain.verdict import Assessment, CriterionResult, GateResult
from assistant.reports.annotation_contract import (
    SCHEMA,
    AnnotationShape,
    AnswerShape,
    AsapShape,
    BankShape,
    CallShape,
    CoreShape,
    CountShape,
    CriterionShape,
    CueShape,
    DatesShape,
    DecidersShape,
    EngineShape,
    FiguresShape,
    GateShape,
    MoneyShape,
    ParticipantShape,
    TextShape,
    TrackerShape,
    TurnShape,
    ValueShape,
    VerdictShape,
)


def as_json(annotation: Annotation) -> dict[str, Any]:
    """The contract's object, its keys in the contract's order; what it adds comes last."""
    return _shape(annotation).model_dump(mode="json", by_alias=True)


def answer_json(answer: Answer) -> dict[str, Any]:
    """One answer as the contract has it."""
    return _answer(answer).model_dump(mode="json", by_alias=True)


def as_json_text(annotation: Annotation, *, indent: int | None = None) -> str:
    """The object as JSON text that is safe on a terminal and as UTF-8."""
    return inert_json(as_json(annotation), indent=indent)


def _shape(annotation: Annotation) -> AnnotationShape:
    banks = tuple(map(_bank, annotation.banks, annotation.assessments))
    return AnnotationShape(
        schema_=SCHEMA,
        engine=EngineShape.model_validate(annotation.engine),
        call=_call(annotation.call),
        turns=tuple(map(TurnShape.model_validate, annotation.turns)),
        answers=tuple(_answer(one) for one in annotation.answers if one.field is not None),
        criteria=CoreShape(**_criteria(annotation.criteria)),
        banks=banks,
        verdict=banks[0].verdict,
        question_answers=tuple(_answer(one) for one in annotation.answers if one.field is None),
        warnings=annotation.warnings,
        trackers=tuple(map(TrackerShape.model_validate, annotation.trackers)),
        figures=FiguresShape.model_validate(annotation.figures) if annotation.figures else None,
    )


def _call(call: CallFacts) -> CallShape:
    return CallShape(
        id=call.id,
        date=call.call_date,
        date_from=call.date_from,
        kind=call.kind,
        language=call.language,
        currency=call.currency,
        currency_from=call.currency_from,
        participants=tuple(map(ParticipantShape.model_validate, call.participants)),
    )


def _answer(answer: Answer) -> AnswerShape:
    words = answer.evidence
    return AnswerShape(
        id=answer.id,
        field=answer.field,
        turn=words.turn if words else None,
        start=words.start if words else None,
        end=words.end if words else None,
        quote=words.quote if words else None,
        speaker=words.speaker if words else None,
        polarity=answer.polarity,
        certainty=answer.certainty,
        value=_value(answer.value) if answer.value is not None else None,
        confidence=answer.confidence,
        status=answer.status,
        source=answer.found_by,
        superseded_by=answer.superseded_by,
        contradicts=answer.contradicts,
        why=tuple(map(CueShape.model_validate, answer.why)),
        question=answer.question,
    )


def _value(value: Value) -> ValueShape:
    match value:
        case Money():
            return MoneyShape.model_validate(value)
        case Period(asap=True):
            return AsapShape.model_validate(value)
        case Period():
            return DatesShape.model_validate(value)
        case Deciders():
            return DecidersShape.model_validate(value)
        case Count():
            return CountShape.model_validate(value)
        case Label():
            return TextShape.model_validate(value)
        case _:
            assert_never(value)


def _criteria(results: Iterable[CriterionResult]) -> dict[str, CriterionShape]:
    return {result.criterion: CriterionShape.model_validate(result) for result in results}


def _bank(bank: Bank, assessment: Assessment) -> BankShape:
    return BankShape(
        id=bank.id,
        version=bank.version,
        criteria=_criteria(assessment.criteria),
        gates=tuple(map(_gate, assessment.gates)),
        verdict=VerdictShape.model_validate(assessment.verdict),
    )


def _gate(result: GateResult) -> GateShape:
    state: Literal["passed", "blocked"] = "passed" if result.passed else "blocked"
    return GateShape(id=result.gate, state=state, missing=result.missing)
