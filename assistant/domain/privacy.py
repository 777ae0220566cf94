"""What is kept where, so that it can be found, told and erased."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from assistant.domain.frozen import Frozen

FileKind = Literal["pack", "corpus", "export", "backup"]
"""What a file is that content of calls was written to; of a corpus it is the folder."""


class KnownFile(Frozen):
    """A file, or a folder of files, that content of calls was written to.

    ``path`` is absolute. ``calls`` is None where any call of the store may be in it.
    """

    path: str
    kind: FileKind
    at: datetime
    calls: tuple[UUID, ...] | None = None

    def may_hold(self, gone: frozenset[UUID]) -> bool:
        """Whether any of these calls may be in it."""
        return self.calls is None or not gone.isdisjoint(self.calls)


class KeptSince(Frozen):
    """From which day on each kind of content is kept; None keeps all of it."""

    transcripts: date | None = None
    notes: date | None = None
    answers: date | None = None
    calls: date | None = None
