"""Transcripts as JSON of our own: everything that was read, and nothing else.

``{"schema": "assistant.transcript/1", "format": "vtt", "kind": "call", "turns": [...]}``; the
other keys are those of ``Transcript``. What is written is read back the same.
"""

import json
import math

from pydantic import ValidationError

from assistant.domain.errors import BadInput
from assistant.domain.inert import inert_json
from assistant.domain.transcript import Transcript
from assistant.ingest.json_values import at, words_in

SCHEMA = "assistant.transcript/1"
_FAMILY = "assistant.transcript/"


def as_json_text(transcript: Transcript) -> str:
    """The transcript as text, for a file."""
    document = {"schema": SCHEMA, **transcript.model_dump(mode="json")}
    return inert_json(document, indent=1) + "\n"


def is_own(document: object) -> bool:
    """Whether it says that it is a transcript of ours, of whatever version."""
    return words_in(at(document, "schema")).startswith(_FAMILY)


def from_json(document: object, name: str) -> Transcript:
    """The transcript in a document that ``is_own``.

    Raises BadInput: another version, or values that no transcript has.
    """
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise BadInput(f'"schema" is not "{SCHEMA}"; use a newer assistant', file=name)
    facts = {key: value for key, value in document.items() if key != "schema"}
    try:
        transcript = Transcript.model_validate_json(json.dumps(facts))
    except RecursionError:
        raise BadInput("its values lie too deep in each other", file=name) from None
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "a text in it"
        raise BadInput(f"{place}: {first['msg']}", file=name) from None
    _refuse_impossible(transcript, name)
    return transcript


def _refuse_impossible(transcript: Transcript, name: str) -> None:
    for place, turn in enumerate(transcript.turns):
        if turn.index != place:
            raise BadInput('"turns": their indexes have to count from 0', file=name)
        if "\0" in turn.text:
            raise BadInput(f"turns.{place}.text: it holds zero characters", file=name)
        if not all(math.isfinite(time) for time in (turn.start, turn.end) if time is not None):
            raise BadInput(f"turns.{place}: its times are no numbers", file=name)
        if any(time < 0 for time in (turn.start, turn.end) if time is not None):
            raise BadInput(f"turns.{place}: its times are before the call's start", file=name)
