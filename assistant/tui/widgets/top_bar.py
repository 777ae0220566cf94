"""The top line: who, which banks, the clock, and whether everything is safe."""

from datetime import datetime
from typing import Literal

from textual.content import Content

from assistant.domain.calls import Consent
from assistant.domain.wording import clock_text
from assistant.tui.app import ReaderState
from assistant.tui.drawing import Lines, inert, pressable, row, words
from assistant.workflows.timing import last_minutes
from assistant.workflows.views import CallView

SavedState = Literal["saved", "saving", "unsaved"]
SAVED: dict[SavedState, tuple[str, str]] = {
    "saved": ("saved", "$success"),
    "saving": ("saving", "$quiet"),
    "unsaved": ("NOT SAVED", "bold $error"),
}
READER: dict[ReaderState, tuple[str, str]] = {
    "loading": ("getting ready to listen…", "$quiet"),
    "ready": ("", ""),
    "failed": ("not listening", "bold $error"),
}
DAY = 24 * 3600


class TopBar(Lines):
    """One line that is always in sight."""

    view: CallView | None = None
    saved: SavedState = "saved"
    reader: ReaderState = "loading"
    remind_consent: bool = True
    now: datetime | None = None
    minutes: int = 30
    """How long the call is planned to be."""

    def show(
        self,
        *,
        view: CallView | None = None,
        saved: SavedState | None = None,
        reader: ReaderState | None = None,
        now: datetime | None = None,
    ) -> None:
        """Change what is given, leave the rest."""
        self.view = view or self.view
        self.saved = saved or self.saved
        self.reader = reader or self.reader
        self.now = now or self.now
        self.redraw()

    def lines(self, width: int) -> list[Content]:
        return [row(self._who(width), self._state(), width)]

    def _who(self, width: int) -> Content:
        if self.view is None:
            return inert("Opening the call…", "$quiet")
        lead, account = self.view.lead, self.view.account
        name = lead.name if lead else self.view.call.title
        title = lead.title if lead and width >= 100 else ""
        about = ", ".join(one for one in (title, account.name if account else "") if one)
        banks = " + ".join(bank.title for bank in self.view.banks)
        parts = [inert(name, "bold"), *([inert(about)] if about else []), inert(banks, "$quiet")]
        if self.view.stage and width >= 120:
            parts.insert(2 if about else 1, inert(self.view.stage, "$quiet"))
        return words(("  ·  ", "$faint")).join(parts)

    def _state(self) -> Content:
        parts = [inert(*READER[self.reader])]
        if self.view is not None:
            if self.view.unread and self.reader == "ready" and not self.view.read_only:
                parts.append(inert("reading…", "$quiet"))
            if self.remind_consent and self.view.call.consent is Consent.UNKNOWN:
                parts.append(pressable(inert("consent?", "$warning"), "consent"))
            parts.append(words((self._clock(), "bold"), self._left()))
            parts.append(self._safe())
        return Content("   ").join(part for part in parts if part)

    @property
    def minutes_left(self) -> int | None:
        """Of the planned time, as soon as it is nearly over."""
        if self.view is None or self.now is None:
            return None
        return last_minutes(self.view.call, self.minutes, self.now)

    def _left(self) -> tuple[str, str]:
        match self.minutes_left:
            case None:
                return "", ""
            case 0:
                return "  time is over", "$warning"
            case left:
                return f"  {left} min left", "bold $warning"

    def _safe(self) -> Content:
        if self.view is not None and self.view.read_only:
            return inert("read only", "bold $warning")
        return inert(*SAVED[self.saved])

    def _clock(self) -> str:
        """The call's clock; the date, where the call began a day ago or more."""
        if self.view is None or self.now is None:
            return ""
        call = self.view.call
        seconds = ((call.ended_at or self.now) - call.started_at).total_seconds()
        if seconds >= DAY:
            return f"{call.started_at:%d %b %y}"
        return clock_text(seconds) + (" ended" if call.ended_at else "")
