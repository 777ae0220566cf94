"""The store: all topics together, on one database."""

from assistant.storage.answers import Answers
from assistant.storage.calls import Calls
from assistant.storage.forgetting import Forgetting
from assistant.storage.leads import Leads
from assistant.storage.leases import Leases
from assistant.storage.notes import Notes
from assistant.storage.sources import Sources
from assistant.storage.summaries import Summaries
from assistant.storage.verdicts import Verdicts


class SqlStore(Leads, Calls, Summaries, Sources, Notes, Answers, Verdicts, Leases, Forgetting):
    """The ``Store`` port on SQLite. Each method is one transaction; threads may share it."""

    def close(self) -> None:
        """Close the file. The store can't be used afterwards."""
        self._database.close()
