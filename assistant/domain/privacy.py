"""What is kept where, so that it can be found, told and erased."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from assistant.domain.answers import PERSON, Answer, Status
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.domain.values import Label

FileKind = Literal["pack", "corpus", "export", "backup"]
"""What a file is that content of calls was written to; of a corpus it is the folder."""


GONE = "\N{HORIZONTAL ELLIPSIS}"
"""Stands where words were that are not kept any more."""

_NAMED = frozenset(
    {Field.COMPETITION, Field.CURRENT_SOLUTION, Field.INDUSTRY, Field.LOCATION, Field.ROLE}
)
"""Fields whose value is a name or a title; the text of others is what was said."""


def without_words(answer: Answer) -> Answer:
    """The answer with what it comes to, and without the words that it was read from.

    Amounts, days, counts, people and names stay, and so does what a person wrote in words of
    their own; an answer that comes to what was said only keeps its field and whether it is a
    yes.
    """
    update: dict[str, object] = {"why": ()}
    if (where := answer.evidence) is not None:
        bare = {"quote": GONE, "end": where.start + len(GONE)}
        update["evidence"] = where.model_copy(update=bare)
    if (value := answer.value) is not None:
        update["value"] = value.model_copy(update={"raw": ""})
    if isinstance(answer.value, Label) and _is_what_was_said(answer, answer.value.text):
        update["value"] = Label(text=GONE)
    return answer.model_copy(update=update)


def _is_what_was_said(answer: Answer, text: str) -> bool:
    if answer.field is None or answer.field in _NAMED:
        return False
    quoted = answer.evidence is not None and text.casefold() in answer.evidence.quote.casefold()
    written = answer.status is Status.EDITED or answer.found_by == PERSON
    return quoted or not written


class KnownFile(Frozen):
    """A file, or a folder of files, that content of calls was written to.

    ``path`` is absolute. ``calls`` is None where any call of the store may be in it.
    """

    path: str
    kind: FileKind
    at: datetime
    calls: tuple[UUID, ...] | None = None

    def may_hold(self, gone: frozenset[UUID]) -> bool:
        """Whether any of these calls may be in it."""
        return self.calls is None or not gone.isdisjoint(self.calls)


class FileFate(Frozen):
    """What becomes of a known file when something that it may hold is forgotten.

    ``why`` says of one that is left what stands in the way.
    """

    path: str
    kind: FileKind
    fate: Literal["erased", "renewed", "left"]
    why: str = ""


class KeptSince(Frozen):
    """From which day on each kind of content is kept; None keeps all of it."""

    transcripts: date | None = None
    notes: date | None = None
    answers: date | None = None
    calls: date | None = None
