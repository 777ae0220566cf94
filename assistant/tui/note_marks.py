"""What the notes editor shows beside and in its rows: times, signs, marked words. Pure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.answers import Answer, Status
from assistant.domain.calls import NoteLine
from assistant.tui.signs import QUESTION_SIGNS, STATUS_SIGNS, SUPERSEDED, Sign, field_title, hue
from assistant.workflows.note_lines import is_question
from assistant.workflows.views import CallView


class MarkedWords(NamedTuple):
    """Code points ``[start, end)`` of a line that gave an answer, in a hue."""

    start: int
    end: int
    hue: str


class RowMark(NamedTuple):
    """What is known of a row: its time, what became of its answers, their words.

    A question to the assistant has no time: it is no line.
    """

    seconds: float | None
    sign: Sign | None
    words: tuple[MarkedWords, ...]
    titles: tuple[tuple[str, str], ...]


QUESTION_MARK = RowMark(
    None, Sign("?", "bold $primary", "question"), (), (("not a note, Enter asks", "field-other"),)
)


class NoteMarks:
    """The marks of all finished lines, found by a row's text.

    A row is being edited while its line is as it was: rows are matched by their words, and
    of several rows with the same words the first has the first line's mark.
    """

    def __init__(self, view: CallView | None = None) -> None:
        self._by_text: dict[str, list[RowMark]] = {}
        for line, answers in _lines_with_answers(view) if view else ():
            self._by_text.setdefault(line.text, []).append(_mark(line, answers))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NoteMarks) and self._by_text == other._by_text

    __hash__ = object.__hash__

    def of_row(self, rows: Sequence[str], number: int) -> RowMark | None:
        """The mark of a row of the editor; None where it is neither finished nor a question."""
        text = rows[number].strip()
        if is_question(text):
            return QUESTION_MARK
        marks = self._by_text.get(text)
        if not text or not marks:
            return None
        if len(marks) == 1:
            return marks[0]
        before = sum(rows[above].strip() == text for above in range(number))
        return marks[min(before, len(marks) - 1)]


def _lines_with_answers(view: CallView) -> Iterator[tuple[NoteLine, list[Answer]]]:
    by_line: dict[tuple[int, int], list[Answer]] = {}
    for answer in view.answers:
        where = answer.evidence
        if where is not None and where.source == "notes" and _stands(answer):
            by_line.setdefault((where.turn, where.revision), []).append(answer)
    for line in view.lines:
        yield line, by_line.get((line.number, line.revision), [])


def _stands(answer: Answer) -> bool:
    """Whether its line gave it, though a later one may have replaced it."""
    return answer.status is not Status.REJECTED and not answer.stale


def _mark(line: NoteLine, answers: Sequence[Answer]) -> RowMark:
    evidence = [(answer.evidence, hue(answer.key)) for answer in answers]
    titles = dict.fromkeys((field_title(answer.key), hue(answer.key)) for answer in answers)
    return RowMark(
        seconds=line.seconds,
        sign=_sign(answers),
        words=tuple(MarkedWords(one.start, one.end, of) for one, of in evidence if one),
        titles=tuple(titles),
    )


def _sign(answers: Sequence[Answer]) -> Sign | None:
    if not answers:
        return None
    answers = [answer for answer in answers if answer.in_force]
    if not answers:
        return SUPERSEDED
    if any(answer.contradicts and not answer.decided for answer in answers):
        return QUESTION_SIGNS["contradicted"]
    undecided = next((one for one in answers if not one.decided), None)
    return STATUS_SIGNS[(undecided or answers[-1]).status]
