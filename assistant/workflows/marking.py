"""What a person adds to what was said: words as an answer, a bookmark, who really spoke."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal
from uuid import UUID, uuid4

from assistant.domain.answers import Answer, Evidence, Status, answer_id
from assistant.domain.calls import Call, NoteLine
from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.fields import Certainty, Field, Polarity, Side
from assistant.domain.marks import TurnMark, in_force
from assistant.domain.people import Who
from assistant.domain.transcript import Turn
from assistant.packs.acts import later_than
from assistant.workflows import deciding
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.note_lines import present
from assistant.workflows.note_tags import polarity_of
from assistant.workflows.viewing import call_of, sources_of
from assistant.workflows.wiring import Workbench

NOTES = "notes"


def words_at(bench: Workbench, call_id: UUID, source: str, turn: int, *span: int) -> Evidence:
    """Words of a turn, or of a note line by its number: code points ``[start, end)``.

    Raises ``NotFound`` for a turn that is not there, ``WrongUsage`` for words that are not.
    """
    text, known = _turn(bench, call_id, source, turn)
    start, end = span or (0, len(text))
    if not 0 <= start < end <= len(text):
        raise WrongUsage(f"The turn has {len(text)} characters: {start} to {end} are no words.")
    return _evidence(source, turn, start, text[start:end], known)


def find_words(
    bench: Workbench, call_id: UUID, words: str, *, source: str = "", turn: int | None = None
) -> Evidence:
    """The place where these words stand, exactly so. Raises ``NotFound``.

    Raises ``WrongUsage`` where they stand in more than one place; ``source`` and ``turn``
    tell which.
    """
    if not words.strip():
        raise WrongUsage("Give the words as they were said.")
    call = call_of(bench, call_id)
    said: list[tuple[str, int, str, Turn | NoteLine]] = [
        (one.name, part.index, part.text, part)
        for one in sources_of(bench, call)
        for part in one.turns
    ]
    said += [
        (NOTES, line.number, line.text, line) for line in present(bench.store.note_lines(call_id))
    ]
    found = [
        _evidence(name, index, start, words, part)
        for name, index, text, part in said
        if source in {"", name} and turn in {None, index}
        for start in _starts(text, words)
    ]
    if not found:
        raise NotFound(f"Nobody said {words!r} there: give the words exactly as they stand.")
    if len(found) > 1:
        places = ", ".join(dict.fromkeys(f"{one.source}:{one.turn}" for one in found))
        raise WrongUsage(f"{words!r} was said more than once ({places}): give more words, or --at.")
    return found[0]


def _starts(text: str, words: str) -> list[int]:
    starts, at = [], text.find(words)
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    return starts


def _turn(bench: Workbench, call_id: UUID, source: str, turn: int) -> tuple[str, Turn | NoteLine]:
    call = call_of(bench, call_id)
    if source == NOTES:
        line = next((one for one in present(bench.store.note_lines(call_id))
                     if one.number == turn), None)  # fmt: skip
        if line is not None:
            return line.text, line
    for one in sources_of(bench, call):
        if one.name == source and 0 <= turn < len(one.turns):
            return one.turns[turn].text, one.turns[turn]
    raise NotFound(f"The call has no turn {source}:{turn}.")


def _evidence(source: str, turn: int, start: int, quote: str, known: Turn | NoteLine) -> Evidence:
    return Evidence(
        source=source,
        turn=turn,
        start=start,
        end=start + len(quote),
        quote=quote,
        speaker=known.speaker if isinstance(known, Turn) else None,
        side=known.side if isinstance(known, Turn) else Side.PROSPECT,
        revision=known.revision if isinstance(known, NoteLine) else 0,
    )


def mark_words(
    bench: Workbench,
    call_id: UUID,
    words: Evidence,
    field: Field,
    *,
    value: str | None = None,
    polarity: Polarity | None = None,
    certainty: Certainty | None = None,
) -> Answer:
    """Say that words answer a field. Where they do already, that answer is put right.

    What is not told is taken from an answer that was found in the same words, else read
    from them.
    """
    known = bench.store.answers(call_id)
    same_id = answer_id(words.source, words.turn, words.start, words.end, field)
    if any(one.id == same_id for one in known):
        change = AnswerEdit(polarity=polarity, certainty=certainty, value=value)
        if change == AnswerEdit():
            return deciding.confirm(bench, call_id, same_id)
        return deciding.edit(bench, call_id, same_id, change)
    there = next((one for one in known if _meets(one, words)), None)
    return deciding.add(
        bench,
        call_id,
        field=field,
        value=words.quote if value is None else value,
        polarity=polarity or (there.polarity if there else polarity_of(words.quote)),
        certainty=certainty or (there.certainty if there else Certainty.FIRM),
        evidence=words,
    )


def _meets(answer: Answer, words: Evidence) -> bool:
    where = answer.evidence
    return (
        where is not None
        and answer.status is not Status.REJECTED
        and (where.source, where.turn) == (words.source, words.turn)
        and where.start < words.end
        and words.start < where.end
    )


def bookmark(
    bench: Workbench, call_id: UUID, source: str, turn: int, label: str | None = ""
) -> TurnMark:
    """Put a bookmark at a turn; None takes it away. All of it is kept."""
    _turn(bench, call_id, source, turn)
    text = None if label is None else " ".join(label.split())
    return put_marks(bench, call_id, "bookmark", [((source, turn), text, None)])[0]


def name_speaker(
    bench: Workbench,
    call_id: UUID,
    source: str,
    turn: int,
    name: str | None,
    side: Side | None,
    *,
    everywhere: bool = False,
) -> tuple[TurnMark, ...]:
    """Say who spoke a turn; None: whoever was transcribed. The turn itself stays as it is.

    ``side`` is where the speaker stands, None for a participant's own. ``everywhere`` says it
    of all turns that the same speaker has now, in one act. What the words answer may hang on
    it: ``reading_again.read_again`` finds out.
    """
    if source == NOTES:
        raise WrongUsage("Notes have no speaker: they are the rep's.")
    _, spoken_by = _turn(bench, call_id, source, turn)
    spoken = None if name is None else " ".join(name.split())
    if spoken == "":
        raise WrongUsage("Say who spoke.")
    call = call_of(bench, call_id)
    known = {one.name: one.side for one in call.participants}
    stands = (side or known.get(spoken or "")) if spoken else None
    speaker = spoken_by.speaker if isinstance(spoken_by, Turn) else None
    turns = turns_of(bench, call, source, speaker) if everywhere else (turn,)
    if spoken is None and everywhere:
        corrected = in_force(bench.store.turn_marks(call_id), "speaker")
        turns = tuple(one for one in turns if (source, one) in corrected) or (turn,)
    return put_marks(bench, call_id, "speaker", [((source, one), spoken, stands) for one in turns])


def turns_of(bench: Workbench, call: Call, source: str, speaker: str | None) -> tuple[int, ...]:
    """The turns of a source that a speaker has, as it is known now."""
    there = (one for one in sources_of(bench, call) if one.name == source)
    return tuple(turn.index for one in there for turn in one.turns if turn.speaker == speaker)


def undo_mark(bench: Workbench, mark: TurnMark) -> TurnMark:
    """Put back what a mark replaced, and those that were made in one act with it.

    Taking back is an act too: nothing is deleted. Returns the first of the marks that do it.
    """
    marks = bench.store.turn_marks(mark.call_id)
    act = [one for one in marks if _made_with(mark, one)]
    earlier = marks[: [one.id for one in marks].index(act[0].id)]
    before = in_force(earlier, mark.kind)
    undone = [(one.place, *_said(before.get(one.place))) for one in act]
    return put_marks(bench, mark.call_id, mark.kind, undone, takes_back=[one.id for one in act])[0]


def _made_with(mark: TurnMark, other: TurnMark) -> bool:
    """Acts have times of their own: what one act did has the same."""
    return (mark.at, mark.by.id, mark.kind, mark.takes_back is None) == (
        other.at, other.by.id, other.kind, other.takes_back is None)  # fmt: skip


def _said(mark: TurnMark | None) -> tuple[str | None, Side | None]:
    return (mark.text, mark.side) if mark else (None, None)


def put_marks(
    bench: Workbench,
    call_id: UUID,
    kind: Literal["bookmark", "speaker"],
    marked: Sequence[tuple[tuple[str, int], str | None, Side | None]],
    *,
    takes_back: Sequence[UUID] = (),
    by: Who | None = None,
) -> tuple[TurnMark, ...]:
    """Keep marks of turns as one act, later than those that are known; mine, or of ``by``."""
    with bench.store.together():
        known = (one.at for one in bench.store.turn_marks(call_id))
        at = later_than(max(known, default=None), bench.clock())
        marks = tuple(
            TurnMark(
                id=uuid4(),
                call_id=call_id,
                source=source,
                turn=turn,
                kind=kind,
                text=text,
                side=side,
                by=by or bench.who,
                at=at,
                takes_back=back,
            )
            for ((source, turn), text, side), back in zip_longest(marked, takes_back)
        )
        for mark in marks:
            bench.store.add_turn_mark(mark)
    return marks
