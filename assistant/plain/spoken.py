"""What was said in the transcript, and how the call is talked, in words. Pure."""

from collections.abc import Sequence

from assistant.domain.fields import Side
from assistant.domain.transcript import Turn
from assistant.domain.wording import clock_text
from assistant.plain.words import sentence
from assistant.workflows.talk import USUAL_QUESTIONS, USUAL_SHARE, Talk
from assistant.workflows.views import CallView, FollowView

MOST_NOTES = 3
"""So many notes on a file are said."""
LATEST = 8
"""So many of the last turns are said."""
WHOSE = {Side.REP: "you", Side.PROSPECT: "the prospect"}


def turns_lines(view: CallView) -> tuple[str, ...]:
    """The last turns of the latest transcript."""
    if not view.sources or not view.sources[-1].turns:
        return ("There is no transcript yet.",)
    return tuple(_turn(one) for one in view.sources[-1].turns[-LATEST:])


def _turn(turn: Turn) -> str:
    at = f" at {clock_text(turn.start)}" if turn.start is not None else ""
    who = turn.speaker or WHOSE.get(turn.side, "somebody").capitalize()
    return f"{who}{at}: {turn.text}"


def talk_lines(view: CallView) -> tuple[str, ...]:
    """Shares of the talk, the longest monologue, questions asked: hints, never a verdict."""
    if not view.sources:
        return ("There is no transcript yet.",)
    talk = Talk()
    talk.add(view.sources[-1].turns)
    figures = talk.figures({one.name: one.side for one in view.call.participants})
    lines = []
    if figures.rep_share is not None:
        lines.append(f"You talk {figures.rep_share:.0%} of the time; usual is {USUAL_SHARE}.")
    if figures.longest:
        whose = WHOSE.get(figures.longest_side, "somebody")
        lines.append(f"The longest monologue took {clock_text(figures.longest)}, by {whose}.")
    if figures.rep_share is not None:
        count = figures.questions
        lines.append(f"You asked {count} questions; usual are {USUAL_QUESTIONS}.")
    return tuple(lines) or ("It is not known yet who talks.",)


def noted_lines(noted: Sequence[str]) -> tuple[str, ...]:
    """What the reader of a file noted: what it had to mend, leave out or guess."""
    more = len(noted) - MOST_NOTES
    rest = (f"And {more} more notes on the file.",) if more > 0 else ()
    return (*(sentence(f"Note on the file: {one}") for one in noted[:MOST_NOTES]), *rest)


def followed_lines(before: FollowView | None, now: FollowView) -> tuple[str, ...]:
    """What is to be known about a transcript that is followed, each once."""
    was = before.state if before else ""
    lines: list[str] = []
    if now.state != was:
        lines += _STATES.get(now.state, ())
    language = before.language if before else "en"
    if now.language not in {"en", language}:
        lines.append(f"They speak {now.language}; answers are only read in English.")
    return tuple(sentence(line.format(name=now.name)) for line in lines)


_STATES = {
    "waiting": ("Nothing has come from {name} yet; I wait for it",),
    "consent": ("The transcript is read once consent is noted; “consent agreed” notes it",),
    "withdrawn": (
        "Consent was withdrawn: I read no more of {name}, and drop what was not stored yet",
        "Your notes go on. Should they agree again, “consent agreed” goes on with it",
    ),
    "gone": ("{name} is gone; I wait until it is back",),
    "ended": (
        "The transcript has ended: nothing more comes from {name}",
        "The call goes on; “end” ends it",
    ),
}
