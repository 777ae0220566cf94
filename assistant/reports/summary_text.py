"""A call in a few lines: to paste into a mail, a chat, or a CRM's note."""

from collections.abc import Iterator, Sequence

from assistant.domain.annotation import Annotation
from assistant.domain.fields import Field, Polarity
from assistant.domain.inert import make_inert
from assistant.reports.outline import AnswerLine, BankBlock, ReasonBlock, answer_lines, outline


def as_summary(annotation: Annotation, *, with_whom: str = "") -> str:
    """Plain lines: who and when, the verdict, its reasons with their words, what comes next.

    No markup; lines are not broken, so that they wrap wherever they are pasted.
    """
    report = outline(annotation)
    lines = [
        " - ".join(filter(None, (report.title, with_whom, report.facts.get("Date", "")))),
        *report.warnings,
        *(line for bank in report.banks for line in _verdict(bank, len(report.banks) > 1)),
        *_next_steps(annotation),
    ]
    return "\n".join(map(make_inert, lines)) + "\n"


def _verdict(bank: BankBlock, several: bool) -> Iterator[str]:  # noqa: FBT001  # private
    by = f" by {bank.title}" if several else ""
    yield f"Verdict{by}: {bank.outcome}, {bank.score} of 100"
    for reason in bank.reasons:
        yield _reason(reason)
    if bank.missing:
        yield f"Missing: {', '.join(bank.missing)}"
    yield f"Next: {bank.next_action}"


def _reason(reason: ReasonBlock) -> str:
    hedged = ", on hedged words only" if reason.hedged else ""
    said = f": {_said(reason.answers)}" if reason.answers else ""
    return f"- {reason.title} {reason.status}{hedged}{said}"


def _said(answers: Sequence[AnswerLine]) -> str:
    return "; ".join(
        one.meaning + (f" (“{one.quote}”)" if one.quote else "") for one in answers[-3:]
    )


def _next_steps(annotation: Annotation) -> Iterator[str]:
    lines = answer_lines(annotation)
    for answer in annotation.answers:
        agreed = answer.polarity is Polarity.YES and answer.in_force
        if answer.field is Field.NEXT_STEP and agreed:
            yield f"Agreed: {_said([lines[answer.id]])}"
