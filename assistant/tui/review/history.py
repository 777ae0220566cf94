"""The history of a call: every decision, verdict, remark, move and revised note. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from textual.content import Content

from assistant.domain.answers import Answer, Decision
from assistant.domain.calls import NoteLine
from assistant.tui.drawing import indented, inert, words
from assistant.tui.heard import words_of
from assistant.tui.review.answers import ACTIONS
from assistant.tui.review.index import (
    NOTES,
    ReviewIndex,
    answer_key,
    place_key,
    place_of,
    remark_key,
)
from assistant.tui.review.remarks import REMARK_SIGNS, Local, when
from assistant.tui.signs import OUTCOME_STYLES, field_title
from assistant.tui.widgets.blocks import Block, Drawn
from assistant.tui.wrapping import rows_of

INDENT = 3
ABOUT = 60
"""So many characters of the words that a remark is about are repeated."""
VERBS = {"system": "found ", "override": "overrode it: ", "reversal": "reversed it: "}


class Act(NamedTuple):
    """Something that was done: when, by whom, what, and the words that go with it.

    ``key`` ends with the answer or begins with the place that it is about.
    """

    at: datetime
    key: str
    by: str
    what: Content
    said: tuple[Content, ...] = ()


def history_blocks(index: ReviewIndex, local: Local) -> Sequence[Block]:
    """All acts, the latest first."""
    acts = [*_verdicts(index), *_decisions(index), *_remarks(index), *_moves(index),
            *_revisions(index.view.history)]  # fmt: skip
    if not acts:
        none = "Nothing was decided yet."
        return [Drawn("", lambda width: rows_of(inert(none, "$quiet"), width))]
    acts.sort(key=lambda act: act.at)
    return [Drawn(act.key, partial(_act_lines, act, local)) for act in reversed(acts)]


def _act_lines(act: Act, local: Local, width: int) -> list[Content]:
    head = words((f"{when(act.at, local)}  ", "$quiet"), (f"{act.by} ", "bold"), act.what)
    room = max(1, width - INDENT)
    rows = [row for one in (head, *act.said) for row in rows_of(one, room)]
    return [rows[0], *indented(rows[1:], " " * INDENT)]


def _quoted(text: str) -> tuple[Content, ...]:
    return (inert(f"“{text}”", "italic"),) if text else ()


def _verdicts(index: ReviewIndex) -> Iterator[Act]:
    for one in index.view.call.verdicts:
        outcome = one.verdict.outcome
        what = words(
            VERBS[one.kind],
            (str(outcome), OUTCOME_STYLES[outcome]),
            (f" {one.verdict.score}, version {one.number}", "$quiet"),
        )
        by = one.by.name if one.by else "the assistant"
        yield Act(one.at, f"verdict {one.number}", by, what, _quoted(one.reason))


def _decisions(index: ReviewIndex) -> Iterator[Act]:
    for one in index.view.decisions:
        answer = one.after
        what = words(f"{ACTIONS[one.action]} ", (field_title(answer.key), "bold"))
        yield Act(
            one.at,
            answer_key(f"decision {one.id}", one.answer_id),
            one.by.name,
            what,
            (*_change(one), *_quoted(one.reason)),
        )


def _change(decision: Decision) -> tuple[Content, ...]:
    """What an answer said, and what it says since, where that is something else."""
    before, after = decision.before, decision.after
    now = _in_words(after)
    if before is None or (before.key, _in_words(before)) == (after.key, now):
        return (inert(now),)
    other = f"{field_title(before.key)}, " if before.key != after.key else ""
    return (words((f"{other}{_in_words(before)}", "$quiet"), (" → ", "$accent"), now),)


def _in_words(answer: Answer) -> str:
    parts = (words_of(answer), answer.polarity, answer.certainty)
    return ", ".join(str(part) for part in parts if part)


def _remarks(index: ReviewIndex) -> Iterator[Act]:
    for one in index.view.reviews:
        if one.action == "reverse":
            continue  # the version of the verdict says the same and more
        sign = REMARK_SIGNS[one.action]
        about = index.about(one)
        on = f" on {about[:ABOUT]}" if about else ""
        what = words((f"{sign.mark} {sign.word}", sign.style), (on, "$quiet"))
        key = remark_key(index, one)
        yield Act(one.at, key, one.by.name, what, _quoted(one.text))


def _moves(index: ReviewIndex) -> Iterator[Act]:
    for one in index.view.moves:
        past = f" past {', '.join(one.blocked_by)}" if one.blocked_by else ""
        here = "" if one.call_id == index.view.call.call.id else ", outside this call"
        what = words(
            "moved the lead: ",
            f"{field_title(one.from_stage)} ",
            ("→ ", "$accent"),
            (field_title(one.to_stage), "bold"),
            (past, "$warning"),
            (here, "$quiet"),
        )
        yield Act(one.at, f"move {one.id}", one.by.name, what, _quoted(one.override_reason))


def _revisions(history: Sequence[NoteLine]) -> Iterator[Act]:
    """Note lines that were changed or taken away; the first writing is in the notes."""
    by_number: defaultdict[int, list[NoteLine]] = defaultdict(list)
    for line in history:
        by_number[line.number].append(line)
    for number, lines in by_number.items():
        ordered = sorted(lines, key=lambda line: line.revision)
        for before, after in pairwise(ordered):
            gone = after.position is None
            what = inert("a note line was taken away" if gone else "a note line was revised")
            said = (inert(before.text, "$quiet strike"),) if gone else (
                words((before.text, "$quiet"), (" → ", "$accent"), after.text),)  # fmt: skip
            key = place_key(place_of(NOTES, number), str(after.revision))
            yield Act(after.at, key, "notes:", what, said)
