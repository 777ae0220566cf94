"""Which turns of a call are of a kind: those in which the rep asks, those of a speaker."""

from collections.abc import Iterator, Sequence

from assistant.domain.calls import Source
from assistant.tui.review.index import place_of


def turns_asked(sources: Sequence[Source]) -> Iterator[str]:
    """The keys of the turns in which the rep asks something."""
    from assistant.workflows.asking_turns import questions_of_the_rep

    for source in sources:
        for index in questions_of_the_rep(source.turns):
            yield place_of(source.name, index)


def turns_of_speaker(sources: Sequence[Source], source: str, speaker: str) -> int:
    """How many turns of a source a speaker has; "" is nobody who is named."""
    turns = (turn for one in sources if one.name == source for turn in one.turns)
    return sum((turn.speaker or "") == speaker for turn in turns)
