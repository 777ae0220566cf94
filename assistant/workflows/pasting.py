"""What a pasted text is, before it is taken into a call."""

from assistant.ingest.lines import split_lines
from assistant.ingest.readers.registry import reader_for

LOOKED_AT = 200
"""So many lines from the top tell what a text is."""
PLAIN = {"notes", "paste"}
"""The readers that take any text: what only they recognise is no transcript."""


def looks_like_transcript(text: str) -> bool:
    """Whether a pasted text is a transcript: several turns in a format that is read."""
    head = "\n".join(text[: LOOKED_AT * 200].splitlines()[:LOOKED_AT])
    if head.count("\n") < 1:
        return False
    return reader_for(split_lines(head), None).id not in PLAIN
