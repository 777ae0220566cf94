"""Authority: somebody on the prospect's side of the call decides, or brings in who does."""

from collections.abc import Sequence

from assistant.domain.answers import Answer
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.values import Deciders, Label
from assistant.domain.verdict import CriterionStatus
from assistant.qualification.labels import alike
from assistant.qualification.rules.finding import Finding, prevailing

PASSING_ON = frozenset({"send", "sends", "leave", "forward", "email", "mail", "post"})
"""Words of next steps that reach the decider with paper only."""

_TELLING_LETTERS = 3
_TELLING_NOTHING = frozenset({"the", "and", "for", "our", "his", "her", "new", "who"})
"""Words of a name or title that tell nobody apart, as shorter ones ("of", "IT") do."""


def judge_authority(answers: Sequence[Answer], others: Sequence[Answer]) -> Finding:
    """Met also by an agreed next step that names the decider. ``others`` are all counted."""
    finding = prevailing(answers)
    if finding.status is not CriterionStatus.UNMET:
        return finding
    named = {word for answer in finding.answers for word in _names(answer)}
    agreed = tuple(
        step
        for step in others
        if step.field is Field.NEXT_STEP and _is_meeting(step) and _mentions(step, named)
    )
    if not agreed:
        return finding
    return Finding(status=CriterionStatus.MET, answers=(*finding.answers, *agreed))


def _names(answer: Answer) -> set[str]:
    people = answer.value.people if isinstance(answer.value, Deciders) else ()
    words = " ".join(f"{person.name or ''} {person.title or ''}" for person in people)
    telling = _words(words) - _TELLING_NOTHING
    return {word for word in telling if len(word) >= _TELLING_LETTERS}


def _is_meeting(step: Answer) -> bool:
    firm = step.polarity is Polarity.YES and step.certainty is Certainty.FIRM
    return firm and not _said(step) & PASSING_ON


def _mentions(step: Answer, named: set[str]) -> bool:
    return any(alike(name, word) for name in named for word in _said(step))


def _said(step: Answer) -> set[str]:
    label = step.value.text if isinstance(step.value, Label) else ""
    return _words(f"{label} {step.evidence.quote if step.evidence else ''}")


def _words(text: str) -> set[str]:
    return set("".join(char if char.isalnum() else " " for char in text.casefold()).split())
