"""How long each kind of content is kept."""

from typing import Annotated

from pydantic import BeforeValidator
from pydantic import Field as Attribute

from assistant.domain.frozen import Frozen
from assistant.settings.blank import none_if_empty

Days = Annotated[Annotated[int, Attribute(ge=1, le=36_500)] | None, BeforeValidator(none_if_empty)]


def _of(days: int, what: str) -> Days:
    """The setting of a kind of content, and a number of days as an example."""
    kept: Days = Attribute(default=None, description=what, examples=[days])
    return kept


class Retention(Frozen):
    """Days by kind of content, counted from the day of the call; None keeps it."""

    transcripts: Days = _of(
        90,
        "Days after its call that a transcript or chat is kept, and the quotes from it; for "
        "ever if not set.",
    )
    notes: Days = _of(365, "Days after its call that notes are kept, and the quotes from them.")
    answers: Days = _of(730, "Days after its call that answers and decisions on them are kept.")
    calls: Days = _of(1095, "Days that a call is kept, with all that belongs to it.")
    backups: Days = _of(30, "Days that a backup is kept.")
