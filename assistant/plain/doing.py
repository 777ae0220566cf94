"""What each command comes to. Pure."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from assistant.domain.verdict import NextQuestion
from assistant.domain.wording import clock_text
from assistant.plain import acts, questions, verdicts
from assistant.plain.answers import answer_at, answer_with, answers_lines, earlier_lines, title
from assistant.plain.commands import named
from assistant.plain.correcting import correction_of
from assistant.plain.following import WHICH_STEP
from assistant.plain.going_on import go_on, say_again
from assistant.plain.replying import AFTERWARDS, outcome_of, word_of
from assistant.plain.spoken import talk_lines, turns_lines
from assistant.plain.state import Said, State, Turn
from assistant.plain.words import words
from assistant.workflows.views import CallView, Carried

_FILE = re.compile(r"(?:\S+|'[^']+'|\"[^\"]+\")")
"""One word, or what stands between quotes: more words are a note."""
NOTHING_TO_MARK = "There is no question to mark. “gate NAME” turns to one."


def typed(state: State, text: str) -> Turn:
    """A line to be kept as a note. What was heard of a transcript waits behind its answers."""
    queue = state.queue if state.following else ()
    return Turn(replace(state, queue=queue, waiting="line"), act=acts.Note(text))


Do = Callable[[Said], Turn | None]


def _help(said: Said) -> Turn | None:
    if said.text:
        one = named(said.text)
        return Turn(said.state, says=(f"{one.shown}: {one.about}",)) if one else None
    place = "ended" if said.state.ended else "call"
    listed = tuple(f"{one.shown}: {one.about}" for one in words().commands if place in one.where)
    if said.state.ended:
        return Turn(said.state, says=("You can type:", *listed))
    first = (
        "Type what you hear: each line is kept as a note and read at once.",
        "When I ask whether something is right: y, n, or n and the right words (n, 60k a year).",
        "= WORDS: the answer to the question, given by hand.",
        "?WORDS: a question to me, as ?who signs; answered from the call and never kept.",
        "Lines that are commands:",
    )
    return Turn(said.state, says=(*first, *listed))


def _say(lines: Callable[[CallView], tuple[str, ...]]) -> Do:
    return lambda said: Turn(said.state, says=lines(said.view))


def _offer(said: Said) -> NextQuestion | None:
    return questions.current(said.view, said.state.chosen, said.state.passed)


def _why(said: Said) -> Turn:
    return Turn(said.state, says=questions.why_lines(said.view, _offer(said)))


def _others(said: Said) -> Turn:
    says, listed = questions.other_lines(said.view, _offer(said))
    return Turn(replace(said.state, listed=tuple(listed)), says=says)


def _again(said: Said) -> Turn:
    if said.state.ended:
        return Turn(said.state, says=(AFTERWARDS,))
    return say_again(said.state, said.view)


def _gate(said: Said) -> Turn | None:
    if not said.text:
        return Turn(
            said.state, says=("Which gate? As “gate 1”.", *questions.gates_lines(said.view))
        )
    gate = questions.gate_named(said.view, said.text)
    if gate is None:
        return None
    listed = tuple(one.question.id for one in gate.questions)
    still = (one.question.id for one in gate.questions if one.state == "open")
    turned = replace(
        said.state, listed=listed, chosen=next(still, said.state.chosen), queue=(), said=""
    )
    return go_on(turned, said.view, questions.gate_lines(gate))


def _ask(said: Said) -> Turn:
    at = (said.number or 0) - 1
    if not 0 <= at < len(said.state.listed):
        return Turn(said.state, says=("Give a number of the last list: “others” or “gate NAME”.",))
    turned = replace(said.state, chosen=said.state.listed[at], queue=(), said="", passed=())
    return go_on(turned, said.view)


def _mark(mark: acts.Mark) -> Do:
    def do(said: Said) -> Turn:
        offer = _offer(said)
        shown = questions.question_of(said.view, offer.question) if offer else None
        if offer is None or shown is None:
            return Turn(said.state, says=(NOTHING_TO_MARK,))
        state = replace(said.state, queue=(), waiting="line")
        if offer.say == shown.question.ask:
            return Turn(state, act=acts.MarkAs(offer.question, mark, shown.state))
        # A follow-up: its question is answered already, only these words are done with.
        done = (*state.done, acts.MarkAs("", mark))
        passed = replace(state, passed=(*state.passed, offer.say), done=done, chosen="")
        return go_on(passed, said.view, ("Asked." if mark == "asked" else "Left out.",))

    return do


def _notes(said: Said) -> Turn:
    lines = tuple(f"{clock_text(one.seconds)} {one.text}" for one in said.view.lines)
    return Turn(said.state, says=lines or ("There are no notes yet.",))


def _decide(act: Callable[[str, str], acts.Act | None]) -> Do:
    """Acts on answer N; without a number on the one that is being asked about."""

    def do(said: Said) -> Turn:
        if said.number is None:
            answer = answer_with(said.view, said.state.queue[0]) if said.state.queue else None
        else:
            answer = answer_at(said.view, said.number)
        if answer is None:
            return Turn(said.state, says=("Say which one by its number; “answers” lists them.",))
        wanted = act(answer.id, said.text)
        if wanted is None:
            return Turn(
                said.state, says=("Say what is right, as “edit 1 60k a year” or “edit 1 firm”.",)
            )
        return Turn(said.state, act=wanted)

    return do


def _holds(said: Said) -> Turn:
    carried = _carried(said)
    if carried is None:
        return _which_earlier(said)
    change = correction_of(said.text)
    return Turn(said.state, act=acts.Carry(carried, change=change))


def _set_aside(said: Said) -> Turn:
    carried = _carried(said)
    if carried is None:
        return _which_earlier(said)
    return Turn(said.state, act=acts.Carry(carried, holds=False))


def _carried(said: Said) -> Carried | None:
    """Answer N of earlier calls, where this call has none to that yet."""
    at = (said.number or 0) - 1
    if not 0 <= at < len(said.state.earlier):
        return None
    carried = said.state.earlier[at]
    return carried if carried in said.view.still_open else None


def _which_earlier(said: Said) -> Turn:
    at = said.number or 0
    if 0 < at <= len(said.state.earlier):
        what = title(said.state.earlier[at - 1].answer)
        return Turn(said.state, says=(f"This call has said something on that: {what}.",))
    return Turn(said.state, says=("Say which one by its number; “earlier” lists them.",))


def _edit(answer: str, text: str) -> acts.Act | None:
    change = correction_of(text)
    return acts.Edit(answer, change) if change else None


def _undo(said: Said) -> Turn:
    if said.state.ended:
        back = replace(said.state, ended=False, waiting="line", said="")
        return go_on(back, said.view, ("The call goes on.",))
    if not said.state.done:
        return Turn(said.state, act=acts.TakeBack())
    last, rest = said.state.done[-1], replace(said.state, done=said.state.done[:-1], queue=())
    if isinstance(last, acts.Note):
        return Turn(rest, act=acts.DropNote(last.text))
    if isinstance(last, acts.MarkAs) and not last.question:
        return go_on(replace(rest, passed=rest.passed[:-1]), said.view, ("Taken back.",))
    if isinstance(last, acts.MarkAs):
        before: dict[str, acts.Mark] = {"asked": "asked", "skipped": "skipped"}
        return Turn(rest, act=acts.MarkAs(last.question, before.get(last.before, "open"), "open"))
    return Turn(rest, act=acts.TakeBack())


_HOW_TO_CONSENT = (
    "Say “consent agreed”, “consent notice”, “consent not needed” or “consent withdrawn”; who "
    "said it and how can follow: “consent agreed by Lena: sure, go ahead”."
)


def _consent(said: Said) -> Turn | None:
    what, by, told = said.text.partition(" by ")
    wanted = word_of(what)
    for consent, names in words().consents.items():
        if wanted in names:
            who, _, how = told.partition(":")
            return Turn(said.state, act=acts.NoteConsent(consent, who.strip(), how.strip()))
    if not wanted and not by:
        return Turn(said.state, says=(_HOW_TO_CONSENT,))
    return None


def _transcript(said: Said) -> Turn | None:
    if not said.text:
        return Turn(said.state, says=("Say which file, as “transcript call.vtt”.",))
    if not _FILE.fullmatch(said.text):
        return None
    state = replace(said.state, queue=(), waiting="line")
    return Turn(state, act=acts.TakeIn(_path(said.text)))


def _typed_note(said: Said) -> Turn | None:
    return typed(said.state, said.text) if said.text else None


def _override(said: Said) -> Turn:
    word, _, reason = said.text.partition(" ")
    outcome = outcome_of(word)
    if outcome is None:
        asked = replace(said.state, waiting="outcome")
        return Turn(asked, says=("Which verdict? Qualified, nurture, disqualified or incomplete.",))
    if not reason.strip():
        asked = replace(said.state, waiting="reason", outcome=outcome)
        return Turn(asked, says=("Why? It is kept with the verdict.",))
    return Turn(said.state, act=acts.Override(outcome, reason.strip()))


def _step(said: Said) -> Turn:
    if not said.text:
        return Turn(replace(said.state, waiting="next_step"), says=(WHICH_STEP,))
    return Turn(said.state, act=acts.NextStep(said.text))


def _save(said: Said) -> Turn:
    if not said.text:
        return Turn(said.state, says=("Say where to, as “save call.txt”.",))
    return Turn(said.state, act=acts.Summarise("file", _path(said.text)))


def _mail(said: Said) -> Turn | None:
    if not said.text:
        return Turn(said.state, act=acts.Summarise("say", what="mail"))
    if not _FILE.fullmatch(said.text):
        return None
    return Turn(said.state, act=acts.Summarise("file", _path(said.text), "mail"))


def _path(text: str) -> Path:
    return Path(text.strip("'\""))


def _earlier(said: Said) -> Turn:
    return Turn(said.state, says=earlier_lines(said.view, said.state.earlier))


DO: dict[str, Do] = {
    "help": _help,
    "why": _why,
    "others": _others,
    "again": _again,
    "gates": _say(questions.gates_lines),
    "gate": _gate,
    "ask": _ask,
    "asked": _mark("asked"),
    "skip": _mark("skipped"),
    "not_applicable": _mark("not_applicable"),
    "missing": _say(verdicts.missing_lines),
    "verdict": _say(verdicts.verdict_lines),
    "answers": _say(answers_lines),
    "notes": _notes,
    "earlier": _earlier,
    "turns": _say(turns_lines),
    "talk": _say(talk_lines),
    "confirm": _decide(lambda answer, _: acts.Confirm(answer)),
    "edit": _decide(_edit),
    "reject": _decide(acts.Reject),
    "holds": _holds,
    "set_aside": _set_aside,
    "undo": _undo,
    "consent": _consent,
    "transcript": _transcript,
    "note": _typed_note,
    "end": lambda said: Turn(said.state, act=acts.End()),
    "override": _override,
    "move": lambda said: Turn(said.state, act=acts.Move(said.text or None)),
    "step": _step,
    "summary": lambda said: Turn(said.state, act=acts.Summarise("say")),
    "save": _save,
    "mail": _mail,
    "copy": lambda said: Turn(said.state, act=acts.Summarise("copy")),
    "quit": lambda said: Turn(said.state, act=acts.Leave()),
}
