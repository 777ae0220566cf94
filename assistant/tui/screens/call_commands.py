"""The commands of the call screen: their letters, words and order."""

from assistant.settings.keys import Keys
from assistant.tui.commands import Command, commands_of

ANSWERS, QUESTIONS, CALL = "Answers", "Questions", "Call"

_COMMANDS = (
    ("confirm", "confirm", ANSWERS),
    ("edit", "edit", ANSWERS),
    ("reject", "reject", ANSWERS),
    ("next_heard", "next", ANSWERS),
    ("previous_heard", "previous", ANSWERS),
    ("undo", "undo", ANSWERS),
    ("words", "jump to words", ANSWERS),
    ("asked", "asked", QUESTIONS),
    ("go_to", "go to", QUESTIONS),
    ("answer", "write answer", QUESTIONS),
    ("skip", "skip", QUESTIONS),
    ("not_applicable", "does not apply", QUESTIONS),
    ("verdict", "verdict", CALL),
    ("finish", "finish call", CALL),
    ("import_file", "import", CALL),
    ("consent", "consent", CALL),
    ("take_over", "take over", CALL),
    ("tour", "tour", CALL),
    ("leave", "quit to Calls", CALL),
    ("help", "help", CALL),
)

AT_HAND = frozenset(
    ("confirm", "edit", "reject", "next_heard", "asked", "go_to", "verdict", "finish", "help")
)


def call_commands(keys: Keys) -> tuple[Command, ...]:
    """The commands with the letters in force."""
    return commands_of(keys, _COMMANDS, AT_HAND)


CALL_COMMANDS = call_commands(Keys())
"""The commands with the letters that they have unless the settings say otherwise."""
