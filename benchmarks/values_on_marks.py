"""How often ``value_for`` reads a mark's value as its annotator did, given the mark's span.

    python benchmarks/values_on_marks.py [dev] [--fields budget,timeline] [--show wrong,blank]
                                         [--longer 2] [--shorter 1]

Every mark of ``transcripts/corpus/<folder>`` is read in its place in the call, with its
field, span and polarity told, and judged as ``assistant evaluate`` judges values. "invented"
is a figure or date where the mark has none. ``--longer`` and ``--shorter`` move both ends of
every span by so many words, as a tagger's spans are off.
"""

import argparse
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.domain.engine import ReadingFacts
from assistant.domain.fields import Field, Side
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.values import Count as Size
from assistant.domain.values import Deciders, Label, Money, Period, Value
from assistant.evaluation.notation import value_of
from assistant.evaluation.values import FIGURED, Judgement, judge
from assistant.extraction.dialogue.sides import settle_sides
from assistant.extraction.moment import Moment, Spoken, TurnReader
from assistant.extraction.pipeline import build_pipeline
from assistant.extraction.signals.valuing import value_for
from assistant.extraction.values.money.call_currency import currency_of_call
from assistant.ingest.marked import marked_files, read_marked

CORPUS = Path(__file__).parents[1] / "transcripts" / "corpus"
FIELDS = (
    "budget,timeline,authority,company_size,current_solution,competition,location,role,industry"
)
_OF_VALUED = ("right", "wrong", "blank")
_WINDOW = 4
_WORD = re.compile(r"\S+")


class Reading(NamedTuple):
    """One mark and what was read from it."""

    mark: MarkedAnswer
    judgement: Judgement | None
    read: str
    before: str
    call: str


def main() -> None:
    """Print right, wrong, blank and invented a field, and the marks that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", default="train")
    parser.add_argument("--fields", default=FIELDS)
    parser.add_argument("--show", default="")
    parser.add_argument("--longer", type=int, default=0)
    parser.add_argument("--shorter", type=int, default=0)
    options = parser.parse_args()
    fields = [Field(name) for name in options.fields.split(",")]
    shift = options.longer - options.shorter
    readings = list(read_all(CORPUS / options.folder, frozenset(fields), shift))
    for name, of_field in [*((f.value, {f}) for f in fields), ("all", set(fields))]:
        print(_figures(name, [r.judgement for r in readings if r.mark.field in of_field]))
    for r in readings:
        if r.judgement and r.judgement in options.show.split(","):
            mark = r.mark
            print(
                f"{r.judgement:8} {mark.field}/{mark.polarity} {mark.notation!r} <- {r.read}"
                f"\n    {mark.quote!r}\n    {r.call}, after {r.before[-150:]!r}"
            )


def _figures(name: str, judgements: list[Judgement | None]) -> str:
    counts = Counter(each.value for each in judgements if each is not None)
    valued = sum(counts[each] for each in _OF_VALUED)
    figures = "  ".join(
        f"{each} {counts[each]:4} ({counts[each] / max(1, valued):.3f})" for each in _OF_VALUED
    )
    without = len(judgements) - valued
    return f"{name:16} marks {valued:4}  {figures}  invented {counts['invented']:3} of {without}"


def read_all(folder: Path, fields: frozenset[Field], shift: int = 0) -> Iterator[Reading]:
    """Every mark of the fields that has a value, or should have none and is figured."""
    reader = TurnReader(build_pipeline())
    for file in marked_files(folder):
        call = read_marked(file)
        for mark, moment in moments(call, reader):
            gold = value_of(call, mark)
            if mark.field not in fields or (gold is None and mark.field not in FIGURED):
                continue
            spot = _moved(moment.text, mark.start, mark.end, shift)
            value = value_for(mark.field, moment, spot, mark.polarity)
            told = None if value is None else value.model_dump(mode="json")
            before = moment.before[-1].turn.text if moment.before else ""
            yield Reading(mark, judge(mark.field, gold, told), _shown(value), before, call.id)


def moments(call: MarkedCall, reader: TurnReader) -> Iterator[tuple[MarkedAnswer, Moment]]:
    """Every mark with the moment that a listener has at its turn, what was asked left out."""
    unsided = Transcript(format="marked", kind=call.kind, turns=call.turns)
    settled = settle_sides(unsided, call.rep)
    facts = ReadingFacts(
        kind=call.kind,
        call_date=call.call_date,
        rep=call.rep,
        participants=settled.participants,
        currency=_currency(settled.turns),
    )
    before: deque[Spoken] = deque(maxlen=_WINDOW)
    scale: float | None = None
    for turn in settled.turns:
        spoken = reader.read(turn, facts)
        last = before[-1] if before else None
        guess = last if last is not None and last.turn.side is Side.REP else None
        moment = Moment(spoken=spoken, before=tuple(before), guess=guess, scale=scale)
        yield from ((mark, moment) for mark in call.answers if mark.turn == turn.index)
        before.append(spoken)
        money = spoken.values.money
        scale = money[-1].value.high if money else scale


def _currency(turns: Sequence[Turn]) -> str | None:
    """The call's currency as the extractor finds it before it listens."""
    texts = [turn.text for turn in turns]
    own = [turn.text for turn in turns if turn.side is not Side.REP]
    return currency_of_call(texts, own, country=None, fallback=None)[0]


def _moved(text: str, start: int, end: int, shift: int) -> tuple[int, int]:
    """The span with so many words more at both ends, or fewer, but never without any."""
    words = [match.span() for match in _WORD.finditer(text)]
    first = next(at for at, word in enumerate(words) if word[1] > start)
    last = max(at for at, word in enumerate(words) if word[0] < end)
    if shift < 0 and last - first < -2 * shift:
        return start, end
    if shift == 0:
        return start, end
    first, last = max(0, first - shift), min(len(words) - 1, last + shift)
    return words[first][0], words[last][1]


def _shown(value: Value | None) -> str:
    match value:
        case Money():
            return f"{value.low:g}-{value.high:g} {value.currency}/{value.per}"
        case Period():
            return "asap" if value.asap else f"{value.start}..{value.end}"
        case Size():
            return f"{value.count:g} {value.unit}"
        case Deciders():
            people = "; ".join(f"{p.name} ({p.title})" for p in value.people)
            return f"speaker={value.speaker}; {people}"
        case Label():
            return repr(value.text)
        case None:
            return "-"


if __name__ == "__main__":
    main()
