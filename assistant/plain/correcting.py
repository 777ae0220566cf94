"""Reads how an answer is put right: "60k a year", "firm", "goal: less waiting". Pure."""

from assistant.domain.fields import Certainty, Field, Polarity
from assistant.workflows.deciding import AnswerEdit

_CERTAINTIES = {one.value: one for one in Certainty}
_POLARITIES = {one.value: one for one in Polarity}
_FIELDS = {one.value.replace("_", " "): one for one in Field}


def correction_of(text: str) -> AnswerEdit | None:
    """What is to be changed; None where nothing is said.

    Words with commas between them are taken one by one from the front, as long as each is
    ``firm`` or ``hedged``, ``yes``, ``no`` or ``open``, or the name of a field; the rest is
    the value.
    """
    found: dict[str, object] = {}
    rest = text.strip()
    while rest:
        head, mark, tail = _first_part(rest)
        taken = _taken(head)
        if not taken or set(taken) & set(found):
            found["value"] = rest
            break
        found |= taken
        rest = tail.strip() if mark else ""
    return AnswerEdit.model_validate(found) if found else None


def _first_part(text: str) -> tuple[str, str, str]:
    """The words up to the first comma, or up to a colon behind the name of a field."""
    head, colon, tail = text.partition(":")
    if colon and head.strip().casefold() in _FIELDS:
        return head, colon, tail
    return text.partition(",")


def _taken(part: str) -> dict[str, object]:
    said = part.strip().casefold()
    if said in _CERTAINTIES:
        return {"certainty": _CERTAINTIES[said]}
    if said in _POLARITIES:
        return {"polarity": _POLARITIES[said]}
    if said in _FIELDS:
        return {"field": _FIELDS[said]}
    return {}
