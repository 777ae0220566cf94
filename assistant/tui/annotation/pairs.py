"""Two columns of blocks, row by row: notes beside turns, a call beside an earlier one. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from textual.content import Content

from assistant.domain.answers import Answer
from assistant.domain.calls import NoteLine, Source
from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Turn
from assistant.domain.wording import own_value
from assistant.tui.drawing import fit, indented, inert, row, words
from assistant.tui.review.index import NOTES, ReviewIndex, place_of
from assistant.tui.review.turns import Gutter, TurnBlock
from assistant.tui.review.words import gutter_of
from assistant.tui.signs import OUTCOME_STYLES, POLARITY_SIGNS, Sign, answer_sign, field_title, hue
from assistant.tui.widgets.blocks import Block, Drawn
from assistant.tui.wrapping import rows_of
from assistant.workflows.beside import CallsBeside, FieldBeside, by_time

BETWEEN = " │ "
CHANGES: dict[str, Sign] = {
    "new": Sign("+", "$success", "new"),
    "gone": Sign("-", "$quiet", "not said this time"),
    "contradicted": Sign("≠", "bold $error", "contradicted"),
    "changed": Sign("~", "$warning", "changed"),
    "same": Sign("=", "$quiet", "the same"),
}


class Widths(NamedTuple):
    """The cells of the two columns; the line between them takes the rest."""

    left: int
    right: int


def widths(width: int) -> Widths:
    """Two columns of about the same width."""
    room = max(2, width - len(BETWEEN))
    return Widths(left=room - room // 2, right=room // 2)


@dataclass(frozen=True)
class Pair:
    """Blocks at the left and at the right of one row."""

    key: str
    left: tuple[Block, ...]
    right: tuple[Block, ...]

    def height(self, width: int) -> int:
        cells = widths(width)
        return max(
            sum(one.height(cells.left) for one in self.left),
            sum(one.height(cells.right) for one in self.right),
            1,
        )

    def lines(self, width: int) -> Sequence[Content]:
        cells = widths(width)
        left = [line for one in self.left for line in one.lines(cells.left)]
        right = [line for one in self.right for line in one.lines(cells.right)]
        return side_by_side(left, right, width) or [Content("")]


def side_by_side(left: Sequence[Content], right: Sequence[Content], width: int) -> list[Content]:
    """Lines beside lines, a rule between them."""
    cells = widths(width)
    rule = inert(BETWEEN, "$faint")
    return [
        fit(Content.assemble(_filled(one, cells.left), rule, other or Content("")), width)
        for one, other in zip_longest(left, right)
    ]


def _filled(line: Content | None, width: int) -> Content:
    shown = fit(line or Content(""), width)
    return shown.pad_right(width - shown.cell_length)


# Notes beside a transcript


def notes_beside(index: ReviewIndex) -> list[Block]:
    """The first transcript of a call with its notes; by time where both have times."""
    call = index.view.call
    source = next((one for one in call.sources if one.kind is Kind.CALL), None)
    loose = [turn for one in call.sources if one.kind is Kind.NOTES for turn in one.turns]
    notes = [place for one in call.sources if one.kind is Kind.NOTES for place in [one.name]]
    if source is None or not (call.lines or loose):
        none = "no transcript" if source is None else "no notes"
        return [_line(f"This call has {none} to put beside.")]
    rows = [(one.turn, one.lines) for one in by_time(source, call.lines)]
    how = "by time" if rows else "the transcript has no times: each in its own order"
    return [
        _heads(source.name, f"notes, {how}"),
        *_rows(index, source, rows or _in_order(source, call.lines), notes, loose),
    ]


Beside = tuple[Turn | None, tuple[NoteLine, ...]]


def _in_order(source: Source, lines: Sequence[NoteLine]) -> list[Beside]:
    pairs = zip_longest(source.turns, lines)
    return [(turn, (line,) if line else ()) for turn, line in pairs]


def _rows(
    index: ReviewIndex,
    source: Source,
    rows: Sequence[Beside],
    names: Sequence[str],
    loose: Sequence[Turn],
) -> Iterator[Block]:
    left = gutter_of(
        [turn.start for turn in source.turns], [turn.speaker or "" for turn in source.turns]
    )
    right = gutter_of([line.seconds for line in index.view.call.lines], [])
    for number, (here, extra) in enumerate(zip_longest(rows, loose)):
        turn, lines = here or (None, ())
        said = (_turn(index, source.name, turn, left),) if turn else ()
        noted = tuple(_note(index, line, right) for line in lines)
        if extra is not None and names:
            noted += (_turn(index, names[0], extra, Gutter(time=0, speaker=0)),)
        key = place_of(source.name, turn.index) if turn else f"row {number}"
        yield Pair(key, said, noted)


def _turn(index: ReviewIndex, source: str, turn: Turn, gutter: Gutter) -> TurnBlock:
    key = place_of(source, turn.index)
    return TurnBlock(
        key=key,
        text=turn.text,
        speaker=turn.speaker or "",
        side=turn.side,
        seconds=turn.start,
        gutter=gutter,
        answers=index.by_place.get(key, ()),
    )


def _note(index: ReviewIndex, line: NoteLine, gutter: Gutter) -> TurnBlock:
    key = place_of(NOTES, line.number)
    return TurnBlock(
        key=key,
        text=line.text,
        speaker="",
        side=Side.REP,
        seconds=line.seconds,
        gutter=gutter,
        answers=index.by_place.get(key, ()),
    )


def _heads(left: str, right: str) -> Block:
    def draw(width: int) -> list[Content]:
        heads = (inert(one.upper(), "bold $quiet") for one in (left, right))
        one, other = heads
        return side_by_side([one], [other], width)

    return Drawn("", draw)


def _line(said: str) -> Block:
    return Drawn("", lambda width: rows_of(inert(said, "$quiet"), width))


# Two calls


_GAP = Drawn("", lambda _: [Content("")])


def calls_beside_blocks(calls: CallsBeside, *, only_changes: bool) -> list[Block]:
    """What the two calls answered, field by field, the earlier call at the left."""
    shown = [one for one in calls.fields if not only_changes or one.change != "same"]
    blocks: list[Block] = [Drawn("", partial(_facts, calls))]
    if not shown:
        return [*blocks, _line("Nothing has changed between these calls.")]
    for one in shown:
        blocks += [_GAP, Drawn(one.key, partial(_field_lines, one))]
    return blocks


def _facts(calls: CallsBeside, width: int) -> list[Content]:
    def facts(call: CallsBeside, which: str) -> list[Content]:
        view = call.before if which == "before" else call.now
        verdict = view.recorded.verdict if view.recorded else view.verdict
        return [
            words((f"{view.call.call_date:%d %b %y}", "bold"), f"  {view.call.title}"),
            words(
                (str(verdict.outcome).upper(), OUTCOME_STYLES[verdict.outcome]),
                f" {verdict.score}",
            ),
        ]

    return side_by_side(facts(calls, "before"), facts(calls, "now"), width)


def _field_lines(one: FieldBeside, width: int) -> list[Content]:
    sign = CHANGES[one.change]
    cells = widths(width)
    head = words(
        (sign.mark, sign.style), " ", (field_title(one.key), f"bold ${hue(one.key)}"),
    )  # fmt: skip
    return [
        row(head, inert(sign.word, sign.style), width),
        *side_by_side(
            [line for answer in one.before for line in answer_rows(answer, cells.left)],
            [line for answer in one.now for line in answer_rows(answer, cells.right)],
            width,
        ),
    ]


def answer_rows(answer: Answer, width: int) -> list[Content]:
    """An answer in a narrow column: what it says, then its words."""
    sign, polarity = answer_sign(answer), POLARITY_SIGNS[answer.polarity]
    word = words((polarity.word, polarity.style))
    said = inert(f"“{answer.evidence.quote}”" if answer.evidence else "", "italic")
    told = [one for one in (inert(own_value(answer)), said) if one] or [Content("")]
    room = max(1, width - 5 - word.cell_length)
    first, *rest = [line for one in told for line in rows_of(one, room)]
    head = Content.assemble("  ", words((sign.mark, sign.style)), " ", first)
    return [row(head, word, width), *indented(rest, "    ")]
