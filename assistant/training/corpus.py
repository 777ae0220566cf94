"""The marked calls that a tagger is built from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.fields import Kind
from assistant.domain.marked import MarkedCall
from assistant.evaluation.asked import AskedMarks, find_asked, read_asked
from assistant.extraction.learned.encoding import Encoder
from assistant.ingest.marked import marked_files, read_marked
from assistant.training.examples import Example, examples_of

TRAIN, DEV = "train", "dev"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Calls to learn from, calls to measure and choose by, and which questions are asked."""

    train: tuple[MarkedCall, ...]
    dev: tuple[MarkedCall, ...]
    asked: AskedMarks | None

    def examples(self, encoder: Encoder) -> tuple[tuple[Example, ...], ...]:
        """The calls to learn from, part by part."""
        marked = self.asked.calls if self.asked else {}
        return tuple(
            examples_of(
                call,
                encoder,
                {turn: mark.fields for turn, mark in marked.get(call.id, {}).items()},
            )
            for call in self.train
        )

    def counts(self) -> dict[str, int]:
        """How much there is to learn from."""
        return {
            "calls": sum(call.kind is Kind.CALL for call in self.train),
            "notes": sum(call.kind is Kind.NOTES for call in self.train),
            "turns": sum(len(call.turns) for call in self.train),
            "answers": sum(len(call.answers) for call in self.train),
        }


def read_corpus(folder: Path, also: Sequence[Path] = ()) -> Corpus:
    """The corpus in a folder, with more folders of calls to learn from.

    Raises BadInput where there are no calls, or one is not as GUIDE says.
    """
    asked = find_asked(folder)
    return Corpus(
        train=tuple(call for place in (folder / TRAIN, *also) for call in calls_in(place)),
        dev=tuple(calls_in(folder / DEV)),
        asked=read_asked(asked) if asked else None,
    )


def calls_in(folder: Path) -> list[MarkedCall]:
    """The marked calls in a folder. Raises BadInput where there are none."""
    return [read_marked(path) for path in marked_files(folder)]
