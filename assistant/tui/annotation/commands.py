"""The commands of the annotation screen: their letters, words and order."""

from assistant.settings.keys import AnnotationKeys
from assistant.tui.commands import Command, commands_of

ANSWER, TURN, GO, CALL = "Answer", "Turn", "Go to", "Call"

_COMMANDS = (
    ("confirm", "confirm", ANSWER),
    ("reject", "reject", ANSWER),
    ("edit", "edit", ANSWER),
    ("retag", "other field", ANSWER),
    ("polarity", "yes/no/open", ANSWER),
    ("undo", "undo", ANSWER),
    ("mark", "mark words", TURN),
    ("speaker", "speaker", TURN),
    ("bookmark", "bookmark", TURN),
    ("comment", "comment", TURN),
    ("next_unsure", "next unsure", GO),
    ("next_contradiction", "contradiction", GO),
    ("next_field", "next field", GO),
    ("next_asked", "next question", GO),
    ("next_bookmark", "next bookmark", GO),
    ("notes", "notes beside", CALL),
    ("compare", "compare", CALL),
    ("record", "done", CALL),
    ("open_call", "open call", CALL),
    ("back", "back", CALL),
    ("help", "help", CALL),
)

AT_HAND = frozenset(
    ("confirm", "reject", "edit", "retag", "mark", "undo", "next_unsure", "next_asked", "help")
)


def annotation_commands(keys: AnnotationKeys) -> tuple[Command, ...]:
    """The commands with the letters in force."""
    return commands_of(keys, _COMMANDS, AT_HAND)


def backward_keys(keys: AnnotationKeys) -> dict[str, str]:
    """By the capital of a letter that jumps forward, the action that jumps back.

    A capital that is a command's own letter stays that command's.
    """
    taken = {letter for _, letter in keys}
    forward = {action: getattr(keys, action) for action, _, group in _COMMANDS if group == GO}
    return {
        letter.upper(): action.replace("next_", "previous_")
        for action, letter in forward.items()
        if letter.upper() not in taken
    }
