"""The columns of the list of calls, and what is said of one of them. Pure."""

from collections.abc import Callable
from datetime import datetime

from textual.content import Content

from assistant.domain.calls import CallSummary
from assistant.domain.verdict import Outcome
from assistant.domain.wording import review_text
from assistant.tui.columns import Column, Sorting
from assistant.tui.drawing import inert, words
from assistant.tui.modals.consent import CONSENTS
from assistant.tui.signs import OUTCOME_STYLES
from assistant.tui.widgets.listing import Shape

OPEN, SENT_BACK, ENDED = "OPEN", "SENT BACK", "ENDED"
OVERRULED = "≠"
"""The sign of a verdict of a person's that is not the system's."""
REVIEWED = {
    "agreed": ("✓ agreed", "$success"),
    "reversed": ("↺ reversed", "$warning"),
    "returned": ("← sent back", "bold $warning"),
    "answered": ("→ answered", "$accent"),
}
Local = Callable[[datetime], datetime]


def is_open(row: CallSummary) -> bool:
    """Whether the call goes on: it can be resumed."""
    return row.call.ended_at is None


def _section(row: CallSummary) -> str:
    """What somebody has to do something about comes first."""
    if is_open(row):
        return OPEN
    return SENT_BACK if row.reviewed == "returned" else ENDED


def overruled(row: CallSummary) -> bool:
    """Whether a person's verdict says something else than the system's."""
    return bool(row.outcome and row.system_outcome) and row.outcome != row.system_outcome


def _who(row: CallSummary) -> Content:
    return inert(row.lead_name, "bold") if row.lead_name else inert(row.call.title, "italic")


def _verdict(row: CallSummary) -> Content:
    if is_open(row):
        return inert("● resume", "$accent")
    if not row.outcome:
        return inert("none yet", "$quiet")
    sign = f" {OVERRULED}" if overruled(row) else ""
    return words((row.outcome, OUTCOME_STYLES[Outcome(row.outcome)]), (sign, "$warning"))


def _score(row: CallSummary) -> Content:
    return inert("" if row.score is None else str(row.score))


def _review(row: CallSummary) -> Content:
    return inert(*REVIEWED[row.reviewed]) if row.reviewed else Content("")


def _text(row: CallSummary) -> str:
    call = row.call
    state = "open resume" if is_open(row) else "ended"
    return " ".join(
        [
            f"{call.call_date:%d %b %y} {call.call_date.isoformat()}",
            *(row.lead_name or "unassigned", row.account_name, call.title, call.rep.name),
            *(row.stage, state, row.outcome, review_text(row.reviewed), *call.banks),
        ]
    )


def _own_title(row: CallSummary) -> str:
    """A call's title, where it does not stand beside it already: as its lead's name, or alone."""
    return row.call.title if row.lead_name not in {"", row.call.title} else ""


COLUMNS: tuple[Column[CallSummary], ...] = (
    Column(
        "Date",
        9,
        lambda row: inert(f"{row.call.call_date:%d %b %y}", "$quiet"),
        lambda row: (row.call.call_date, row.call.started_at),
        downward=True,
    ),
    Column("Lead", 14, _who, lambda row: (row.lead_name or row.call.title).casefold(), most=30),
    Column(
        "Account",
        12,
        lambda row: inert(row.account_name),
        lambda row: row.account_name.casefold(),
        rank=1,
        most=28,
    ),
    Column(
        "Title",
        14,
        lambda row: inert(_own_title(row), "$quiet"),
        lambda row: _own_title(row).casefold(),
        rank=5,
        most=36,
    ),
    Column(
        "Rep",
        10,
        lambda row: inert(row.call.rep.name, "$quiet"),
        lambda row: row.call.rep.name.casefold(),
        rank=4,
        most=20,
    ),
    Column("Verdict", 14, _verdict, lambda row: row.outcome),
    Column(
        "Assistant",
        12,
        lambda row: inert(row.system_outcome, "$quiet"),
        lambda row: row.system_outcome,
        rank=6,
    ),
    Column(
        "Score",
        6,
        _score,
        lambda row: -1 if row.score is None else row.score,
        rank=1,
        right=True,
        downward=True,
    ),
    Column(
        "Unconf.",
        8,
        lambda row: inert(str(row.unconfirmed) if row.unconfirmed else "", "$warning"),
        lambda row: row.unconfirmed,
        rank=3,
        right=True,
        downward=True,
    ),
    Column("Review", 11, _review, lambda row: row.reviewed, rank=2),
)

CALLS_SHAPE = Shape(
    columns=COLUMNS,
    key=lambda row: str(row.call.id),
    text=_text,
    section=_section,
    sections=(OPEN, SENT_BACK, ENDED),
    sorting=Sorting("Date"),
)


def call_facts(row: CallSummary, local: Local) -> list[Content]:
    """What is said of the chosen call, in two lines."""
    call = row.call
    who = ", ".join(one for one in (row.lead_name or "no lead", row.account_name) if one)
    title = _own_title(row) if row.lead_name else call.title
    first = [
        *([inert(title, "bold"), inert(who)] if title else [inert(who, "bold")]),
        inert(f"rep {call.rep.name}"),
    ]
    if row.stage:
        first.append(inert(row.stage, "$quiet"))
    first.append(inert(" + ".join(call.banks), "$quiet"))
    consent, _ = CONSENTS[call.consent]
    second = [
        _when(row, local),
        *_verdicts(row),
        unconfirmed_of(row.unconfirmed, row.answers),
        inert(f"consent {consent}", "$quiet"),
    ]
    return [_joined(first), _joined(second)]


def unconfirmed_of(unconfirmed: int, answers: int) -> Content:
    """How many of a call's answers nobody has decided on."""
    return inert(f"{unconfirmed} of {answers} unconfirmed" if answers else "no answers", "$quiet")


def _when(row: CallSummary, local: Local) -> Content:
    call = row.call
    if call.ended_at is None:
        return words(("open", "$accent"), f" since {local(call.started_at):%d %b %H:%M}")
    return inert(f"ended {local(call.ended_at):%d %b %H:%M}")


def _verdicts(row: CallSummary) -> list[Content]:
    if not row.outcome:
        return []
    verdict = words((row.outcome, OUTCOME_STYLES[Outcome(row.outcome)]))
    if overruled(row):
        verdict = words(verdict, (f" {OVERRULED} assistant {row.system_outcome}", "$warning"))
    return [verdict, *([_review(row)] if row.reviewed else [])]


def _joined(parts: list[Content]) -> Content:
    return inert(" · ", "$faint").join(parts)
