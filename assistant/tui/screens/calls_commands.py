"""The commands of the home screen: their letters, words and order."""

from assistant.tui.commands import HELP, Command

CALLS, LEADS, LIST = "Calls", "Leads", "List"

CALLS_COMMANDS = (
    Command("n", "new_call", "new call", "Begin a call now.", CALLS, at_hand=True),
    Command(
        "c", "continue_call", "continue", "Go on with the chosen call.", CALLS, at_hand=True
    ),
    Command(
        "r", "review", "review", "Verdict, words and history of the call.", CALLS, at_hand=True
    ),
    Command("e", "annotate", "annotate", "Go through the call's answers beside its words.", CALLS,
            at_hand=True),
    Command("i", "import_file", "import", "Take in a transcript as a call.", CALLS, at_hand=True),
    Command("a", "assign", "assign lead", "Say whose call it is.", CALLS),
    Command("l", "add_lead", "add lead", "Add a lead.", LEADS, at_hand=True),
    Command("d", "lead", "lead details", "Open the lead, or the lead of the call.", LEADS),
    Command("/", "filter", "filter", "Show what has the words that you type.", LIST, at_hand=True),
    Command("s", "sort", "sort", "Sort by the next column; a click on one does, too.", LIST),
    Command("S", "turn_round", "turn round", "Sort the other way round.", LIST),
    Command("f5", "refresh", "refresh", "Look again at what is stored.", LIST),
    Command("h", "tour", "tour", "See how the call screen works.", LIST),
    Command("q", "quit", "quit", "Leave the program.", LIST),
    Command(HELP.key, HELP.action, HELP.label, HELP.about, LIST, at_hand=True),
)  # fmt: skip
LEADS_PAGE = frozenset(("n", "d", "l", "/", "s", "S", "i", "f5", "h", "q", HELP.key))
"""The letters that do something where leads are listed."""
