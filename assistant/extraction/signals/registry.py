"""Finds every field's signal: its phrases, and its own code where it has any."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from spacy.language import Language

from assistant.domain.fields import Field
from assistant.extraction.data import load_data
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.signals.joining import join, surest
from assistant.extraction.signals.phrases import Phrases
from assistant.extraction.signals.resolving import resolve
from assistant.extraction.signals.rules import RuleFile
from assistant.extraction.signals.valuing import value_in

Find = Callable[[Moment], Iterable[Candidate]]
Refine = Callable[[Moment, Candidate], Candidate | None]


def _always(_: Candidate) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class FieldSignal:
    """One field: how its candidates are settled, and its own code if it has any."""

    threshold: float
    joined: bool = False
    most: int | None = None
    find: Find | None = None
    refine: Refine | None = None


class Signals:
    """All fields that have a folder here."""

    def __init__(self, nlp: Language) -> None:
        files = {field: file for field in Field if (file := _rules_of(field)) is not None}
        self._phrases = Phrases(nlp, files)
        self._fields = {field: _signal_of(field, files.get(field)) for field in Field}

    def find(
        self,
        moment: Moment,
        fields: frozenset[Field],
        more: Iterable[Candidate] = (),
        likely: Callable[[Candidate], bool] = _always,
    ) -> tuple[Candidate, ...]:
        """The candidates for ``fields`` that stand in a turn, and ``more``; the ``likely``."""
        found = [*self._phrases.find(moment, fields), *more]
        for field, signal in self._fields.items():
            if signal.find is not None and field in fields:
                found.extend(signal.find(moment))
        refined = (self._refined(moment, candidate) for candidate in found if likely(candidate))
        by_field: dict[Field, list[Candidate]] = defaultdict(list)
        for candidate in refined:
            if candidate is not None:
                by_field[candidate.field].append(candidate)
        return resolve(
            candidate
            for field, several in by_field.items()
            for candidate in self._settled(field, several, moment)
        )

    def _settled(
        self, field: Field, several: Sequence[Candidate], moment: Moment
    ) -> Sequence[Candidate]:
        signal = self._fields[field]
        if signal.joined and len(several) > 1:
            several = join(several, moment.spoken)
        return several if signal.most is None else surest(several, signal.most)

    def _refined(self, moment: Moment, candidate: Candidate) -> Candidate | None:
        signal = self._fields[candidate.field]
        if candidate.value is None:
            value = value_in(candidate.field, moment.spoken, (candidate.start, candidate.end))
            candidate = replace(candidate, value=value)
        kept = signal.refine(moment, candidate) if signal.refine is not None else candidate
        return kept if kept is not None and kept.confidence >= signal.threshold else None


def _rules_of(field: Field) -> RuleFile | None:
    path = Path(__file__).with_name(field.value) / "phrases.yaml"
    return load_data(RuleFile, path) if path.exists() else None


def _signal_of(field: Field, file: RuleFile | None) -> FieldSignal:
    settings = RuleFile(threshold=0.0, rules=()) if file is None else file
    package = f"{__package__}.{field.value}"
    if find_spec(package) is None or find_spec(f"{package}.signal") is None:
        return FieldSignal(settings.threshold, settings.joined, settings.most)
    module = import_module(f"{package}.signal")
    return FieldSignal(
        settings.threshold,
        settings.joined,
        settings.most,
        find=getattr(module, "find", None),
        refine=getattr(module, "refine", None),
    )
