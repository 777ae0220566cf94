"""What a report shows, in the order in which it shows it, whatever its format."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.domain.annotation import Annotation
from assistant.domain.answers import Answer, Status
from assistant.domain.bank import Bank, Gate, Question
from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Turn
from assistant.domain.verdict import (
    Assessment,
    CriterionResult,
    CriterionStatus,
    GateResult,
    Outcome,
)
from assistant.domain.wording import meaning
from assistant.reports.figures_text import lines_of_figures
from assistant.reports.showing import (
    POLARITY_SIGNS,
    facts,
    field_title,
    place,
    remarks,
)
from assistant.reports.tracker_text import count_line


class AnswerLine(Frozen):
    """An answer in words. ``about`` is its field's title; ``turn`` where its words stand."""

    id: str
    about: str
    sign: str
    meaning: str
    remarks: tuple[str, ...]
    quote: str
    place: str
    turn: int | None
    start: int = 0
    end: int = 0
    field: str = ""
    holds: bool = True


class QuestionBlock(Frozen):
    """A question with its answers, those in force first.

    ``above``: an earlier question is answered by the same ones, and shows them.
    """

    ask: str
    answers: tuple[AnswerLine, ...]
    above: bool = False


class GateBlock(Frozen):
    """A gate with its questions."""

    title: str
    passed: bool
    missing: tuple[str, ...]
    questions: tuple[QuestionBlock, ...]


class ReasonBlock(Frozen):
    """A criterion, and the answers that give its status."""

    title: str
    status: CriterionStatus
    hedged: bool
    answers: tuple[AnswerLine, ...]


class BankBlock(Frozen):
    """A bank's verdict and gates. What an earlier bank showed is not shown again."""

    title: str
    version: int
    outcome: Outcome
    score: int
    unconfirmed: int
    next_action: str
    reasons: tuple[ReasonBlock, ...]
    missing: tuple[str, ...]
    would_change: tuple[str, ...]
    gates: tuple[GateBlock, ...]


class HintBlock(Frozen):
    """Hints of a kind, a line each; no part of a verdict."""

    title: str
    lines: tuple[str, ...]


class Outline(Frozen):
    """A whole report."""

    title: str
    facts: dict[str, str]
    warnings: tuple[str, ...]
    banks: tuple[BankBlock, ...]
    also_heard: tuple[AnswerLine, ...]
    hints: tuple[HintBlock, ...] = ()


def outline(annotation: Annotation) -> Outline:
    """The report of an annotation, before it is put into a format. Nothing is escaped."""
    lines = answer_lines(annotation)
    sheet = _Sheet(annotation.answers, lines)
    banks = tuple(map(sheet.bank, annotation.banks, annotation.assessments))
    asked = {question.key for bank in annotation.banks for question in bank.questions}
    rest = [answer for answer in annotation.answers if answer.key not in asked]
    return Outline(
        title=annotation.call.title or annotation.call.id,
        facts=facts(annotation),
        warnings=annotation.warnings,
        banks=banks,
        also_heard=tuple(lines[answer.id] for answer in _holding_first(rest)),
        hints=tuple(_hints(annotation)),
    )


def _hints(annotation: Annotation) -> Iterator[HintBlock]:
    if found := [one for one in annotation.trackers if one.total]:
        yield HintBlock(title="Trackers", lines=tuple(map(count_line, found)))
    if annotation.figures is not None:
        turns = {turn.index: turn for turn in annotation.turns}
        lines = tuple(lines_of_figures(annotation.figures, lambda turn: place(turns[turn], None)))
        yield HintBlock(title="How the call was talked", lines=lines)


def answer_lines(annotation: Annotation) -> dict[str, AnswerLine]:
    """Every answer in words, by id."""
    turns = {turn.index: turn for turn in annotation.turns}
    asks = {one.id: one.ask for bank in annotation.banks for one in bank.questions}
    return {answer.id: _line(answer, turns, asks) for answer in annotation.answers}


def _line(answer: Answer, turns: Mapping[int, Turn], asks: Mapping[str, str]) -> AnswerLine:
    words = answer.evidence
    turn = turns.get(words.turn) if words else None
    about = field_title(answer.field) if answer.field else asks.get(answer.key, answer.key)
    return AnswerLine(
        id=answer.id,
        about=about,
        sign=POLARITY_SIGNS[answer.polarity],
        meaning=meaning(answer),
        remarks=remarks(answer),
        quote=words.quote if words else "",
        place=place(turn, words.speaker) if words else "",
        turn=words.turn if words else None,
        start=words.start if words else 0,
        end=words.end if words else 0,
        field=answer.field.value if answer.field else "question",
        holds=answer.in_force,
    )


def _holding_first(answers: Sequence[Answer]) -> list[Answer]:
    """In force, then superseded, then rejected, each in the order given."""
    return sorted(answers, key=lambda one: (not one.in_force, one.status is Status.REJECTED))


class _Sheet:
    """Puts banks into blocks, one after the other, and remembers what has been shown."""

    def __init__(self, answers: Sequence[Answer], lines: Mapping[str, AnswerLine]) -> None:
        self.answers = answers
        self.lines = lines
        self.asked: set[str] = set()
        self.answered: set[str] = set()

    def bank(self, bank: Bank, assessment: Assessment) -> BankBlock:
        titles = {criterion.id: criterion.title for criterion in bank.criteria}
        verdict = assessment.verdict
        results = {result.gate: result for result in assessment.gates}
        return BankBlock(
            title=bank.title,
            version=bank.version,
            outcome=verdict.outcome,
            score=verdict.score,
            unconfirmed=verdict.unconfirmed,
            next_action=verdict.next_action,
            reasons=tuple(self._reason(reason, titles) for reason in verdict.reasons),
            missing=tuple(titles.get(name, name) for name in verdict.missing),
            would_change=tuple(
                f"{titles.get(change.criterion, change.criterion)} {change.to} would make it "
                f"{change.outcome}"
                for change in verdict.would_change
            ),
            gates=tuple(self._gate(gate, results[gate.id]) for gate in bank.gates),
        )

    def _reason(self, reason: CriterionResult, titles: Mapping[str, str]) -> ReasonBlock:
        return ReasonBlock(
            title=titles.get(reason.criterion, reason.criterion),
            status=reason.status,
            hedged=reason.hedged,
            answers=tuple(self.lines[name] for name in reason.answers if name in self.lines),
        )

    def _gate(self, gate: Gate, result: GateResult) -> GateBlock:
        fresh = [question for question in gate.questions if question.id not in self.asked]
        self.asked.update(question.id for question in fresh)
        return GateBlock(
            title=gate.title,
            passed=result.passed,
            missing=result.missing,
            questions=tuple(map(self._question, fresh)),
        )

    def _question(self, question: Question) -> QuestionBlock:
        theirs = _holding_first([one for one in self.answers if one.key == question.key])
        if theirs and question.key in self.answered:
            return QuestionBlock(ask=question.ask, answers=(), above=True)
        self.answered.add(question.key)
        return QuestionBlock(ask=question.ask, answers=tuple(self.lines[one.id] for one in theirs))
