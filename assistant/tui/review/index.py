"""Finds what belongs together in a call's review: words, answers, remarks. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.domain.answers import Answer, Decision, Evidence
from assistant.domain.calls import ReviewEntry, standing
from assistant.domain.fields import Kind
from assistant.domain.marks import TurnMark, in_force
from assistant.tui.heard import words_of
from assistant.tui.signs import field_title
from assistant.workflows.naming_late import TRANSCRIPT
from assistant.workflows.views import ReviewView

NOTES = "notes"


def place_of(source: str, turn: int) -> str:
    """The key of a turn, or of a note line by its number."""
    return f"{source}:{turn}"


@dataclass(frozen=True)
class ReviewIndex:
    """A review, with what was said of each answer and each turn.

    ``order`` has the ids of the answers whose words are there, in the order of the words;
    ``said`` the words of every turn and note line, by its key. ``bookmarks`` and ``spoke``
    (who really did) are the marks in force by the turn's key.
    """

    view: ReviewView
    answers: dict[str, Answer]
    by_place: dict[str, tuple[Answer, ...]]
    decisions: dict[str, Decision]
    on_answer: dict[str, tuple[ReviewEntry, ...]]
    on_place: dict[str, tuple[ReviewEntry, ...]]
    order: tuple[str, ...]
    said: dict[str, str]
    bookmarks: dict[str, TurnMark]
    spoke: dict[str, TurnMark]

    def place(self, answer_id: str) -> str:
        """The key of the turn that has an answer's words; "" where no words are shown."""
        answer = self.answers.get(answer_id)
        where = answer.evidence if answer else None
        key = place_of(where.source, where.turn) if where else ""
        return key if any(one.id == answer_id for one in self.by_place.get(key, ())) else ""

    def of_notes(self, source: str) -> bool:
        """Whether nobody speaks in a source: notes of the call, or a file of notes."""
        kinds = {one.name: one.kind for one in self.view.call.sources}
        return source == NOTES or kinds.get(source) is Kind.NOTES

    def about(self, entry: ReviewEntry) -> str:
        """What a remark is about, in words; "" for the whole call."""
        if entry.answer_id is not None:
            answer = self.answers.get(entry.answer_id)
            gone = "an answer that is not there any more"
            return f"{field_title(answer.key)}: {words_of(answer)}" if answer else gone
        if entry.source is not None and entry.turn is not None:
            return self.said.get(place_of(entry.source, entry.turn), "words that are gone")
        return ""

    def place_about(self, entry: ReviewEntry) -> str:
        """The key of the turn that a remark is about; "" where it is about none."""
        if entry.answer_id is not None:
            return self.place(entry.answer_id)
        if entry.source is not None and entry.turn is not None:
            return place_of(entry.source, entry.turn)
        return ""


def index_of(view: ReviewView) -> ReviewIndex:
    """The index of a review."""
    revisions = {line.number: line.revision for line in view.call.lines}
    said = dict(_said(view))
    by_place: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in view.call.answers:
        where = answer.evidence
        key = place_of(where.source, where.turn) if where else ""
        # A text that is kept no longer has no place to show.
        if where is not None and key in said and _there(where, answer, revisions):
            by_place[key].append(answer)
    remarks = standing(view.reviews)
    places = {key: tuple(sorted(some, key=_start)) for key, some in by_place.items()}
    return ReviewIndex(
        view=view,
        answers={answer.id: answer for answer in view.call.answers},
        by_place=places,
        decisions={decision.answer_id: decision for decision in view.decisions},
        on_answer=_grouped((one.answer_id or "", one) for one in remarks),
        on_place=_grouped(
            (place_of(one.source, one.turn), one)
            for one in remarks
            if one.source is not None and one.turn is not None
        ),
        order=tuple(answer.id for key in said for answer in places.get(key, ())),
        said=said,
        bookmarks=_marked(view, "bookmark"),
        # What the transcript itself told late is no correction.
        spoke={
            place: mark for place, mark in _marked(view, "speaker").items() if mark.by != TRANSCRIPT
        },
    )


def _marked(view: ReviewView, kind: Literal["bookmark", "speaker"]) -> dict[str, TurnMark]:
    return {place_of(*place): mark for place, mark in in_force(view.marks, kind).items()}


def _there(where: Evidence, answer: Answer, revisions: dict[int, int]) -> bool:
    """Whether the words still stand where the answer says."""
    if answer.stale:
        return False
    return where.source != NOTES or revisions.get(where.turn) == where.revision


def _start(answer: Answer) -> tuple[int, int, str]:
    where = answer.evidence
    return (where.start, where.end, answer.id) if where else (0, 0, answer.id)


def _said(view: ReviewView) -> Iterator[tuple[str, str]]:
    for source in view.call.sources:
        for turn in source.turns:
            speaker = f"{turn.speaker}: " if turn.speaker else ""
            yield place_of(source.name, turn.index), speaker + turn.text
    for line in view.call.lines:
        yield place_of(NOTES, line.number), line.text


def _grouped(
    pairs: Iterable[tuple[str, ReviewEntry]],
) -> dict[str, tuple[ReviewEntry, ...]]:
    groups: defaultdict[str, list[ReviewEntry]] = defaultdict(list)
    for key, entry in pairs:
        groups[key].append(entry)
    return {key: tuple(some) for key, some in groups.items()}


def answer_key(group: str, answer_id: str) -> str:
    """The key of a block of a page that is about an answer."""
    return f"{group}/{answer_id}"


def answer_in(key: str) -> str:
    """The id of the answer that a block of a page is about; "" where it is about none."""
    return key.rpartition("/")[2] if "/" in key else ""


def place_key(place: str, which: str) -> str:
    """The key of a block of a page that is about a turn; ``which`` tells such blocks apart."""
    return f"{place}#{which}"


def place_in(key: str) -> str:
    """The key of the turn that a block of a page is about; "" where it is about none."""
    return key.partition("#")[0] if "#" in key else ""


def remark_key(index: ReviewIndex, entry: ReviewEntry) -> str:
    """The key of a remark's block: it names what the remark is about."""
    if entry.answer_id is not None:
        return answer_key(str(entry.id), entry.answer_id)
    place = index.place_about(entry)
    return place_key(place, str(entry.id)) if place else str(entry.id)


def first_with(keys: Sequence[str], answer_id: str) -> str:
    """The first block of a page that is about an answer; "" where none is."""
    return next((key for key in keys if answer_in(key) == answer_id), "")
