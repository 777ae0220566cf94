"""The commands of the call screen: their letters, words and order."""

from assistant.tui.commands import HELP, LEAVE, Command

ANSWERS, QUESTIONS, CALL = "Answers", "Questions", "Call"

CALL_COMMANDS = (
    Command(
        "c", "confirm", "confirm", "Say that the answer aimed at is right.", ANSWERS, at_hand=True
    ),
    Command("e", "edit", "edit", "Put its value, field or certainty right.", ANSWERS, at_hand=True),
    Command("r", "reject", "reject", "Say that it is no answer.", ANSWERS, at_hand=True),
    Command("n", "next_heard", "next", "Aim at the next answer heard.", ANSWERS, at_hand=True),
    Command("b", "previous_heard", "back", "Aim at the answer before.", ANSWERS),
    Command("u", "undo", "undo", "Take back your last decision.", ANSWERS),
    Command("j", "words", "words of reply", "Jump to the words of the reply.", ANSWERS),
    Command(
        "a", "asked", "asked", "The question is asked; go on to the next.", QUESTIONS, at_hand=True
    ),
    Command("g", "go_to", "go to", "Choose a gate or a question.", QUESTIONS, at_hand=True),
    Command("w", "answer", "write answer", "Answer the question by hand.", QUESTIONS),
    Command("s", "skip", "skip", "Skip the question; again takes it back.", QUESTIONS),
    Command("d", "not_applicable", "does not apply", "It does not apply; again undoes.", QUESTIONS),
    Command(
        "v", "verdict", "verdict", "Show the whole verdict with its words.", CALL, at_hand=True
    ),
    Command(
        "f", "finish", "finish call", "End the call: verdict, stage, save.", CALL, at_hand=True
    ),
    Command("i", "import_file", "import", "Take in the file of a transcript.", CALL),
    Command("o", "consent", "consent", "Note what was said about recording.", CALL),
    Command("t", "take_over", "take over", "Take the call from another window.", CALL),
    Command(LEAVE.key, LEAVE.action, LEAVE.label, LEAVE.about, CALL),
    Command(HELP.key, HELP.action, HELP.label, HELP.about, CALL, at_hand=True),
)
