"""What generated stores have in common: who and what is in them, and how they are measured."""

import argparse
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

from assistant.domain.people import Who
from assistant.domain.store import Store
from assistant.ingest.marked import marked_files, read_marked
from assistant.qualification.standing import settle
from assistant.search.planning import plan_of
from assistant.storage.connecting import connect
from assistant.storage.opening import open_store

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
TURNS, ANSWERS = 50, 15
TODAY = date(2026, 11, 27)
SECTORS = ("Logistics", "Healthcare", "Retail", "Software", "Education", "Construction")
REPS = tuple(Who(id=f"rep{n}", name=f"Rep {n}", team=f"Team {n % 4}") for n in range(20))
SEARCH_BAR, FILTER_BAR, SIZE_BAR = 150, 100, 3.0
SEARCHES = (
    "price", "budget approval", '"next week"', "we", "pric*", "contract or security or audit",
    "field:objection price", "field:objection industry:logistics since:2026-05",
    "field:budget polarity:no is:unconfirmed", "side:prospect price", "price rep:rep7 -discount",
    "value:price", "lead:lead1234 we", "xyzzyx",
)  # fmt: skip


class Times(NamedTuple):
    """Milliseconds."""

    wall: float
    cpu: float


def measured(
    about: str,
    calls: int,
    rounds: int,
    fill: Callable[[Store, Path, int], str],
    measure: Callable[[Store, int], None],
) -> None:
    """Make a store as the command line says, measure it, print.

    ``fill`` puts so many calls into a new one and tells what it did.
    """
    options = argparse.ArgumentParser(description=about.split("\n", maxsplit=1)[0])
    options.add_argument("--calls", type=int, default=calls)
    options.add_argument("--rounds", type=int, default=rounds)
    options.add_argument("--folder", type=Path, help="Where the store is made; else temporary.")
    options.add_argument("--keep", action="store_true", help="Do not delete the store.")
    given = options.parse_args()
    with _folder(given.folder, keep=given.keep) as folder:
        path = folder / f"calls-{given.calls}.sqlite"
        store = open_store(path, clock=lambda: datetime.now(UTC), settle=settle)
        if not store.queue(plan_of("", today=TODAY, me=REPS[0]), limit=1).rows:
            began = process_time()
            told = fill(store, path, given.calls)
            print(f"{told}filled in {process_time() - began:.0f} s of processor time")
        measure(store, given.rounds)
        store.close()
        say_size(path)


@contextmanager
def _folder(given: Path | None, *, keep: bool) -> Iterator[Path]:
    folder = given or Path(mkdtemp(prefix="calls-"))
    try:
        yield folder
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


def sentences() -> tuple[str, ...]:
    """Turns of the marked calls, which are written as people talk."""
    files = marked_files(ROOT / "transcripts" / "corpus" / "train")[:150]
    return tuple(turn.text for file in files for turn in read_marked(file).turns)


def timed(ask: Callable[[], T], rounds: int) -> tuple[T, list[Times]]:
    """Ask so many times; the last result, and the time that each took."""
    times = []
    for _ in range(rounds):
        wall, cpu = perf_counter(), process_time()
        found = ask()
        times.append(Times((perf_counter() - wall) * 1000, (process_time() - cpu) * 1000))
    return found, times


def worst(times: list[Times]) -> Times:
    """The 95th percentiles."""
    at = min(len(times) - 1, round(len(times) * 0.95))
    return Times(*(sorted(kind)[at] for kind in zip(*times, strict=True)))


def say_searches(store: Store, rounds: int) -> None:
    """Print what searches take."""

    def ask(query: str) -> int:
        return len(store.search(plan_of(query, today=TODAY, me=REPS[0])).hits)

    say_times("searches", SEARCHES, ask, SEARCH_BAR, rounds)


def say_times(
    title: str, queries: Sequence[str], ask: Callable[[str], int], bar: int, rounds: int
) -> None:
    """Print what each query takes to its first page; ``ask`` says how much is found."""
    print(f"\n{title}: 95th percentile of the first page in ms, at most {bar}")
    slowest = 0.0
    for query in queries:
        found, times = timed(partial(ask, query), rounds)
        wall, cpu = worst(times)
        slowest = max(slowest, cpu)
        print(f"  {wall:8.1f} wall {cpu:8.1f} processor  {found:3} found  {query}")
    print(f"  slowest: {slowest:.1f} ms of processor time")


def say_size(path: Path) -> None:
    """Print the size of the store against the text in it, and what takes it."""
    with closing(connect(path)) as connection:
        said = "SELECT sum(length(CAST(spoken(text) AS BLOB))) FROM turns"
        (text,) = connection.execute(said).fetchone()
        size = path.stat().st_size
        print(f"\nstore: {size / 1e6:.1f} MB, {size / text:.2f} times its text, at most {SIZE_BAR}")
        parts = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8"
        try:
            for name, taken in connection.execute(parts):
                print(f"  {taken / text:5.2f}  {name}")
        except sqlite3.OperationalError:
            print("  (this SQLite does not tell what takes it)")
