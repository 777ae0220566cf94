"""What a line of the rep's asks to be done; the session does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.domain.calls import Consent
from assistant.domain.verdict import Outcome
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.views import Carried, QuestionState

Mark = Literal["open", "asked", "skipped", "not_applicable"]


@dataclass(frozen=True)
class Note:
    """Keep a line as a note and read it."""

    text: str


@dataclass(frozen=True)
class DropNote:
    """Take the latest note away again."""

    text: str


@dataclass(frozen=True)
class DropRest:
    """Forget the line that was not finished when the call was left."""


@dataclass(frozen=True)
class Confirm:
    """An answer is right."""

    answer: str


@dataclass(frozen=True)
class Reject:
    """An answer is none."""

    answer: str
    reason: str = ""


@dataclass(frozen=True)
class Edit:
    """Put an answer right."""

    answer: str
    change: AnswerEdit


@dataclass(frozen=True)
class Carry:
    """What an earlier call answered still holds, with a change, or holds no more."""

    carried: Carried
    holds: bool = True
    change: AnswerEdit | None = None


@dataclass(frozen=True)
class Give:
    """Answer a question by hand."""

    question: str
    value: str


@dataclass(frozen=True)
class MarkAs:
    """Say what became of a question; ``before`` is what it was, to take it back."""

    question: str
    mark: Mark
    before: QuestionState = "open"


@dataclass(frozen=True)
class TakeBack:
    """Undo the latest decision."""


@dataclass(frozen=True)
class NoteConsent:
    """Record what was said about recording, by whom, and in which words."""

    consent: Consent
    said_by: str = ""
    words: str = ""


@dataclass(frozen=True)
class TakeOver:
    """Take the call from the window that holds it."""


@dataclass(frozen=True)
class TakeIn:
    """Read the file of a transcript into the call."""

    path: Path


@dataclass(frozen=True)
class Look:
    """A question about the call, to be answered from it; never a note."""

    question: str


@dataclass(frozen=True)
class End:
    """End the call."""


@dataclass(frozen=True)
class NextStep:
    """Keep the next step that was agreed; ``answer`` is the one that it puts right."""

    text: str
    answer: str = ""


@dataclass(frozen=True)
class Override:
    """Put the rep's verdict over the assistant's."""

    outcome: Outcome
    reason: str


@dataclass(frozen=True)
class Move:
    """Move the lead to a stage, or on where none is named."""

    to: str | None
    reason: str = ""


@dataclass(frozen=True)
class Summarise:
    """Say the summary, or a mail to the lead; copy it, or write it to a file."""

    way: Literal["say", "copy", "file"]
    path: Path | None = None
    what: Literal["summary", "mail"] = "summary"


@dataclass(frozen=True)
class Leave:
    """Leave the conversation; the call stays as it is."""


Act = (
    Note | DropNote | DropRest | Confirm | Reject | Edit | Carry | Give | MarkAs | TakeBack
    | NoteConsent | TakeOver | TakeIn | Look | End | NextStep | Override | Move | Summarise | Leave
)  # fmt: skip
