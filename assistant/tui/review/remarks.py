"""What people said in the review of a call: comments, agreements, reversals. Pure."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from textual.content import Content

from assistant.domain.calls import ReviewEntry, standing
from assistant.domain.people import Who
from assistant.tui.drawing import indented, inert, words, wrapped
from assistant.tui.review.index import ReviewIndex, remark_key
from assistant.tui.signs import OUTCOME_STYLES, Sign
from assistant.tui.widgets.blocks import Block, Drawn
from assistant.tui.wrapping import rows_of

Local = Callable[[datetime], datetime]
REMARK_SIGNS = {
    "comment": Sign("»", "$accent", "comments"),
    "agree": Sign("✓", "$success", "agrees"),
    "reverse": Sign("↺", "$warning", "reverses"),
    "return": Sign("←", "$warning", "sends back"),
    "answer": Sign("→", "$success", "answers"),
    "coach": Sign("▲", "$accent", "coaches"),
    "take_back": Sign("⟲", "$quiet", "takes back a comment"),
}


def when(at: datetime, local: Local) -> str:
    """A moment, to the minute, in my time zone; no row ends within it."""
    return f"{local(at):%d %b %y %H:%M}".replace(" ", "\N{NO-BREAK SPACE}")


def who_text(who: Who | None) -> str:
    """A person with the role; the assistant where it is nobody."""
    return f"{who.name}, {who.role}" if who else "the assistant"


def remark_lines(entry: ReviewEntry, width: int) -> list[Content]:
    """A remark in short, beneath what it is about."""
    sign = REMARK_SIGNS[entry.action]
    said = words((f"{entry.by.name}: ", "bold"), (entry.text, "italic"))
    first, *rest = rows_of(said, max(1, width - 3))
    return [words((f" {sign.mark} ", sign.style), first), *indented(rest, "   ")]


def remark_blocks(index: ReviewIndex, local: Local, comment: str) -> Iterator[Block]:
    """Every remark in full, the latest first; ``comment`` is the key that adds one."""
    entries = sorted(standing(index.view.reviews), key=lambda one: one.at)[::-1]
    if not entries:
        none = (
            f"Nobody has said anything yet. {comment} comments on the call, or on what is chosen."
        )
        yield Drawn("", lambda width: rows_of(inert(none, "$quiet"), width))
    for number, one in enumerate(entries):
        if number:
            yield Drawn("", lambda _: [Content("")])
        yield Drawn(remark_key(index, one), partial(_entry_lines, index, one, local))


def _entry_lines(index: ReviewIndex, entry: ReviewEntry, local: Local, width: int) -> list[Content]:
    sign = REMARK_SIGNS[entry.action]
    head = words(
        (entry.by.name, "bold"),
        (f", {entry.by.role}, ", "$quiet"),
        (sign.word, sign.style),
        _verdict_meant(index, entry),
    )
    about = index.about(entry)
    below = f"{when(entry.at, local)}{f', on {about}' if about else ''}"
    room = max(1, width - 2)
    first, *rest = rows_of(head, room)
    return [
        words((f"{sign.mark} ", sign.style), first),
        *indented([*rest, *wrapped(inert(below, "$quiet"), room, 2)], "  "),
        *(indented(rows_of(inert(entry.text), room), "  ") if entry.text else ()),
    ]


def _verdict_meant(index: ReviewIndex, entry: ReviewEntry) -> Content:
    versions = {one.number: one for one in index.view.call.verdicts}
    meant = versions.get(entry.verdict_number or 0)
    if meant is None or entry.action not in {"agree", "reverse"}:
        return Content("")
    outcome = meant.verdict.outcome
    joint = " to " if entry.action == "reverse" else " with "
    return words(joint, (str(outcome), OUTCOME_STYLES[outcome]))
