"""A mail to the lead after a call, as a draft: what was understood, and what was agreed."""

from collections.abc import Iterator, Sequence

from assistant.domain.annotation import Annotation
from assistant.domain.answers import Answer
from assistant.domain.fields import Field, Polarity
from assistant.domain.inert import make_inert
from assistant.domain.values import Deciders
from assistant.domain.wording import date_text, own_value, value_text

UNDERSTOOD = {
    Field.NEED: "What is to get better",
    Field.GOAL: "What you want to reach",
    Field.CURRENT_SOLUTION: "What you use today",
    Field.DECISION_CRITERIA: "What you decide by",
    Field.TIMELINE: "When",
    Field.BUDGET: "Budget",
    Field.AUTHORITY: "Who decides",
    Field.DECISION_PROCESS: "How you decide",
    Field.OBJECTION: "What still speaks against it",
}
"""What a lead is told of what was understood, in this order. The rest is for us alone."""


def as_follow_up(
    annotation: Annotation, *, to: str = "", sign: str = "", ask: Sequence[str] = ()
) -> str:
    """Plain lines of a mail in the rep's name. Nothing is in it that no person confirmed.

    ``to`` is the lead's name, ``sign`` the rep's, ``ask`` are questions that are still open.
    """
    told = [one for one in annotation.answers if one.in_force and one.decided]
    day = date_text(annotation.call.call_date)
    blocks = [
        *_block("This is what I took with me:", _understood(told)),
        *_block("Still open on my side:", ask),
        *_block("What we agreed:", _agreed(told)),
    ]
    lines = [
        f"Subject: Our call on {day}",
        "",
        f"Hello {to.split(maxsplit=1)[0]}," if to.strip() else "Hello,",
        "",
        f"thank you for the call on {day}.",
        *blocks,
        *(["", "Please tell me where I got something wrong."] if blocks else []),
        *(["", "Kind regards", sign] if sign else []),
    ]
    return "\n".join(map(make_inert, lines)) + "\n"


def _block(heading: str, items: Iterator[str] | Sequence[str]) -> list[str]:
    listed = [f"- {one}" for one in items]
    return ["", heading, *listed] if listed else []


def _understood(answers: Sequence[Answer]) -> Iterator[str]:
    for field, name in UNDERSTOOD.items():
        for one in answers:
            if one.field is field and _tells(one) and (said := _said(one)):
                yield f"{name}: {said}"


def _tells(answer: Answer) -> bool:
    """Whether it is said with a yes; that somebody else signs is told with a no."""
    others = isinstance(answer.value, Deciders) and answer.polarity is Polarity.NO
    return others or answer.polarity is Polarity.YES


def _agreed(answers: Sequence[Answer]) -> Iterator[str]:
    for one in answers:
        if one.field is Field.NEXT_STEP and one.polarity is Polarity.YES and (said := _said(one)):
            yield said


def _said(answer: Answer) -> str:
    """The value, else the words; who signs is told in the words, which are about people."""
    quote = answer.evidence.quote if answer.evidence else ""
    if isinstance(answer.value, Deciders) and quote:
        return quote
    return own_value(answer) or quote or value_text(answer.value)
