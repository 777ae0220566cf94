"""What a learned tagger has to do to work beside the rules."""

from typing import Protocol

from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate


class Tagger(Protocol):
    """Marks spans of a turn, seeing the turns before it.

    ``listening`` puts its candidates beside the rules': where they share words the more
    confident one stands, of equals the rule's. A candidate without a value is given the
    field's value in its words. ``found_by`` must be "tagger".
    """

    @property
    def model(self) -> str:
        """The model's checksum, which is the engine's ``model``."""
        ...

    def tag(self, moment: Moment) -> tuple[Candidate, ...]:
        """The candidates in ``moment.spoken``; offsets are code points of its text."""
        ...
