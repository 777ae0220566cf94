"""What is said once something was done, or could not be. Pure."""

from dataclasses import replace

from assistant.domain.answers import Answer
from assistant.domain.calls import Consent
from assistant.domain.errors import AssistantError, Blocked, ReadOnlyCall
from assistant.domain.fields import Field
from assistant.plain.acts import (
    Act,
    Confirm,
    DropNote,
    DropRest,
    Edit,
    End,
    Give,
    MarkAs,
    Move,
    NextStep,
    Note,
    NoteConsent,
    Override,
    Reject,
    TakeBack,
    TakeIn,
    TakeOver,
)
from assistant.plain.answers import fresh, phrase
from assistant.plain.going_on import go_on
from assistant.plain.replying import AFTERWARDS
from assistant.plain.state import State, Turn
from assistant.plain.verdicts import (
    change_lines,
    move_lines,
    standing,
    unknown_lines,
    verdict_lines,
)
from assistant.workflows.views import CallView, EndView

WHICH_STEP = "What is the next step, and when? Press Enter where there is none."
TAKE_OVER = "{who} has this call open in another window. Take it over? y or n."
_MARKED = {"asked": "Asked.", "skipped": "Skipped.", "not_applicable": "Left out.", "open": ""}


def begin(view: CallView, *, rest: str = "", remind: bool = True) -> Turn:
    """What is said when a call is opened. ``rest`` is a line that was not finished."""
    if view.read_only:
        who = view.held_by or "Somebody"
        return Turn(State(waiting="take_over"), (TAKE_OVER.format(who=who),))
    says = [_title(view), *_stands(view)]
    if remind and view.call.consent is Consent.UNKNOWN:
        says.append("Consent to a recording is not noted; “consent” notes it.")
    if rest:
        says.append(f"You had begun to write: “{rest}”. Keep it as a note? y or n.")
        return Turn(State(waiting="rest", rest=rest, stands=standing(view)), tuple(says))
    return go_on(State(stands=standing(view)), view, tuple(says))


def _title(view: CallView) -> str:
    who = view.lead.name if view.lead else view.call.title
    at = f", {view.account.name}" if view.account else ""
    banks = " and ".join(bank.title for bank in view.banks)
    return f"{who}{at}. {banks}."


def _stands(view: CallView) -> list[str]:
    """How to begin, or where the call was left."""
    if not (view.lines or view.answers or view.sources):
        return ["Type what you hear and press Enter. “help” lists what else you can type."]
    kept = f"{len(view.lines)} notes" if len(view.lines) != 1 else "1 note"
    ended = " It had ended; you can go on." if view.call.ended_at else ""
    return [f"Resumed with {kept}. The verdict so far: {view.verdict.outcome}.{ended}"]


def did(state: State, act: Act, before: CallView, view: CallView, end: EndView | None) -> Turn:
    """What is said after an act, and how the conversation goes on."""
    match act:
        case Note():
            return _noted(state, act, before, view)
        case Confirm() | Reject() | Edit() | Give():
            return _decided(state, act, view)
        case MarkAs():
            done = (*state.done, act) if act.mark != "open" else state.done
            marked = replace(state, done=done, chosen="", said="")
            return go_on(marked, view, _told(_MARKED[act.mark] or "Taken back."))
        case End() | NextStep() | Override() | Move() if end is not None:
            return _ended(state, act, before, end)
        case TakeIn():
            turns = view.sources[-1].turns if view.sources else ()
            new = len(fresh(before, view))
            read = f"The transcript is read: {len(turns)} turns, {new} answers to check."
            return go_on(replace(state, said=""), view, (read, "“answers” lists them."))
        case TakeOver():
            return go_on(State(stands=standing(view)), view, ("The call is yours.", *_stands(view)))
        case TakeBack() if before.answers == view.answers:
            return Turn(state, ("There is nothing to take back.",))
        case _:
            return go_on(replace(state, said=""), view, (_short(act),))


def _told(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _short(act: Act) -> str:
    match act:
        case DropNote():
            return f"Taken away: “{act.text}”."
        case DropRest():
            return "Dropped."
        case NoteConsent():
            return "Noted."
        case TakeBack():
            return "Taken back."
        case _:
            return "Done."


def _noted(state: State, act: Note, before: CallView, view: CallView) -> Turn:
    new = fresh(before, view)
    state = replace(state, queue=new, rest="", done=(*state.done, act))
    if new:
        return go_on(replace(state, chosen=""), view)
    kept = "Kept; it is read later." if view.unread else "Kept."
    return go_on(state, view, (kept,))


def _decided(state: State, act: Confirm | Reject | Edit | Give, view: CallView) -> Turn:
    by_id: dict[str, Answer] = {one.id: one for one in view.answers}
    match act:
        case Confirm():
            said = "Confirmed."
        case Reject():
            said = "Left out."
        case Edit():
            said = f"Now I have {phrase(view, by_id[act.answer])}."
        case Give():
            given = next(one for one in reversed(view.answers) if one.decided)
            said = f"I keep {phrase(view, given)}."
    answer = "" if isinstance(act, Give) else act.answer
    queue = tuple(one for one in state.queue if one != answer)
    after = replace(state, queue=queue, done=(*state.done, act), chosen="")
    return go_on(after, view, (said,))


def _ended(state: State, act: Act, before: CallView, end: EndView) -> Turn:
    state = replace(state, ended=True, queue=(), waiting="line", outcome=None, stage=None)
    match act:
        case End():
            says = ("The call has ended.", *verdict_lines(end.call), *unknown_lines(end.call))
            agreed = any(one.field is Field.NEXT_STEP and one.in_force for one in end.call.answers)
            asks = AFTERWARDS if agreed else WHICH_STEP
            waits = replace(state, waiting="line" if agreed else "next_step")
            return Turn(waits, (*says, *move_lines(end), asks))
        case NextStep():
            changed = change_lines(standing(before), end.call)
            return Turn(state, (f"Next step: {act.text}", *changed, AFTERWARDS))
        case Override():
            return Turn(state, (f"Your verdict is {act.outcome}; mine is kept beside it.",))
        case _:
            return Turn(state, move_lines(end))


def refused(state: State, act: Act, error: AssistantError) -> Turn:
    """What is said when something could not be done."""
    if isinstance(error, ReadOnlyCall):
        return Turn(replace(state, waiting="take_over"), (str(error), "Take it over? y or n."))
    if isinstance(error, Blocked) and isinstance(act, Move):
        asks = "Why move it all the same? Press Enter to leave it where it is."
        return Turn(replace(state, waiting="move_reason", stage=act.to), (str(error), asks))
    return Turn(state, (str(error),))
