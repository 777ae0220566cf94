"""What a pasted text is, before it is taken into a call."""

from assistant.domain.errors import BadInput
from assistant.ingest.json_text import parse_json
from assistant.ingest.lines import split_lines
from assistant.ingest.own_json import is_own
from assistant.ingest.readers.registry import json_reader_for, reader_for

LOOKED_AT = 200
"""So many lines from the top tell what a text is."""
PLAIN = {"notes", "paste"}
"""The readers that take any text: what only they recognise is no transcript."""


def looks_like_transcript(text: str) -> bool:
    """Whether a pasted text is a transcript: several turns in a format that is read."""
    if (document := _json(text)) is not None:
        return is_own(document) or _is_known(document)
    head = "\n".join(text[: LOOKED_AT * 200].splitlines()[:LOOKED_AT])
    if head.count("\n") < 1:
        return False
    return reader_for(split_lines(head), None).id not in PLAIN


def _is_known(document: object) -> bool:
    try:
        return json_reader_for(document) is not None
    except BadInput:  # more than is read: taking it in says so
        return True


def _json(text: str) -> object | None:
    try:
        return parse_json(text, "paste")
    except BadInput:
        return None
