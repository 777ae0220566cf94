"""The store: all topics together, on one database."""

from contextlib import AbstractContextManager

from assistant.storage.forgetting import Forgetting
from assistant.storage.leases import Leases
from assistant.storage.queue import Queue
from assistant.storage.records.travelling import Travelling
from assistant.storage.records.writing import Records
from assistant.storage.searching import Searches
from assistant.storage.summaries import Summaries


class SqlStore(Records, Summaries, Leases, Forgetting, Searches, Queue, Travelling):
    """The ``Store`` port on SQLite. Each method is one transaction; threads may share it."""

    def together(self) -> AbstractContextManager[None]:
        """All that this thread does inside is kept as a whole, or not at all."""
        return self._database.together()

    def close(self) -> None:
        """Close the file. The store can't be used afterwards."""
        self._database.close()
