"""Makes a store of generated calls and measures searches and filters against their bars.

    python -m benchmarks.search --calls 2000
    python -m benchmarks.search --calls 100000 --folder /somewhere/with/room --keep

Each query is asked several times; the 95th percentile of the first page counts. A searching
that other programs disturb shows in the difference between wall time and processor time.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from assistant.domain.answers import Answer, Evidence, answer_id
from assistant.domain.bank import Bank, Gate, PassRule, VerdictPolicy
from assistant.domain.calls import Call, Source
from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.people import Account, Lead
from assistant.domain.store import Store
from assistant.domain.transcript import Participant, Turn
from assistant.domain.values import Label
from assistant.domain.verdict import Outcome, RecordedVerdict, Verdict
from assistant.search.planning import plan_of
from benchmarks.generated import (
    ANSWERS,
    FILTER_BAR,
    REPS,
    SECTORS,
    TODAY,
    TURNS,
    measured,
    say_searches,
    say_times,
    sentences,
)

FILTERS = (
    "rep:rep7", "rep:me since:2026-06", "team:2 verdict:qualified", "score>80", "score<2",
    "lead:lead1234", "account:account77", "industry:logistics", "bank:bant", "verdict:none",
    "is:unconfirmed", "is:contradicted", "field:objection polarity:no", "-field:need",
    "-field:budget verdict:nurture", "is:disputed", "is:unassigned", "until:2024-12",
)  # fmt: skip


def main() -> None:
    """Make a store, measure, print."""
    measured(__doc__, 500, 20, lambda store, _, calls: fill(store, calls), measure)


def fill(store: Store, calls: int) -> str:
    """Generated calls of three years up to today; how many characters their turns have."""
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
    return f"text: {characters / 1e6:.1f} MB, "


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

    def calls(query: str) -> int:
        return len(store.matching_calls(plan_of(query, today=TODAY, me=REPS[0])).calls)

    say_searches(store, rounds)
    say_times("filters", FILTERS, calls, FILTER_BAR, rounds)


if __name__ == "__main__":
    main()
