"""The verdict of a review: what is in force and why, whose it is, all its versions. Pure."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank
from assistant.domain.verdict import CriterionResult, CriterionStatus, RecordedVerdict, Verdict
from assistant.tui.drawing import fit, indented, inert, row, words, wrapped
from assistant.tui.review.answers import indented_answer
from assistant.tui.review.index import ReviewIndex, answer_key
from assistant.tui.review.remarks import Local, when, who_text
from assistant.tui.signs import OUTCOME_STYLES
from assistant.tui.widgets.blocks import Block, Drawn
from assistant.tui.widgets.verdict import (
    change_lines,
    criterion_line,
    missing_lines,
    outcome_line,
    score_bar,
)
from assistant.tui.widgets.verdict_full import gate_lines
from assistant.tui.wrapping import rows_of

ACROSS = 64
"""A line of whose verdict it is is at most so wide."""
DIGEST = 8
"""So much of an engine's digest tells it from others."""
KINDS = {"system": "assistant", "override": "rep", "reversal": "manager"}


def verdict_blocks(index: ReviewIndex, local: Local) -> Iterator[Block]:
    """In force, then system against people, then why, then every version."""
    call = index.view.call
    recorded = call.recorded
    verdict = recorded.verdict if recorded else call.verdict
    answers = {one.id: one for one in recorded.answers} if recorded else index.answers
    bank = next((one for one in call.banks if one.id == verdict.bank), call.banks[0])
    yield Drawn("", partial(_in_force, recorded, verdict, local))
    if recorded is not None:
        yield Drawn("", partial(_sides, index, local))
        yield Drawn("", partial(_since, index, bank))
    for result in verdict.reasons:
        yield Drawn("", partial(_criterion, bank, result))
        for answer_id in result.answers:
            # As it is now, as far as it is still there; as it stood, where it is not.
            answer = index.answers.get(answer_id) or answers.get(answer_id)
            if answer is not None:
                yield _evidence(index, result.criterion, answer, local)
    yield Drawn("", partial(_further, index, bank, verdict))
    if call.verdicts:
        yield Drawn("", partial(_versions, index, local))


def _evidence(index: ReviewIndex, group: str, answer: Answer, local: Local) -> Block:
    return Drawn(answer_key(group, answer.id), partial(indented_answer, index, answer, local))


def _in_force(
    recorded: RecordedVerdict | None, verdict: Verdict, local: Local, width: int
) -> list[Content]:
    lines = [outcome_line(verdict, width), score_bar(verdict.score, width)]
    if recorded is None:
        none = "Likely so far. The verdict is recorded when the call is ended."
        lines += wrapped(inert(none, "$warning"), width, 2)
    else:
        lines += rows_of(_by(recorded, local), width)
        if recorded.reason:
            lines += rows_of(inert(f"“{recorded.reason}”", "italic"), width)
    if verdict.next_action:
        # A person's verdict has the reasons of the program's, and what follows from those.
        own = recorded is None or recorded.kind == "system"
        whose = "Next: " if own else "Next, as the assistant sees it: "
        lines += wrapped(words((whose, "$quiet"), verdict.next_action), width, 3)
    if verdict.unconfirmed:
        many = "one answer" if verdict.unconfirmed == 1 else f"{verdict.unconfirmed} answers"
        unsure = f"Rests on {many} that nobody had confirmed."
        lines += wrapped(inert(unsure, "$warning"), width, 2)
    return lines


def _by(recorded: RecordedVerdict, local: Local) -> Content:
    whose = f"by {who_text(recorded.by)}"
    return words(
        ("in force: ", "$quiet"),
        f"version {recorded.number} {whose}",
        (f", {when(recorded.at, local)}", "$quiet"),
    )


def _sides(index: ReviewIndex, local: Local, width: int) -> list[Content]:
    """The latest verdict of the assistant, of the rep, of a manager; where they differ."""
    latest = {one.kind: one for one in index.view.call.verdicts}
    lines = [Content(""), inert("Whose verdict", "bold")]
    for kind, whose in KINDS.items():
        one = latest.get(kind)  # type: ignore[call-overload]
        if one is None:
            if kind != "system":
                lines.append(words((f"{whose:<11}", "$quiet"), ("none", "$quiet")))
            continue
        outcome = one.verdict.outcome
        said = words((f"{whose:<11}", "$quiet"), (f"{outcome:<13}", OUTCOME_STYLES[outcome]))
        about = f"{one.verdict.score}" if kind == "system" else one.by.name if one.by else ""
        day = inert(f"{local(one.at):%d %b %y}", "$quiet")
        across = min(width, ACROSS)
        if said.cell_length + inert(about).cell_length + 1 + day.cell_length <= across:
            lines.append(row(words(said, about), day, across))
        else:
            lines += [row(said, day, across), fit(words((" " * 11, ""), about), across)]
    return lines


def _since(index: ReviewIndex, bank: Bank, width: int) -> list[Content]:
    """What has changed since the verdict was recorded; nothing where nothing has."""
    call = index.view.call
    system = next((one for one in reversed(call.verdicts) if one.kind == "system"), None)
    if system is None:
        return []
    lines: list[Content] = []
    then, now = system.verdict, call.verdict
    if (then.outcome, then.score) != (now.outcome, now.score):
        changed = words(
            ("Since then answers have changed: they would give ", "$warning"),
            (str(now.outcome), OUTCOME_STYLES[now.outcome]),
            f" {now.score}",
            (".", "$warning"),
        )
        lines += wrapped(changed, width, 3)
    if then.bank_version != bank.version:
        newer = f"Made by version {then.bank_version} of {bank.title}; it is {bank.version} now."
        lines += wrapped(inert(newer, "$quiet"), width, 2)
    return lines


def _criterion(bank: Bank, result: CriterionResult, width: int) -> list[Content]:
    return [Content(""), criterion_line(bank, result, width)]


def _further(index: ReviewIndex, bank: Bank, verdict: Verdict, width: int) -> list[Content]:
    lines = [*missing_lines(verdict, width), *change_lines(bank, verdict, width)]
    call = index.view.call
    for one, assessment in zip(call.banks, call.assessments, strict=True):
        if one.id == bank.id:
            lines += gate_lines(one, assessment, width)
        else:
            outcome = assessment.verdict.outcome
            reasons = assessment.verdict.reasons
            met = sum(result.status is CriterionStatus.MET for result in reasons)
            said = words((one.title, "bold"), "  ", (str(outcome), OUTCOME_STYLES[outcome]))
            count = inert(f"{met} of {len(reasons)} met", "$quiet")
            lines += [Content(""), row(said, count, width)]
    return lines


def _versions(index: ReviewIndex, local: Local, width: int) -> list[Content]:
    lines = [Content(""), inert("All versions", "bold")]
    for one in reversed(index.view.call.verdicts):
        lines += version_lines(one, local, width)
    return lines


def version_lines(one: RecordedVerdict, local: Local, width: int) -> list[Content]:
    """A version of the verdict: number, what, who, when, why, and what it was made with."""
    verdict = one.verdict
    head = words(
        (f"{one.number}  ", "$quiet"),
        (str(verdict.outcome), OUTCOME_STYLES[verdict.outcome]),
        f" {verdict.score}",
        (f"  {one.kind} by {who_text(one.by)}", ""),
    )
    version, _, digest = one.engine.partition(" ")
    engine = f"engine {version} {digest[:DIGEST]}".rstrip()
    made = f"{when(one.at, local)}, {verdict.bank} {verdict.bank_version}, {engine}"
    lines = [fit(head, width), *indented([fit(inert(made, "$quiet"), max(1, width - 3))], "   ")]
    if one.reason:
        reason = inert(f"“{one.reason}”", "italic")
        lines += indented(rows_of(reason, max(1, width - 3)), "   ")
    return lines
