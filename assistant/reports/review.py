"""A call's review as plain text and as JSON: the verdict and why, and all that was said of it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from assistant.domain.answers import Answer, Decision
from assistant.domain.bank import Bank
from assistant.domain.calls import Call, Reviewed, ReviewEntry
from assistant.domain.conflicts import Conflict
from assistant.domain.fields import Certainty
from assistant.domain.frozen import Frozen
from assistant.domain.inert import inert_json
from assistant.domain.lines_of_text import lines_of
from assistant.domain.scorecards import FilledCard
from assistant.domain.verdict import CriterionResult, RecordedVerdict, Verdict
from assistant.domain.wording import date_text, own_value, review_text
from assistant.reports.showing import STATUS_SIGNS

SCHEMA = "assistant.review/1"
ACTS = {
    "comment": "comments", "coach": "coaches", "agree": "agrees", "reverse": "reverses",
    "return": "sends back", "answer": "answers", "take_back": "takes back a comment",
}  # fmt: skip
WHOSE = {"system": "program", "override": "rep", "reversal": "manager"}
Local = Callable[[datetime], datetime]


class ReviewedCall(Frozen):
    """What a review is made of. ``likely`` is the verdict that the answers give now.

    ``numbers`` are the answers' numbers, by id, as a list of all has them. ``said`` are the
    words of turns that somebody commented on, by ``source:turn``.
    """

    call: Call
    lead: str
    account: str
    bank: Bank
    answers: tuple[Answer, ...]
    numbers: dict[str, int]
    likely: Verdict
    versions: tuple[RecordedVerdict, ...]
    decisions: tuple[Decision, ...]
    reviews: tuple[ReviewEntry, ...]
    cards: tuple[FilledCard, ...]
    said: dict[str, str]
    state: Reviewed
    conflicts: tuple[Conflict, ...]

    @property
    def in_force(self) -> RecordedVerdict | None:
        """The latest version."""
        return self.versions[-1] if self.versions else None


def as_text(review: ReviewedCall, *, width: int, local: Local) -> str:
    """Lines of at most ``width`` cells: verdict, whose, reasons with their words, history."""
    blocks = [
        list(_head(review, width)),
        list(_verdicts(review, width, local)),
        list(_conflicts(review, width, local)),
        list(_reasons(review, width)),
        list(_history(review, width, local)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _head(review: ReviewedCall, width: int) -> Iterator[str]:
    call = review.call
    whom = f"{review.lead} ({review.account})" if review.account else review.lead
    yield from lines_of(call.title, width)
    about = [date_text(call.call_date), f"rep {call.rep.name}", whom or "no lead"]
    yield from lines_of(", ".join(about), width)
    yield f"{call.id}"


def _verdicts(review: ReviewedCall, width: int, local: Local) -> Iterator[str]:
    now = review.in_force
    if now is None:
        yield from lines_of(f"No verdict yet; likely {review.likely.outcome}.", width)
        return
    state = review_text(review.state) or "not reviewed"
    head = f"{now.verdict.outcome.upper()}  score {now.verdict.score} of 100, {state}"
    yield from lines_of(head, width)
    for one in review.versions:
        by = f"{WHOSE[one.kind]} {one.by.name}" if one.by else WHOSE[one.kind]
        why = f": {one.reason}" if one.reason else ""
        told = f"{one.verdict.outcome} by {by}, {_when(one.at, local)}{why}"
        yield from lines_of(told, width, f"  {one.number}  ")
    likely, system = review.likely, [one for one in review.versions if one.kind == "system"][-1:]
    if any((one.verdict.outcome, one.verdict.score) != (likely.outcome, likely.score)
           for one in system):  # fmt: skip
        told = f"By the answers as they are now: {likely.outcome}, score {likely.score}."
        yield from lines_of(told, width)


def _conflicts(review: ReviewedCall, width: int, local: Local) -> Iterator[str]:
    if review.conflicts:
        yield "SAID APART"
    for one in review.conflicts:
        about = one.about if one.kind == "call" else f"{one.about} of the {one.kind}"
        yield from lines_of(f"{about}:", width, "  ")
        for side in one.sides:
            force = "in force" if side is one.sides[-1] else "kept"
            told = f"{force}: {side.says} ({side.by.name}, {_when(side.at, local)})"
            yield from lines_of(told, width, "    ")


def _reasons(review: ReviewedCall, width: int) -> Iterator[str]:
    verdict = review.in_force.verdict if review.in_force else review.likely
    answers = _by_id(review)
    titles = {one.id: one.title for one in review.bank.criteria}
    for result in verdict.reasons:
        hedged = ", on hedged words only" if result.hedged else ""
        title = titles.get(result.criterion, result.criterion)
        sign = STATUS_SIGNS[result.status]
        yield from lines_of(f"{title}: {result.status}{hedged}", width, f"{sign} ")
        for answer in _of(result, answers):
            number = review.numbers.get(answer.id)
            yield from lines_of(_answer(answer), width, f"    {number}. " if number else "    ")
    if verdict.missing:
        missing = ", ".join(titles.get(one, one) for one in verdict.missing)
        yield from lines_of(missing, width, "Missing: ")
    if verdict.next_action:
        # A person's verdict has the reasons of the program's, and what follows from those.
        own = review.in_force is None or review.in_force.kind == "system"
        whose = "Next: " if own else "Next, as the program sees it: "
        yield from lines_of(f"{whose}{verdict.next_action}", width)


def _answer(answer: Answer) -> str:
    place = answer.evidence
    quote = f"“{place.quote}” " if place else ""
    who = f"{place.speaker or place.source}, {place.source}:{place.turn}, " if place else ""
    value = f"{own_value(answer)} " if own_value(answer) else ""
    hedged = " hedged" if answer.certainty is Certainty.HEDGED else ""
    return f"{quote}{value}({answer.polarity}{hedged}, {who}{answer.status})"


def _history(review: ReviewedCall, width: int, local: Local) -> Iterator[str]:
    acts = [
        *((one.at, _review_line(one, review)) for one in review.reviews),
        *((one.at, _decision_line(one)) for one in review.decisions),
        *((one.at, _card_line(one)) for one in review.cards),
    ]
    if acts:
        yield "HISTORY"
    for at, words in sorted(acts, key=lambda act: act[0]):
        yield from lines_of(words, width, f"  {_when(at, local)}  ")


def _review_line(entry: ReviewEntry, review: ReviewedCall) -> str:
    changed = f" {entry.before or 'none'} to {entry.after}" if entry.before != entry.after else ""
    about = _about(entry, review)
    on = f" on {about}" if about else ""
    words = f": {entry.text}" if entry.text else ""
    return f"{entry.by.name} {ACTS[entry.action]}{changed}{on}{words} [{str(entry.id)[:8]}]"


def _about(entry: ReviewEntry, review: ReviewedCall) -> str:
    if entry.answer_id is not None:
        answer = _by_id(review).get(entry.answer_id)
        if answer is None:
            return "an answer that is gone"
        return f"{_title(answer.key)} “{answer.evidence.quote if answer.evidence else ''}”"
    if entry.source is None:
        return ""
    place = f"{entry.source}:{entry.turn}"
    return f"{place} “{review.said.get(place, '')}”"


def _decision_line(decision: Decision) -> str:
    before, after = decision.before, decision.after
    value = _what(after)
    if before is not None and _what(before) != value:
        value = f"{_what(before)} to{value or ' nothing'}"
    why = f": {decision.reason}" if decision.reason else ""
    return f"{decision.by.name}, {decision.action} {_title(after.key)}{value}{why}"


def _what(answer: Answer) -> str:
    """Its meaning, else its words, after a space."""
    words = own_value(answer) or (f"“{answer.evidence.quote}”" if answer.evidence else "")
    return f" {words}" if words else ""


def _card_line(filled: FilledCard) -> str:
    percent = f", {filled.percent} of 100" if filled.percent is not None else ""
    note = f": {filled.note}" if filled.note else ""
    return f"{filled.by.name} fills in {filled.card.title}{percent}{note}"


def as_json(review: ReviewedCall) -> str:
    """One JSON object. Times are UTC."""
    answers = _by_id(review)
    verdict = review.in_force.verdict if review.in_force else review.likely
    used = [one for result in verdict.reasons for one in _of(result, answers)]
    return inert_json(
        {
            "schema": SCHEMA,
            "call": review.call.model_dump(mode="json"),
            "lead": review.lead,
            "account": review.account,
            "state": review.state,
            "verdict": verdict.model_dump(mode="json"),
            "answers": [one.model_dump(mode="json") for one in used],
            "versions": [_version(one) for one in review.versions],
            "decisions": [one.model_dump(mode="json") for one in review.decisions],
            "reviews": [one.model_dump(mode="json") for one in review.reviews],
            "conflicts": [one.model_dump(mode="json") for one in review.conflicts],
            "scorecards": [one.model_dump(mode="json") for one in review.cards],
        },
    )


def _version(recorded: RecordedVerdict) -> dict[str, Any]:
    told = recorded.model_dump(mode="json", include={"id", "number", "kind", "by", "reason", "at"})
    return told | {"outcome": recorded.verdict.outcome, "score": recorded.verdict.score}


def _by_id(review: ReviewedCall) -> Mapping[str, Answer]:
    """The answers as they are now; as they stood for the verdict, where they are gone."""
    kept = review.in_force.answers if review.in_force else ()
    return {one.id: one for one in (*kept, *review.answers)}


def _of(result: CriterionResult, answers: Mapping[str, Answer]) -> Iterator[Answer]:
    return (answers[name] for name in result.answers if name in answers)


def _title(key: str) -> str:
    return key.rpartition(".")[2].replace("_", " ")


def _when(at: datetime, local: Local) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}"
