"""The spaCy component that tags a turn in its talk: ``tagged_of(doc)``, ``asked_of(doc)``."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from assistant.domain.fields import Field, Side
from assistant.extraction.learned.decoding import Tagged, by_field, decode
from assistant.extraction.learned.encoding import Part
from assistant.extraction.learned.labels import FIELDS
from assistant.extraction.learned.model import FOLDER, Floats, Model, Outputs, load_model
from assistant.extraction.learned.windows import PLACE, Place, Talk, Window, together
from assistant.extraction.qualifiers.reading import Spot

_TAGGED, _ASKED, _READ = "tagged", "asked", "read"
NAME = "assistant_tagger"


class LearnedTagger:
    """Tags turns. A Doc without a ``Place`` passes untouched."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Tag one turn, seeing the talk so far."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Tag turns that follow each other: a window is encoded once for all its turns."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            self._tag([doc for doc in docs if PLACE in doc.user_data])
            yield from docs

    def _tag(self, docs: list[Doc]) -> None:
        read: list[tuple[Doc, Part]] = []
        windows: list[Window] = []
        for doc in docs:
            place: Place = doc.user_data[PLACE]
            parts = self.model.encoder.encode(doc.text, place.side, place.kind)
            windows.extend(place.talk.add(place.index, parts))
            read.extend((doc, part) for part in parts)
        for window, places in together(windows):
            talk: Talk = read[places[0]][0].user_data[PLACE].talk
            outputs, talk.kept = self.model.run(window, talk.kept)
            for number, out in zip(places, outputs, strict=True):
                self._keep(*read[number], out)

    def _keep(self, doc: Doc, part: Part, out: Outputs) -> None:
        card, side = self.model.card, doc.user_data[PLACE].side
        if side is Side.REP:
            asked = zip(FIELDS, out.asked.tolist(), strict=True)
            sure = frozenset(field for field, chance in asked if chance >= card.asked)
            doc.user_data[_ASKED] = asked_of(doc) | sure
        elif side is not Side.OTHER:
            doc.user_data[_TAGGED] = (*tagged_of(doc), *decode(doc.text, part, out, card))
            doc.user_data.setdefault(_READ, []).append((part, by_field(out.tags)))


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


def highest_of(doc: Doc) -> float | None:
    """How likely the likeliest word is to answer the likeliest field; None without a tagger."""
    read: list[tuple[Part, Floats]] = doc.user_data.get(_READ, [])
    chances = [float(each[:, : len(FIELDS)].max()) for _, each in read if len(each)]
    return max(chances, default=0.0) if read else None


def asked_of(doc: Doc) -> frozenset[Field]:
    """The fields that a rep's turn asks for; none where no tagger is."""
    asked: frozenset[Field] = doc.user_data.get(_ASKED, frozenset())
    return asked


@Language.factory(NAME, default_config={"folder": str(FOLDER)})
def _tagger(nlp: Language, name: str, folder: str) -> LearnedTagger:  # noqa: ARG001 - spaCy's
    return LearnedTagger(load_model(Path(folder)))
