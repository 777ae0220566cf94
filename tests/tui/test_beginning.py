"""Beginning a call and taking one in from a file."""

from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input, SelectionList

from assistant.domain.calls import CallSummary, Consent
from assistant.domain.engine import Listener, ReadingFacts
from assistant.tui.screens.calls import CallsScreen
from assistant.tui.widgets.choice import Choice
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import BenchOf
from tests.fakes.reading import WordExtractor
from tests.tui.conftest import OpenCall, Rep
from tests.tui.kept import SAID, keep_call


def only_call(bench: Workbench) -> CallSummary:
    [row] = bench.store.calls()
    return row


async def fill(rep: Rep, **texts: str) -> None:
    """Type into fields of the form by their ids."""
    for name, text in texts.items():
        rep.app.screen.query_one(f"#{name}", Input).focus()
        await rep.type(text)


def choose(rep: Rep, field: str, value: str) -> None:
    choice = rep.app.screen.query_one(f"#{field}", Choice)
    while choice.value != value:
        choice.action_step(1)


async def test_a_call_with_a_new_lead_and_all_that_is_asked_for(
    bench: Workbench, open_app: OpenCall
) -> None:
    async with open_app(bench) as rep:
        await rep.press("n")
        await fill(rep, lead="Luis Ortega", account="Harborline", title="First call")
        assert "a new lead, which is added" in rep.seen
        banks = rep.app.screen.query_one("#banks", SelectionList)
        assert "▐ ▌ CHAMP" in rep.seen
        banks.select("champ")
        await rep.press("down")
        assert "▐X▌ CHAMP" in rep.seen
        choose(rep, "consent", Consent.NOTICE_GIVEN.value)
        await rep.press("ctrl+s")
        assert rep.on_top == "CallScreen"

    row = only_call(bench)
    call = row.call
    assert (row.lead_name, row.account_name, call.title) == (
        "Luis Ortega",
        "Harborline",
        "First call",
    )
    assert call.banks == ("bant", "champ")
    assert call.consent is Consent.NOTICE_GIVEN


async def test_a_lead_that_is_there_is_found_and_not_added_again(
    bench: Workbench, open_app: OpenCall
) -> None:
    luis = add_lead(bench, NewLead(name="Luis Ortega", title="COO", account="Harborline"))
    async with open_app(bench) as rep:
        await rep.press("n")
        await rep.type("luis")
        await rep.press("right")
        assert "✓ COO, Harborline (Unqualified)" in rep.seen
        assert rep.app.screen.query_one("#account", Input).disabled
        await rep.press("enter")
        assert rep.on_top == "CallScreen"

    assert only_call(bench).call.lead_id == luis.id
    assert bench.store.leads() == (luis,)


async def test_leads_of_one_name_are_told_apart(bench: Workbench, open_app: OpenCall) -> None:
    add_lead(bench, NewLead(name="Ana Berg", email="ana@one.example"))
    second = add_lead(bench, NewLead(name="Ana Berg", email="ana@two.example"))
    async with open_app(bench) as rep:
        await rep.press("n")
        await rep.type("Ana Berg (ana@two")
        await rep.press("right", "enter")
    assert only_call(bench).call.lead_id == second.id


async def test_a_call_is_begun_from_the_list_of_leads(bench: Workbench, open_app: OpenCall) -> None:
    add_lead(bench, NewLead(name="Ana Berg"))
    luis = add_lead(bench, NewLead(name="Luis Ortega"))
    async with open_app(bench) as rep:
        await rep.press("2", "down", "n")
        assert "Luis Ortega" in rep.seen
        await rep.press("enter")
        assert rep.on_top == "CallScreen"
    assert only_call(bench).call.lead_id == luis.id


async def test_a_lead_is_added(bench: Workbench, open_app: OpenCall) -> None:
    async with open_app(bench, size=(80, 24)) as rep:
        await rep.press("l")
        await rep.press("ctrl+s")
        assert "A lead needs a name." in rep.complaint
        await fill(rep, name="Luis", account="Harborline", country="es", employees="many")
        await rep.press("ctrl+s")
        assert "whole number" in rep.complaint
        rep.app.screen.query_one("#employees", Input).value = "1,200"
        choose(rep, "lifecycle", "levels")
        await rep.press("ctrl+s")
        assert "Luis" in rep.seen

    [lead], [account] = bench.store.leads(), bench.store.accounts()
    assert (lead.name, lead.lifecycle, lead.account_id) == ("Luis", "levels", account.id)
    assert (account.country, account.employees) == ("ES", 1200)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "luis.txt"
    path.write_text(SAID, encoding="utf-8")
    return path


async def take_in(rep: Rep, path: Path, **texts: str) -> None:
    await rep.press("i")
    await fill(rep, path=str(path), **texts)
    await rep.press("ctrl+s")


async def test_a_file_is_taken_in_as_a_call(
    bench: Workbench, file: Path, open_app: OpenCall
) -> None:
    luis = add_lead(bench, NewLead(name="Luis Ortega"))
    async with open_app(bench) as rep:
        await rep.press("i")
        await fill(rep, path=str(file), lead="Luis Ortega")
        choose(rep, "consent", Consent.ASKED_AND_AGREED.value)
        await rep.press("ctrl+s")
        assert "Taken in: 3 answers, incomplete." in rep.seen
        await rep.press("enter")
        assert rep.on_top == "ReviewScreen"
        assert "Luis Ortega" in rep.seen.splitlines()[0]

    row = only_call(bench)
    assert (row.call.lead_id, row.answers, row.outcome) == (luis.id, 3, "incomplete")
    assert row.call.consent is Consent.ASKED_AND_AGREED
    assert row.call.ended_at is not None
    [source] = bench.store.sources(row.call.id)
    assert (source.origin, len(source.turns)) == ("luis.txt", 5)


async def test_the_same_file_again_is_the_same_call(
    bench: Workbench, file: Path, open_app: OpenCall
) -> None:
    async with open_app(bench) as rep:
        await take_in(rep, file)
        await take_in(rep, file)
        await rep.press("3")
    assert only_call(bench).call.lead_id is None


async def test_the_file_is_aimed_at_among_others(
    bench: Workbench, file: Path, open_app: OpenCall
) -> None:
    for number in range(30):
        keep_call(bench, text=f"{SAID}Luis: number {number}\n", name=f"call {number}")
    async with open_app(bench, size=(80, 24)) as rep:
        await rep.press("end")
        await take_in(rep, file)
        screen = rep.app.screen
        assert isinstance(screen, CallsScreen)
        assert screen.chosen_call is not None
        assert screen.chosen_call.call.title == "luis.txt"


def written(path: Path, content: bytes | None) -> Path:
    """A file with some content; None: there is none."""
    if content is not None:
        path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "no such file"), (b"", "nothing in it"), (b"\x00\x01\x02\xff" * 50, "luis.txt")],
)
async def test_a_bad_file_is_said_and_nothing_is_kept(
    bench: Workbench, tmp_path: Path, open_app: OpenCall, content: bytes | None, words: str
) -> None:
    file = written(tmp_path / "luis.txt", content)
    async with open_app(bench) as rep:
        await take_in(rep, file, lead="Luis Ortega")
        assert words in rep.seen
        await rep.press("escape")
        assert rep.on_top == "CallsScreen"
        assert "Reading the transcript" not in rep.seen
    assert (bench.store.calls(), bench.store.leads()) == ((), ())


async def test_a_path_that_can_be_none(bench: Workbench, open_app: OpenCall) -> None:
    async with open_app(bench) as rep:
        for path in ("", "  ", "x" * 5000, "~nobody-of-that-name/x", "a\x00b"):
            await rep.press("i")
            rep.app.screen.query_one("#path", Input).value = path
            await rep.press("ctrl+s")
            assert rep.on_top == "ImportCall"
            assert rep.complaint
            await rep.press("escape")


async def test_a_team_that_asks_for_consent_first_is_obeyed(
    bench_of: BenchOf, file: Path, open_app: OpenCall
) -> None:
    bench = bench_of(consent="block")
    async with open_app(bench) as rep:
        await take_in(rep, file)
        assert "Say what was agreed" in rep.complaint
        choose(rep, "consent", Consent.NOTICE_GIVEN.value)
        await rep.press("ctrl+s")
        assert rep.on_top == "CallsScreen"
    assert only_call(bench).call.consent is Consent.NOTICE_GIVEN


class HeldUp(WordExtractor):
    """Hears nothing until it may."""

    def __init__(self) -> None:
        self.may_hear = Event()

    def listen(self, facts: ReadingFacts) -> Listener:
        self.may_hear.wait(30)
        return super().listen(facts)


async def test_reading_a_file_is_stopped(bench_of: BenchOf, file: Path, open_app: OpenCall) -> None:
    reader = HeldUp()
    bench = bench_of(extractor=reader)
    async with open_app(bench) as rep:
        await rep.press("i")
        await fill(rep, path=str(file), lead="Somebody New")
        await rep.pilot.press("ctrl+s")
        await rep.pilot.press("i", "escape")
        assert "Reading the transcript" in rep.seen
        reader.may_hear.set()
        await rep.settle()
        assert "The file is not taken in." in rep.seen
        assert "Reading the transcript" not in rep.seen
    assert (bench.store.calls(), bench.store.leads()) == ((), ())
