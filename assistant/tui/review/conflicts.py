"""What people said apart from each other, side by side, so that one can be chosen. Pure."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from textual.content import Content

from assistant.domain.conflicts import Conflict, Said
from assistant.tui.drawing import indented, inert, words
from assistant.tui.heard import words_of
from assistant.tui.review.index import ReviewIndex, answer_key
from assistant.tui.review.remarks import Local, when, who_text
from assistant.tui.signs import CONFLICT, field_title
from assistant.tui.widgets.blocks import Block, Drawn
from assistant.tui.wrapping import rows_of

APART = "apart "
"""What the key of a side's block begins with; the id of its act follows."""
IN_FORCE, KEPT = "in force", "kept"


def conflict_blocks(index: ReviewIndex, local: Local) -> Iterator[Block]:
    """Each conflict with its sides, the one in force last; nothing where there is none."""
    conflicts = index.view.conflicts
    if not conflicts:
        return
    yield Drawn("", _heading)
    for conflict in conflicts:
        yield Drawn("", partial(_about, subject_of(index, conflict)))
        for side in conflict.sides:
            in_force = side is conflict.sides[-1]
            yield Drawn(_key(conflict, side), partial(_side_lines, side, local, in_force=in_force))
    yield Drawn("", lambda _: [Content("")])


def side_in(key: str) -> UUID | None:
    """The act that a block of the page is about; None where it is no side of a conflict."""
    if not key.startswith(APART):
        return None
    return UUID(key.removeprefix(APART).partition("/")[0])


def subject_of(index: ReviewIndex, conflict: Conflict) -> str:
    """What people disagree about, in words."""
    answer = index.answers.get(conflict.answer_id)
    if answer is not None:
        return f"{field_title(answer.key)} “{words_of(answer)}”"
    if conflict.about == "verdict":
        return "the verdict"
    if conflict.about == "facts":
        return f"the facts of the {conflict.kind}"
    return field_title(conflict.about.partition(" ")[0])


def _side_lines(side: Said, local: Local, width: int, *, in_force: bool) -> list[Content]:
    """What one side says, who said it and when."""
    room = max(1, width - 2)
    force = (f"{IN_FORCE}: ", "$success") if in_force else (f"{KEPT}: ", "$quiet")
    said = words(force, (side.says, "bold"))
    by = inert(f"{who_text(side.by)}, {when(side.at, local)}", "$quiet")
    return indented([*rows_of(said, room), *rows_of(by, room)], "  ")


def _key(conflict: Conflict, side: Said) -> str:
    key = f"{APART}{side.act}"
    return answer_key(key, conflict.answer_id) if conflict.answer_id else key


def _heading(width: int) -> list[Content]:
    head = words((f"{CONFLICT.mark} ", CONFLICT.style), ("Said apart", "bold"))
    about = "Two people decided without knowing of each other. Enter on a side puts it into force."
    return [head, *rows_of(inert(about, "$quiet"), width)]


def _about(subject: str, width: int) -> list[Content]:
    return rows_of(inert(subject), width)
