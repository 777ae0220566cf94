"""Makes a large store of generated calls and measures the queue and searches against their bars.

    python -m benchmarks.review_queue --calls 20000
    python -m benchmarks.review_queue --calls 100000 --folder /somewhere/with/room --keep

A call has 50 turns and 15 answers. Rows are written at once, past the program, with all of the
store's triggers at work. Each filter is asked in each of some orders, from its text to the
page's rows; the 95th percentile of the first page counts.
"""

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from assistant.domain.answers import TAGGER
from assistant.domain.fields import Certainty, Field, Polarity, Side
from assistant.domain.queue import QueueSort
from assistant.domain.store import Store
from assistant.domain.verdict import Outcome
from assistant.search.planning import plan_of
from assistant.storage.coded import coded
from assistant.storage.connecting import connect
from assistant.storage.rows.people import person_row
from assistant.storage.spoken import shortened
from assistant.storage.tables.answers import ANSWERS_IN_A_CALL
from assistant.storage.tables.base import packed
from assistant.storage.tables.sources import turn_key
from benchmarks.generated import (
    ANSWERS,
    FILTER_BAR,
    REPS,
    SECTORS,
    TODAY,
    TURNS,
    Times,
    measured,
    say_searches,
    sentences,
    timed,
    worst,
)

FILTERS = (
    "", "is:waiting", "is:waiting rep:rep7", "is:overridden", "is:returned or is:answered",
    "team:2 verdict:qualified", "score<20 gaps>1", "unconfirmed>5", "is:unconfirmed",
    "missing:budget verdict:nurture", "bank:bant since:2026-06", "industry:logistics",
    "field:objection polarity:no", "field:objection price", "price", "we", "-price", "xyzzyx",
    "side:prospect price", "rep:rep7 -discount",
)  # fmt: skip
SORTS: tuple[QueueSort, ...] = ("date", "score", "rep", "disagreement", "unconfirmed")
AT_ONCE = 500
PAGE = 50
Row = tuple[Any, ...]


def main() -> None:
    """Make a store, measure, print."""
    measured(__doc__, 1000, 10, fill, measure)


def fill(_: Store, path: Path, calls: int) -> str:
    """Write generated calls of three years up to today."""
    chance = random.Random(7)  # noqa: S311
    said = sentences()
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        put(connection, "people", [person_of(who) for who in REPS])
        put(connection, "banks", [("bant-1", "bant", 1, "BANT", "{}", instant(0))])
        connection.execute("COMMIT")
        for first in range(0, calls, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, calls))
            connection.execute("BEGIN")
            for table, rows in generated(chance, said, numbers, calls).items():
                put(connection, table, rows)
            connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return ""


def put(connection: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    """Add rows whose columns are the table's first ones."""
    if rows:
        known = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        names = ", ".join(f'"{name}"' for name in known[: len(rows[0])])
        marks = ", ".join("?" * len(rows[0]))
        given = keyed(connection, rows) if table == "answers" else rows
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", given)  # noqa: S608


def keyed(connection: sqlite3.Connection, rows: list[Row]) -> Iterator[Row]:
    """Answers with their keys: a trigger gave their calls theirs."""
    for (call, place), *facts in rows:
        query = 'SELECT "key" FROM call_index WHERE call_id = ?'
        yield (connection.execute(query, (call,)).fetchone()[0] * ANSWERS_IN_A_CALL + place, *facts)


def generated(
    chance: random.Random, said: tuple[str, ...], numbers: range, calls: int
) -> dict[str, list[Row]]:
    """The rows of some calls, by table, in an order in which they can be added."""
    tables = "accounts leads calls participants sources turns answers verdicts reviews"
    rows: dict[str, list[Row]] = {table: [] for table in tables.split()}
    for number in numbers:
        for table, row in rows_of(chance, said, number, calls):
            rows[table].append(row)
    return rows


def rows_of(
    chance: random.Random, said: tuple[str, ...], number: int, calls: int
) -> Iterator[tuple[str, Row]]:
    """All rows of a call."""
    call, day = key(chance), TODAY - timedelta(days=1095 - 1095 * number // calls)
    at = instant(number)
    lead = key(chance) if number % 10 else None
    if lead is not None:
        account, sector = key(chance), SECTORS[number % len(SECTORS)]
        yield "accounts", (account, f"Account{number}", sector, "", "", None)
        yield "leads", (
            lead, f"Lead{number} Ortiz", f"lead{number}@example.com", "", account, "",
            "lead_qualification", "", at,
        )  # fmt: skip
    rep = person_of(REPS[number % len(REPS)])[0]
    yield "calls", (
        call, f"Call {number}", lead, day.isoformat(), "clock", "UTC", "call", '["bant"]', rep,
        "en", None, "none", "unknown", "", at, at,
    )  # fmt: skip
    for place, (name, side) in enumerate((("Dana", Side.REP), ("Luis", Side.PROSPECT))):
        yield "participants", (call, place, name, side)
    seq = number + 1
    yield "sources", (seq, key(chance), call, "transcript", "call", "vtt", "", str(number), at, 0)
    texts = chance.choices(said, k=TURNS)
    for index, text in enumerate(texts):
        rep_says = index % 2 == 0
        yield "turns", (
            turn_key(seq, index), shortened(text), "Dana" if rep_says else "Luis",
            coded("side", Side.REP if rep_says else Side.PROSPECT), index * 6.0, index * 6.0 + 5,
            None,
        )  # fmt: skip
    for place, index in enumerate(chance.sample(range(1, TURNS, 2), ANSWERS)):
        yield "answers", answer_row(chance, call, number * ANSWERS + place + 1, index, texts[index])
    yield from judged(chance, call, number, at)


def answer_row(chance: random.Random, call: bytes, seq: int, turn: int, text: str) -> Row:
    """An answer in a turn; most were decided by nobody."""
    quote = text[:40]
    value = {"text": chance.choice(("price", "security", quote[:12])), "raw": ""}
    status = chance.choices(("suggested", "confirmed", "edited", "rejected"), (70, 20, 5, 5))[0]
    return (
        (call, (seq - 1) % ANSWERS), seq.to_bytes(8), coded("field", chance.choice(list(Field))),
        None, coded("source", "transcript"), turn, 0, len(quote), shortened(quote), "Luis",
        coded("side", Side.PROSPECT), 0, coded("polarity", chance.choice(list(Polarity))),
        coded("certainty", chance.choice(list(Certainty))), written(value), 0.8,
        coded("found_by", TAGGER), written([]), coded("status", status), 0, None,
        '["x"]' if chance.random() < 0.03 else "[]", "0.1.0", None,
    )  # fmt: skip


def written(document: Any) -> bytes:
    """A document of an answer as the store keeps it."""
    return shortened(json.dumps(document, separators=(",", ":")))


def judged(chance: random.Random, call: bytes, number: int, at: str) -> Iterator[tuple[str, Row]]:
    """Verdicts and reviews: four of five have one, one of eight was overridden."""
    if number % 5 == 0:
        return
    outcomes = [chance.choice(list(Outcome))]
    outcomes += chance.choices(list(Outcome)) if number % 8 == 0 else []
    missing = chance.sample(("budget", "authority", "need", "timeline"), chance.randrange(4))
    rep = person_of(REPS[number % len(REPS)])[0]
    for place, outcome in enumerate(outcomes):
        yield "verdicts", (
            2 * number + place + 1, key(chance), call, place + 1,
            "override" if place else "system", outcome, chance.randrange(101), "bant", 1, "bant-1",
            "0.1.0", json.dumps({"missing": missing}), packed("[]"), rep if place else None, "", at,
        )  # fmt: skip
    action = chance.choices(("", "agree", "reverse", "return", "answer"), (60, 25, 3, 8, 4))[0]
    if action:
        manager = person_of(REPS[0])[0]
        yield "reviews", (number + 1, key(chance), call, action, manager, at, "", *[None] * 4)


def person_of(who: Any) -> Row:
    """The row of a rep."""
    row = person_row(who)
    return (row.key.bytes, row.id, row.name, row.email, str(row.role), row.team)


def key(chance: random.Random) -> bytes:
    """An id that is the same in every run."""
    return chance.getrandbits(128).to_bytes(16)


def instant(number: int) -> str:
    """An instant, later for a higher number."""
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
    return moment.isoformat(timespec="microseconds")


def measure(store: Store, rounds: int) -> None:
    """Print the first page's times of the queue and of searches."""
    print(f"\nqueue: 95th percentile of the first {PAGE} rows in ms, at most {FILTER_BAR}")
    print(f"  {'wall':>8} {'processor':>9} {'rows':>5} {'count':>9}  {'order':<13} filter")
    slowest = 0.0
    every: list[Times] = []
    for query, sort in product(FILTERS, SORTS):
        rows, times = timed(partial(queued, store, query, sort), rounds)
        count, (counted,) = timed(partial(counts_of, store, query), 1)
        wall, cpu = worst(times)
        slowest, every = max(slowest, cpu), [*every, *times]
        print(
            f"  {wall:8.1f} {cpu:9.1f} {rows:5} {count:>9}  {sort:<13} {query or '(all)'}"
            + (f"   [{counted.wall:.0f} ms to count]" if sort == SORTS[0] else "")
        )
    print(f"  slowest: {slowest:.1f} ms; of all together: {worst(every).cpu:.1f} ms processor time")
    say_searches(store, rounds)


def queued(store: Store, query: str, sort: QueueSort) -> int:
    """Ask for a page of the queue; how many rows it has."""
    plan = plan_of(query, today=TODAY, me=REPS[0])
    return len(store.queue(plan, sort=sort, limit=PAGE).rows)


def counts_of(store: Store, query: str) -> str:
    """How many calls match."""
    counts = store.queue_counts(plan_of(query, today=TODAY, me=REPS[0]))
    return f"{counts.calls:,}" if counts else "many"


if __name__ == "__main__":
    main()
