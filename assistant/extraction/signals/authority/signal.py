"""What phrases can't say: who is named, and whether they are on the call."""

from dataclasses import replace

from assistant.domain.fields import Polarity, Side
from assistant.domain.values import Decider, Deciders
from assistant.extraction.moment import Moment, Spoken
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.candidate import Candidate

_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers"})


def refine(moment: Moment, candidate: Candidate) -> Candidate:
    """The candidate with the people whom its words name.

    "She signs" is whoever was named last. One who decides for the speaker and sits on the
    prospect's side of the call makes the answer a yes.
    """
    given = candidate.value if isinstance(candidate.value, Deciders) else Deciders(speaker=None)
    spot = candidate.start, candidate.end
    people = _named(moment.spoken, spot) or given.people
    if not people and not moment.notes and _PRONOUNS & _words(moment.spoken, spot):
        people = _named_last(moment, candidate)
    value = given.model_copy(
        update={"people": people, "raw": moment.text[candidate.start : candidate.end]}
    )
    present = candidate.polarity is Polarity.NO and _present(people, moment)
    return replace(candidate, value=value, polarity=Polarity.YES if present else candidate.polarity)


def _named(spoken: Spoken, spot: Spot) -> tuple[Decider, ...]:
    reps = {p.name.lower() for p in spoken.facts.participants if p.side is Side.REP}
    return tuple(
        decider
        for found in spoken.values.within("person", spot)
        for decider in found.value.people
        if (decider.name or "").lower() not in reps
    )


def _words(spoken: Spoken, spot: Spot) -> set[str]:
    return {token.norm_.lower() for token in spoken.doc if spot[0] <= token.idx < spot[1]}


def _named_last(moment: Moment, candidate: Candidate) -> tuple[Decider, ...]:
    """The person named right before, in this turn or in the one before it."""
    earlier = _named(moment.spoken, (0, candidate.start))
    for spoken in reversed(moment.before):
        if earlier:
            break
        earlier = _named(spoken, (0, len(spoken.turn.text)))
    return earlier[-1:]


def _present(people: tuple[Decider, ...], moment: Moment) -> bool:
    """Whether all of them take part in the call, on the prospect's side."""
    there = {
        p.name.lower().split()[0]
        for p in moment.spoken.facts.participants
        if p.side is Side.PROSPECT and p.name.strip()
    }
    return bool(people) and all(
        person.name is not None and person.name.lower().split()[0] in there for person in people
    )
