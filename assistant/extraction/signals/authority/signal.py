"""What phrases can't say: who is named, and whether they are on the call."""

from dataclasses import replace

from assistant.domain.fields import Polarity, Side
from assistant.domain.values import Decider, Deciders
from assistant.extraction.moment import Moment
from assistant.extraction.signals.authority.value import PRONOUNS, named, named_last, said_at
from assistant.extraction.signals.candidate import Candidate


def refine(moment: Moment, candidate: Candidate) -> Candidate:
    """The candidate with the people whom its words name.

    "She signs" is whoever was named last. One who decides for the speaker and sits on the
    prospect's side of the call makes the answer a yes.
    """
    given = candidate.value if isinstance(candidate.value, Deciders) else Deciders(speaker=None)
    spot = candidate.start, candidate.end
    people = named(moment.spoken, spot) or given.people
    if not people and not moment.notes and PRONOUNS & said_at(moment.spoken, spot):
        people = named_last(moment, candidate.start)
    value = given.model_copy(
        update={"people": people, "raw": moment.text[candidate.start : candidate.end]}
    )
    present = candidate.polarity is Polarity.NO and _present(people, moment)
    return replace(candidate, value=value, polarity=Polarity.YES if present else candidate.polarity)


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
