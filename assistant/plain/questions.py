"""The question that is asked next, and the gates, in words. Pure."""

from collections.abc import Sequence

from assistant.domain.verdict import NextQuestion
from assistant.plain.words import sentence, words
from assistant.workflows.views import CallView, GateView, QuestionView

ALL_ASKED = "Every question is answered or set aside. “end” gives the verdict."


def every_question(view: CallView) -> tuple[QuestionView, ...]:
    """All questions of the call, gate by gate."""
    return tuple(one for gate in view.gates for one in gate.questions)


def question_of(view: CallView, question_id: str) -> QuestionView | None:
    """The question with that id."""
    return next((one for one in every_question(view) if one.question.id == question_id), None)


def current(view: CallView, chosen: str, passed: Sequence[str] = ()) -> NextQuestion | None:
    """What is asked now: the question that the rep turned to, else the best next one.

    ``passed`` are words that are not to be said again.
    """
    turned_to = question_of(view, chosen)
    if turned_to is None:
        return next((one for one in view.next_questions if one.say not in passed), None)
    gate = next(one for one in view.gates if turned_to in one.questions)
    return NextQuestion(
        question=chosen,
        gate=gate.id,
        bank=gate.bank,
        say=turned_to.question.ask,
        because="because you turned to it",
    )


def ask_lines(view: CallView, offer: NextQuestion | None) -> tuple[str, ...]:
    """The question to say, and what to type where it is answered by hand."""
    if offer is None:
        return (ALL_ASKED,)
    lines = [f"Ask: “{offer.say}”"]
    shown = question_of(view, offer.question)
    if shown is None or shown.question.ask != offer.say:
        return tuple(lines)
    choices = shown.question.options
    if choices == ("yes", "no"):
        lines.append("Type y or n for the answer.")
    elif choices and all(one.isdigit() for one in choices):
        lines.append(f"Type a number from {choices[0]} to {choices[-1]} for the answer.")
    elif choices:
        lines.append("Type the number of the answer:")
        lines += [f"{number}. {one}" for number, one in enumerate(choices, 1)]
    elif shown.question.by_hand:
        lines.append("Type = and the answer.")
    return tuple(lines)


def why_lines(view: CallView, offer: NextQuestion | None) -> tuple[str, ...]:
    """The reason for a question, and other words for it."""
    if offer is None:
        return (ALL_ASKED,)
    lines = [f"{offer.because[:1].upper()}{offer.because[1:]}."]
    shown = question_of(view, offer.question)
    if shown is not None:
        question = shown.question
        lines += [question.why] if question.why else []
        lines += [f"Or say: “{other}”" for other in question.also[:3] if other != offer.say]
        listen = [f"“{words[0]}”" for words in question.listen_for.values() if words]
        lines += ["Listen for: " + ", ".join(listen[:3]) + "."] if listen else []
    return tuple(lines)


def other_lines(view: CallView, offer: NextQuestion | None) -> tuple[tuple[str, ...], list[str]]:
    """The other questions worth asking now, numbered, and their ids."""
    others = [one for one in view.next_questions if offer is None or one.say != offer.say]
    if not others:
        return ("There is nothing else to ask now. “gates” lists every gate.",), []
    lines = [f"{number}. “{one.say}” {one.because}." for number, one in enumerate(others, 1)]
    return (*lines, "“ask 1” turns to the first."), [one.question for one in others]


def gates_lines(view: CallView) -> tuple[str, ...]:
    """Every gate with its state, numbered."""
    several = len(view.banks) > 1
    titles = {bank.id: bank.title for bank in view.banks}
    lines = []
    for number, gate in enumerate(view.gates, 1):
        bank = f" of {titles[gate.bank]}" if several else ""
        lines.append(f"{number}. {gate.title}{bank}: {_state_of(gate)}")
        lines += _lacking(gate)
    return tuple(lines)


def _state_of(gate: GateView) -> str:
    count = len(gate.questions)
    answered = f"{gate.answered} of {count} answered" if count else "asked in another gate"
    state = "passes" if gate.passed else "begun" if gate.answered else "open"
    return f"{state}, {answered}."


def _lacking(gate: GateView) -> list[str]:
    return [sentence(f"- Missing: {one}") for one in gate.missing]


def gate_named(view: CallView, name: str) -> GateView | None:
    """The gate with that number, title or id."""
    wanted = name.strip().casefold()
    if wanted.isdecimal():
        at = int(wanted) - 1
        return view.gates[at] if 0 <= at < len(view.gates) else None
    by_bank = {bank.id: bank for bank in view.banks}
    for shown in view.gates:
        gate = by_bank[shown.bank].gate(wanted)
        if gate is not None and gate.id == shown.id:
            return shown
    return None


def gate_lines(gate: GateView) -> tuple[str, ...]:
    """A gate's questions, numbered, with their states."""
    lines = [f"{gate.title}: {_state_of(gate)}", *_lacking(gate)]
    for number, one in enumerate(gate.questions, 1):
        lines.append(f"{number}. {words().states[one.state]}: “{one.question.ask}”")
    return tuple(lines)
