"""Whether the speaker decides, and who else does."""

import re

from assistant.domain.fields import Polarity, Side
from assistant.domain.values import Decider, Deciders, Say
from assistant.extraction.moment import Moment, Spoken
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.authority.say import denies_shortly, say_of, speaks_of_self
from assistant.extraction.signals.replying import replies

_OURS = frozenset({"we", "us", "our", "ours"})
_NO_NAME = re.compile(r"\d")
"""In what stands for a name: "Speaker 2"."""
PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers"})


def authority_value(
    moment: Moment, spot: Spot, polarity: Polarity, say: Say | None = None
) -> Deciders | None:
    """The people in the words and the speaker's own say; None where neither is told.

    The say is read from the words where it is not known by other means.
    """
    raw = moment.text[spot[0] : spot[1]]
    said = named(moment.spoken, spot)
    people = _others(moment, said)
    pointed = not people and not moment.notes and bool(PRONOUNS & said_at(moment.spoken, spot))
    if pointed:
        people = named_last(moment, spot[0])
    if (
        not people
        and moment.guess is not None
        and replies(moment, spot)
        and not speaks_of_self(raw)
    ):
        whole = named(moment.guess, (0, len(moment.guess.turn.text)))
        people = _others(moment, whole)[-1:]
    if say is None and not people and _is_about_others(raw, polarity):
        return Deciders(speaker="no", raw=raw) if denies_shortly(raw) else None
    oneself = len(people) < len(said)
    speaker = say or say_of(raw, polarity, others=bool(people), notes=moment.notes, oneself=oneself)
    if speaker == "shared" and (pointed or not people):
        people = _partner(moment) or people
    if not people and speaker in {None, "shared"}:
        return None
    return Deciders(speaker=speaker, people=people, raw=raw)


def _others(moment: Moment, people: tuple[Decider, ...]) -> tuple[Decider, ...]:
    """The people without whoever speaks, who is no other; in notes that is the prospect."""
    own = set(_speaker(moment).lower().split())
    return tuple(each for each in people if not own & set((each.name or "").lower().split()))


def _speaker(moment: Moment) -> str:
    """Whose say it is about: in notes the one prospect's, where there are not several."""
    if not moment.notes:
        return moment.spoken.turn.speaker or ""
    prospects = [p.name for p in moment.spoken.facts.participants if p.side is Side.PROSPECT]
    return prospects[0] if len(prospects) == 1 else ""


def _partner(moment: Moment) -> tuple[Decider, ...]:
    """Whoever shares the say: the other one on the prospect's side, where there is one."""
    others = [
        p.name
        for p in moment.spoken.facts.participants
        if p.side is Side.PROSPECT and p.name != moment.spoken.turn.speaker
    ]
    named = len(others) == 1 and not moment.notes and _NO_NAME.search(others[0]) is None
    return (Decider(name=others[0]),) if named else ()


def _is_about_others(raw: str, polarity: Polarity) -> bool:
    """Whether somebody decides whom nothing names ("anything above ten goes up to them")."""
    if speaks_of_self(raw):
        return False
    words = set(raw.lower().split())
    return polarity is Polarity.NO or bool(words & _OURS)


def named(spoken: Spoken, spot: Spot) -> tuple[Decider, ...]:
    """The people within the code points; the rep is none."""
    reps = {p.name.lower() for p in spoken.facts.participants if p.side is Side.REP}
    return tuple(
        decider
        for found in spoken.values.within("person", spot)
        for decider in found.value.people
        if (decider.name or "").lower() not in reps
    )


def said_at(spoken: Spoken, spot: Spot) -> set[str]:
    """The lower-case words within the code points."""
    return {token.norm_.lower() for token in spoken.doc if spot[0] <= token.idx < spot[1]}


def named_last(moment: Moment, start: int) -> tuple[Decider, ...]:
    """The person named right before, in this turn or in those before it."""
    earlier = _others(moment, named(moment.spoken, (0, start)))
    for spoken in reversed(moment.before):
        if earlier:
            break
        earlier = _others(moment, named(spoken, (0, len(spoken.turn.text))))
    return earlier[-1:]
