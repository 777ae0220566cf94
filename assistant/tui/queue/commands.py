"""The commands of the review queue and of the search: their letters, words and order."""

from assistant.settings.keys import QueueKeys, SearchKeys
from assistant.tui.commands import Command, commands_of

SAY, LOOK, LEAVE = "Say", "Look", "Leave"

_QUEUE = (
    ("agree", "agree", SAY),
    ("send_back", "send back", SAY),
    ("mark", "mark", SAY),
    ("mark_all", "mark all", SAY),
    ("filter", "filter", LOOK),
    ("filters", "saved filters", LOOK),
    ("keep_filter", "keep filter", LOOK),
    ("sort", "sort", LOOK),
    ("turn_round", "turn round", LOOK),
    ("search", "search words", LOOK),
    ("refresh", "refresh", LOOK),
    ("back", "back", LEAVE),
    ("help", "help", LEAVE),
)
_SEARCH = (
    ("filter", "look for", LOOK),
    ("order", "newest/best", LOOK),
    ("refresh", "refresh", LOOK),
    ("back", "back", LEAVE),
    ("help", "help", LEAVE),
)
AT_HAND = frozenset(
    ("agree", "send_back", "mark", "filter", "filters", "sort", "search", "order", "back", "help")
)

OF_A_CALL = frozenset(("agree", "send_back", "mark", "mark_all"))
"""The commands that do something where a call is listed."""


def queue_commands(keys: QueueKeys) -> tuple[Command, ...]:
    """The commands of the queue with the letters in force."""
    return commands_of(keys, _QUEUE, AT_HAND)


def search_commands(keys: SearchKeys) -> tuple[Command, ...]:
    """The commands of the search with the letters in force."""
    return commands_of(keys, _SEARCH, AT_HAND)
