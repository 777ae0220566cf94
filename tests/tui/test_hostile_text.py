"""Text of transcripts, notes and leads is data: it is shown, never obeyed."""

from uuid import UUID

import pytest

from assistant.domain.inert import make_inert
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall

HOSTILE = (
    "\x1b[2J\x1b[31mred\x1b[0m",
    "\x9b31m and \x07 and \x08\x08",
    "[bold red]markup[/] [@click=app.quit]x[/] $error",
    "\u202eright to left\u202c \u200bhidden",
    "\U0001f469\u200d\U0001f680 \u4e2d\u6587 \u05e9\u05dc\u05d5\u05dd",
    "x" * 20_000,
    "]8;;http://evil.example\x07link",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_text_is_shown_and_not_obeyed(
    bench: Workbench, open_app: OpenCall, text: str
) -> None:
    lead = add_lead(bench, NewLead(name=text[:40], title=text[:40], account=text[:40]))
    call_id = start_call(bench, title=text, lead_id=lead.id)
    live = LiveCall(bench, call_id)
    live.add_transcript(f"Dana: hello\nLuis: need: {text}\nDana: ok\nLuis: hm")
    live.close()
    async with open_app(bench, call_id, (100, 30)) as rep:
        await rep.paste(f"budget: {text}\n")
        assert_harmless(rep.seen)
        for key in ("", "e", "g", "v", "w", "f"):
            await rep.press("ctrl+l", *key)
            assert_harmless(rep.seen)
            await rep.press("escape")
        await rep.lead("f")
        await rep.press("y")
        assert_harmless(rep.seen)
        await rep.press("t")
        assert_harmless(rep.seen)
        await rep.press("escape", "s")
        assert_harmless(rep.seen)
        await rep.press("2", "n")
        assert "Earlier calls said" in rep.seen
        assert_harmless(rep.seen)


def assert_harmless(seen: str) -> None:
    controls = [character for character in seen if make_inert(character) != character]
    assert set(controls) <= {"\n"}


async def test_markup_is_shown_as_it_is(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: [red]late[/red] trucks \\[x]")
        assert "“[red]late[/red] trucks \\[x]”" in rep.seen
