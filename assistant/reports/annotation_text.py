"""An annotation as plain text for a terminal. Nothing in it steers the terminal."""

from collections.abc import Iterator

from assistant.domain.annotation import Annotation
from assistant.domain.lines_of_text import lines_of
from assistant.reports.outline import (
    AnswerLine,
    BankBlock,
    GateBlock,
    HintBlock,
    Outline,
    ReasonBlock,
    outline,
)
from assistant.reports.showing import STATUS_SIGNS, unconfirmed_words


def as_text(annotation: Annotation, *, width: int) -> str:
    """Lines of at most ``width`` cells, the last one ended; no colours, no control characters."""
    report = outline(annotation)
    blocks = [
        list(_head(report, width)),
        *(list(_verdict(bank, width)) for bank in report.banks),
        *(list(_gates(bank, width)) for bank in report.banks if bank.gates),
        list(_also_heard(report, width)),
        *(list(_hints(block, width)) for block in report.hints),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _head(report: Outline, width: int) -> Iterator[str]:
    yield from lines_of(report.title, width)
    for name, words in report.facts.items():
        yield from lines_of(words, width, f"{name:9} ")
    for warning in report.warnings:
        yield from lines_of(warning, width, "Warning: ")


def _verdict(bank: BankBlock, width: int) -> Iterator[str]:
    head = f"{bank.outcome.upper()}  by {bank.title} {bank.version}, score {bank.score} of 100"
    yield from lines_of(head, width)
    for reason in bank.reasons:
        yield from _reason(reason, width)
    yield from lines_of(bank.next_action, width, "Next: ")
    if bank.missing:
        yield from lines_of(", ".join(bank.missing), width, "Missing: ")
    if bank.would_change:
        yield from lines_of("; ".join(bank.would_change) + ".", width, "What if: ")
    if bank.unconfirmed:
        yield from lines_of(unconfirmed_words(bank.unconfirmed), width)


def _reason(reason: ReasonBlock, width: int) -> Iterator[str]:
    hedged = ", on hedged words only" if reason.hedged else ""
    sign = STATUS_SIGNS[reason.status]
    yield from lines_of(f"{reason.title}: {reason.status}{hedged}", width, f"  {sign} ")
    for answer in reason.answers:
        yield from _quote(answer, width, "    ")


def _gates(bank: BankBlock, width: int) -> Iterator[str]:
    yield from lines_of(f"GATES OF {bank.title.upper()}", width)
    for gate in bank.gates:
        yield from _gate(gate, width)


def _gate(gate: GateBlock, width: int) -> Iterator[str]:
    lacks = f": {'; '.join(gate.missing)}" if gate.missing else ""
    state = "[passed]  " if gate.passed else "[blocked] "
    yield from lines_of(f"{gate.title}{lacks}", width, state)
    for question in gate.questions:
        begin = "  " if question.answers else "  (see above) " if question.above else "  (open) "
        yield from lines_of(question.ask, width, begin)
        for answer in question.answers:
            yield from _answer(answer, width, "    ", titled=False)


def _also_heard(report: Outline, width: int) -> Iterator[str]:
    if report.also_heard:
        yield "ALSO HEARD"
    for answer in report.also_heard:
        yield from _answer(answer, width, "  ", titled=True)


def _hints(block: HintBlock, width: int) -> Iterator[str]:
    yield from lines_of(block.title.upper(), width)
    for line in block.lines:
        yield from lines_of(line, width, "  ")


def _answer(answer: AnswerLine, width: int, indent: str, *, titled: bool) -> Iterator[str]:
    about = f"{answer.about}: " if titled else ""
    notes = f" ({', '.join(answer.remarks)})" if answer.remarks else ""
    words = f"{about}{answer.meaning}{notes}"
    yield from lines_of(words, width, f"{indent}{answer.sign} ")
    yield from _quote(answer, width, f"{indent}  ")


def _quote(answer: AnswerLine, width: int, indent: str) -> Iterator[str]:
    if answer.quote:
        yield from lines_of(f"“{answer.quote}”  {answer.place}", width, indent)
