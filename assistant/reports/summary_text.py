"""A call in a few lines: to paste into a mail, a chat, or a CRM's note."""

from collections.abc import Iterator, Mapping

from assistant.domain.annotation import Annotation
from assistant.domain.answers import Answer
from assistant.domain.fields import Field, Polarity
from assistant.domain.inert import make_inert
from assistant.domain.wording import date_text, meaning, own_value
from assistant.reports.outline import BankBlock, outline

Answers = Mapping[str, Answer]
MOST = 3
"""So many answers are told for a criterion, the latest ones."""


def as_summary(annotation: Annotation, *, with_whom: str = "") -> str:
    """Plain lines: who and when, the verdict, its reasons with their words, what comes next.

    No markup, and no line that a spreadsheet would run; lines are not broken, so that they
    wrap wherever they are pasted.
    """
    report = outline(annotation)
    answers = {answer.id: answer for answer in annotation.answers}
    lines = [
        "Call: "
        + " - ".join(filter(None, (report.title, with_whom, date_text(annotation.call.call_date)))),
        *report.warnings,
        *(line for bank in report.banks for line in _verdict(bank, len(report.banks) > 1, answers)),
        *_next_steps(answers),
    ]
    return "\n".join(map(make_inert, lines)) + "\n"


def _verdict(bank: BankBlock, several: bool, answers: Answers) -> Iterator[str]:  # noqa: FBT001  # private
    by = f" by {bank.title}" if several else ""
    yield f"Verdict{by}: {bank.outcome}, {bank.score} of 100"
    for reason in bank.reasons:
        hedged = ", on hedged words only" if reason.hedged else ""
        said = "; ".join(_said(answers[one.id]) for one in reason.answers[-MOST:])
        yield f"- {reason.title} {reason.status}{hedged}" + (f": {said}" if said else "")
    if bank.missing:
        yield f"Missing: {', '.join(bank.missing)}"
    yield f"Next: {bank.next_action}"


def _said(answer: Answer) -> str:
    """The value where it says more than the words, and the words."""
    quote = f"“{answer.evidence.quote}”" if answer.evidence else ""
    told = meaning(answer) if own_value(answer) or not quote else ""
    return f"{told} ({quote})" if told and quote else told or quote


def _next_steps(answers: Answers) -> Iterator[str]:
    for answer in answers.values():
        agreed = answer.polarity is Polarity.YES and answer.in_force
        if answer.field is Field.NEXT_STEP and agreed:
            yield f"Agreed: {_said(answer)}"
