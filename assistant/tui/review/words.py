"""Transcripts and notes of a call as blocks, one a turn. Pure."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from assistant.domain.calls import NoteLine, Source
from assistant.domain.counting import counted
from assistant.domain.fields import Kind, Side
from assistant.domain.marks import TurnMark
from assistant.domain.transcript import Turn
from assistant.domain.wording import clock_text
from assistant.tui.drawing import inert, row, words
from assistant.tui.review.index import NOTES, ReviewIndex, place_of
from assistant.tui.review.turns import Gutter, TurnBlock
from assistant.tui.widgets.blocks import Block, Drawn


def word_blocks(index: ReviewIndex) -> Sequence[Block]:
    """All sources, then the notes; each under its heading."""
    call = index.view.call
    blocks: list[Block] = []
    for source in call.sources:
        blocks += _source(index, source, first=not blocks)
    if call.lines:
        blocks += _notes(index, call.lines, first=not blocks)
    if not blocks:
        none = inert("No words are kept of this call.", "$quiet")
        blocks.append(Drawn("", lambda width: [none.truncate(width)]))
    return blocks


def _heading(title: str, about: str, *, first: bool) -> Block:
    def draw(width: int) -> list[Content]:
        line = row(words((title.upper(), "bold $quiet")), inert(about, "$quiet"), width)
        return [line] if first else [Content(""), line]

    return Drawn("", draw)


def _source(index: ReviewIndex, source: Source, *, first: bool) -> Iterator[Block]:
    about = f"{source.origin}  {_many(source)}".strip()
    yield _heading(source.name.replace("-", " "), about, first=first)
    gutter = gutter_of(
        [turn.start for turn in source.turns], [turn.speaker or "" for turn in source.turns]
    )
    for turn in source.turns:
        yield _turn(index, source.name, turn, gutter)


def _many(source: Source) -> str:
    return counted(len(source.turns), "lines" if source.kind is Kind.NOTES else "turns")


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
        remarks=index.on_place.get(key, ()),
        marks=_marks(index, key),
    )


def _marks(index: ReviewIndex, key: str) -> tuple[TurnMark, ...]:
    found = (index.bookmarks.get(key), index.spoke.get(key))
    return tuple(one for one in found if one is not None)


def _notes(index: ReviewIndex, lines: Sequence[NoteLine], *, first: bool) -> Iterator[Block]:
    yield _heading("notes", counted(len(lines), "lines"), first=first)
    revised = any(line.revision for line in lines)
    gutter = gutter_of([line.seconds for line in lines], ["revised"] if revised else [])
    for line in lines:
        key = place_of(NOTES, line.number)
        yield TurnBlock(
            key=key,
            text=line.text,
            speaker="revised" if line.revision else "",
            side=Side.REP,
            seconds=line.seconds,
            gutter=gutter,
            answers=index.by_place.get(key, ()),
            remarks=index.on_place.get(key, ()),
            marks=_marks(index, key),
        )


def gutter_of(times: Sequence[float | None], speakers: Sequence[str]) -> Gutter:
    """What the longest time and the longest name of these turns need."""
    clocks = [len(clock_text(seconds)) for seconds in times if seconds is not None]
    longest = max((inert(name).cell_length for name in set(speakers) if name), default=0)
    return Gutter(time=max(clocks) + 1 if clocks else 0, speaker=longest + 1 if longest else 0)
