"""The notes as they stand while they are typed."""

from threading import Lock
from uuid import UUID

from assistant.domain.errors import ReadOnlyCall
from assistant.workflows.holding import Hold
from assistant.workflows.note_lines import without_questions
from assistant.workflows.wiring import Workbench


class Drafts:
    """Stores the notes of an open call. Any thread may do it, whatever others do to the call.

    So what is typed waits for no reading. Where two threads store, the later text stays.
    """

    def __init__(self, bench: Workbench, call_id: UUID, hold: Hold) -> None:
        self._bench = bench
        self._call_id = call_id
        self._hold = hold
        self._one = Lock()
        self._number = 0

    def save(self, text: str, number: int | None = None) -> None:
        """Keep the editor's text as it stands, without its questions to the assistant.

        ``number`` tells which of two texts is the later one, that with the higher number: an
        older one changes nothing. Without a number it is the latest. Raises ``ReadOnlyCall``
        where another window has the call.
        """
        with self._one:
            if number is not None and number <= self._number:
                return
            with self._bench.store.together():
                if not self._hold.stands():
                    raise ReadOnlyCall(self._hold.refusal)
                self._bench.store.save_draft(self._call_id, without_questions(text))
            self._number = self._number if number is None else number
