"""The spaCy component that tags a turn in its talk: ``tagged_of(doc)``, ``asked_of(doc)``."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from assistant.domain.fields import Field, Side
from assistant.extraction.learned.decoding import Tagged, by_field, decode
from assistant.extraction.learned.encoding import Part
from assistant.extraction.learned.labels import FIELDS
from assistant.extraction.learned.model import (
    FOLDER,
    NOTHING,
    Floats,
    Model,
    Outputs,
    Read,
    load_model,
)
from assistant.extraction.learned.windows import PLACE, Kept, Place, Talk, Window, together
from assistant.extraction.qualifiers.reading import Spot

_TAGGED, _ASKED, _ASKABLE, _READ = "tagged", "asked", "askable", "read"
_ASKED_AT_ALL = 0.1
"""The probability below which a rep's turn doesn't ask for a field, whatever rules say."""
NAME = "assistant_tagger"
_AHEAD = 3
"""Batches that are being read while turns of the one before are worked on: with fewer, the
threads that read wait for who asked, or who asked for them."""


class _Batch(NamedTuple):
    """Turns being read.

    ``joined`` windows have each the places in ``read`` that it covers, and ``reading`` each
    what is said of it.
    """

    docs: list[Doc]
    read: list[tuple[Doc, Part]]
    joined: list[tuple[Window, list[int]]]
    reading: list[Future[Read]]


class LearnedTagger:
    """Tags turns. A Doc without a ``Place`` passes untouched."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Tag one turn, seeing the talk so far."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Tag turns that follow each other: a window is encoded once for all its turns.

        While turns are worked on by who asked for them, the next ones are being read.
        """
        waiting, begun = iter(stream), deque[_Batch]()
        last: Future[Read] | None = None
        while True:
            while len(begun) <= _AHEAD and (docs := list(islice(waiting, batch_size))):
                begun.append(self._begin(docs, last))
                last = begun[-1].reading[-1] if begun[-1].reading else last
            if not begun:
                return
            batch = begun.popleft()
            self._finish(batch)
            yield from batch.docs

    def _begin(self, docs: list[Doc], last: Future[Read] | None) -> _Batch:
        read: list[tuple[Doc, Part]] = []
        windows: list[Window] = []
        for doc in docs:
            if PLACE in doc.user_data:
                place: Place = doc.user_data[PLACE]
                parts = self.model.encoder.encode(doc.text, place.side, place.kind)
                windows.extend(place.talk.add(place.index, parts))
                read.extend((doc, part) for part in parts)
        joined = together(windows)
        before = last or (_talk(read[0][0]).kept if read else NOTHING)
        return _Batch(docs, read, joined, self._reading([each for each, _ in joined], before))

    def _reading(
        self, windows: Sequence[Window], before: Kept | Future[Read]
    ) -> list[Future[Read]]:
        """Only the first window may go on what was read before."""
        if len(windows) == 1 and isinstance(before, Kept):
            alone = Future[Read]()
            alone.set_result(self.model.run(windows[0], before))
            return [alone]
        return [
            self.model.begin(window, NOTHING if number else before)
            for number, window in enumerate(windows)
        ]

    def _finish(self, batch: _Batch) -> None:
        for (_, places), reading in zip(batch.joined, batch.reading, strict=True):
            outputs, kept = reading.result()
            _talk(batch.read[places[0]][0]).kept = kept
            for number, out in zip(places, outputs, strict=True):
                self._keep(*batch.read[number], out)

    def _keep(self, doc: Doc, part: Part, out: Outputs) -> None:
        card, side = self.model.card, doc.user_data[PLACE].side
        if side is Side.REP:
            doc.user_data[_ASKED] = asked_of(doc) | _asked_in(out, card.asked)
            possible = _asked_in(out, _ASKED_AT_ALL)
            doc.user_data[_ASKABLE] = possible | (askable_of(doc) or frozenset())
        elif side is not Side.OTHER:
            doc.user_data[_TAGGED] = (*tagged_of(doc), *decode(doc.text, part, out, card))
            doc.user_data.setdefault(_READ, []).append((part, by_field(out.tags)))


def _asked_in(out: Outputs, least: float) -> frozenset[Field]:
    chances = zip(FIELDS, out.asked.tolist(), strict=True)
    return frozenset(field for field, chance in chances if chance >= least)


def _talk(doc: Doc) -> Talk:
    place: Place = doc.user_data[PLACE]
    return place.talk


def tagged_of(doc: Doc) -> tuple[Tagged, ...]:
    """The answers that the tagger found in a turn; none where no tagger is."""
    tagged: tuple[Tagged, ...] = doc.user_data.get(_TAGGED, ())
    return tagged


def support_of(doc: Doc, field: Field, spot: Spot) -> float | None:
    """How likely the words are to answer a field, on average; None where no tagger is."""
    number = FIELDS.index(field)
    read: list[tuple[Part, Floats]] = doc.user_data.get(_READ, [])
    chances = [
        float(chance)
        for part, chances in read
        for (start, end), chance in zip(part.spots[1:], chances[:, number], strict=True)
        if start < spot[1] and end > spot[0]
    ]
    return sum(chances) / len(chances) if chances else None


def highest_of(doc: Doc) -> dict[Field, float] | None:
    """How likely the likeliest word is to answer each field; None where no tagger is."""
    read: list[tuple[Part, Floats]] = doc.user_data.get(_READ, [])
    highest = [each.max(axis=0) for _, each in read if len(each)]
    if not highest:
        return {} if read else None
    return dict(zip(FIELDS, np.maximum.reduce(highest).tolist(), strict=False))


def asked_of(doc: Doc) -> frozenset[Field]:
    """The fields that a rep's turn asks for; none where no tagger is."""
    asked: frozenset[Field] = doc.user_data.get(_ASKED, frozenset())
    return asked


def askable_of(doc: Doc) -> frozenset[Field] | None:
    """The fields that a rep's turn may ask for at all; None where no tagger read it."""
    askable: frozenset[Field] | None = doc.user_data.get(_ASKABLE)
    return askable


@Language.factory(NAME, default_config={"folder": str(FOLDER)})
def _tagger(nlp: Language, name: str, folder: str) -> LearnedTagger:  # noqa: ARG001 - spaCy's
    return LearnedTagger(load_model(Path(folder)))
