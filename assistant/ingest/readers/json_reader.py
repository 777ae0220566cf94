"""What a reader of a JSON export has to offer."""

from typing import Protocol

from assistant.ingest.pieces import Reading
from assistant.ingest.readers.reader import Format


class JsonReader(Format, Protocol):
    """Reads the JSON of one tool."""

    def recognises(self, document: object) -> bool:
        """Whether the document is in this format."""
        ...

    def read(self, document: object) -> Reading:
        """Read a document that was recognised.

        Raises BadInput without a file: it is the format, but not one call's words.
        """
        ...
