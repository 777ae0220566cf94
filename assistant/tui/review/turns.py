"""A turn or a note line of a review: its words with the evidence marked, what it gave. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from assistant.domain.answers import Answer, Status
from assistant.domain.calls import ReviewEntry
from assistant.domain.fields import Certainty, Side
from assistant.domain.marks import TurnMark
from assistant.domain.wording import clock_text, own_value
from assistant.tui.drawing import fit, indented, inert, pressable, row, words
from assistant.tui.review.remarks import remark_lines
from assistant.tui.signs import POLARITY_SIGNS, answer_sign, field_title, hue
from assistant.tui.wrapping import Mark, marked, row_offsets, rows_of

NUMBERS = "¹²³⁴⁵⁶⁷⁸⁹"
SELECTED = "bold reverse $accent"
ACROSS = 84
"""What words gave is told in lines that are at most so wide: a far edge is not seen with it."""
MINIMUM = 16
"""The words have at least so many cells."""
BESIDE_A_TIME = 20
"""The same where the time stands before them, too."""
SPEAKER_STYLES = {
    Side.REP: "$quiet",
    Side.PROSPECT: "bold",
    Side.OTHER: "",
    Side.UNKNOWN: "",
}


@dataclass(frozen=True)
class Gutter:
    """What stands before the words: cells for the time and for the longest speaker."""

    time: int
    speaker: int

    def cells(self, width: int) -> tuple[int, int]:
        """The cells of time and speaker at a width; what has no room is left out."""
        speaker = min(self.speaker, 12 if width >= 70 else 9)
        time = self.time
        if width - time - speaker < BESIDE_A_TIME:
            time = 0
        return time, (speaker if width - time - speaker >= MINIMUM else 0)


@dataclass(frozen=True)
class TurnBlock:
    """A turn. The words of the ``chosen`` answer stand out, those ``selected`` even more.

    ``marks`` are its bookmark and who really spoke, where there are such.
    """

    key: str
    text: str
    speaker: str
    side: Side
    seconds: float | None
    gutter: Gutter
    answers: tuple[Answer, ...] = ()
    remarks: tuple[ReviewEntry, ...] = ()
    marks: tuple[TurnMark, ...] = ()
    chosen: str = ""
    selected: tuple[int, int] | None = None

    def _room(self, width: int) -> int:
        return max(1, width - sum(self.gutter.cells(width)))

    def _words(self) -> Content:
        marks = _marks(self.answers, self.chosen)
        if self.selected is not None:
            marks.append(Mark(*self.selected, SELECTED))
        return marked(self.text, marks)

    def height(self, width: int) -> int:
        room = self._room(width)
        below = len(self.answers) + len(self.marks)
        below += sum(len(remark_lines(one, room)) for one in self.remarks)
        return len(row_offsets(self._words().plain, room)) + below

    def lines(self, width: int) -> Sequence[Content]:
        time, speaker = self.gutter.cells(width)
        room = self._room(width)
        first, *rest = rows_of(self._words(), room)
        margin = " " * (time + speaker)
        lines = [Content.assemble(self._head(time, speaker), first), *indented(rest, margin)]
        for number, answer in enumerate(self.answers):
            sign = _number(number, len(self.answers))
            tag = tag_line(answer, sign, min(room, ACROSS), chosen=answer.id == self.chosen)
            lines.append(pressable(Content.assemble(margin, tag), "show_answer", answer.id))
        lines += indented([mark_line(mark, room) for mark in self.marks], margin)
        for remark in self.remarks:
            lines += indented(remark_lines(remark, room), margin)
        return lines

    def _head(self, time: int, speaker: int) -> Content:
        clock = clock_text(self.seconds) if self.seconds is not None and time else ""
        name = fit(inert(self.speaker, SPEAKER_STYLES[self.side]), max(0, speaker - 1))
        return Content.assemble(
            inert(f"{clock:<{time}}", "$quiet"),
            name.pad_right(max(0, speaker - name.cell_length)),
        )


def _number(at: int, of: int) -> str:
    return NUMBERS[at % len(NUMBERS)] if of > 1 else ""


def _marks(answers: Sequence[Answer], chosen: str) -> list[Mark]:
    """Where each answer's words are; a number tells those of one turn apart."""
    marks = []
    for at, answer in enumerate(answers):
        where = answer.evidence
        if where is not None:
            style = _style(answer, chosen=answer.id == chosen)
            marks.append(Mark(where.start, where.end, style, _number(at, len(answers))))
    return marks


def _style(answer: Answer, *, chosen: bool) -> str:
    if chosen:
        return f"bold reverse ${hue(answer.key)}"
    if answer.status is Status.REJECTED:
        return "$quiet strike"
    return f"underline ${hue(answer.key)}" if answer.in_force else "underline $quiet"


def mark_line(mark: TurnMark, width: int) -> Content:
    """A bookmark, or who really spoke; with who says so, where there is room for it."""
    if mark.kind == "bookmark":
        said = words((" ⚑ ", "bold $accent"), (mark.text or "bookmark", "italic"))
    else:
        said = words((" ✎ ", "$accent"), f"spoken by {mark.text}, not as transcribed")
    by = inert(f"  {mark.by.name}", "$quiet")
    return fit(words(said, by) if said.cell_length + by.cell_length <= width else said, width)


def tag_line(answer: Answer, number: str, width: int, *, chosen: bool) -> Content:
    """What words gave: number, sign, field, value; at the right how they count.

    Where there is no room for all of it, the sign alone tells what was decided.
    """
    sign, polarity = answer_sign(answer), POLARITY_SIGNS[answer.polarity]
    hedged = " hedged" if answer.certainty is Certainty.HEDGED else ""
    left = words(
        ("▸" if chosen else "└", "$accent" if chosen else "$quiet"),
        (number or " ", "$quiet"),
        (sign.mark, sign.style),
        " ",
        (field_title(answer.key), f"bold ${hue(answer.key)}"),
        f"  {own_value(answer)}",
    )
    right = words((polarity.word, polarity.style), (hedged, "$warning"))
    told = words((f"  {sign.word}", "$quiet"))
    if answer.decided or not answer.in_force:
        room = width - left.cell_length - right.cell_length - 1
        right = words(right, told) if told.cell_length <= room else right
    return row(left, right, width)
