"""The commands of a call under review: their letters, words and order."""

from assistant.settings.keys import ReviewKeys
from assistant.tui.commands import Command, commands_of

SAY, LOOK, LEAVE = "Say", "Look", "Leave"

_COMMANDS = (
    ("agree", "agree", SAY),
    ("reverse", "reverse", SAY),
    ("send_back", "send back", SAY),
    ("reply", "reply", SAY),
    ("coach", "coach", SAY),
    ("scorecard", "scorecard", SAY),
    ("comment", "comment", SAY),
    ("comment_call", "comment call", SAY),
    ("next_answer", "next answer", LOOK),
    ("previous_answer", "previous", LOOK),
    ("switch", "words/page", LOOK),
    ("annotate", "annotate", LOOK),
    ("refresh", "refresh", LOOK),
    ("open_call", "open call", LEAVE),
    ("back", "back", LEAVE),
    ("help", "help", LEAVE),
)
AT_HAND = frozenset(
    ("agree", "reverse", "send_back", "reply", "comment", "next_answer", "switch", "back", "help")
)
OF_A_MANAGER = frozenset(("agree", "reverse", "send_back", "coach"))
"""The commands that nobody runs on a call of his or her own."""


def review_commands(keys: ReviewKeys) -> tuple[Command, ...]:
    """The commands with the letters in force."""
    return commands_of(keys, _COMMANDS, AT_HAND)
