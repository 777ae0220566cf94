"""A program that is killed, and threads that write at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.domain.errors import NotFound
from assistant.domain.store import Store
from assistant.storage.opening import open_store
from assistant.storage.upkeep import check
from tests.storage.processes import start
from tests.storage.samples import (
    DANA,
    Clock,
    a_bank,
    a_call,
    a_decision,
    a_note_line,
    a_verdict,
    an_answer,
)

TYPING = """
call = UUID(sys.argv[2])
store = open_store(path, clock=clock)
for number in range(100_000):
    store.save_draft(call, f'line {number}')
    store.save_note_lines(call, [a_note_line(number, f'line {number}')])
    answer = an_answer(f'a{number}', quote=f'line {number}')
    store.save_answers(call, [answer])
    store.decide(call, a_decision(answer))
    say(number)
"""


@contextmanager
def killed_after(path: Path, call_id: str, lines: int) -> Iterator[int]:
    """The last number that a typing program said it had saved before it was killed."""
    with start(TYPING, path, call_id) as process:
        assert process.stdout is not None
        for _ in range(lines):
            process.stdout.readline()
        process.kill()
        said = process.stdout.read().split()
    yield int(said[-1]) if said else lines - 1


@pytest.mark.parametrize("lines", [1, 7, 30])
def test_killing_the_program_loses_nothing_that_was_saved(
    store: Store, path: Path, lines: int
) -> None:
    call = a_call()
    store.save_call(call)
    store.close()

    with killed_after(path, str(call.id), lines) as last:
        assert check(path).problems == ()
        again = open_store(path, clock=Clock())
        notes = [line.text for line in again.note_lines(call.id)]
        answers, decisions = again.answers(call.id), again.decisions(call.id)
        draft = again.draft(call.id)
        again.close()

    assert notes[: last + 1] == [f"line {number}" for number in range(last + 1)]
    assert len(notes) <= last + 2
    assert draft in {notes[-1], f"line {last + 1}"}
    assert len(decisions) in {last + 1, last + 2}
    assert len([one for one in answers if one.decided]) == len(decisions), "both or neither"


def test_threads_write_and_read_at_once(store: Store) -> None:
    call = a_call()
    store.save_call(call)
    store.save_bank(a_bank())

    def work(worker: int) -> int:
        for number in range(10):
            name = f"{worker}-{number}"
            store.save_answers(call.id, [an_answer(name)])
            store.decide(call.id, a_decision(an_answer(name)))
            store.save_note_lines(call.id, [a_note_line(worker * 100 + number, name)])
            store.save_draft(call.id, name)
            store.add_verdict(a_verdict(call))
            assert store.calls()[0].answers
        return worker

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(work, range(8))) == list(range(8))

    names = {f"{worker}-{number}" for worker in range(8) for number in range(10)}
    assert {answer.id for answer in store.answers(call.id)} == names
    assert {line.text for line in store.note_lines(call.id)} == names
    assert len(store.decisions(call.id)) == 80
    assert [verdict.number for verdict in store.verdicts(call.id)] == list(range(1, 81))


def test_a_call_forgotten_by_one_thread_is_not_brought_back_by_another(store: Store) -> None:
    call = a_call()
    store.save_call(call)
    store.forget_call(call.id, DANA, dry_run=False)

    with ThreadPoolExecutor(1) as pool, pytest.raises(NotFound):
        pool.submit(store.save_draft, call.id, "forty").result()
