"""Takes the answer to what the assistant just asked: y, n, a correction, a reason. Pure.

Each function gives None for a line that is no such answer: it is a command or a note then.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.domain.verdict import Outcome
from assistant.plain.acts import (
    Confirm,
    DropRest,
    Edit,
    Leave,
    Move,
    NextStep,
    Note,
    Override,
    Reject,
    TakeOver,
)
from assistant.plain.commands import command_of
from assistant.plain.correcting import correction_of
from assistant.plain.going_on import go_on
from assistant.plain.state import Said, Turn, Waiting

YES = frozenset({"y", "yes", "yep", "yeah", "right", "correct", "ok", "okay"})
NO = frozenset({"n", "no", "nope", "wrong"})
_CORRECTED = re.compile(
    r"(?is)(?:(?:n|no|nope|wrong)\s*[,.:;]|n\s|=|edit\s(?!\s*#?\d+\s))\s*(\S.*)"
)
"""A "no" alone before words could begin a note: "no budget before January"."""


def word_of(text: str) -> str:
    """A line as a word to compare: no capitals, no full stop."""
    return text.strip().rstrip(".!").casefold()


def reply(said: Said) -> Turn | None:
    """The turn that answers what was asked; None where the line is something else."""
    answering = _REPLIES.get(said.state.waiting)
    return answering(said) if answering else None


def _right(said: Said) -> Turn | None:
    answer, word = said.state.queue[0], word_of(said.text)
    if word in YES:
        return Turn(said.state, act=Confirm(answer))
    if word in NO:
        return Turn(said.state, act=Reject(answer))
    if not word:
        return go_on(replace(said.state, queue=said.state.queue[1:]), said.view, ("Left open.",))
    corrected = _CORRECTED.fullmatch(said.text.strip())
    change = correction_of(corrected[1]) if corrected else None
    return Turn(said.state, act=Edit(answer, change)) if change else None


def _rest(said: Said) -> Turn | None:
    if word_of(said.text) in YES:
        return Turn(said.state, act=Note(said.state.rest))
    if word_of(said.text) in NO:
        return Turn(said.state, act=DropRest())
    if not said.text.strip():
        return Turn(said.state, says=("Type y to keep it, n to drop it.",))
    if command_of(said.text, "call"):
        return None
    return Turn(said.state, act=Note(f"{said.state.rest}\n{said.text.strip()}"))


def _take_over(said: Said) -> Turn | None:
    if word_of(said.text) in YES:
        return Turn(said.state, act=TakeOver())
    if word_of(said.text) in {*NO, "quit", "exit"}:
        return Turn(said.state, act=Leave())
    return Turn(said.state, says=("Nothing can be kept until then. Take it over? y or n.",))


def _next_step(said: Said) -> Turn | None:
    if word_of(said.text) in {"", "none", *NO}:
        return Turn(replace(said.state, waiting="line"), says=("No next step.", AFTERWARDS))
    if _is_bare(said.text) or _overrides(said.text):
        return None
    return Turn(said.state, act=NextStep(said.text.strip()))


def _step_day(said: Said) -> Turn | None:
    step = said.state.step
    if _is_bare(said.text):
        return None
    if step is None or word_of(said.text) in {"", "none", *NO}:
        asked = replace(said.state, waiting="line", step=None)
        return Turn(asked, says=("It has no day.", AFTERWARDS))
    return Turn(said.state, act=NextStep(f"{step.text}, {said.text.strip()}", step.answer))


def _is_bare(text: str) -> bool:
    """Whether a line is a command's word and nothing else."""
    command = command_of(text, "ended")
    return command is not None and not command.text


def _overrides(text: str) -> bool:
    command = command_of(text, "ended")
    word = command.text.partition(" ")[0] if command else ""
    return command is not None and command.id == "override" and outcome_of(word) is not None


AFTERWARDS = (
    "You can type: summary, mail, save FILE, copy, override, move, undo to go on, help, or quit."
)


def _outcome(said: Said) -> Turn | None:
    outcome = outcome_of(said.text)
    if outcome is None:
        return Turn(replace(said.state, waiting="line"), says=("The verdict stays as it is.",))
    asked = replace(said.state, waiting="reason", outcome=outcome)
    return Turn(asked, says=("Why? It is kept with the verdict.",))


def outcome_of(text: str) -> Outcome | None:
    """The verdict that a word names, or the beginning of it."""
    word = word_of(text)
    found = [one for one in Outcome if word and one.value.startswith(word)]
    return found[0] if len(found) == 1 else None


def _reason(said: Said) -> Turn | None:
    if _is_bare(said.text):
        return None
    if not said.text.strip() or said.state.outcome is None:
        return Turn(replace(said.state, waiting="line"), says=("The verdict stays as it is.",))
    return Turn(said.state, act=Override(said.state.outcome, said.text.strip()))


def _move_reason(said: Said) -> Turn | None:
    if _is_bare(said.text):
        return None
    if not said.text.strip():
        return Turn(replace(said.state, waiting="line"), says=("The lead stays where it is.",))
    return Turn(said.state, act=Move(said.state.stage, said.text.strip()))


_REPLIES: dict[Waiting, Callable[[Said], Turn | None]] = {
    "right": _right,
    "rest": _rest,
    "take_over": _take_over,
    "next_step": _next_step,
    "step_day": _step_day,
    "outcome": _outcome,
    "reason": _reason,
    "move_reason": _move_reason,
}
