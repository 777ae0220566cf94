"""What is said once something was done, or could not be. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.answers import Answer
from assistant.domain.calls import Consent
from assistant.domain.errors import AssistantError, Blocked, ReadOnlyCall
from assistant.domain.fields import Field
from assistant.domain.wording import value_text
from assistant.plain import acts
from assistant.plain.answers import earlier_lines, fresh, heard, in_short, phrase, title
from assistant.plain.going_on import go_on
from assistant.plain.questions import ask_lines, current
from assistant.plain.replying import AFTERWARDS
from assistant.plain.state import State, Turn
from assistant.plain.verdicts import (
    change_lines,
    move_lines,
    standing,
    unknown_lines,
    verdict_lines,
)
from assistant.plain.words import sentence
from assistant.workflows.earlier import Carried
from assistant.workflows.views import CallView, EndView

WHICH_STEP = "What is the next step, and when? Press Enter where there is none."
FOLLOWS = "I follow {name}: what it brings is read back as it comes, one after the other."
WHICH_DAY = "On which day? Press Enter where none is set."
MOST_HEARD = 3
"""So many answers are told at once; of more only their number, as when much is caught up on."""
MOST_EARLIER = 8
"""So many lines of what earlier calls said are told when a call is opened."""
TAKE_OVER = "{who} has this call open in another window. Take it over? y or n."
_MARKED = {"asked": "Asked.", "skipped": "Skipped.", "not_applicable": "Left out.", "open": ""}


def begin(
    view: CallView,
    start: State | None = None,
    *,
    rest: str = "",
    remind: bool = True,
    follows: str = "",
) -> Turn:
    """What is said when a call is opened.

    ``rest`` is a line that was not finished, ``follows`` the name of a transcript to follow.
    """
    start = replace(start or State(), stands=standing(view))
    if view.read_only:
        who = view.held_by or "Somebody"
        return Turn(replace(start, waiting="take_over"), (TAKE_OVER.format(who=who),))
    says = [*_title(view), *_stands(view), *_before(view, start.earlier)]
    reads = follows and view.call.consent is not Consent.WITHDRAWN
    says += [FOLLOWS.format(name=follows)] if reads else []
    if remind and view.call.consent is Consent.UNKNOWN:
        says.append("Consent to a recording is not noted; “consent” notes it.")
    if rest:
        says.append(f"You had begun to write: “{rest}”. Keep it as a note? y or n.")
        return Turn(replace(start, waiting="rest", rest=rest), tuple(says))
    return go_on(start, view, tuple(says))


def _before(view: CallView, earlier: Sequence[Carried]) -> list[str]:
    """What earlier calls said, as much as can be listened to."""
    lines = earlier_lines(view, earlier) if earlier else ()
    told, more = lines[: MOST_EARLIER + 1], len(lines) - MOST_EARLIER - 1
    return [*told, *([f"And {more} more: “earlier” says all."] if more > 0 else [])]


def _title(view: CallView) -> list[str]:
    who = view.lead.name if view.lead else view.call.title
    at = f", {view.account.name}" if view.account else ""
    banks = " and ".join(bank.title for bank in view.banks)
    return [sentence(f"{who}{at}"), f"Questions of {banks}."]


def _stands(view: CallView) -> list[str]:
    """How to begin, or where the call was left."""
    if not (view.lines or view.answers or view.sources):
        return ["Type what you hear and press Enter. “help” lists what else you can type."]
    kept = f"{len(view.lines)} notes" if len(view.lines) != 1 else "1 note"
    ended = ["It had ended; you can go on."] if view.call.ended_at else []
    return [f"Resumed with {kept}.", f"The verdict so far: {view.verdict.outcome}.", *ended]


def did(state: State, act: acts.Act, before: CallView, view: CallView, end: EndView | None) -> Turn:
    """What is said after an act, and how the conversation goes on."""
    match act:
        case acts.Note():
            return _noted(state, act, before, view)
        case acts.Confirm() | acts.Reject() | acts.Edit() | acts.Give() | acts.Carry():
            return _decided(state, act, view)
        case acts.MarkAs():
            done = (*state.done, act) if act.mark != "open" else state.done
            marked = replace(state, done=done, chosen="", said="")
            return go_on(marked, view, _told(_MARKED[act.mark] or "Taken back."))
        case acts.End() | acts.NextStep() | acts.Override() | acts.Move() if end is not None:
            return _ended(state, act, before, end)
        case acts.TakeIn():
            turns = view.sources[-1].turns if view.sources else ()
            new = len(fresh(before, view))
            read = f"The transcript is read: {len(turns)} turns, {new} answers to check."
            return go_on(replace(state, said=""), view, (read, "“answers” lists them."))
        case acts.TakeOver():
            mine = replace(state, waiting="line", stands=standing(view))
            return go_on(mine, view, ("The call is yours.", *_stands(view)))
        case acts.TakeBack() if before.answers == view.answers:
            return Turn(state, ("There is nothing to take back.",))
        case _:
            return go_on(replace(state, said=""), view, (_short(act),))


def _told(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _short(act: acts.Act) -> str:
    match act:
        case acts.DropNote():
            return f"Taken away: “{act.text}”."
        case acts.DropRest():
            return "Dropped."
        case acts.NoteConsent():
            return "Noted."
        case acts.TakeBack():
            return "Taken back."
        case _:
            return "Done."


def _noted(state: State, act: acts.Note, before: CallView, view: CallView) -> Turn:
    new = fresh(before, view)
    waits = tuple(one for one in state.queue if one not in new)
    state = replace(state, queue=(*new, *waits), rest="", done=(*state.done, act))
    if new:
        return go_on(replace(state, chosen=""), view)
    kept = "Kept; it is read later." if view.unread else "Kept."
    return go_on(state, view, (kept,))


Decision = acts.Confirm | acts.Reject | acts.Edit | acts.Give | acts.Carry


def _decided(state: State, act: Decision, view: CallView) -> Turn:
    by_id: dict[str, Answer] = {one.id: one for one in view.answers}
    match act:
        case acts.Confirm():
            said = "Confirmed."
            if state.following:
                # It may be a while since that was said.
                said = sentence(f"Confirmed: {in_short(by_id[act.answer])}")
        case acts.Reject():
            said = "Left out."
        case acts.Edit():
            said = f"Now I have {phrase(view, by_id[act.answer])}."
        case acts.Give():
            given = next(one for one in reversed(view.answers) if one.decided)
            said = f"I keep {phrase(view, given)}."
        case acts.Carry():
            said = _carried(act, view)
    answer = "" if isinstance(act, acts.Give | acts.Carry) else act.answer
    queue = tuple(one for one in state.queue if one != answer)
    after = replace(state, queue=queue, done=(*state.done, act), chosen="")
    return go_on(after, view, (said,))


def _carried(act: acts.Carry, view: CallView) -> str:
    if not act.holds:
        return f"Set aside: {title(act.carried.answer)}."
    kept = next(one for one in reversed(view.answers) if one.decided)
    return f"I keep {phrase(view, kept)}."


def _ended(state: State, act: acts.Act, before: CallView, end: EndView) -> Turn:
    state = replace(
        state, ended=True, queue=(), waiting="line", outcome=None, stage=None, step=None
    )
    match act:
        case acts.End():
            says = ("The call has ended.", *verdict_lines(end.call), *unknown_lines(end.call))
            agreed = any(one.field is Field.NEXT_STEP and one.in_force for one in end.call.answers)
            asks = AFTERWARDS if agreed else WHICH_STEP
            waits = replace(state, waiting="line" if agreed else "next_step")
            return Turn(waits, (*says, *move_lines(end), asks))
        case acts.NextStep():
            return _stepped(state, act, before, end.call)
        case acts.Override():
            return Turn(state, (f"Your verdict is {act.outcome}; mine is kept beside it.",))
        case _:
            return Turn(state, move_lines(end))


def _stepped(state: State, act: acts.NextStep, before: CallView, view: CallView) -> Turn:
    """The step as it is kept, which is with its date in full; a day is asked for once."""
    given = [one for one in view.answers if one.field is Field.NEXT_STEP and one.decided]
    kept = next((one for one in given if one.id == act.answer), given[-1])
    told = value_text(kept.value)
    says = (sentence(f"Next step: {told}"), *change_lines(standing(before), view))
    if act.answer or told != act.text:
        return Turn(state, (*says, AFTERWARDS))
    asked = replace(state, waiting="step_day", step=acts.NextStep(act.text, kept.id))
    return Turn(asked, (*says, WHICH_DAY))


def refused(state: State, act: acts.Act | None, error: AssistantError) -> Turn:
    """What is said when something could not be done."""
    if isinstance(error, ReadOnlyCall):
        return Turn(replace(state, waiting="take_over"), (str(error), "Take it over? y or n."))
    if isinstance(error, Blocked) and isinstance(act, acts.Move):
        asks = "Why move it all the same? Press Enter to leave it where it is."
        return Turn(replace(state, waiting="move_reason", stage=act.to), (str(error), asks))
    return Turn(state, (str(error),))


def overheard(state: State, before: CallView, view: CallView) -> Turn:
    """What is said once a transcript that is followed brought something.

    New answers are read back; where one is being asked about, which a "y" is for, the others
    are told and asked about after it. Another best question is said when the one that was
    said last is asked or answered.
    """
    new = tuple(one for one in fresh(before, view) if one not in state.queue)
    asks = _asks_anew(state, view, keep=not new)
    said = replace(state, said=asks[0]) if asks else state
    if state.waiting == "line" and (new or asks):
        return go_on(replace(said, queue=new), view, (*asks[1:], *_also_heard(view, new[1:])))
    queue = (*state.queue, *new)
    count = [f"{len(queue)} to check, one after the other."] if new else []
    return Turn(replace(said, queue=queue), (*asks[1:], *_also_heard(view, new), *count))


def _also_heard(view: CallView, new: Sequence[str]) -> list[str]:
    """What waits to be asked about, where that is little: of much only the count is told."""
    told = [one for one in view.answers if one.id in new] if len(new) <= MOST_HEARD else []
    return [f"I also heard {heard(view, one)}" for one in told]


def _asks_anew(state: State, view: CallView, *, keep: bool) -> tuple[str, ...]:
    """The words of the question to ask and how it is said, where it is not the one before.

    ``keep`` says to leave it at that one as long as it is among the best.
    """
    still = any(one.say == state.said for one in view.next_questions)
    offer = current(view, state.chosen, state.passed)
    if offer is None or offer.say == state.said or (still and keep):
        return ()
    return (offer.say, *ask_lines(view, offer))
