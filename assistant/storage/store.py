"""The store: all topics together, on one database."""

from contextlib import AbstractContextManager

from assistant.storage.answers import Answers
from assistant.storage.calls import Calls
from assistant.storage.forgetting import Forgetting
from assistant.storage.leads import Leads
from assistant.storage.leases import Leases
from assistant.storage.marks import TurnMarks
from assistant.storage.notes import Notes
from assistant.storage.privacy import Privacy
from assistant.storage.queue import Queue
from assistant.storage.scorecards import Scorecards
from assistant.storage.searching import Searches
from assistant.storage.sources import Sources
from assistant.storage.summaries import Summaries
from assistant.storage.verdicts import Verdicts


class SqlStore(
    Leads,
    Calls,
    Summaries,
    Sources,
    Notes,
    Answers,
    Verdicts,
    Scorecards,
    Leases,
    TurnMarks,
    Privacy,
    Forgetting,
    Searches,
    Queue,
):
    """The ``Store`` port on SQLite. Each method is one transaction; threads may share it."""

    def together(self) -> AbstractContextManager[None]:
        """All that this thread does inside is kept as a whole, or not at all."""
        return self._database.together()

    def close(self) -> None:
        """Close the file. The store can't be used afterwards."""
        self._database.close()
