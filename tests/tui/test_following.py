"""A transcript is followed on the call screen: its words and answers come up by themselves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path

import pytest

from assistant.domain.calls import Consent
from assistant.tui.app import AssistantApp
from assistant.tui.follower import Followed
from assistant.workflows.feeds import FileFeed, StreamFeed
from assistant.workflows.following import follow_file
from assistant.workflows.live_call import start_call
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import BenchOf, Clock
from tests.tui.conftest import Rep

OPENING = "Dana: ask: budget.amount?\nLuis: budget: forty thousand\n"


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


class Captioned(Rep):
    """A rep whose call is captioned."""

    path: Path
    clock: Clock

    async def hears(self, text: str) -> None:
        """The captions are this now, and the program has looked at them."""
        write(self.path, text)
        await self.look()

    async def loses_the_file(self) -> None:
        self.path.unlink()
        await self.look()

    async def look(self) -> None:
        await self.until(lambda: self.on_top == "CallScreen" and self.call.view is not None)
        assert self.call.follower is not None
        self.call.follower.look()
        await self.settle()

    async def falls_silent(self) -> None:
        self.clock.pass_seconds(6)
        await self.look()


@asynccontextmanager
async def following(
    bench: Workbench,
    clock: Clock,
    path: Path,
    *,
    consent: Consent = Consent.NOTICE_GIVEN,
    size: tuple[int, int] = (120, 40),
) -> AsyncIterator[Captioned]:
    call_id, _ = follow_file(bench, path, title="Captions", consent=consent)
    app = AssistantApp(bench, start=call_id, followed=Followed(call_id, FileFeed(path)))
    async with app.run_test(size=size, notifications=True) as pilot:
        rep = Captioned(app, pilot)
        rep.path, rep.clock = path, clock
        await rep.settle()
        if consent is not Consent.UNKNOWN:
            await rep.look()
        yield rep


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "captions.txt"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_words_and_answers_come_up_by_themselves(
    bench: Workbench, clock: Clock, path: Path, size: tuple[int, int]
) -> None:
    async with following(bench, clock, path, size=size) as rep:
        assert "waiting for the first words" in rep.seen
        await rep.hears(OPENING + "Luis: and we need")
        assert "“forty thousand”" in rep.seen
        assert "1 to confirm" in rep.seen
        assert "and we need …" in rep.seen
        await rep.falls_silent()
        assert "and we need …" not in rep.seen
        assert "Luis (they)  and we need" in rep.seen
        assert "asked 1" in rep.seen


async def test_typing_goes_into_the_notes_all_the_while(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    async with following(bench, clock, path) as rep:
        await rep.type("cfo ")
        await rep.hears(OPENING + "Dana: Ok\n")
        await rep.type("signs")
        assert rep.call.notes.text == "cfo signs"


async def test_ending_the_call_takes_in_the_last_words(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    async with following(bench, clock, path) as rep:
        await rep.hears(OPENING)
        await rep.lead("f")
        await rep.press("enter")
        assert rep.on_top == "EndScreen"

    (call,) = bench.store.calls()
    (source,) = bench.store.sources(call.call.id)
    assert [turn.text for turn in source.turns] == ["ask: budget.amount?", "budget: forty thousand"]
    assert call.answers == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_file_that_is_gone_is_told_until_it_is_back(
    bench: Workbench, clock: Clock, path: Path, size: tuple[int, int]
) -> None:
    async with following(bench, clock, path, size=size) as rep:
        await rep.hears(OPENING + "Dana: Ok\n")
        assert "asked 1" in rep.seen
        await rep.loses_the_file()
        assert "the file is gone: it is waited for" in rep.seen
        await rep.hears("Luis: need: late trucks\nDana: Ok\n")
        assert "the file is gone" not in rep.seen
        assert "2 to confirm" in rep.seen


async def test_the_longest_monologue_has_its_speaker_in_brackets(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    async with following(bench, clock, path) as rep:
        await rep.hears("Dana: How late? How often?\nLuis: " + "word " * 11 + "\nDana: Ok\n")
        assert "longest 00:04 (they)" in rep.seen


async def test_leaving_and_coming_back_loses_nothing_and_repeats_nothing(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    async with following(bench, clock, path) as rep:
        await rep.hears(OPENING)
        call_id = rep.call.view.call.id if rep.call.view else None
        await rep.lead("q")
        write(path, OPENING + "Luis: need: scheduling\nDana: Ok\n")
        assert call_id is not None
        rep.app.open_call(call_id)
        await rep.look()
        assert "“scheduling”" in rep.seen
        await rep.lead("q")

    (source,) = bench.store.sources(call_id)
    assert [turn.text for turn in source.turns] == [
        "ask: budget.amount?",
        "budget: forty thousand",
        "need: scheduling",
        "Ok",
    ]


async def test_where_the_team_wants_consent_nothing_is_read_before(
    bench_of: BenchOf, clock: Clock, path: Path
) -> None:
    bench = bench_of(consent="block")
    write(path, OPENING + "Dana: Ok\n")
    async with following(bench, clock, path, consent=Consent.UNKNOWN) as rep:
        await rep.until(lambda: rep.on_top == "ConsentModal")
        await rep.press("4")
        await rep.look()
        assert "note what was said about recording first" in rep.seen
        assert "forty thousand" not in rep.seen
        await rep.lead("o")
        await rep.press("1")
        await rep.look()
        assert "“forty thousand”" in rep.seen


async def test_consent_that_is_withdrawn_is_told_as_that(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    async with following(bench, clock, path) as rep:
        await rep.hears(OPENING + "Dana: Ok\n")
        await rep.lead("o")
        await rep.press("5")
        await rep.hears(OPENING + "Dana: Ok\nLuis: need: late trucks\nDana: Bye\n")
        assert rep.on_top == "CallScreen"
        assert "not read: consent was withdrawn" in rep.seen
        assert "late trucks" not in rep.seen


async def test_a_name_that_comes_late_is_that_of_the_turns_before(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    before = "Speaker 1: How late? How often?\nSpeaker 2: need: late trucks\nSpeaker 1: I see you\n"
    async with following(bench, clock, path) as rep:
        await rep.hears(before)
        assert "Speaker 1 (you)  How late?" in rep.seen
        await rep.hears(before.replace("Speaker 1: I", "Dana: I") + "Speaker 2: Yes\n")
        assert "Dana (you)  How late?" in rep.seen
        assert "Speaker 1" not in rep.seen
        assert "asked 2" in rep.seen


async def test_hostile_captions_are_plain_text(bench: Workbench, clock: Clock, path: Path) -> None:
    async with following(bench, clock, path) as rep:
        await rep.hears("[red]Eve[/]: \x1b[31m[bold]boo[/bold] \u202egnp.exe\nDana: Ok\n")
        await rep.falls_silent()
        assert "[bold]boo[/bold]" in rep.seen
        assert "\x1b" not in rep.seen
        assert "\u202e" not in rep.seen


async def test_what_can_never_be_read_is_said_once(
    bench: Workbench, clock: Clock, tmp_path: Path
) -> None:
    async with following(bench, clock, tmp_path) as rep:
        assert "this is a folder" in rep.seen
        assert rep.on_top == "CallScreen"


async def test_words_are_shown_before_the_reader_is_there_and_heard_once_it_is(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    async with following(bench, clock, path) as rep:
        rep.app.reader = "loading"
        write(path, OPENING + "Dana: Ok\n")
        await rep.until(lambda: "Luis  budget: forty thousand" in rep.seen)
        assert "to confirm" not in rep.seen
        rep.app.reader = "ready"
        await rep.until(lambda: "1 to confirm" in rep.seen)


async def test_a_captioner_that_dies_is_told_and_notes_go_on(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    feed = StreamFeed(BytesIO(OPENING.encode()))
    call_id = start_call(bench, title="Captions", consent=Consent.NOTICE_GIVEN)
    app = AssistantApp(bench, start=call_id, followed=Followed(call_id, feed))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        rep = Captioned(app, pilot)
        rep.path, rep.clock = path, clock
        await rep.until(lambda: feed.ended)
        await rep.settle()
        await rep.falls_silent()
        await rep.look()
        assert "it has ended" in rep.seen
        await rep.until(lambda: "To read" in rep.seen)
        assert f"--call {str(call_id)[:8]}" in rep.words
        await rep.note("need: late trucks")
        assert "2 to confirm" in rep.seen
