"""What is said next: the next answer to check, else the next question to ask. Pure."""

from dataclasses import replace

from assistant.plain.answers import answer_with, read_back
from assistant.plain.questions import ask_lines, current
from assistant.plain.state import State, Turn
from assistant.plain.verdicts import change_lines, standing
from assistant.workflows.views import CallView

HINT = "Type y, n, or n and the right words. Any other line is the next note."


def go_on(state: State, view: CallView, says: tuple[str, ...] = ()) -> Turn:
    """Behind ``says``: reads back what is in the queue, or asks what is to be asked next.

    A question that was just said is not said again; what changed about gates and verdict is.
    """
    answers = [answer for one in state.queue if (answer := answer_with(view, one))]
    queue = tuple(answer.id for answer in answers)
    state = replace(state, queue=queue, waiting="right" if queue else "line")
    if queue:
        hint = () if state.hinted else (HINT,)
        said = state.said if state.following else ""
        asks = read_back(view, answers[0], len(queue) - 1, state.earlier)
        return Turn(replace(state, hinted=True, said=said), (*says, *asks, *hint))
    changed = change_lines(state.stands, view)
    offer = current(view, state.chosen, state.passed)
    words = offer.say if offer else "-"
    asks = () if state.ended or words == state.said else ask_lines(view, offer)
    told = replace(state, said=words, stands=standing(view))
    return Turn(told, (*says, *changed, *asks))


def say_again(state: State, view: CallView) -> Turn:
    """What was last asked, once more."""
    return go_on(replace(state, said=""), view)
