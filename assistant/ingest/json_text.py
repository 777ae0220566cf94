"""Texts that are JSON, with bounds on what they make of the memory."""

import json
import re

from assistant.domain.errors import BadInput

MOST_BYTES = 50 * 1024 * 1024
MOST_VALUES = 2_000_000
"""Lists, objects and commas: 50 MB of the smallest values would fill more than 500 MB."""

_START = re.compile(r"\s*[{\[]")
_CLEARLY = re.compile(r'\s*(?:\{\s*"|\[\s*\{)')
_FIRST_BYTES = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*[{\[]")


def may_be_json(data: bytes) -> bool:
    """Whether the first sign is one that opens a JSON document."""
    return _FIRST_BYTES.match(data) is not None


def parse_json(text: str, name: str) -> object | None:
    """The document; None where the text is not JSON.

    Raises BadInput: damaged JSON, or more than can be held.
    """
    if _START.match(text) is None:
        return None
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        if _CLEARLY.match(text) is None:
            return None
        raise BadInput(f"it holds more than {MOST_VALUES:,} values; split it", file=name)
    try:
        return _document(text)
    except json.JSONDecodeError as error:
        if _CLEARLY.match(text) is None:
            return None
        message = f"this is JSON that is damaged or cut off here: {error.msg}; export it again"
        raise BadInput(message, file=name, line=error.lineno) from None
    except RecursionError:
        if _CLEARLY.match(text) is None:
            return None
        message = "this is JSON whose lists and objects lie too deep in each other"
        raise BadInput(message, file=name) from None
    except ValueError:
        message = "this is JSON with a number of thousands of digits; export it again"
        raise BadInput(message, file=name) from None


def _document(text: str) -> object:
    document: object = json.loads(text)
    return document
