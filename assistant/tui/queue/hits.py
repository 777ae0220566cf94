"""Hits of a search as rows: where and who, and the words with what matches. Pure."""

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from assistant.domain.searching import Hit
from assistant.domain.wording import clock_text
from assistant.tui.drawing import fit, indented, inert, row, words
from assistant.tui.signs import OUTCOME_STYLES, field_title
from assistant.tui.widgets.blocks import Block, Drawn
from assistant.tui.wrapping import Mark, marked, rows_of

WHOM = 12
"""The cells that the name of whom a call was with has at least."""
MOST = 3
"""So many rows of a hit's words are shown at most."""
ACROSS = 150
"""Rows are at most so wide: what stands at their right is seen with what it belongs to."""


def hit_blocks(hits: Sequence[Hit]) -> list[Block]:
    """A block for each hit; its key is the hit's place in the list."""
    return [Drawn(f"hit {place}", partial(_lines, hit)) for place, hit in enumerate(hits)]


def place_in_review(hit: Hit) -> str:
    """Where the review of the call is opened: at a turn, at an answer, or at the verdict."""
    if hit.answer_id:
        return f"answer/{hit.answer_id}"
    return f"{hit.spot.source}:{hit.spot.turn}" if hit.spot else ""


def _lines(hit: Hit, width: int) -> list[Content]:
    width = min(width, ACROSS)
    whom = ", ".join(one for one in (hit.lead or hit.title, hit.account) if one)
    day, who, what = f"{hit.day:%d %b %y}  ", inert(f"  {_who(hit)}", "$quiet"), _what(hit)
    # A long name gives way: who said it, and when, stays whole.
    room = width - len(day) - who.cell_length - what.cell_length - 1
    named = fit(inert(whom, "bold"), max(WHOM, room))
    head = row(words((day, "$quiet"), named, who), what, width)
    if hit.kind == "call":
        return [head]
    marks = [Mark(start, end, "bold reverse", "") for start, end in hit.marks]
    said = rows_of(marked(hit.text, marks), max(1, width - 2))
    return [head, *indented([fit(one, width - 2) for one in said[:MOST]], "  ")]


def _who(hit: Hit) -> str:
    clock = clock_text(hit.seconds) if hit.seconds is not None else ""
    who = hit.speaker or hit.source.replace("-", " ") or f"rep {hit.rep}"
    return " ".join(one for one in (who, clock) if one)


def _what(hit: Hit) -> Content:
    if hit.kind == "call":
        style = OUTCOME_STYLES.get(hit.outcome, "$quiet")  # type: ignore[call-overload]
        return inert(hit.outcome or "no verdict", style)
    if hit.key:
        told = f"{field_title(hit.key)}: {hit.meaning}" if hit.meaning else field_title(hit.key)
        return words((told, "$accent"), (f"  {hit.standing}", "$quiet"))
    return inert(hit.kind, "$quiet")
