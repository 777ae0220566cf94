"""Reads the finished lines of a call's notes, each when it is new or was changed."""

from collections.abc import Callable, Sequence
from uuid import UUID

from assistant.domain.answers import Answer
from assistant.domain.calls import NoteLine
from assistant.domain.engine import Listener
from assistant.domain.fields import Field, Kind, Side
from assistant.domain.transcript import Turn
from assistant.domain.values import Value
from assistant.workflows import deciding
from assistant.workflows.note_lines import follow, of_revision, unread
from assistant.workflows.note_tags import untagged, with_tags
from assistant.workflows.reading_sources import reading_facts
from assistant.workflows.taking_in import tick
from assistant.workflows.viewing import banks_of, call_of
from assistant.workflows.wiring import Workbench

NOTES = "notes"


class NoteReader:
    """Knows the lines that are not read yet. ``keep`` takes the answers of each that is."""

    def __init__(
        self, bench: Workbench, call_id: UUID, keep: Callable[[Sequence[Answer]], None]
    ) -> None:
        self._bench = bench
        self._call_id = call_id
        self._keep = keep
        self._listener: Listener | None = None
        self._unread: dict[int, NoteLine] = {}

    @property
    def unread(self) -> int:
        """How many lines are not read yet."""
        return len(self._unread)

    def begin(self) -> None:
        """Look at the stored lines, which another window may have written."""
        store = self._bench.store
        evidence = [one.evidence for one in store.answers(self._call_id) if one.evidence]
        read = {(one.turn, one.revision) for one in evidence if one.source == NOTES}
        self._unread = unread(store.note_lines(self._call_id), read)
        self._listener = None

    def add(self, lines: Sequence[NoteLine]) -> None:
        """Lines were finished, changed or removed."""
        self._unread |= {line.number: line for line in lines}

    def read(self, at_most: int | None) -> None:
        """Read lines that are not read yet: all, or so many of them."""
        numbers = sorted(self._unread)[:at_most]
        before = self._answers_by_line() if numbers else {}
        for number in numbers:
            self._read_line(self._unread[number], before.get(number, ()))
            del self._unread[number]

    def _answers_by_line(self) -> dict[int, list[Answer]]:
        by_line: dict[int, list[Answer]] = {}
        for answer in self._bench.store.answers(self._call_id):
            if answer.evidence is not None and answer.evidence.source == NOTES:
                by_line.setdefault(answer.evidence.turn, []).append(answer)
        return by_line

    def _read_line(self, line: NoteLine, before: Sequence[Answer]) -> None:
        heard: tuple[Answer, ...] = ()
        if line.position is not None:
            turn = Turn(index=line.number, text=untagged(line.text), side=Side.PROSPECT)
            result = self._listening().hear(turn)
            read = with_tags(line.number, line.text, result.answers, self._value_of)
            heard = tuple(of_revision(answer, line.revision) for answer in read)
            tick(self._bench, self._call_id, result.asked)
        self._keep(follow(before, line, heard))

    def _value_of(self, field: Field, words: str) -> Value | None:
        return deciding.read_value(self._bench, self._call_id, field, words)

    def _listening(self) -> Listener:
        if self._listener is None:
            call = call_of(self._bench, self._call_id)
            facts = reading_facts(
                self._bench.settings,
                banks_of(self._bench, call),
                source=NOTES,
                kind=Kind.NOTES,
                call_date=call.call_date,
                participants=call.participants,
                currency=call.currency,
            )
            self._listener = self._bench.extractor.listen(facts)
        return self._listener
