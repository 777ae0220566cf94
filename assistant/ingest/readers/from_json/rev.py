"""Rev and Rev AI: monologues of words, punctuation and tags."""

from assistant.domain.fields import Kind
from assistant.ingest.json_values import (
    Record,
    at,
    have,
    key_in,
    mended,
    records,
    seconds_in,
    speaker_in,
    words_in,
)
from assistant.ingest.namesakes import Namesakes
from assistant.ingest.pieces import Piece, Reading, runs


class RevReader:
    """Elements whose values are put together as they stand; tags are kept in brackets."""

    id = "rev"
    title = "Rev and Rev AI JSON"
    kinds = (Kind.CALL, Kind.NOTES)

    def recognises(self, document: object) -> bool:
        return have(records(at(document, "monologues")), "elements")

    def read(self, document: object) -> Reading:
        namesakes = Namesakes()
        people = namesakes.named(records(at(document, "speakers")))
        names = {key_in(person.get("id")): name for person, name in people}
        said = [_piece(one, names) for one in records(at(document, "monologues"))]
        return Reading(runs(said, nameless_follow=False), namesakes.notes)


def _piece(monologue: Record, names: dict[str, str]) -> Piece:
    elements = records(monologue.get("elements"))
    number = monologue.get("speaker")
    starts = [seconds_in(one.get("ts", one.get("timestamp"))) for one in elements]
    ends = [seconds_in(one.get("end_ts", one.get("end_timestamp"))) for one in elements]
    return Piece(
        text=" ".join("".join(map(_written, elements)).split()),
        speaker=names.get(key_in(number)) or speaker_in(number),
        start=next((time for time in starts if time is not None), None),
        end=next((time for time in reversed(ends) if time is not None), None),
    )


def _written(element: Record) -> str:
    value = element.get("value")
    match element.get("type"):
        case "tag":
            return f" [{words_in(element.get('name') or value)}] "
        case "unknown":
            return "[inaudible]"
        case _:
            return mended(value)
