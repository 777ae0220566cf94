"""The app: it opens screens, and carries work to the lane and results back.

Screens are imported when they are shown: the app starts before anything heavy is loaded.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, TypeVar
from uuid import UUID

from textual import work
from textual.app import SystemCommand
from textual.message_pump import MessagePump
from textual.reactive import reactive
from textual.screen import Screen
from textual.theme import Theme

from assistant.domain.errors import AssistantError, StoreUnavailable
from assistant.domain.inert import make_inert
from assistant.settings.keys import Keys
from assistant.settings.settings import variable
from assistant.tui.columns import MEDIUM
from assistant.tui.draft_lane import Draft, DraftLane
from assistant.tui.key_map import keymap_of
from assistant.tui.lane import Lane, while_there
from assistant.tui.lasting import end_on_signals, lasting
from assistant.tui.modals.modal import OneKeyApp
from assistant.tui.notices import NoticesApp
from assistant.tui.themes import OURS, hues
from assistant.tui.tidying import TidyApp
from assistant.workflows.wiring import Workbench

if TYPE_CHECKING:
    from assistant.tui.follower import Followed

T = TypeVar("T")
SWITCH = 0.001
"""Seconds until a busy thread lets another one run. A key is shown after half a dozen such
turns, and with Python's own five milliseconds storing a long transcript would hold it up."""
ReaderState = Literal["loading", "ready", "failed"]


class Found(NamedTuple):
    """The call to open, and what the rep has to know about it."""

    call_id: UUID
    notice: str = ""


Finding = Callable[[Workbench], Found]
"""Finds the call to open, or begins it. It runs in the lane, when the screen is there already."""


class Annotated(NamedTuple):
    """Begins with the annotation of the call that is found, over the list of calls."""

    finding: Finding


def _calls() -> Screen[Any]:
    from assistant.tui.screens.calls import CallsScreen

    return CallsScreen()


def _call(call: UUID | Finding) -> Screen[Any]:
    from assistant.tui.screens.call import CallScreen

    return CallScreen(call)


def _review(call_id: UUID, at: str) -> Screen[Any]:
    from assistant.tui.screens.review import ReviewScreen

    return ReviewScreen(call_id, at)


def _annotation(call_id: UUID) -> Screen[Any]:
    from assistant.tui.screens.annotation import AnnotationScreen

    return AnnotationScreen(call_id)


def _queue() -> Screen[Any]:
    from assistant.tui.screens.queue import QueueScreen

    return QueueScreen()


def _search(query: str) -> Screen[Any]:
    from assistant.tui.screens.search import SearchScreen

    return SearchScreen(query)


def _lead(lead_id: UUID) -> Screen[Any]:
    from assistant.tui.screens.lead import LeadScreen

    return LeadScreen(lead_id)


class AssistantApp(TidyApp, OneKeyApp, NoticesApp):
    """Composes and routes; the screens do the rest.

    ``start`` is the call to open, or finds it to open or to annotate; None opens the list of
    calls, where ``tour`` begins with the tour. ``followed`` is the transcript that is read as
    it grows, and its call.
    """

    TITLE = "Discovery-call assistant"
    CSS_PATH = ["app.tcss", "screens/call.tcss"]  # noqa: RUF012
    SCREENS: ClassVar[dict[str, Callable[[], Screen[Any]]]] = {"calls": _calls}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MEDIUM, "-medium"), (150, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (28, "-tall"), (48, "-very-tall")]  # noqa: RUF012

    reader: reactive[ReaderState] = reactive("loading")
    """Whether what reads the words is there. Notes are taken from the first moment on."""

    def __init__(
        self,
        bench: Workbench,
        *,
        start: UUID | Finding | Annotated | None = None,
        followed: "Followed | None" = None,
        tour: bool = False,
    ) -> None:
        self.bench = bench
        super().__init__()
        self._start = start
        self.followed = followed
        self._tour = tour
        self.refused: AssistantError | None = None
        self.unkept = ""
        self.lane = Lane(self._deliver)
        self.drafts = DraftLane(self._deliver)
        for theme in OURS:
            self.register_theme(theme)
        self._dress(bench.settings.theme)

    @property
    def keys(self) -> Keys:
        """The key map in force."""
        return self.bench.settings.keys

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that do not have them."""
        return hues(dark=self.current_theme.dark)

    def on_mount(self) -> None:
        if self.theme != (wanted := self.bench.settings.theme):
            known = ", ".join(sorted(self.available_themes))
            self.say(f"There is no theme {wanted!r}. There are: {known}.", "warning")
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.set_keymap(keymap_of(self.bench.settings))
        self.call_after_refresh(self._drawn)
        if not self.is_headless:
            end_on_signals(self.exit)
        if self._start is None:
            self.push_screen("calls")
            if self._tour:
                self.call_after_refresh(self.show_tour)
        elif isinstance(self._start, Annotated):
            self._annotate(self._start.finding)
        else:
            self.open_call(self._start)

    def _annotate(self, finding: Finding) -> None:
        """Begin with the annotation of a call; end where there is none."""
        self.push_screen("calls")
        self.ask(
            self,
            lambda: finding(self.bench),
            lambda found: self.open_annotation(found.call_id),
            lambda error: (
                self.refuse(error) if isinstance(error, AssistantError) else self.tell(error)
            ),
        )

    def _drawn(self) -> None:
        """The first screen can be seen: now comes what takes longer."""
        self.spare()
        self.begin_tidying()
        self._load_reader()

    def _dress(self, theme: str) -> None:
        """Wear a theme from the first moment: all style sheets would be read again for another."""
        name = theme if theme in self.available_themes else OURS[0].name
        self._worn = name
        self.set_reactive(AssistantApp.theme, name)
        dark = self.current_theme.dark
        self.set_class(True, f"-theme-{name}", update=False)
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def _keep_theme(self, theme: Theme) -> None:
        """A theme that was picked is worn at the next start, too."""
        if theme.name == self._worn:
            return
        self._worn = theme.name
        from assistant.settings.keeping import keep_setting
        from assistant.settings.paths import settings_file

        try:
            keep_setting(settings_file(), "theme", theme.name)
        except AssistantError as error:
            self.say(f"The theme cannot be kept for the next start: {error}", "warning")
            return
        origin = self.bench.origins.get("theme", "")
        if origin == variable("theme"):
            self.say(f"Kept, but {origin} says which theme the next start has.", "warning")

    def open_call(self, call: UUID | Finding) -> None:
        """Show a call; it is resumed where it was left."""
        self.push_screen(_call(call))

    def found(self, finding: Finding, found: Found) -> None:
        """The call that was looked for is known; what is followed is followed in it."""
        if self.followed is not None and self.followed.call == finding:
            self.followed = self.followed._replace(call=found.call_id)
        if found.notice:
            self.say(found.notice)

    def refuse(self, error: AssistantError) -> None:
        """End: what the program was started for cannot be done."""
        self.refused = error
        self.exit()

    def show_tour(self) -> None:
        """Show what the parts of the call screen are for. It is not shown by itself again."""
        from assistant.settings.first_run import remember_tour
        from assistant.tui.modals.tour import Tour
        from assistant.tui.screens.call_commands import call_commands

        remember_tour()
        self.push_screen(Tour(call_commands(self.keys)))

    def open_review(self, call_id: UUID, at: str = "") -> None:
        """Show what is kept of a call; ``at`` is the turn or the answer that it opens at."""
        self.push_screen(_review(call_id, at))

    def open_annotation(self, call_id: UUID) -> None:
        """Go through a call's answers beside its words."""
        self.push_screen(_annotation(call_id))

    def open_queue(self) -> None:
        """Show the calls to review."""
        self.push_screen(_queue())

    def open_search(self, query: str = "") -> None:
        """Look for words in all calls."""
        self.push_screen(_search(query))

    def open_lead(self, lead_id: UUID) -> None:
        """Show a lead's page."""
        self.push_screen(_lead(lead_id))

    def go_home(self) -> None:
        """Leave whatever lies over the list of calls."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if self.screen is not self.get_screen("calls"):
            self.switch_screen("calls")

    @work(thread=True, exit_on_error=False, group="reader", description="load the reader")
    def _load_reader(self) -> None:
        try:
            _ = self.bench.extractor
        except Exception as error:  # noqa: BLE001  # the screens live on without it
            self.call_from_thread(self._reader_failed, error)
        else:
            self.call_from_thread(self._reader_loaded)

    def _reader_loaded(self) -> None:
        self.reader = "ready"
        if self.bench.extractor.notice is not None:
            self.say(self.bench.extractor.notice, "warning")

    def _reader_failed(self, error: Exception) -> None:
        self.reader = "failed"
        self.tell(error, doing="Getting ready to listen")

    def ask(
        self,
        owner: MessagePump,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        slips_in: bool = False,
    ) -> None:
        """Run a workflow in the lane; ``then`` takes its result, unless ``owner`` is gone."""
        there, gone_wrong = while_there(owner, then), while_there(owner, failed or self.tell)
        self.lane.do(work, there, gone_wrong, slips_in=slips_in)

    def keep(
        self,
        owner: MessagePump,
        work: Callable[[], None],
        then: Callable[[], None],
        failed: Callable[[Exception], None],
        *,
        at_once: bool,
    ) -> None:
        """Store what was just typed, beside the lane: it waits for no reading."""
        stored = while_there(owner, lambda _: then())
        draft = Draft(work, stored, while_there(owner, failed))
        self.drafts.put(draft, at_once=at_once)

    def _deliver(self, callback: Callable[[Any], None], result: object) -> None:
        self.call_later(self._guarded, callback, result)

    def _guarded(self, callback: Callable[[Any], None], result: object) -> None:
        try:
            callback(result)
        except Exception as error:  # noqa: BLE001  # a result that can't be shown ends no call
            self.tell(error)

    def say(
        self, message: str, severity: Literal["information", "warning", "error"] = "information"
    ) -> None:
        """A notice of plain text."""
        words = "\n".join(make_inert(line) for line in message.splitlines())
        seconds = 5 if severity == "information" else 10
        self.notify(words, severity=severity, markup=False, timeout=seconds)

    def tell(self, error: Exception, doing: str = "") -> None:
        """Say what went wrong. What should not have happened is logged without its content."""
        if isinstance(error, AssistantError):
            self.say(str(error), "error")
            return
        from assistant.workflows.crash_log import record_crash

        log = record_crash(error)
        self.say(_unforeseen(error, log, doing), "error")

    def _fatal_error(self) -> None:
        """End with words. Textual's own account would print the values of variables."""
        from assistant.workflows.crash_log import record_crash

        error = self._exception or RuntimeError()
        self.panic(_unforeseen(error, record_crash(error), "Drawing the screen"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers: the screen's own commands, then Textual's."""
        from assistant.tui.commands import CommandScreen

        if isinstance(screen, CommandScreen):
            for command in screen.every_command():
                run = screen.runner(command)
                yield SystemCommand(f"{command.label.capitalize()}", command.about, run)
            if all(command.action != "tour" for command in screen.every_command()):
                yield SystemCommand("Tour", "See how the call screen works.", self.show_tour)
        yield from super().get_system_commands(screen)

    def on_unmount(self) -> None:
        self.drafts.close()
        self.lane.close()


def _unforeseen(error: BaseException, log: Path | None, doing: str) -> str:
    where = f"Where it happened is in {log}" if log else "The log could not be written either"
    what = f"{doing} went wrong" if doing else "Something went wrong that should not have"
    return f"{what} ({type(error).__name__}). {where} (no call content is)."


def run_app(
    bench: Workbench,
    *,
    start: UUID | Finding | Annotated | None = None,
    followed: "Followed | None" = None,
) -> int:
    """Open the screens; blocks until they are left. Returns the exit code.

    Raises what speaks against opening the call that ``start`` finds, and ``StoreUnavailable``
    with the notes that could not be stored, so that they can be copied.
    """
    from assistant.settings.first_run import tour_seen

    bench.read_apart()
    sys.setswitchinterval(SWITCH)
    tour = start is None and not tour_seen()
    app = AssistantApp(bench, start=start, followed=followed, tour=tour)
    app.driver_class = lasting(app.driver_class)
    app.run()
    if app.refused is not None:
        raise app.refused
    if app.unkept.strip():
        raise StoreUnavailable(f"The last notes could not be stored. They are:\n{app.unkept}")
    return app.return_code or 0
