"""What was heard, in words: read back one by one, or listed. Pure."""

from collections.abc import Sequence

from assistant.domain.answers import PERSON, Answer, Status
from assistant.domain.fields import Certainty, Polarity
from assistant.domain.values import Deciders
from assistant.domain.wording import date_text, meaning, own_value, value_text
from assistant.plain.questions import question_of
from assistant.plain.words import sentence, words
from assistant.workflows.earlier import Carried, contradicted
from assistant.workflows.views import CallView

SAID_EARLIER = (
    "Earlier calls with this lead said (“holds N” where one still holds, “aside N” where not):"
)


def numbered(view: CallView) -> tuple[Answer, ...]:
    """The answers that can be decided on, in the order of hearing: their numbers stay."""
    return tuple(one for one in view.answers if one.evidence is not None or one.decided)


def answer_with(view: CallView, answer_id: str) -> Answer | None:
    """The answer with that id, where it is in force."""
    return next((one for one in view.answers if one.id == answer_id and one.in_force), None)


def answer_at(view: CallView, number: int) -> Answer | None:
    """The answer with that number."""
    every = numbered(view)
    return every[number - 1] if 0 < number <= len(every) else None


def fresh(before: CallView, view: CallView) -> tuple[str, ...]:
    """The ids of the suggestions that are new, or say something else than before."""
    old = {one.id: _essence(one) for one in before.answers if one.in_force}
    return tuple(
        one.id
        for one in view.answers
        if one.evidence is not None
        and one.in_force
        and one.status is Status.SUGGESTED
        and old.get(one.id) != _essence(one)
    )


def _essence(answer: Answer) -> object:
    quote = answer.evidence.quote if answer.evidence else ""
    return answer.key, answer.value, answer.polarity, answer.certainty, quote


def phrase(view: CallView, answer: Answer) -> str:
    """What an answer says, as the rest of "I have ..."."""
    value = own_value(answer) or ("" if answer.evidence else value_text(answer.value))
    if answer.field is None:
        return _to_question(view, answer, value)
    said = words().fields[answer.field]
    told = isinstance(answer.value, Deciders) and answer.polarity is not Polarity.OPEN
    if value and (told or answer.polarity is Polarity.YES):
        return said.value.format(value=value)
    bare = {Polarity.YES: said.yes, Polarity.NO: said.no, Polarity.OPEN: said.open}
    return bare[answer.polarity] + (f", {value}" if value else "")


def _to_question(view: CallView, answer: Answer, value: str) -> str:
    shown = question_of(view, answer.key)
    asked = f" to “{shown.question.ask}”" if shown else ""
    return f"{value or value_text(answer.value) or answer.polarity.value}{asked}"


def heard(view: CallView, answer: Answer) -> str:
    """What was heard, with its words, as the rest of "I have ..."."""
    hedged = ", hedged" if answer.certainty is Certainty.HEDGED else ""
    return f"{phrase(view, answer)}{hedged}{_source(answer)}."


def _source(answer: Answer) -> str:
    if answer.evidence is None:
        return ""
    who = f" {answer.evidence.speaker}" if answer.evidence.speaker else ""
    return f", from{who}: “{answer.evidence.quote}”"


def read_back(
    view: CallView, answer: Answer, left: int, earlier: Sequence[Carried] = ()
) -> tuple[str, ...]:
    """An answer as it was heard, with what it replaces or contradicts, and a question.

    ``left`` answers wait behind it; ``earlier`` is what the lead's earlier calls said.
    """
    lines = [f"I have {heard(view, answer)} Right?"]
    for then in contradicted(answer, earlier):
        lines.insert(0, f"On {date_text(then.day)} I had {phrase(view, then.answer)}.")
    for other in view.answers:
        if other.superseded_by == answer.id and other.status is not Status.REJECTED:
            lines.insert(0, f"Until now I had {phrase(view, other)}.")
        if other.id in answer.contradicts:
            lines.insert(0, f"That goes against what I had: {phrase(view, other)}.")
    return (*lines, f"{left} more after this.") if left else tuple(lines)


def answers_lines(view: CallView) -> tuple[str, ...]:
    """Everything in force, numbered, with its words."""
    listed = [
        f"{number}. {_listed(answer)}"
        for number, answer in enumerate(numbered(view), 1)
        if answer.in_force
    ]
    known = [
        f"- {title(one)}: {in_short(one)}, from the lead."
        for one in view.answers
        if one.in_force and one.evidence is None and not one.decided
    ]
    if not listed and not known:
        return ("I have nothing yet.",)
    waiting = sum(1 for one in numbered(view) if one.in_force and not one.decided)
    hint = f"{waiting} to confirm: “confirm N”, “edit N”, “reject N”." if waiting else ""
    return (*listed, *known, *([hint] if hint else []))


def _listed(answer: Answer) -> str:
    state = "given by hand" if answer.found_by == PERSON else answer.status.value
    flags = ["hedged"] if answer.certainty is Certainty.HEDGED else []
    flags += ["contradicted"] if answer.contradicts else []
    flags.append("not confirmed" if answer.status is Status.SUGGESTED else state)
    return f"{title(answer)}, {', '.join(flags)}: {in_short(answer)}"


def title(answer: Answer) -> str:
    """What an answer is to, in words."""
    return answer.key.rpartition(".")[2].replace("_", " ").capitalize()


def in_short(answer: Answer) -> str:
    """What an answer says and the words that gave it: "45,000 a year, “like 45 grand”"."""
    told = meaning(answer)
    if answer.evidence is None:
        return told
    if not own_value(answer):
        told = "" if answer.polarity is Polarity.YES else told.partition(":")[0]
    return ", ".join(filter(None, (told, f"“{answer.evidence.quote}”")))


def earlier_lines(view: CallView, earlier: Sequence[Carried]) -> tuple[str, ...]:
    """What the lead's earlier calls said, each with its date."""
    if view.lead is None:
        return ("This call has no lead, so no call comes before it.",)
    if not earlier:
        return ("Earlier calls with this lead said nothing.",)
    lines = [SAID_EARLIER if view.still_open else "Earlier calls with this lead said:"]
    for number, one in enumerate(earlier, 1):
        lines.append(f"{number}. {title(one.answer)}, on {date_text(one.day)}{_sure(one.answer)}: "
                     f"{sentence(in_short(one.answer))}{_since(view, one)}")  # fmt: skip
        for other in one.against:
            told = in_short(other.answer)
            lines.append(f"- That goes against {date_text(other.day)}: {sentence(told)}")
    return tuple(lines)


def _since(view: CallView, carried: Carried) -> str:
    """What this call has on it."""
    if carried in view.still_open:
        return ""
    here = [one for one in view.answers if one.key == carried.answer.key]
    if any(one.in_force for one in here):
        return " This call has its own answer."
    return " You set it aside."


def _sure(answer: Answer) -> str:
    return "" if answer.decided else ", not confirmed"
