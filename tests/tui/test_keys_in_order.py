"""Keys that come faster than screens change: each goes where it would have gone slowly."""

from uuid import UUID

import pytest
from textual import events

from assistant.domain.answers import Status
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall, Rep

CHARACTERS = {"ctrl+l": "\x0c", "enter": "\r"}


async def at_once(rep: Rep, *keys: str) -> None:
    """Press keys before any of them is dealt with."""
    for key in keys:
        rep.app.post_message(events.Key(key, CHARACTERS.get(key, key)))
    await rep.settle()


async def test_what_is_typed_after_a_command_is_in_the_notes(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await at_once(rep, "ctrl+l", "c", "enter", *"now", "ctrl+l", "z", *"ab")
        assert rep.call.notes.text == "need: late trucks\n\nnowab"

    [answer] = bench.store.answers(call_id)
    assert answer.status is Status.CONFIRMED


@pytest.mark.parametrize("keys", [("g", "enter", "enter"), ("o", "1", "1")])
async def test_a_second_key_closes_nothing_below(
    bench: Workbench, call_id: UUID, open_app: OpenCall, keys: tuple[str, ...]
) -> None:
    async with open_app(bench, call_id) as rep:
        letter, *more = keys
        await rep.press("ctrl+l", letter)
        await at_once(rep, *more)
        assert rep.on_top == "CallScreen"
        await rep.type("on")
        assert rep.call.notes.text.endswith("on")
