"""Turns the notes editor's text into numbered lines and their revisions. Pure."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from difflib import SequenceMatcher

from assistant.domain.answers import Answer, Evidence, answer_id
from assistant.domain.calls import NoteLine

SAME_LINE = 0.5
"""Two texts at the same place that are less alike than this are two lines, not one revised."""

Pairing = tuple[NoteLine | None, str | None]


QUESTION = "?"
"""A row that begins so is a question to the assistant, never a note."""


def is_question(row: str) -> bool:
    """Whether a row of the notes is a question to the assistant."""
    return row.lstrip().startswith(QUESTION)


def without_questions(text: str) -> str:
    """The notes editor's text as it may be kept."""
    return "".join(row for row in text.splitlines(keepends=True) if not is_question(row))


def present(lines: Sequence[NoteLine]) -> tuple[NoteLine, ...]:
    """The lines that are still there, from the top."""
    there = [line for line in lines if line.position is not None]
    return tuple(sorted(there, key=lambda line: line.position or 0.0))


def unread(lines: Sequence[NoteLine], read: Collection[tuple[int, int]]) -> dict[int, NoteLine]:
    """The lines that are there, by number, whose number and revision are not among ``read``."""
    there = present(lines)
    return {line.number: line for line in there if (line.number, line.revision) not in read}


def revise(
    lines: Sequence[NoteLine],
    text: str,
    *,
    seconds: float,
    now: datetime,
    editing: int | None = None,
) -> tuple[NoteLine, ...]:
    """The revisions that bring ``lines`` to ``text``: added, changed and removed lines.

    ``editing`` is the 0-based row of ``text`` that is still being typed: it is left as it
    was. Blank rows are no lines, nor are questions to the assistant.
    """
    rows = [(number, row.strip()) for number, row in enumerate(text.splitlines())]
    rows = [(number, row) for number, row in rows if row and not is_question(row)]
    active = next((at for at, (number, _) in enumerate(rows) if number == editing), None)
    old = present(lines)
    changes: list[NoteLine] = []
    number = max((line.number for line in lines), default=-1) + 1
    above: float | None = None
    pairs = list(_pair(old, [row for _, row in rows]))
    row_at = -1
    for at, (line, row) in enumerate(pairs):
        row_at += row is not None
        being_typed = row is not None and row_at == active
        if line is None and row is not None and not being_typed:
            position = _between(above, _next_position(pairs[at + 1 :]))
            changes.append(
                NoteLine(
                    number=number, revision=0, position=position, text=row, seconds=seconds, at=now
                )
            )
            number, above = number + 1, position
        elif line is not None:
            above = line.position
            changes += _change(line, row, now) if not being_typed else ()
    return tuple(changes)


def _change(line: NoteLine, row: str | None, now: datetime) -> tuple[NoteLine, ...]:
    if row == line.text:
        return ()
    new = {"revision": line.revision + 1, "at": now}
    new |= {"position": None} if row is None else {"text": row}
    return (line.model_copy(update=new),)


def _pair(old: Sequence[NoteLine], rows: Sequence[str]) -> Iterator[Pairing]:
    """Old lines beside new rows, from the top; None where the other side has nothing."""
    matcher = SequenceMatcher(None, [line.text for line in old], rows, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[a:b], rows[c:d], strict=True)
        else:
            yield from _pair_changed(list(old[a:b]), list(rows[c:d]))


def _pair_changed(old: list[NoteLine], rows: list[str]) -> Iterator[Pairing]:
    while old and rows:
        alike = [SequenceMatcher(None, old[0].text, row, autojunk=False).ratio() for row in rows]
        best = max(range(len(rows)), key=alike.__getitem__)
        if alike[best] < SAME_LINE:
            yield old.pop(0), None
            continue
        for row in rows[:best]:
            yield None, row
        yield old.pop(0), rows[best]
        del rows[: best + 1]
    for line in old:
        yield line, None
    for row in rows:
        yield None, row


def _next_position(pairs: Sequence[Pairing]) -> float | None:
    return next(
        (line.position for line, row in pairs if line is not None and row is not None), None
    )


def _between(above: float | None, below: float | None) -> float:
    if below is None:
        return 0.0 if above is None else above + 1.0
    return below - 1.0 if above is None else (above + below) / 2


def follow(answers: Sequence[Answer], line: NoteLine, read: Sequence[Answer]) -> list[Answer]:
    """What becomes of a line's answers once it was revised and read again.

    An answer whose quote is still in the line moves with it; else it is stale. A new
    reading of the same words for the same key is the old answer, with what was read now
    where no person has decided.
    """
    fresh = {answer.id: answer for answer in read}
    kept: list[Answer] = []
    for answer in answers:
        if answer.evidence is None:
            continue
        moved = _moved(answer, answer.evidence, line)
        twin = next((new for new in fresh.values() if _same_words(moved, new)), None)
        if twin is not None:
            del fresh[twin.id]
            if not answer.decided:
                moved = twin.model_copy(update={"id": answer.id, "at": answer.at})
        kept.append(moved)
    taken = {answer.id for answer in answers}
    return kept + [_with_own_id(new, line) if new.id in taken else new for new in fresh.values()]


def _with_own_id(new: Answer, line: NoteLine) -> Answer:
    """Another id, where the words that a decided answer stood on were written over."""
    if new.evidence is None:
        return new
    where = new.evidence
    source = f"{where.source}@{line.revision}"
    return new.model_copy(
        update={"id": answer_id(source, where.turn, where.start, where.end, new.key)}
    )


def _moved(answer: Answer, evidence: Evidence, line: NoteLine) -> Answer:
    start = line.text.find(evidence.quote) if line.position is not None else -1
    if start < 0:
        return answer.model_copy(update={"stale": True})
    place = {"start": start, "end": start + len(evidence.quote), "revision": line.revision}
    return answer.model_copy(update={"stale": False, "evidence": evidence.model_copy(update=place)})


def _same_words(old: Answer, new: Answer) -> bool:
    if old.evidence is None or new.evidence is None or old.key != new.key:
        return False
    if old.stale:
        return old.id == new.id and not old.decided
    return old.evidence.start < new.evidence.end and new.evidence.start < old.evidence.end


def of_revision(answer: Answer, revision: int) -> Answer:
    """An answer found in a line, as one of the line's revision."""
    if answer.evidence is None:
        return answer
    evidence = answer.evidence.model_copy(update={"revision": revision})
    return answer.model_copy(update={"evidence": evidence})
