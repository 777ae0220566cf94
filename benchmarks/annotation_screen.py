"""The annotation screen of a long call against its bars: the real program in a real terminal.

    pip install -e ".[benchmarks]"
    python -m benchmarks.annotation_screen --json annotation-screen.json

Linux. A store with a call of 3,000 turns and one of 30 is made in a temporary folder. Opening
is from the key to the drawn screen; a frame is from a key to the end of the first frame after
it. What follows the words, as the checklist does, may come a frame later: that is told, too.
Prints a Markdown table; the ratio to the short call tells what the length costs, whatever
else the machine does.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple
from uuid import uuid4

from assistant.domain.answers import Answer, Evidence, answer_id
from assistant.domain.bank import Bank
from assistant.domain.calls import Call, Source
from assistant.domain.fields import Field, Kind, Polarity, Side
from assistant.domain.people import Who
from assistant.domain.store import Store
from assistant.domain.transcript import Participant, Turn
from assistant.playbook.playbook import load_playbook
from assistant.settings.shipped import shipped
from assistant.storage.opening import open_store
from benchmarks.call_screen.program import SETTINGS, Place, processor_seconds, talk
from benchmarks.terminal import Drawn, Terminal

LONG, SHORT = 3000, 30
EVERY = 8
"""So many turns have an answer among them: a little more than real calls have."""
OPENING, FRAME = 0.4, 0.033
"""The bars, in seconds."""
OPENED = "opening"
DANA = Who(id="dana", name="Dana Reyes")
HOME, END = "\x1b[H", "\x1b[F"
MOVES = {
    "line by line": "\x1b[B",
    "page by page": "\x1b[6~",
    "from answer to answer": "\x1b[C",
    "to the next unsure answer": "n",
    "to the next question": "a",
}
BACK = {"\x1b[B": "\x1b[A", "\x1b[6~": "\x1b[5~"}
STILL, NOTHING = 0.05, 0.5
"""Seconds without a frame: after so many all is drawn; a key that draws nothing took so many."""


class Measured(NamedTuple):
    """Seconds: of every opening, and of every frame by how one moves; the processor's for each.

    That of an opening counts going back to the list, too.
    """

    opening: list[float]
    frames: dict[str, list[Drawn]]
    processor: dict[str, float]


def main() -> None:
    """Measure both calls, print the table, write the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--openings", type=int, default=7)
    parser.add_argument("--keys", type=int, default=200, help="of every kind of moving")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="annotation-", ignore_cleanup_errors=True) as folder:
        place = Place(Path(folder))
        keep_calls(Path(place.environment["ASSISTANT_HOME"]))
        measured = measure(place, openings=options.openings, keys=options.keys)
    print(table(measured))
    if options.json:
        text = json.dumps({name: one._asdict() for name, one in measured.items()}, indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")


def keep_calls(home: Path) -> None:
    """A store with a long and a short call, the long one listed first."""
    file = home / "data" / "calls.sqlite"
    file.parent.mkdir(parents=True)
    bank = load_playbook([shipped("question_banks")]).banks["bant"]
    store = open_store(file, clock=lambda: datetime.now(UTC))
    for day, turns in ((1, SHORT), (2, LONG)):
        _keep(store, bank, day, tuple(_turns(turns)))
    store.close()


def _turns(many: int) -> Iterator[Turn]:
    for index, line in enumerate(islice(talk(), many)):
        speaker, _, text = line.partition(": ")
        side = Side.REP if speaker == "Dana" else Side.PROSPECT
        yield Turn(index=index, text=text, speaker=speaker, side=side, start=index * 4.0)


def _keep(store: Store, bank: Bank, day: int, turns: Sequence[Turn]) -> None:
    at = datetime(2026, 3, day, 9, tzinfo=UTC)
    call = Call(
        id=uuid4(),
        title=f"{len(turns)} turns",
        call_date=at.date(),
        banks=(bank.id,),
        rep=DANA,
        participants=(
            Participant(name="Dana", side=Side.REP),
            Participant(name="Luis", side=Side.PROSPECT),
        ),
        started_at=at,
        ended_at=at,
    )
    store.save_call(call)
    store.save_bank(bank)
    store.save_source(
        Source(
            id=uuid4(),
            call_id=call.id,
            name="transcript",
            kind=Kind.CALL,
            format="vtt",
            added_at=at,
            turns=tuple(turns),
        )
    )
    store.save_answers(call.id, _answers(turns))


def _answers(turns: Sequence[Turn]) -> list[Answer]:
    theirs = [turn for turn in turns if turn.side is Side.PROSPECT]
    said = theirs[:: max(1, EVERY * len(theirs) // len(turns))]
    return [_answer(turn, field) for turn, field in zip(said, cycle(Field), strict=False)]


def _answer(turn: Turn, field: Field) -> Answer:
    quote = turn.text[:40]
    words = Evidence(
        source="transcript", turn=turn.index, start=0, end=len(quote), quote=quote,
        speaker=turn.speaker, side=turn.side,
    )  # fmt: skip
    return Answer(
        id=answer_id("transcript", turn.index, 0, len(quote), field),
        field=field,
        evidence=words,
        polarity=Polarity.YES,
        found_by="tagger",
    )


def measure(place: Place, *, openings: int, keys: int) -> dict[str, Measured]:
    """Both calls in one run of the program, which is started once."""
    found: dict[str, Measured] = {}
    with place.start("-m", "assistant", *SETTINGS) as terminal:
        terminal.wait_for("skips")
        terminal.press("\x1b")
        terminal.wait_for(f"{SHORT} turns")
        time.sleep(8.0)  # what the program loads once it is there
        for name, step, back_after in (("long", HOME, 20), ("short", END, 2)):
            terminal.press(step)
            time.sleep(1.0)
            before = processor_seconds(terminal.process.pid)
            opening = [_open(terminal) for _ in range(openings)]
            taken = (processor_seconds(terminal.process.pid) - before) / openings
            _open(terminal, leave=False)
            frames, processor = _move(terminal, keys, back_after)
            _leave(terminal)
            found[name] = Measured(opening, frames, {OPENED: taken, **processor})
    return found


def _open(terminal: Terminal, *, leave: bool = True) -> float:
    began = terminal.press("e")
    drawn = terminal.wait(
        lambda lines: (
            any("Checklist" in line for line in lines)
            and any("TRANSCRIPT" in line or "▸" in line for line in lines)
        ),
        what="the annotation screen",
    )
    time.sleep(0.5)
    if leave:
        _leave(terminal)
    return drawn - began


def _leave(terminal: Terminal) -> None:
    terminal.press("q")
    terminal.wait_for("new call")
    time.sleep(0.3)


def _move(
    terminal: Terminal, keys: int, back_after: int
) -> tuple[dict[str, list[Drawn]], dict[str, float]]:
    frames: dict[str, list[Drawn]] = {}
    processor: dict[str, float] = {}
    for how, key in MOVES.items():
        terminal.press(HOME)
        time.sleep(0.5)
        terminal.forget()
        before = processor_seconds(terminal.process.pid)
        # There and back, so that a short call moves, too.
        sent = (BACK.get(key, key) if at // back_after % 2 else key for at in range(keys))
        drawn = [terminal.draw(one, within=NOTHING, quiet=STILL) for one in sent]
        processor[how] = (processor_seconds(terminal.process.pid) - before) / keys
        frames[how] = [one for one in drawn if one is not None]
    return frames, processor


def table(measured: dict[str, Measured]) -> str:
    """The figures beside their bars, as Markdown."""
    long, short = measured["long"], measured["short"]
    rows = [
        "| what | 3,000 turns | 30 turns | ratio | processor, each | bar |",
        "|---|---|---|---|---|---|",
        _row(
            "opening and going back, median of the opening",
            median(long.opening),
            median(short.opening),
            long.processor[OPENED],
            OPENING,
        ),
    ]
    for how in MOVES:
        first = [[one.first for one in of.frames[how]] for of in (long, short)]
        every = _p99([one.all for one in long.frames[how]]) * 1000
        told = f"(median {median(first[0]) * 1000:.0f} ms; until all is drawn {every:.0f} ms)"
        what = f"{how}, p99 of a frame {told}"
        rows.append(_row(what, _p99(first[0]), _p99(first[1]), long.processor[how], FRAME))
    return "\n".join(rows)


def _p99(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=100)[98] if len(seconds) > 1 else 0.0


def _row(what: str, long: float, short: float, processor: float, bar: float) -> str:
    ratio = f"{long / short:.2f}" if short else "-"
    return (
        f"| {what} | {long * 1000:.0f} ms | {short * 1000:.0f} ms | {ratio} | "
        f"{processor * 1000:.1f} ms | at most {bar * 1000:.0f} ms |"
    )


if __name__ == "__main__":
    main()
