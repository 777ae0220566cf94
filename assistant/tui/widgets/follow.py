"""What is being said: the last turns of a followed transcript, and how the call is talked."""

from textual import getters
from textual.content import Content

from assistant.domain.fields import Side
from assistant.domain.transcript import Turn
from assistant.domain.wording import clock_text
from assistant.tui.app import AssistantApp
from assistant.tui.drawing import Lines, fit, inert, row, words, wrapped
from assistant.tui.key_names import shown
from assistant.workflows.talk import USUAL_QUESTIONS, USUAL_SHARE
from assistant.workflows.views import FollowView

WIDE = 100
ROWS = {36: 2, 48: 4}
"""Rows of words on a screen that is lower than so many rows."""
MOST_ROWS = 7
NAMES = {Side.REP: ("you", "$primary"), Side.PROSPECT: ("they", "$accent")}
STATES = {
    "waiting": "waiting for the first words",
    "consent": "not read: note what was said about recording first ({} {})",
    "withdrawn": "not read: consent was withdrawn",
    "following": "",
    "gone": "the file is gone: it is waited for",
    "ended": "it has ended",
}


class FollowPane(Lines):
    """A line of figures and a few rows of the latest words. Hidden where nothing is followed."""

    DEFAULT_CSS = """
    FollowPane {
        display: none;
        padding: 0 1;
        border-top: solid $faint;
        background: $surface;
    }
    """

    app = getters.app(AssistantApp)
    follow: FollowView | None = None

    def show(self, follow: FollowView) -> None:
        """Show where it stands."""
        if follow == self.follow:
            return
        self.follow = follow
        self.display = True
        self.redraw()

    @property
    def rows(self) -> int:
        """How many rows of words there is room for."""
        height = self.app.size.height
        return next((rows for below, rows in ROWS.items() if height < below), MOST_ROWS)

    def lines(self, width: int) -> list[Content]:
        if self.follow is None:
            return []
        said = self._said(self.follow, width)
        blank = [Content("")] * (self.rows - len(said))
        return [self._heading(self.follow, width), *said, *blank]

    def _heading(self, follow: FollowView, width: int) -> Content:
        keys = self.app.keys
        state = STATES[follow.state].format(shown(keys.leader), keys.consent)
        if follow.state == "following" and follow.language != "en":
            state = f"in {follow.language}: only English is read for answers"
        name = words(("FOLLOWING ", "bold $quiet"), (follow.name, "$quiet"))
        left = words(name, ("  ", ""), (state, "$warning")) if state else name
        figures = words(" ", _figures(follow, width))
        crowded = state and left.cell_length + figures.cell_length > width
        return row(left, Content("") if crowded else figures, width)

    def _said(self, follow: FollowView, width: int) -> list[Content]:
        """The last rows of the last turns, the latest at the bottom."""
        lines: list[Content] = []
        finished = [(turn, "") for turn in follow.last]
        for turn, style in reversed([*finished, *((turn, "italic") for turn in follow.open)]):
            lines = [*_turn_lines(turn, style, width, self.rows - len(lines)), *lines]
            if len(lines) >= self.rows:
                break
        return lines


def _turn_lines(turn: Turn, style: str, width: int, most: int) -> list[Content]:
    """The end of a turn; words that may still change are in italics, with dots behind them."""
    name, hue = NAMES.get(turn.side, ("", "$quiet"))
    whose = f" ({name})" if turn.speaker and name else ""
    label = words((turn.speaker or name, f"bold {hue}"), (whose, hue), "  ")
    said = inert(turn.text[-width * most :] + (" …" if style else ""), style)
    lines = wrapped(Content.assemble(label, said), width, len(turn.text) + 1)
    if len(lines) <= most and len(turn.text) <= width * most:
        return lines
    last = lines[-most:]
    return [fit(Content.assemble("… ", last[0]), width), *last[1:]]


def _figures(follow: FollowView, width: int) -> Content:
    """Hints: shares of the talk, the longest monologue, questions asked."""
    talk, parts = follow.talk, []
    usual = " (usual {})" if width >= WIDE else " ({})"
    if talk.rep_share is not None:
        parts.append(_figure("you talk", f"{talk.rep_share:.0%}", usual.format(USUAL_SHARE)))
    if talk.longest:
        whose = NAMES.get(talk.longest_side, ("", ""))[0]
        parts.append(_figure("longest", clock_text(talk.longest), f" ({whose})" if whose else ""))
    if talk.rep_share is not None:
        parts.append(_figure("asked", str(talk.questions), usual.format(USUAL_QUESTIONS)))
    return fit(Content("  ").join(parts), width)


def _figure(what: str, value: str, usual: str) -> Content:
    return words((f"{what} ", "$quiet"), (value, "bold"), (usual, "$quiet"))
