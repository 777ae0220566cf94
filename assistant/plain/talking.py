"""The conversation: a line of the rep's and the call as it stands give what is said and done.

Pure. What a line asks for is an act: the session does it, and ``following`` says what came of
it.
"""

import re

from assistant.plain import questions
from assistant.plain.acts import Give, Look
from assistant.plain.commands import Command, command_of
from assistant.plain.doing import DO, typed
from assistant.plain.replying import NO, YES, reply, word_of
from assistant.plain.state import Said, State, Turn
from assistant.workflows.views import CallView

FOR_THE_CALL = "That is for during the call; “undo” goes on with it."
FOR_THE_END = "That comes after “end”."
_N = re.compile(r"n[\s,.:;]", re.IGNORECASE)
ENDED = "The call has ended, so I did not keep that. “undo” goes on with it; “help” lists the rest."


def hear(state: State, line: str, view: CallView) -> Turn:
    """What a line of the rep's comes to."""
    turn = reply(Said(state, view, line))
    if turn is None:
        turn = _direct(state, line.strip(), view)
    if turn is None:
        command = command_of(line, "ended" if state.ended else "call")
        if command is not None:
            turn = DO[command.id](Said(state, view, command.text, command.number))
    other = command_of(line, "call" if state.ended else "ended")
    if turn is None and other is not None and other == Command(other.id):
        return Turn(state, says=(FOR_THE_CALL if state.ended else FOR_THE_END,))
    if turn is not None:
        return turn
    return Turn(state, says=(ENDED,)) if state.ended else typed(state, line.strip())


def _direct(state: State, text: str, view: CallView) -> Turn | None:
    """Lines that need no command: ``= ANSWER``, ``?QUESTION``, an option of the question."""
    if not text:
        return Turn(state)
    if text == "?":
        return DO["help"](Said(state, view))
    if text.startswith("?"):
        return Turn(state, act=Look(text[1:].strip()))
    if state.ended:
        return None
    offer = questions.current(view, state.chosen, state.passed)
    shown = questions.question_of(view, offer.question) if offer else None
    asked = shown is not None and offer is not None and shown.question.ask == offer.say
    choices = shown.question.options if shown and asked else ()
    if text.startswith("="):
        if shown is None:
            return Turn(state, says=("There is no question to answer.",))
        given = text[1:].strip()
        if not given:
            return Turn(state, says=("Type = and the answer.",))
        return Turn(state, act=Give(shown.question.id, _chosen(given, choices) or given))
    chosen = _chosen(text, choices)
    if shown is not None and chosen:
        return Turn(state, act=Give(shown.question.id, chosen))
    if word_of(text) in {*YES, *NO} or _N.match(text):
        how = "To answer the question by hand: = and the answer."
        return Turn(state, says=("Nothing is waiting for a yes or a no.", how))
    return None


def _chosen(text: str, choices: tuple[str, ...]) -> str:
    said = word_of(text)
    if choices == ("yes", "no"):
        return {"y": "yes", "yes": "yes", "n": "no", "no": "no"}.get(said, "")
    for number, choice in enumerate(choices, 1):
        if said == choice.casefold() or (said == str(number) and not choice.isdigit()):
            return choice
    return ""
