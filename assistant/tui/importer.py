"""Takes a file in as a call of its own, in the lane; shows how far it is; can be stopped."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from assistant.domain.calls import Consent
from assistant.domain.errors import AssistantError
from assistant.tui.modals.import_call import ImportPlan
from assistant.tui.progress import watched
from assistant.tui.transcript_taker import say_noted
from assistant.tui.widgets.banner import ReadingBar
from assistant.tui.widgets.lead_field import lead_of

if TYPE_CHECKING:
    from assistant.tui.commands import AnyCommandScreen


class TakenIn(NamedTuple):
    """The call, how many answers it has, its verdict, and what the file's reader noted."""

    call_id: UUID
    answers: int
    outcome: str
    noted: tuple[str, ...]


class ImportStopped(AssistantError):
    """The person did not want it after all. Nothing of the file is stored."""


class Importer:
    """One file at a time."""

    def __init__(self, screen: "AnyCommandScreen", taken_in: Callable[[UUID], None]) -> None:
        self._screen = screen
        self._taken_in = taken_in
        self._stopped = False
        self.busy = False

    def stop(self) -> bool:
        """Stop reading; False where nothing is read."""
        self._stopped = self.busy
        return self.busy

    def take_in(self, plan: ImportPlan) -> None:
        """Read a file and store it as a call."""
        self.busy, self._stopped = True, False
        self._screen.query_one(ReadingBar).show(0, 1)
        self._screen.app.ask(self._screen, lambda: self._read(plan), self._done, self._failed)

    def _read(self, plan: ImportPlan) -> TakenIn:
        from assistant.workflows.annotating import AnnotateOptions, annotate_file
        from assistant.workflows.people import find_lead
        from assistant.workflows.saving import save_annotation

        app = self._screen.app
        show = watched(app, self._show)

        def progress(done: int, total: int) -> None:
            show(done, total)
            if self._stopped:
                raise ImportStopped("The file is not taken in.")

        options = AnnotateOptions(banks=plan.banks, consent=plan.consent or Consent.UNKNOWN)
        read = annotate_file(app.bench, plan.path, options, progress)
        lead_id = lead_of(app.bench, plan.lead)
        lead = find_lead(app.bench, str(lead_id)) if lead_id else None
        call_id = save_annotation(app.bench, read, lead, consent=plan.consent)
        found = read.annotation
        outcome = str(found.assessments[0].verdict.outcome)
        return TakenIn(call_id, len(found.answers), outcome, found.warnings)

    def _show(self, done: int, total: int) -> None:
        if self.busy and self._screen.is_running:
            self._screen.query_one(ReadingBar).show(done, total)

    def _over(self) -> None:
        self.busy = False
        self._screen.query_one(ReadingBar).show(0, 0)

    def _done(self, taken: TakenIn) -> None:
        self._over()
        heard = f"{taken.answers} answers, {taken.outcome}"
        self._screen.app.say(f"Taken in: {heard}. Enter reviews it.")
        say_noted(self._screen.app, taken.noted)
        self._taken_in(taken.call_id)

    def _failed(self, error: Exception) -> None:
        self._over()
        self._screen.app.tell(error)
