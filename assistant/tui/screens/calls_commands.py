"""The commands of the home screen: their letters, words and order."""

from assistant.settings.keys import CallsKeys
from assistant.tui.commands import Command, commands_of

CALLS, LEADS, LIST = "Calls", "Leads", "List"

_COMMANDS = (
    ("new_call", "new call", CALLS),
    ("continue_call", "continue", CALLS),
    ("review", "review", CALLS),
    ("annotate", "annotate", CALLS),
    ("import_file", "import", CALLS),
    ("assign", "assign lead", CALLS),
    ("add_lead", "add lead", LEADS),
    ("lead", "lead details", LEADS),
    ("filter", "filter", LIST),
    ("sort", "sort", LIST),
    ("turn_round", "turn round", LIST),
    ("tour", "tour", LIST),
    ("refresh", "refresh", LIST),
    ("quit", "quit", LIST),
    ("help", "help", LIST),
)
AT_HAND = frozenset(
    ("new_call", "continue_call", "review", "annotate", "import_file", "add_lead", "filter", "help")
)
OF_A_CALL = frozenset(("continue_call", "review", "annotate", "assign"))
"""The commands that do something where calls are listed."""
OF_A_ROW = OF_A_CALL | {"lead", "sort", "turn_round"}
"""The commands that do something where anything is listed."""


def calls_commands(keys: CallsKeys) -> tuple[Command, ...]:
    """The commands with the letters in force."""
    return commands_of(keys, _COMMANDS, AT_HAND)
