"""Two things side by side: a call's notes and transcript, or two calls of a lead."""

from typing import ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assistant.domain.errors import AssistantError
from assistant.settings.keys import CompareKeys, NotesKeys
from assistant.tui.annotation.pairs import calls_beside_blocks, notes_beside
from assistant.tui.commands import Command, commands_of
from assistant.tui.drawing import Lines, inert, row
from assistant.tui.plain_keys import LIST_KEYS, PlainKeyScreen, plain_keys
from assistant.tui.review.index import ReviewIndex
from assistant.tui.widgets.blocks import Blocks
from assistant.tui.widgets.key_bar import KeyBar
from assistant.workflows.beside import CallsBeside

LOOK, LEAVE = "Look", "Leave"
_AWAY = (("back", "back", LEAVE), ("help", "help", LEAVE))
_NOTES = (("next_note", "next note", LOOK), *_AWAY)
_COMPARE = (("only_changes", "only changes", LOOK), ("other", "other call", LOOK), *_AWAY)
AT_HAND = frozenset(("next_note", "only_changes", "other", "back", "help"))


def notes_commands(keys: NotesKeys) -> tuple[Command, ...]:
    """The commands of the notes beside the transcript, with the letters in force."""
    return commands_of(keys, _NOTES, AT_HAND)


def compare_commands(keys: CompareKeys) -> tuple[Command, ...]:
    """The commands of two calls side by side, with the letters in force."""
    return commands_of(keys, _COMPARE, AT_HAND)


class BesideTitle(Lines):
    """What stands beside what."""

    said = ("", "")

    def show(self, left: str, right: str) -> None:
        """Show other words."""
        self.said = (left, right)
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        left, right = self.said
        return [row(inert(left, "bold"), inert(right, "$quiet"), width)]


class BesideScreen(PlainKeyScreen[str | None]):
    """One list of two columns."""

    CSS_PATH = "beside.tcss"
    AUTO_FOCUS = "Blocks"
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = LIST_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "back", "Back")]

    def compose(self) -> ComposeResult:
        yield BesideTitle(id="title")
        yield Blocks(id="rows")
        yield KeyBar(self.every_command(), plain=True)

    def show_keys(self) -> None:
        """Show the commands that can be run now."""
        self.query_one(KeyBar).show(self.commands(), plain=True)

    @property
    def rows(self) -> Blocks:
        """The rows."""
        return self.query_one(Blocks)

    def action_back(self) -> None:
        """Back to where this was opened."""
        self.dismiss(None)


class NotesBesideScreen(BesideScreen):
    """Gives back the turn that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = plain_keys(notes_commands(NotesKeys()), "notes_keys")

    def __init__(self, index: ReviewIndex, place: str) -> None:
        super().__init__()
        self._index = index
        self._place = place

    def every_command(self) -> tuple[Command, ...]:
        return notes_commands(self.app.bench.settings.notes_keys)

    def on_mount(self) -> None:
        call = self._index.view.call.call
        day = f"{call.call_date:%d %b %y}"
        self.query_one(BesideTitle).show(f"{call.title}  ·  {day}", "notes beside the transcript")
        self.rows.show(notes_beside(self._index))
        if self._place:
            self.rows.aim_at(self._place, centred=True)
        self.show_keys()

    def idle(self) -> tuple[str, ...]:
        return () if any(self._has_note(key) for key in self.rows.keys) else ("next_note",)

    def action_next_note(self) -> None:
        """Go to the next row with notes."""
        keys = self.rows.keys
        at = keys.index(self.rows.aim) if self.rows.aim in keys else -1
        noted = [key for key in (*keys[at + 1 :], *keys[: at + 1]) if self._has_note(key)]
        if noted:
            self.rows.aim_at(noted[0], centred=True)
        else:
            self.app.say("There are no notes.")

    def _has_note(self, key: str) -> bool:
        return bool(getattr(self.rows.block(key), "right", ()))

    @on(Blocks.Chosen)
    def _chosen(self, event: Blocks.Chosen) -> None:
        self.dismiss(event.key)


class CompareScreen(BesideScreen):
    """Two calls of a lead: what became of each field."""

    BINDINGS: ClassVar[list[BindingType]] = plain_keys(
        compare_commands(CompareKeys()), "compare_keys"
    )

    def __init__(self, call_id: UUID) -> None:
        super().__init__()
        self._call_id = call_id
        self._nth, self._many = 0, 0
        self._calls: CallsBeside | None = None
        self._only_changes = False

    def every_command(self) -> tuple[Command, ...]:
        return compare_commands(self.app.bench.settings.compare_keys)

    def on_mount(self) -> None:
        self.query_one(BesideTitle).show("Comparing…", "")
        self._compare()

    def _compare(self) -> None:
        nth, bench, call_id = self._nth, self.app.bench, self._call_id

        def work() -> tuple[CallsBeside, int]:
            from assistant.workflows.beside import calls_beside, others_with_the_lead

            others = others_with_the_lead(bench, call_id)
            return calls_beside(bench, call_id, others[nth % len(others)].id), len(others)

        self.app.ask(self, work, self._show, self._failed, slips_in=True)

    def _failed(self, error: Exception) -> None:
        self.app.tell(error)
        if self._calls is None and isinstance(error, AssistantError):
            self.action_back()

    def _show(self, found: tuple[CallsBeside, int]) -> None:
        self._calls, self._many = found
        self._fill(from_top=True)
        self.show_keys()

    def idle(self) -> tuple[str, ...]:
        return () if self._many > 1 else ("other",)

    def _title(self, calls: CallsBeside) -> tuple[str, str]:
        """Whose calls are compared; which of the others it is, and whether all is shown."""
        lead, many = calls.now.lead, self._many
        which = f"{self._nth % many + 1} of {many} other calls" if many > 1 else ""
        shown = "only changes" if self._only_changes else ""
        whose = lead.name if lead else calls.now.call.title
        return f"{whose}: what changed", "  ·  ".join(one for one in (shown, which) if one)

    def _fill(self, *, from_top: bool = False) -> None:
        if self._calls is not None:
            self.query_one(BesideTitle).show(*self._title(self._calls))
            blocks = calls_beside_blocks(self._calls, only_changes=self._only_changes)
            self.rows.show(blocks, from_top=from_top)

    def action_only_changes(self) -> None:
        """Show all fields, or only what changed."""
        self._only_changes = not self._only_changes
        self._fill()

    def action_other(self) -> None:
        """Compare with another of the lead's calls."""
        if self._many > 1:
            self._nth += 1
            self._compare()
        elif self._many:
            self.app.say("This lead has no third call.")
