"""Notes something that a lead did."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from assistant.domain.errors import WrongUsage
from assistant.domain.people import EngagementEvent
from assistant.tui.drawing import words
from assistant.tui.modals.form import Form, labelled
from assistant.tui.signs import field_title
from assistant.workflows.lead_views import LeadPage

NOON = time(12)


class RecordEvent(Form[EngagementEvent]):
    """Gives back the event that was recorded."""

    HEADING = "What did the lead do?"
    APPLY = "Record"

    def __init__(self, page: LeadPage) -> None:
        super().__init__()
        self._lead = page.view.lead
        self._kinds = tuple(sorted(page.kinds, key=lambda kind: (-page.kinds[kind], kind)))
        self._points = page.kinds

    def fields(self) -> ComposeResult:
        yield OptionList(*(self._option(kind) for kind in self._kinds), id="kinds")
        yield labelled("When", Input(id="day", compact=True, placeholder="today, or 2026-03-31"))
        yield labelled("Note", Input(id="note", compact=True, placeholder="a few words, if any"))

    def _option(self, kind: str) -> Option:
        points = f"{self._points[kind]:+d} points"
        return Option(words((f"{field_title(kind):<18}", "bold"), (points, "$quiet")), id=kind)

    def on_mount(self) -> None:
        kinds = self.query_one("#kinds", OptionList)
        kinds.highlighted = 0
        kinds.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.apply()

    def _at(self) -> datetime | None:
        typed = self.query_one("#day", Input).value.strip()
        if not typed:
            return None
        zone = ZoneInfo(self.app.bench.settings.time_zone)
        try:
            day = datetime.strptime(typed, "%Y-%m-%d").replace(tzinfo=zone)
        except ValueError:
            raise WrongUsage("Write the day as year-month-day: 2026-03-31.") from None
        return datetime.combine(day, NOON, zone)

    def apply(self) -> None:
        at = self.query_one("#kinds", OptionList).highlighted or 0
        note = self.query_one("#note", Input).value.strip()
        try:
            day = self._at()
        except WrongUsage as error:
            self.complain(error)
            return

        def record() -> EngagementEvent:
            from assistant.workflows.people import record_event

            return record_event(self.app.bench, self._lead, self._kinds[at], at=day, note=note)

        self.send(lambda failed: self.app.ask(self, record, self.done, failed, slips_in=True))
