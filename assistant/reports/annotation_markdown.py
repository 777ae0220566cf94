"""An annotation as Markdown (CommonMark with tables). Words from the call stay words."""

import re
from collections.abc import Iterable, Iterator

from assistant.domain.annotation import Annotation
from assistant.domain.inert import make_inert
from assistant.reports.outline import AnswerLine, BankBlock, GateBlock, ReasonBlock, outline
from assistant.reports.showing import STATUS_SIGNS, unconfirmed_words

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$@]|://|(?<=www)\.", re.IGNORECASE)


def as_markdown(annotation: Annotation) -> str:
    """Headings, a table of the verdict's reasons, and a checklist with quotes."""
    report = outline(annotation)
    blocks = [
        f"# {escaped(report.title)}",
        _listed(f"**{escaped(name)}:** {escaped(words)}" for name, words in report.facts.items()),
        *(f"> **Warning:** {escaped(warning)}" for warning in report.warnings),
        *(block for bank in report.banks for block in _verdict(bank)),
        *(block for bank in report.banks for block in _gates(bank)),
    ]
    if report.also_heard:
        blocks.append("## Also heard")
        blocks.append("\n".join(_answer(one, "", titled=True) for one in report.also_heard))
    for hint in report.hints:
        blocks += [f"## {escaped(hint.title)}", _listed(map(escaped, hint.lines))]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """One line that shows the text as it is: no markup, HTML, table cell, link or formula."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", make_inert(text))


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _verdict(bank: BankBlock) -> Iterator[str]:
    by = f"by {escaped(bank.title)} {bank.version}, score {bank.score} of 100"
    yield f"## Verdict: {bank.outcome} ({by})"
    yield f"**Next:** {escaped(bank.next_action)}"
    yield "\n".join(
        ["|   | Criterion | Status | Words |", "|---|---|---|---|", *map(_row, bank.reasons)]
    )
    if bank.missing:
        yield f"**Missing:** {escaped(', '.join(bank.missing))}"
    if bank.would_change:
        yield f"**What if:** {escaped('; '.join(bank.would_change))}."
    yield unconfirmed_words(bank.unconfirmed)


def _row(reason: ReasonBlock) -> str:
    status = f"{reason.status}, on hedged words only" if reason.hedged else reason.status.value
    quotes = "<br>".join(filter(None, map(_quote, reason.answers)))
    sign = escaped(STATUS_SIGNS[reason.status])
    return f"| {sign} | {escaped(reason.title)} | {status} | {quotes} |"


def _quote(answer: AnswerLine) -> str:
    place = f" — {escaped(answer.place)}" if answer.place else ""
    return f"“{escaped(answer.quote)}”{place}" if answer.quote else ""


def _gates(bank: BankBlock) -> Iterator[str]:
    if bank.gates:
        yield f"## Gates of {escaped(bank.title)}"
    for gate in bank.gates:
        yield f"### {escaped(gate.title)}: {'passed' if gate.passed else 'blocked'}"
        yield _listed(map(escaped, gate.missing))
        yield _questions(gate)


def _questions(gate: GateBlock) -> str:
    lines: list[str] = []
    for question in gate.questions:
        answered = question.above or any(answer.holds for answer in question.answers)
        above = " (see above)" if question.above else ""
        lines.append(f"- [{'x' if answered else ' '}] {escaped(question.ask)}{above}")
        lines += [_answer(answer, "  ", titled=False) for answer in question.answers]
    return "\n".join(lines)


def _answer(answer: AnswerLine, indent: str, *, titled: bool) -> str:
    about = f"{escaped(answer.about)}: " if titled else ""
    notes = f" ({', '.join(answer.remarks)})" if answer.remarks else ""
    line = f"{indent}- {about}**{escaped(answer.meaning)}**{notes}"
    return f"{line}\n{indent}  > {_quote(answer)}" if answer.quote else line
