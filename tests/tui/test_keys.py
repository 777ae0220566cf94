"""The keys: none clashes, the documentation has all of them, all can be reached."""

import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from textual.app import App
from textual.binding import Binding
from textual.widgets import TextArea

from assistant.settings.keys import (
    AnnotationKeys,
    CallsKeys,
    CompareKeys,
    EndKeys,
    LeadKeys,
    NotesKeys,
    QueueKeys,
    ReviewKeys,
    SearchKeys,
)
from assistant.settings.settings import KEY_MAPS
from assistant.tui.annotation.commands import annotation_commands
from assistant.tui.commands import LEADER, Command, CommandScreen
from assistant.tui.queue.commands import queue_commands, search_commands
from assistant.tui.review.commands import review_commands
from assistant.tui.screens.annotation import AnnotationScreen
from assistant.tui.screens.beside import (
    CompareScreen,
    NotesBesideScreen,
    compare_commands,
    notes_commands,
)
from assistant.tui.screens.call import CallScreen
from assistant.tui.screens.call_commands import CALL_COMMANDS
from assistant.tui.screens.calls import CallsScreen
from assistant.tui.screens.calls_commands import calls_commands
from assistant.tui.screens.end import EndScreen, end_commands
from assistant.tui.screens.lead import LeadScreen, lead_commands
from assistant.tui.screens.queue import QueueScreen
from assistant.tui.screens.review import ReviewScreen
from assistant.tui.screens.search import SearchScreen
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import BenchOf
from tests.tui.conftest import OpenCall

DOCUMENT = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")
END_COMMANDS = end_commands(EndKeys())
SCREENS = {
    CallScreen: CALL_COMMANDS,
    EndScreen: END_COMMANDS,
    CallsScreen: calls_commands(CallsKeys()),
    LeadScreen: lead_commands(LeadKeys()),
    AnnotationScreen: annotation_commands(AnnotationKeys()),
    ReviewScreen: review_commands(ReviewKeys()),
    QueueScreen: queue_commands(QueueKeys()),
    SearchScreen: search_commands(SearchKeys()),
    NotesBesideScreen: notes_commands(NotesKeys()),
    CompareScreen: compare_commands(CompareKeys()),
}
MAP_OF = {
    CallScreen: "keys",
    EndScreen: "end_keys",
    CallsScreen: "calls_keys",
    LeadScreen: "lead_keys",
    AnnotationScreen: "annotation_keys",
    ReviewScreen: "review_keys",
    QueueScreen: "queue_keys",
    SearchScreen: "search_keys",
    NotesBesideScreen: "notes_keys",
    CompareScreen: "compare_keys",
}
"""The key map of each."""


def keys_of(owner: type[App[None]] | type[TextArea]) -> set[str]:
    bindings = [one for one in owner.BINDINGS if isinstance(one, Binding)]
    return {key for one in bindings for key in one.key.split(",")}


def test_nobody_else_owns_the_leader_key() -> None:
    assert LEADER not in keys_of(TextArea) | keys_of(App)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_letter_has_one_command_and_every_command_an_action(
    screen: type[CommandScreen[Any]],
) -> None:
    commands = SCREENS[screen]

    assert len({one.key for one in commands}) == len(commands)
    missing = [one.action for one in commands if not hasattr(screen, f"action_{one.action}")]
    assert missing == []


def test_the_documentation_has_every_key() -> None:
    in_call = set(re.findall(r"`\^L (\S)`", DOCUMENT))
    after = set(re.findall(r"^\| `(\w)` \|", DOCUMENT, re.MULTILINE))

    assert in_call == {one.key for one in CALL_COMMANDS}
    assert after == {one.key for one in END_COMMANDS} - {"?"}


def test_the_documentation_has_every_key_that_can_be_set() -> None:
    rows = re.findall(r'^\| `(\w+)\.(\w+)` \| (.+) \| `"(.+)"` \|$', DOCUMENT, re.MULTILINE)

    assert rows == [
        (table, name, attribute.description, attribute.default)
        for table, letters in KEY_MAPS.items()
        for name, attribute in letters.model_fields.items()
    ]


async def test_the_menu_lists_every_command_and_help_explains_it(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id, (120, 60)) as rep:
        await rep.press("ctrl+l")
        assert [one.label for one in CALL_COMMANDS if one.label not in rep.seen] == []
        await rep.press("question_mark")
        assert [one.about for one in CALL_COMMANDS if one.about not in rep.seen] == []
        await rep.press("escape")
        assert rep.call.notes.has_focus


@pytest.mark.parametrize("key", ["escape", "ctrl+l", "1", "enter", "down"])
async def test_a_key_that_is_no_command_closes_the_menu_and_goes_nowhere(
    bench: Workbench, call_id: UUID, open_app: OpenCall, key: str
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.press("ctrl+l")
        assert rep.on_top == "LeaderMenu"
        await rep.press(key)
        assert rep.call.notes.text == ""


async def test_keys_typed_in_one_go_are_told_apart(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.press(*"ab", "ctrl+l", "a", *"cd", "ctrl+l", "x", *"e")
        assert rep.call.notes.text == "abcde"

    assert [one.state for one in bench.store.question_marks(call_id)] == ["asked"]


@pytest.mark.parametrize("command", CALL_COMMANDS, ids=lambda one: one.action)
async def test_every_command_can_be_run_in_an_empty_call(
    bench: Workbench, call_id: UUID, open_app: OpenCall, command: Command
) -> None:
    async with open_app(bench, call_id) as rep:
        key = "question_mark" if command.key == "?" else command.key
        await rep.lead(key)
        assert "should not have" not in rep.seen
        await rep.press("escape")


async def test_the_key_bar_and_the_menu_can_be_clicked(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        bar = rep.seen.splitlines()[-1]
        await rep.pilot.click("#keys", offset=(bar.index("confirm"), 0))
        await rep.settle()
        assert "to confirm" not in rep.seen
        await rep.pilot.click("#keys", offset=(3, 0))
        await rep.settle()
        assert rep.on_top == "LeaderMenu"
        rows = rep.seen.splitlines()
        at = next(number for number, line in enumerate(rows) if "v  verdict" in line)
        await rep.pilot.click(offset=(rows[at].index("verdict"), at))
        await rep.settle()
        assert rep.on_top == "VerdictModal"


@pytest.mark.parametrize("table", KEY_MAPS)
def test_a_screen_has_every_command_of_its_key_map(table: str) -> None:
    [commands] = [
        {one.action for one in every if one.key != "f5"}
        for screen, every in SCREENS.items()
        if MAP_OF[screen] == table
    ]

    assert commands == set(KEY_MAPS[table].model_fields) - {"leader"}


async def test_the_lists_have_the_letters_of_the_settings(
    bench_of: BenchOf, open_app: OpenCall
) -> None:
    bench = bench_of(calls_keys={"new_call": ",", "filter": "n", "help": "x", "quit": "z"})

    async with open_app(bench, size=(80, 24)) as rep:
        assert ", new call" in rep.seen
        assert "x help" in rep.seen
        assert re.search(r" ,  +begin a call", rep.seen)
        await rep.press("x")
        assert rep.on_top == "HelpModal"
        assert re.search(r" n  +Show what has the words", rep.seen)
        await rep.press("escape", "question_mark", "q")
        assert rep.on_top == "CallsScreen"
        await rep.press("n")
        assert rep.app.focused is not None
        assert rep.app.focused.id == "filter"
        await rep.press("escape", "comma")
        assert rep.on_top == "NewCall"
        await rep.press("escape")
        await rep.lead("comma")
        assert rep.on_top == "NewCall"


async def test_two_letters_can_change_places(bench_of: BenchOf, open_app: OpenCall) -> None:
    bench = bench_of(calls_keys={"new_call": "i", "import_file": "n"})

    async with open_app(bench) as rep:
        await rep.press("n")
        assert rep.on_top == "ImportCall"
        await rep.press("escape", "i")
        assert rep.on_top == "NewCall"


async def test_a_leads_page_has_the_letters_of_the_settings(
    bench_of: BenchOf, open_app: OpenCall
) -> None:
    bench = bench_of(lead_keys={"event": "m", "move": "e", "back": "x"})
    lead = add_lead(bench, NewLead(name="Ana Ruiz"))

    async with open_app(bench) as rep:
        rep.app.open_lead(lead.id)
        await rep.settle()
        assert "None yet: m records one." in rep.seen
        assert "x back" in rep.seen
        await rep.press("m")
        assert rep.on_top == "RecordEvent"
        await rep.press("escape", "q", "e")
        assert rep.on_top == "MoveLead"
        await rep.press("escape", "x")
        assert rep.on_top == "CallsScreen"


async def test_the_end_of_a_call_has_the_letters_of_the_settings(
    bench_of: BenchOf, call_id: UUID, open_app: OpenCall
) -> None:
    bench = bench_of(end_keys={"override": "s", "leave": "x"})

    async with open_app(bench, call_id) as rep:
        await rep.lead("f")
        await rep.press("y")
        assert rep.on_top == "EndScreen"
        assert "x leave" in rep.seen
        await rep.press("s")
        assert rep.on_top == "OverrideVerdict"
        await rep.press("escape", "o", "question_mark")
        assert re.search(r" x  +Everything is saved", rep.seen)
        await rep.press("escape", "x")
        assert rep.on_top == "CallsScreen"
