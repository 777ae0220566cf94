"""Drafts of a call's notes: any thread stores them, the later text stays."""

from threading import Thread
from uuid import UUID

import pytest

from assistant.domain.errors import ReadOnlyCall
from assistant.workflows.live_call import LiveCall
from assistant.workflows.wiring import Workbench


def test_an_older_text_changes_nothing(bench: Workbench, call_id: UUID) -> None:
    live = LiveCall(bench, call_id)
    live.drafts.save("the later one", 2)
    live.drafts.save("the older one", 1)
    live.keep_notes("the older", number=1)
    assert bench.store.draft(call_id) == "the later one"

    live.drafts.save("the latest", 3)
    assert bench.store.draft(call_id) == "the latest"
    live.keep_notes("without a number")
    assert bench.store.draft(call_id) == "without a number"


def test_questions_to_the_assistant_are_not_kept(bench: Workbench, call_id: UUID) -> None:
    LiveCall(bench, call_id).drafts.save("need: trucks\n?missing\nmore", 1)
    assert bench.store.draft(call_id) == "need: trucks\nmore"


def test_nothing_is_stored_where_another_window_has_the_call(
    bench: Workbench, call_id: UUID
) -> None:
    live = LiveCall(bench, call_id)
    LiveCall(bench, call_id, take_over=True).drafts.save("theirs", 1)
    with pytest.raises(ReadOnlyCall):
        live.drafts.save("mine", 5)
    assert bench.store.draft(call_id) == "theirs"
    assert live.look().read_only


def test_a_text_that_could_not_be_stored_can_be_stored_again(
    bench: Workbench, call_id: UUID
) -> None:
    live = LiveCall(bench, call_id)
    other = LiveCall(bench, call_id, take_over=True)
    with pytest.raises(ReadOnlyCall):
        live.drafts.save("mine", 1)
    other.close()
    live.take_over()
    live.drafts.save("mine", 1)
    assert bench.store.draft(call_id) == "mine"


def test_a_thread_stores_while_another_reads(bench: Workbench, call_id: UUID) -> None:
    live = LiveCall(bench, call_id)
    live.keep_notes("need: late trucks\nbudget: 40k", number=1)
    thread = Thread(target=live.drafts.save, args=("need: late trucks\nbudget: 40k and", 2))
    for _ in range(2):
        live.view()
    thread.start()
    view = live.read_notes()
    thread.join()
    assert view.unread == 0
    assert bench.store.draft(call_id).endswith("40k and")
