"""The call screen against its bars, as a person has it: the real program in a real terminal.

    pip install -e ".[benchmarks]"
    python -m benchmarks.call_screen --json call-screen.json

Linux. Every run has a home of its own in a temporary folder and follows captions that are
written meanwhile. Prints a Markdown table with the bars beside. ``--only`` names rows.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.call_screen import pasting, starting, staying, typing
from benchmarks.call_screen.program import Memory, Place

KINDS = ("start", "typing", "paste", "memory")


@dataclass(frozen=True)
class Row:
    """A line of the table; ``met`` says whether the bar is."""

    what: str
    figure: str
    bar: str
    met: bool


def main() -> None:
    """Measure what was asked for, print the table, write the figures."""
    options = _options()
    rows: list[Row] = []
    for kind in options.only or KINDS:
        with TemporaryDirectory(prefix="call-screen-", ignore_cleanup_errors=True) as folder:
            rows += globals()[f"_{kind}"](Place(Path(folder)), options)
        print(f"measured: {kind}", file=sys.stderr)
    print(table(rows))
    if options.json:
        text = json.dumps([vars(row) for row in rows], indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", nargs="*", choices=KINDS)
    parser.add_argument("--starts", type=int, default=7, help="starts of each app")
    parser.add_argument("--seconds", type=float, default=60.0, help="of typing")
    parser.add_argument("--turns", type=float, default=10.0, help="turns a second while typing")
    parser.add_argument("--paste", type=int, default=10_000, help="lines of the paste")
    parser.add_argument("--hours", type=int, default=8, help="hours of the simulated session")
    parser.add_argument("--speed", type=float, default=20.0, help="its turns a second")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def _start(place: Place, options: argparse.Namespace) -> list[Row]:
    starts = starting.measure(place, options.starts)
    ours, bare = starts.ours, starts.bare
    return [
        Row(
            "start to a screen that takes keys",
            f"{ours.typed:.2f} s ({ours.processor:.2f} s of the processor)",
            "at most 0.6 s",
            ours.typed <= 0.6,
        ),
        Row(
            "the same, in times of a bare Textual app",
            f"{starts.ratio:.2f} ({starts.processor_ratio:.2f} of the processor's time); "
            f"it takes {bare.typed:.2f} s",
            "at most 2.5",
            starts.ratio <= 2.5,
        ),
        Row("ready to extract", f"{ours.ready:.2f} s", "at most 2.0 s", ours.ready <= 2.0),
    ]


def _typing(place: Place, options: argparse.Namespace) -> list[Row]:
    echoes = typing.measure(place, seconds=options.seconds, turns_a_second=options.turns)
    key, line = _at(echoes.keys, 0.99), _at(echoes.suggestions, 0.95)
    return [
        Row(
            f"key to echo at {options.turns:g} turns a second: median, 99th percentile, slowest "
            f"of {len(echoes.keys)}",
            f"{_at(echoes.keys, 0.5) * 1000:.0f} / {key * 1000:.0f} / "
            f"{max(echoes.keys) * 1000:.0f} ms",
            "99th percentile at most 50 ms",
            key <= 0.05,
        ),
        Row(
            f"finished line to its suggestion: median, 95th percentile, slowest of "
            f"{len(echoes.suggestions)}",
            f"{_at(echoes.suggestions, 0.5) * 1000:.0f} / {line * 1000:.0f} / "
            f"{max(echoes.suggestions, default=0.0) * 1000:.0f} ms",
            "95th percentile at most 150 ms",
            line <= 0.15,
        ),
    ]


def _paste(place: Place, options: argparse.Namespace) -> list[Row]:
    done = pasting.measure(place, lines=options.paste, seconds=1200)
    longest = ", ".join(f"{gap * 1000:.0f}" for gap in done.gaps[:5])
    return [
        Row(
            f"longest gap between frames while a paste of {options.paste:,} lines is read",
            f"{done.gap * 1000:.0f} ms (the longest: {longest}); taken in {done.taken:.1f} s, "
            f"longest gap then {done.gap_taken * 1000:.0f} ms; read in {done.read:.0f} s",
            "at most 100 ms",
            done.gap <= 0.1,
        )
    ]


def _memory(place: Place, options: argparse.Namespace) -> list[Row]:
    held = staying.measure(
        place, hours=options.hours, turns_a_second=options.speed, tell=_tell_memory
    )
    hours = ", ".join(f"{each.screen:.0f} + {each.reader:.0f}" for each in held)
    return [
        Row(
            f"memory after each of {options.hours} hours, the program + its reader",
            f"{hours} MB, {held[-1].all:.0f} MB in all",
            "flat after the first, under 500 MB",
            held[-1].all < 500 and held[-1].all <= held[0].all * 1.1,
        )
    ]


def _tell_memory(held: Memory) -> None:
    print(f"screen {held.screen:.1f} MB, reader {held.reader:.1f} MB", file=sys.stderr, flush=True)


def _at(values: Sequence[float], part: float) -> float:
    """The percentile; 0.5 is the median. Nothing at all counts as for ever."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else float("inf")


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    head = ["| figure | measured | bar | |", "|---|---|---|---|"]
    lines = [
        f"| {row.what} | {row.figure} | {row.bar} | {'met' if row.met else 'not met'} |"
        for row in rows
    ]
    return "\n".join(head + lines)


if __name__ == "__main__":
    main()
