"""The marked calls that a tagger is built from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.fields import Field, Kind
from assistant.domain.marked import MarkedCall
from assistant.evaluation.asked import AskedMarks, find_asked, read_asked
from assistant.extraction.learned.encoding import Encoder
from assistant.ingest.marked import marked_files, read_marked
from assistant.training.examples import Example, examples_of

TRAIN, DEV = "train", "dev"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Calls to learn from, calls to measure and choose by, and which questions are asked.

    ``also`` are calls to learn from too, of which nobody marked what is asked.
    """

    train: tuple[MarkedCall, ...]
    also: tuple[MarkedCall, ...]
    dev: tuple[MarkedCall, ...]
    asked: AskedMarks | None

    def examples(self, encoder: Encoder) -> tuple[tuple[Example, ...], ...]:
        """The calls to learn from, part by part."""
        own = (examples_of(call, encoder, self._asked_in(call)) for call in self.train)
        return (*own, *(examples_of(call, encoder, {}) for call in self.also))

    def counts(self) -> dict[str, int]:
        """How much there is to learn from."""
        calls = (*self.train, *self.also)
        return {
            "calls": sum(call.kind is Kind.CALL for call in calls),
            "notes": sum(call.kind is Kind.NOTES for call in calls),
            "turns": sum(len(call.turns) for call in calls),
            "answers": sum(len(call.answers) for call in calls),
        }

    def _asked_in(self, call: MarkedCall) -> dict[int, frozenset[Field]]:
        turns = self.asked.calls.get(call.id, {}) if self.asked else {}
        return {turn: mark.fields for turn, mark in turns.items()}


def read_corpus(folder: Path, also: Sequence[Path] = ()) -> Corpus:
    """The corpus in a folder, with more folders of calls to learn from.

    Raises BadInput where there are no calls, or one is not as GUIDE says.
    """
    asked = find_asked(folder)
    return Corpus(
        train=calls_in(folder / TRAIN),
        also=tuple(call for more in also for call in calls_in(more)),
        dev=calls_in(folder / DEV),
        asked=read_asked(asked) if asked else None,
    )


def calls_in(folder: Path) -> tuple[MarkedCall, ...]:
    """The marked calls in a folder. Raises BadInput where there are none."""
    return tuple(read_marked(path) for path in marked_files(folder))
