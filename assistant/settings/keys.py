"""The key maps: the leader key and the letters of a call after it; the other screens' letters."""

import re
from collections import defaultdict
from collections.abc import Iterator
from string import ascii_lowercase
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic import Field as Attribute

from assistant.domain.frozen import Frozen

FREE_LEADERS = "ctrl+ and one of b g l n o r t, or f1 to f12"
_FUNCTION_KEY = re.compile(r"f([1-9]|1[0-2])")
_OWNED = {
    "ctrl+p": "opens the command palette",
    "ctrl+q": "leaves the program",
    "ctrl+s": "applies a form, and stops the output of some terminals",
    **dict.fromkeys(("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"), "is another key in a terminal"),
    **{f"ctrl+{letter}": "edits in the notes" for letter in "acdefkuvwxyz"},
}


def _leader(value: str) -> str:
    key = value.strip().casefold().replace("^", "ctrl+", 1)
    if key in _OWNED:
        raise ValueError(f"{value!r} {_OWNED[key]}; free are {FREE_LEADERS}")
    if not (re.fullmatch("ctrl[+][bglnort]", key) or _FUNCTION_KEY.fullmatch(key)):
        raise ValueError(f"{value!r} is no key that can lead; free are {FREE_LEADERS}")
    return key


def _letter(value: str) -> str:
    if len(value) != 1 or not value.isprintable() or value.isspace():
        raise ValueError(f"{value!r} is not one character that can be typed")
    return value


Letter = Annotated[str, AfterValidator(_letter)]


def _of(letter: str, does: str) -> str:
    """A letter's default, and what it does."""
    key: str = Attribute(default=letter, description=does, examples=[letter])
    return key


class Letters(Frozen):
    """By a command's name its letter. No two commands share one, nor has one of ``OWNED``.

    ``OWNED`` are keys of the screen that are always the same, with what they do.
    """

    OWNED: ClassVar[dict[str, str]] = {}

    def clashes(self) -> Iterator[tuple[str, str]]:
        """Each command that shares its letter with another, and what is wrong with that."""
        owners: dict[str, list[str]] = defaultdict(list)
        for name, letter in self:
            if name != "leader":
                owners[letter].append(name)
        free = " ".join(sorted(set(ascii_lowercase) - set(owners)))
        for letter, does in self.OWNED.items():
            for name in owners.get(letter, ()):
                yield name, f"{letter!r} {does}; free are {free}"
        for letter, names in owners.items():
            for name in names if len(names) > 1 else ():
                others = " and ".join(other for other in names if other != name)
                yield name, f"{letter!r} is the key of {others} too; free are {free}"


class Keys(Letters):
    """The leader key, and the letters of a call."""

    leader: Annotated[str, AfterValidator(_leader)] = Attribute(
        default="ctrl+l",
        description=f"Key before every letter, on every screen: {FREE_LEADERS}.",
        examples=["ctrl+g"],
    )
    confirm: Letter = _of("c", "Say that the answer aimed at is right.")
    edit: Letter = _of("e", "Put its value, field or certainty right.")
    reject: Letter = _of("r", "Say that it is no answer.")
    next_heard: Letter = _of("n", "Aim at the next answer heard.")
    previous_heard: Letter = _of("b", "Aim at the answer before.")
    undo: Letter = _of("u", "Take back your last decision.")
    words: Letter = _of("j", "Jump to the words of the reply, or of the answer.")
    asked: Letter = _of("a", "The question is asked; go on to the next.")
    go_to: Letter = _of("g", "Choose a gate or a question.")
    answer: Letter = _of("w", "Answer the question by hand.")
    skip: Letter = _of("s", "Skip the question; again takes it back.")
    not_applicable: Letter = _of("d", "It does not apply; again undoes.")
    verdict: Letter = _of("v", "Show the whole verdict with its words.")
    finish: Letter = _of("f", "End the call: verdict, stage, save.")
    import_file: Letter = _of("i", "Take in the file of a transcript.")
    consent: Letter = _of("o", "Note what was said about recording.")
    take_over: Letter = _of("t", "Take the call from another window.")
    tour: Letter = _of("h", "See how the call screen works.")
    leave: Letter = _of("q", "Go back to the list of calls.")
    help: Letter = _of("?", "Show every key of this screen.")


_PAGES = dict.fromkeys("12345", "brings a page to the front")


class AnnotationKeys(Letters):
    """The letters of the annotation screen, which work without the leader key, too.

    The capital of a letter that jumps to the next of something jumps to the one before.
    """

    OWNED: ClassVar[dict[str, str]] = _PAGES

    confirm: Letter = _of("c", "Say that the answer is right.")
    edit: Letter = _of("e", "Put its value, field, polarity or certainty right.")
    reject: Letter = _of("r", "Say that it is no answer.")
    retag: Letter = _of("t", "Say that it answers another field.")
    polarity: Letter = _of("p", "Change it from yes to no to open, round and round.")
    mark: Letter = _of("m", "Mark words of the turn as an answer.")
    undo: Letter = _of("u", "Take back what you did last, then what was before it.")
    speaker: Letter = _of("s", "Say who really spoke the turn.")
    bookmark: Letter = _of("k", "Put a bookmark at the turn; again takes it away.")
    comment: Letter = _of("w", "Write a comment on the answer or the turn.")
    next_unsure: Letter = _of("n", "Go to the next answer that nobody has decided on.")
    next_contradiction: Letter = _of("x", "Go to the next answer that another one contradicts.")
    next_field: Letter = _of("f", "Go to the first answer of the next field.")
    next_asked: Letter = _of("a", "Go to the next question that the rep asked.")
    next_bookmark: Letter = _of("j", "Go to the next bookmark.")
    notes: Letter = _of("i", "Notes and transcript side by side.")
    compare: Letter = _of("y", "This call beside another one with the lead: what changed.")
    record: Letter = _of("d", "Done: record the verdict that the answers give now.")
    open_call: Letter = _of("o", "Open the call itself.")
    back: Letter = _of("q", "Back to where you were (or Esc).")
    help: Letter = _of("?", "Show every key of this screen.")


class CallsKeys(Letters):
    """The letters of the lists of calls and leads, which work without the leader key, too."""

    OWNED: ClassVar[dict[str, str]] = {
        **dict.fromkeys("123", "brings a list to the front"),
        "4": "opens the review queue",
        "5": "opens the search",
    }

    new_call: Letter = _of("n", "Begin a call now.")
    continue_call: Letter = _of("c", "Go on with the chosen call.")
    review: Letter = _of("r", "Verdict, words and history of the call.")
    annotate: Letter = _of("e", "Go through the call's answers beside its words.")
    import_file: Letter = _of("i", "Take in a transcript as a call.")
    assign: Letter = _of("a", "Say whose call it is.")
    add_lead: Letter = _of("l", "Add a lead.")
    lead: Letter = _of("d", "Open the lead, or the lead of the call.")
    filter: Letter = _of("/", "Show what has the words that you type.")
    sort: Letter = _of("s", "Sort by the next column; a click on one does, too.")
    turn_round: Letter = _of("S", "Sort the other way round.")
    tour: Letter = _of("h", "See how the call screen works.")
    quit: Letter = _of("q", "Leave the program.")
    help: Letter = _of("?", "Show every key of this screen.")


class LeadKeys(Letters):
    """The letters of a lead's page, which work without the leader key, too."""

    event: Letter = _of("e", "Note what the lead did.")
    move: Letter = _of("m", "Move the lead to another stage.")
    new_call: Letter = _of("n", "Begin a call with the lead.")
    continue_call: Letter = _of("c", "Go on with the chosen call.")
    review: Letter = _of("r", "Verdict, words and history of the call.")
    back: Letter = _of("q", "Back to the list (or Esc).")
    help: Letter = _of("?", "Show every key of this screen.")


class EndKeys(Letters):
    """The letters after a call, which work without the leader key, too."""

    leave: Letter = _of("s", "Everything is saved; back to Calls.")
    override: Letter = _of("o", "Put your verdict over it.")
    next_step: Letter = _of("n", "Note what you agreed on.")
    follow_up: Letter = _of("t", "A mail to the lead, as a draft.")
    move: Letter = _of("m", "Move the lead to another stage.")
    copy_summary: Letter = _of("c", "Put the summary on the clipboard.")
    write: Letter = _of("w", "Write the summary to a file.")
    back: Letter = _of("b", "Go on with the call.")
    help: Letter = _of("?", "Show every key of this screen.")


class ReviewKeys(Letters):
    """The letters of a call under review, which work without the leader key, too."""

    OWNED: ClassVar[dict[str, str]] = _PAGES

    agree: Letter = _of("a", "Agree with the verdict in force.")
    reverse: Letter = _of("r", "Put another verdict over it, with a reason.")
    send_back: Letter = _of("b", "Send the call back to its rep, with words.")
    reply: Letter = _of("y", "Answer what your call was sent back with.")
    coach: Letter = _of("k", "Note what the rep may take along from this.")
    scorecard: Letter = _of("s", "Fill in a scorecard, or compare it.")
    comment: Letter = _of("c", "Comment on the answer or turn.")
    comment_call: Letter = _of("C", "Comment on the whole call.")
    next_answer: Letter = _of("n", "Go to the next answer's words.")
    previous_answer: Letter = _of("p", "Go to the words of the answer before.")
    switch: Letter = _of("w", "To the words, and back to the page (or Tab).")
    annotate: Letter = _of("e", "Go through the answers beside the words.")
    open_call: Letter = _of("o", "Open the call itself.")
    back: Letter = _of("q", "Back to where you were (or Esc).")
    help: Letter = _of("?", "Show every key of this screen.")


class QueueKeys(Letters):
    """The letters of the review queue, which work while nothing is typed in its filter."""

    agree: Letter = _of("a", "Agree with the marked calls' verdicts, or with this one's.")
    send_back: Letter = _of("b", "Send the marked calls back to their reps, or this.")
    mark: Letter = _of("m", "Mark the call (or Space), to act on several.")
    mark_all: Letter = _of("M", "Mark all calls listed so far; again: none.")
    filter: Letter = _of("/", "Write what to list; Tab completes names and values.")
    filters: Letter = _of("f", "Choose a filter that is kept.")
    keep_filter: Letter = _of("k", "Keep the filter with its order.")
    sort: Letter = _of("s", "Sort by the next column; a click on one does, too.")
    turn_round: Letter = _of("S", "Sort the other way round.")
    search: Letter = _of("w", "Look for words in transcripts, notes and answers.")
    back: Letter = _of("q", "Back to where you were (or Esc).")
    help: Letter = _of("?", "Show every key of this screen.")


class SearchKeys(Letters):
    """The letters of the search, which work while nothing is typed in its box."""

    filter: Letter = _of("/", "Write what to look for; Tab completes.")
    order: Letter = _of("s", "The newest first, or those that match best.")
    back: Letter = _of("q", "Back to where you were (or Esc).")
    help: Letter = _of("?", "Show every key of this screen.")


class NotesKeys(Letters):
    """The letters of the notes beside the transcript."""

    next_note: Letter = _of("n", "Go to the next turn with notes.")
    back: Letter = _of("q", "Back to where you were (or Esc).")
    help: Letter = _of("?", "Show every key of this screen.")


class CompareKeys(Letters):
    """The letters of two calls side by side."""

    only_changes: Letter = _of("c", "Show all fields, or only what changed.")
    other: Letter = _of("o", "Compare with another of the lead's calls.")
    back: Letter = _of("q", "Back to where you were (or Esc).")
    help: Letter = _of("?", "Show every key of this screen.")
