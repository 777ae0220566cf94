"""Where the conversation stands, and what one turn of it gives."""

from dataclasses import dataclass
from typing import Literal

from assistant.domain.verdict import Outcome
from assistant.plain.acts import Act, NextStep
from assistant.workflows.earlier import Carried
from assistant.workflows.views import CallView

Waiting = Literal[
    "line",
    "right",
    "rest",
    "take_over",
    "next_step",
    "step_day",
    "outcome",
    "reason",
    "move_reason",
]
"""What the next line is for: anything, or the answer to what was just asked:

whether what was heard is right; what becomes of an unfinished line; whether to take the call
over; the next step; the day of it; the verdict to put over; the reason for it; the reason for
a blocked move.
"""


@dataclass(frozen=True)
class State:
    """All that is remembered from line to line.

    ``queue`` are the ids of answers still to be read back, the first one asked about;
    ``chosen`` is the question that the rep turned to, ``said`` the words last said to ask,
    ``passed`` words that are not to be said again, ``listed`` the questions of the last
    numbered list, ``done`` what can be taken back, the latest last, ``rest`` a line that was
    not finished, ``stands`` how verdict and gates stood when that was last told; ``step`` is
    a next step without a day, ``earlier`` what the lead's earlier calls said, ``following``
    whether a transcript is read while it is written.
    """

    waiting: Waiting = "line"
    ended: bool = False
    queue: tuple[str, ...] = ()
    chosen: str = ""
    said: str = ""
    passed: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    done: tuple[Act, ...] = ()
    rest: str = ""
    outcome: Outcome | None = None
    stage: str | None = None
    hinted: bool = False
    stands: tuple[str, ...] = ()
    step: NextStep | None = None
    earlier: tuple[Carried, ...] = ()
    following: bool = False


@dataclass(frozen=True)
class Turn:
    """What is said, what is to be done, and where the conversation stands then."""

    state: State
    says: tuple[str, ...] = ()
    act: Act | None = None


@dataclass(frozen=True)
class Said:
    """A line of the rep's, or what followed a command's word, with the call as it stands."""

    state: State
    view: CallView
    text: str = ""
    number: int | None = None
