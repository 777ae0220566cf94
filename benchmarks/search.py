"""Makes a store of generated calls and measures searches and filters against their bars.

    python benchmarks/search.py --calls 2000
    python benchmarks/search.py --calls 100000 --folder /somewhere/with/room --keep

Each query is asked several times; the 95th percentile of the first page counts. A searching
that other programs disturb shows in the difference between wall time and processor time.
"""

import argparse
import random
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple
from uuid import UUID

from assistant.domain.answers import Answer, Evidence, answer_id
from assistant.domain.bank import Bank, Gate, PassRule, VerdictPolicy
from assistant.domain.calls import Call, Source
from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.people import Account, Lead, Who
from assistant.domain.store import Store
from assistant.domain.transcript import Participant, Turn
from assistant.domain.values import Label
from assistant.domain.verdict import Outcome, RecordedVerdict, Verdict
from assistant.ingest.marked import marked_files, read_marked
from assistant.qualification.standing import settle
from assistant.search.planning import plan_of
from assistant.storage.opening import open_store

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
FILTERS = (
    "rep:rep7", "rep:me since:2026-06", "team:2 verdict:qualified", "score>80", "score<2",
    "lead:lead1234", "account:account77", "industry:logistics", "bank:bant", "verdict:none",
    "is:unconfirmed", "is:contradicted", "field:objection polarity:no", "-field:need",
    "-field:budget verdict:nurture", "is:disputed", "is:unassigned", "until:2024-12",
)  # fmt: skip


class Times(NamedTuple):
    """Milliseconds of a query's first page."""

    query: str
    hits: int
    wall: float
    cpu: float


def main() -> None:
    """Make a store, measure, print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--calls", type=int, default=500)
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--folder", type=Path, help="Where the store is made; else temporary.")
    options.add_argument("--keep", action="store_true", help="Do not delete the store.")
    given = options.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="search-"))
    try:
        path = folder / f"calls-{given.calls}.sqlite"
        store = open_store(path, clock=lambda: datetime.now(UTC), settle=settle)
        if not store.matching_calls(plan_of("", today=TODAY, me=REPS[0]), limit=1).calls:
            began = process_time()
            print(f"text: {fill(store, given.calls) / 1e6:.1f} MB, filled in", end=" ")
            print(f"{process_time() - began:.0f} s of processor time")
        measure(store, given.rounds)
        store.close()
        say_size(path)
    finally:
        if not given.keep:
            shutil.rmtree(folder if given.folder is None else path.parent, ignore_errors=True)


def fill(store: Store, calls: int) -> int:
    """Generated calls of three years up to today; the characters of their turns and quotes."""
    chance = random.Random(7)  # noqa: S311
    said = sentences()
    bank = Bank(
        id="bant", version=1, title="BANT", digest="bant-1", criteria=(), verdict=VerdictPolicy(),
        gates=(Gate(id="budget", title="Budget", passes_when=PassRule(), questions=()),),
    )  # fmt: skip
    store.save_bank(bank)
    characters = 0
    for first in range(0, calls, 200):
        with store.together():
            for number in range(first, min(first + 200, calls)):
                characters += add_call(store, chance, said, number, calls)
    return characters


def sentences() -> tuple[str, ...]:
    """Turns of the marked calls, which are written as people talk."""
    files = marked_files(ROOT / "transcripts" / "corpus" / "train")[:150]
    return tuple(turn.text for file in files for turn in read_marked(file).turns)


def add_call(
    store: Store, chance: random.Random, said: tuple[str, ...], number: int, calls: int
) -> int:
    """Add one call; the characters of its turns."""
    call_id, day = uuid(chance), TODAY - timedelta(days=1095 - 1095 * number // calls)
    lead = add_lead(store, chance, number) if number % 10 else None
    call = Call(
        id=call_id, title=f"Call {number}", lead_id=lead, call_date=day, banks=("bant",),
        rep=REPS[number % len(REPS)], started_at=datetime.combine(day, datetime.min.time(), UTC),
        participants=(
            Participant(name="Dana", side=Side.REP), Participant(name="Luis", side=Side.PROSPECT),
        ),
    )  # fmt: skip
    turns = tuple(generated_turns(chance, said))
    store.save_call(call)
    store.save_source(
        Source(
            id=uuid(chance),
            call_id=call_id,
            name="transcript",
            kind=Kind.CALL,
            format="vtt",
            content=str(number),
            added_at=call.started_at,
            turns=turns,
        )
    )
    answers = tuple(generated_answers(chance, turns))
    store.save_answers(call_id, answers)
    if number % 5:
        store.add_verdict(generated_verdict(chance, call, answers))
    return sum(len(turn.text) for turn in turns)


def add_lead(store: Store, chance: random.Random, number: int) -> UUID:
    """A lead at an account of its own."""
    account = Account(
        id=uuid(chance), name=f"Account{number}", sector=SECTORS[number % len(SECTORS)]
    )
    lead = Lead(
        id=uuid(chance), name=f"Lead{number} Ortiz", email=f"lead{number}@example.com",
        account_id=account.id, created_at=datetime.now(UTC),
    )  # fmt: skip
    store.save_account(account)
    store.save_lead(lead)
    return lead.id


def generated_turns(chance: random.Random, said: tuple[str, ...]) -> Iterator[Turn]:
    """Turns of two people, a few seconds each."""
    for index in range(TURNS):
        rep = index % 2 == 0
        yield Turn(
            index=index, text=chance.choice(said), speaker="Dana" if rep else "Luis",
            side=Side.REP if rep else Side.PROSPECT, start=index * 6.0, end=index * 6.0 + 5,
        )  # fmt: skip


def generated_answers(chance: random.Random, turns: tuple[Turn, ...]) -> Iterator[Answer]:
    """Answers in the prospect's turns."""
    for turn in chance.sample([turn for turn in turns if turn.side is Side.PROSPECT], ANSWERS):
        quote = turn.text[:40]
        field = chance.choice(list(Field))
        yield Answer(
            id=answer_id("transcript", turn.index, 0, len(quote), field),
            field=field,
            evidence=Evidence(
                source="transcript", turn=turn.index, start=0, end=len(quote), quote=quote,
                speaker=turn.speaker, side=turn.side,
            ),
            polarity=chance.choice(list(Polarity)), certainty=chance.choice(list(Certainty)),
            value=Label(text=chance.choice(("price", "security", "switching", quote[:12]))),
            confidence=0.8, found_by="tagger", engine="0.1.0 0123456789abcdef",
        )  # fmt: skip


def generated_verdict(
    chance: random.Random, call: Call, answers: tuple[Answer, ...]
) -> RecordedVerdict:
    """A verdict with its answers as they stood."""
    verdict = Verdict(
        bank="bant", bank_version=1, outcome=chance.choice(list(Outcome)),
        score=chance.randrange(101), reasons=(),
    )  # fmt: skip
    return RecordedVerdict(
        id=uuid(chance), call_id=call.id, number=1, verdict=verdict, answers=answers,
        engine="0.1.0", bank_digest="bant-1", at=call.started_at,
    )  # fmt: skip


def uuid(chance: random.Random) -> UUID:
    """An id that is the same in every run."""
    return UUID(int=chance.getrandbits(128), version=4)


def measure(store: Store, rounds: int) -> None:
    """Print the first page's times of every search and filter."""
    for title, queries, bar in (
        ("searches", SEARCHES, SEARCH_BAR), ("filters", FILTERS, FILTER_BAR),
    ):  # fmt: skip
        print(f"\n{title}: 95th percentile of the first page in ms, at most {bar}")
        slowest = 0.0
        for query in queries:
            times = [ask(store, query, filters=title == "filters") for _ in range(rounds)]
            wall, cpu = (
                percentile([getattr(one, kind) for one in times]) for kind in ("wall", "cpu")
            )
            slowest = max(slowest, cpu)
            print(f"  {wall:8.1f} wall {cpu:8.1f} processor  {times[0].hits:3} hits  {query}")
        print(f"  slowest: {slowest:.1f} ms of processor time")


def ask(store: Store, query: str, *, filters: bool) -> Times:
    """Ask once, from the text of the query to the page."""
    wall, cpu = perf_counter(), process_time()
    plan = plan_of(query, today=TODAY, me=REPS[0])
    found = len(store.matching_calls(plan).calls if filters else store.search(plan).hits)
    return Times(query, found, (perf_counter() - wall) * 1000, (process_time() - cpu) * 1000)


def percentile(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(len(values) - 1, round(len(values) * 0.95))]


def say_size(path: Path) -> None:
    """Print the size of the store against the text in it, and what takes it."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as connection:
        (text,) = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM turns").fetchone()
        size = path.stat().st_size
        print(f"\nstore: {size / 1e6:.1f} MB, {size / text:.2f} times its text, at most {SIZE_BAR}")
        parts = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8"
        try:
            for name, taken in connection.execute(parts):
                print(f"  {taken / text:5.2f}  {name}")
        except sqlite3.OperationalError:
            print("  (this SQLite does not tell what takes it)")


if __name__ == "__main__":
    main()
