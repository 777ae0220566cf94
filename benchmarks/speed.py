"""How fast the extraction is, beside other programs on the same text, in one run.

    python benchmarks/speed.py --json speed.json

The text is the development calls': an hour's call of 9,000 words put together from them, the
lines of their notes, and a turn of 300 words. Prints a Markdown table. ``--fp32 FILE`` names
the tagger's network before it was quantised, which is then run on the same windows.
dateparser is measured where it is installed (the extra ``benchmarks``).

Times are of the wall clock, with those of the processor beside them: only the latter hold
where other programs keep the machine busy.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from assistant.domain.engine import Extractor, Listener, ReadingFacts
from assistant.domain.fields import Kind, Side
from assistant.domain.marked import MarkedCall
from assistant.domain.transcript import Turn
from assistant.extraction.loading import load_extractor
from assistant.ingest.marked import marked_files, read_marked

if TYPE_CHECKING:
    from assistant.extraction.learned.model import Model
    from assistant.extraction.learned.windows import Window

CORPUS = Path(__file__).parents[1] / "transcripts" / "corpus" / "dev"
_LONG_TURN = 300


@dataclass(frozen=True)
class Texts:
    """What is read: an hour's call, lines of notes, a long turn."""

    call: tuple[Turn, ...]
    call_facts: ReadingFacts
    notes: tuple[Turn, ...]
    notes_facts: ReadingFacts
    long_turn: Turn


@dataclass(frozen=True)
class Timed:
    """Seconds by the wall clock, and the processor's (of all threads)."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Row:
    """One line of the table. ``words`` a second by the processor's time; ``ours`` is 1."""

    what: str
    wall: str
    cpu: str
    bar: str = ""
    words: float | None = None
    ours: float | None = None


def main() -> None:
    """Measure all, print the table, write the figures."""
    options = _options()
    texts = texts_of(options.corpus, options.words)
    extractor = load_extractor()
    rows = [
        *_reading(extractor, texts, options.passes),
        *_loading(options.loads),
        *_beside(texts.call, options.passes, options.fp32),
    ]
    rows = _against_ours(rows)
    print(f"Engine: {extractor.engine}, Python {sys.version.split()[0]} on {sys.platform}\n")
    print(table(rows))
    if options.json:
        figures = {"engine": str(extractor.engine), "rows": [asdict(row) for row in rows]}
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a folder of marked calls")
    parser.add_argument("--words", type=int, default=9_000, help="words of the hour's call")
    parser.add_argument("--passes", type=int, default=3, help="how often a text is read")
    parser.add_argument("--loads", type=int, default=3, help="how many processes load all anew")
    parser.add_argument("--fp32", type=Path, help="the tagger's network, not quantised (ONNX)")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    return parser.parse_args()


def texts_of(corpus: Path, words: int) -> Texts:
    """The texts, the same from the same folder: its calls and notes in the order of names."""
    marked = [read_marked(path) for path in marked_files(corpus)]
    calls = [call for call in marked if call.kind is Kind.CALL]
    notes = [call for call in marked if call.kind is Kind.NOTES]
    turns = [turn for call in calls for turn in _sided(call)]
    said = (turn.text for turn in turns if turn.side is Side.PROSPECT)
    long_turn = " ".join(list(chain.from_iterable(text.split() for text in said))[:_LONG_TURN])
    lines = [turn for note in notes for turn in note.turns if turn.text.strip()]
    return Texts(
        call=_numbered(turns[: _turns_with(turns, words)]),
        call_facts=_facts(calls, Kind.CALL),
        notes=_numbered(lines),
        notes_facts=_facts(notes, Kind.NOTES),
        long_turn=Turn(index=0, text=long_turn, side=Side.PROSPECT),
    )


def _sided(call: MarkedCall) -> list[Turn]:
    """The call's turns: the rep's, and the prospect's."""
    return [
        turn.model_copy(update={"side": Side.REP if turn.speaker == call.rep else Side.PROSPECT})
        for turn in call.turns
    ]


def _turns_with(turns: Sequence[Turn], words: int) -> int:
    """How many turns it takes to have so many words."""
    for number, turn in enumerate(turns, start=1):
        words -= len(turn.text.split())
        if words <= 0:
            return number
    return len(turns)


def _numbered(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    return tuple(turn.model_copy(update={"index": at}) for at, turn in enumerate(turns))


def _facts(calls: Sequence[MarkedCall], kind: Kind) -> ReadingFacts:
    return ReadingFacts(kind=kind, call_date=calls[0].call_date, currency="USD")


def timed(work: Callable[[], object]) -> Timed:
    """How long it takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Timed(time.perf_counter() - wall, time.process_time() - cpu)


def _reading(extractor: Extractor, texts: Texts, passes: int) -> list[Row]:
    hour = [
        timed(lambda: _hear_all(extractor.listen(texts.call_facts), texts.call))
        for _ in range(passes)
    ]
    long_turn = [
        timed(lambda: extractor.listen(texts.call_facts).hear(texts.long_turn))
        for _ in range(10 * passes)
    ]
    return [
        _whole("the hour's call", hour, _words(texts.call), "1.2 s"),
        _each("one turn", _turn_by_turn(extractor.listen(texts.call_facts), texts.call), "20 ms"),
        _each(
            "one line of notes",
            _turn_by_turn(extractor.listen(texts.notes_facts), texts.notes),
            "20 ms",
        ),
        _each(f"a turn of {_LONG_TURN} words", long_turn, "60 ms"),
    ]


def _hear_all(listener: Listener, turns: Sequence[Turn]) -> None:
    for _ in listener.hear_all(turns):
        pass


def _turn_by_turn(listener: Listener, turns: Sequence[Turn]) -> list[Timed]:
    def heard(turn: Turn) -> Timed:
        return timed(lambda: listener.hear(turn))

    return [heard(turn) for turn in turns]


def _words(turns: Sequence[Turn]) -> int:
    return sum(len(turn.text.split()) for turn in turns)


def _whole(what: str, passes: Sequence[Timed], words: int, bar: str = "") -> Row:
    wall = statistics.median(each.wall for each in passes)
    cpu = statistics.median(each.cpu for each in passes)
    return Row(
        f"{what}, {words} words",
        f"{wall:.2f} s",
        f"{cpu:.2f} s",
        f"at most {bar}" if bar else "",
        words / max(cpu, 1e-9),
    )


def _each(what: str, times: Sequence[Timed], bar: str) -> Row:
    return Row(
        f"{what}: median, 95th percentile, slowest of {len(times)}",
        _spread([each.wall for each in times]),
        _spread([each.cpu for each in times]),
        f"95th percentile at most {bar}",
    )


def _spread(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    chosen = statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1]
    return " / ".join(f"{1000 * each:.1f}" for each in chosen) + " ms"


_LOAD = """
import json, sys, time
from assistant.extraction.loading import load_extractor
load_extractor()
try:
    from resource import RUSAGE_SELF, getrusage
    peak = getrusage(RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
except ImportError:
    peak = None
print(json.dumps({"cpu": time.process_time(), "peak": peak}))
"""
_SPACY = "import json, spacy, time; print(json.dumps({'cpu': time.process_time(), 'peak': None}))"


def _loading(loads: int) -> list[Row]:
    if not loads:
        return []
    whole = _in_processes(_LOAD, "loading, in a fresh process", "at most 1.5 s, 400 MB", loads)
    return [whole, _in_processes(_SPACY, "of that spaCy's import", "", loads)]


def _in_processes(code: str, what: str, bar: str, loads: int) -> Row:
    walls, cpus, peaks = list[float](), list[float](), list[int]()
    for _ in range(loads):
        started = time.perf_counter()
        ran = subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
        )
        walls.append(time.perf_counter() - started)
        figures = json.loads(ran.stdout)
        cpus.append(figures["cpu"])
        peaks += [figures["peak"]] if figures["peak"] else []
    memory = f", at most {max(peaks) / 1e6:.0f} MB resident" if peaks else ""
    wall, cpu = statistics.median(walls), statistics.median(cpus)
    return Row(what, f"{wall:.2f} s{memory}", f"{cpu:.2f} s", bar)


def _beside(turns: Sequence[Turn], passes: int, fp32: Path | None) -> list[Row]:
    """Other programs on the call's turns."""
    words, texts = _words(turns), [turn.text for turn in turns]
    make_doc = spacy.blank("en").make_doc
    rows = [_many("spaCy's tokenizer alone", lambda: list(map(make_doc, texts)), words, passes)]
    if find_spec("dateparser") is not None:
        from dateparser.search import search_dates

        def search() -> None:
            for text in texts:
                search_dates(text, languages=["en"])

        rows.append(_many("dateparser's search for dates", search, words, 1))
    return rows if fp32 is None else [*rows, *_networks(turns, fp32, words, passes)]


def _networks(turns: Sequence[Turn], fp32: Path, words: int, passes: int) -> list[Row]:
    """The tagger's network alone, as it ships and before it was quantised."""
    from onnxruntime import InferenceSession

    from assistant.extraction.learned.model import load_model
    from assistant.extraction.learned.windows import Talk, Window, together

    model, talk = load_model(), Talk()
    windows: list[Window] = []
    for turn in turns:
        parts = model.encoder.encode(turn.text, turn.side, Kind.CALL)
        windows.extend(talk.add(turn.index, parts))
    joined = [window for window, _ in together(windows)]
    session = InferenceSession(str(fp32), providers=["CPUExecutionProvider"])
    return [
        _many(what, partial(_run, each, joined), words, passes)
        for what, each in (
            ("the tagger's network alone, int8", model),
            ("the tagger's network alone, fp32", replace(model, session=session)),
        )
    ]


def _run(model: "Model", windows: "Sequence[Window]") -> None:
    for window in windows:
        model.run(window)


def _many(what: str, work: Callable[[], object], words: int, passes: int) -> Row:
    return _whole(what, [timed(work) for _ in range(passes)], words)


def _against_ours(rows: Sequence[Row]) -> list[Row]:
    """The rows, each with its words a second as a multiple of the first row's."""
    ours = rows[0].words or 1.0
    return [row if row.words is None else replace(row, ours=row.words / ours) for row in rows]


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| what | time | of the processor | words a second | times ours | bar |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        words = "" if row.words is None else f"{row.words:,.0f}"
        ours = "" if row.ours is None else f"{row.ours:.2f}"
        lines.append(f"| {row.what} | {row.wall} | {row.cpu} | {words} | {ours} | {row.bar} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
