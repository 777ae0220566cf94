"""After the call: the verdict with its evidence, an override, the next step, the stage move."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button

from assistant.domain.wording import clock_text
from assistant.settings.keys import EndKeys
from assistant.tui.commands import Command, commands_of
from assistant.tui.drawing import Lines, row, words
from assistant.tui.lane_call import LaneCall
from assistant.tui.plain_keys import APP_KEYS, PlainKeyScreen, plain_keys
from assistant.tui.widgets.ending import MoveLines, RecordedLines, StepLines
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.widgets.verdict_full import VerdictFull
from assistant.workflows.views import EndView

AFTER = "After the call"
ENDINGS = "A name that ends in .md, .html or .json gets the whole report."
_COMMANDS = (
    ("leave", "leave", AFTER),
    ("override", "override", AFTER),
    ("next_step", "next step", AFTER),
    ("follow_up", "follow-up", AFTER),
    ("move", "move", AFTER),
    ("copy_summary", "copy", AFTER),
    ("write", "write", AFTER),
    ("back", "back", AFTER),
    ("help", "help", AFTER),
)
AT_HAND = frozenset(("leave", "override", "next_step", "follow_up", "move", "back", "help"))


def end_commands(keys: EndKeys) -> tuple[Command, ...]:
    """The commands with the letters in force."""
    return commands_of(keys, _COMMANDS, AT_HAND)


class EndTitle(Lines):
    """The top line: which call ended, and how long it was."""

    def __init__(self, end: EndView) -> None:
        super().__init__(id="title")
        self._end = end

    def lines(self, width: int) -> list[Content]:
        view = self._end.call
        name = view.lead.name if view.lead else view.call.title
        ended = view.call.ended_at or view.call.started_at
        took = clock_text((ended - view.call.started_at).total_seconds())
        left = words(("Call ended", "bold"), ("  ·  ", "$faint"), (name, "bold"))
        return [row(left, words(took, ("   saved", "$success")), width)]


class EndScreen(PlainKeyScreen[None]):
    """Lies over the call, which stays open below until it is left."""

    CSS_PATH = "end.tcss"
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Tab", "From button to button; Enter presses one."),
        ("Up Down", "Scroll the verdict; PgUp and PgDn by more."),
        *APP_KEYS,
    )
    MORE_HEADING = "On this screen"
    BINDINGS: ClassVar[list[BindingType]] = plain_keys(end_commands(EndKeys()), "end_keys")
    BINDINGS += [
        Binding(key, f"look({rows})", "Scroll", show=False)
        for key, rows in (("down", 1), ("up", -1), ("pagedown", 12), ("pageup", -12))
    ]

    def __init__(self, call: LaneCall, end: EndView) -> None:
        super().__init__()
        self._call = call
        self._end = end

    def compose(self) -> ComposeResult:
        end = self._end
        yield EndTitle(end)
        with Horizontal(id="body"):
            with VerticalScroll(id="then", can_focus=False):
                yield RecordedLines(end.call)
                with Horizontal(classes="choices"):
                    yield Button("Override…", id="override", compact=True)
                yield StepLines(end.call)
                with Horizontal(classes="choices"):
                    yield Button("Next step…", id="next_step", compact=True)
                    yield Button("Follow-up…", id="follow_up", compact=True)
                yield MoveLines(end)
                with Horizontal(classes="choices"):
                    yield Button("Move…", id="move", compact=True, disabled=not end.stages)
                with Horizontal(classes="choices"):
                    yield Button("Copy summary", id="copy_summary", compact=True)
                    yield Button("To a file…", id="write", compact=True)
                with Horizontal(classes="choices"):
                    yield Button("Save and leave", id="leave", variant="primary", compact=True)
                    yield Button("Back", id="back", compact=True)
            with VerticalScroll(id="why", can_focus=False):
                yield VerdictFull(end.call)
        yield KeyBar(self.every_command(), plain=True)

    def every_command(self) -> tuple[Command, ...]:
        return end_commands(self.app.bench.settings.end_keys)

    def on_mount(self) -> None:
        self.query_one("#leave").focus()

    def _show(self, end: EndView | None) -> None:
        if end is None:
            return
        self._end = end
        self._call.shown(end.call)
        self.query_one(VerdictFull).show(end.call)
        self.query_one(RecordedLines).show(end.call)
        self.query_one(StepLines).show(end.call)
        self.query_one(MoveLines).show(end)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        getattr(self, f"action_{event.button.id}")()

    def action_override(self) -> None:
        """Put another verdict over the one in force."""
        from assistant.tui.modals.override import OverrideVerdict

        recorded = self._end.call.recorded
        now = recorded.verdict.outcome if recorded else self._end.call.verdict.outcome
        self.app.push_screen(OverrideVerdict(self._call, now), self._show)

    def action_move(self) -> None:
        """Move the lead."""
        if not self._end.stages:
            self.app.say("This call has no lead, so there is no stage to move.")
            return
        from assistant.tui.modals.move_stage import MoveStage

        self.app.push_screen(MoveStage(self._call, self._end), self._show)

    def action_next_step(self) -> None:
        """Note what was agreed on."""
        from assistant.tui.modals.next_step import NextStep

        self.app.push_screen(NextStep(self._call), self._show)

    def action_follow_up(self) -> None:
        """Show the follow-up text."""
        from assistant.workflows.summing_up import follow_up_of

        call_id = self._end.call.call.id
        self.app.ask(self, lambda: follow_up_of(self.app.bench, call_id), self._drafted)

    def _drafted(self, text: str) -> None:
        from assistant.tui.modals.follow_up import FollowUp

        self.app.push_screen(FollowUp(self._end.call.call.id, text, self._file("mail")))

    def _file(self, what: str) -> str:
        """A name for a file about this call."""
        call = self._end.call.call
        return f"{what}-{call.call_date.isoformat()}-{str(call.id)[:8]}.txt"

    def action_copy_summary(self) -> None:
        """Put the summary on the clipboard, as far as the terminal allows it."""
        from assistant.workflows.summing_up import summary_of

        call_id = self._end.call.call.id
        self.app.ask(self, lambda: summary_of(self.app.bench, call_id), self._copied)

    def _copied(self, summary: str) -> None:
        self.app.copy_to_clipboard(summary)
        write = self.letter("write")
        self.app.say(
            f"The summary is on the clipboard, if the terminal allows it; {write} writes it."
        )

    def action_write(self) -> None:
        """Write the summary to a file."""
        from assistant.tui.modals.write_file import WriteFile
        from assistant.workflows.summing_up import save_summary

        bench, call_id = self.app.bench, self._end.call.call.id

        def write(path: Path, over: bool) -> Path:  # noqa: FBT001  # as ``Write`` has it
            return save_summary(bench, call_id, path, over=over)

        form = WriteFile("Write the summary to a file", self._file("call"), write, ENDINGS)
        self.app.push_screen(form, self._written)

    def _written(self, path: Path | None) -> None:
        if path is not None:
            self.app.say(f"Written to {path}.")

    def action_look(self, rows: int) -> None:
        """Scroll the verdict; on a narrow screen all of it is one column."""
        narrow = self.has_class("-narrow")
        self.query_one("#body" if narrow else "#why").scroll_relative(y=rows, animate=False)

    def action_back(self) -> None:
        """Go on with the call."""
        self.app.pop_screen()
