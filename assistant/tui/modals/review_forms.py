"""What is said in a review: a comment, an agreement, another verdict. All is kept."""

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from textual.app import ComposeResult
from textual.widgets import Input, Static, TextArea

from assistant.domain.verdict import Outcome
from assistant.tui.drawing import words
from assistant.tui.modals.form import Form, labelled
from assistant.tui.signs import OUTCOME_STYLES
from assistant.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from assistant.workflows.views import ReviewView


class Target(NamedTuple):
    """What a comment is about: an answer, a turn of a source, or the whole call."""

    about: str
    answer_id: str | None = None
    source: str | None = None
    turn: int | None = None


class Remark(TextArea):
    """Takes some lines of text; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__(id="text", tab_behavior="focus", compact=True)

    @property
    def said(self) -> str:
        """What was written, as one paragraph."""
        return " ".join(self.text.split())


class CommentForm(Form["ReviewView"]):
    """Gives back the review with the comment."""

    HEADING = "Comment"
    APPLY = "Say it"

    def __init__(self, call_id: UUID, target: Target) -> None:
        super().__init__()
        self._call_id = call_id
        self._target = target

    def fields(self) -> ComposeResult:
        yield Static(words(("on ", "$quiet"), (self._target.about, "bold")), classes="said")
        yield Remark()
        yield Static("^S says it. It is kept with your name and the time.", classes="hint")

    def on_mount(self) -> None:
        self.query_one(Remark).focus()

    def apply(self) -> None:
        said, (_, answer_id, source, turn) = self.query_one(Remark).said, self._target

        def comment() -> "ReviewView":
            from assistant.workflows import reviewing

            return reviewing.comment(
                self.app.bench, self._call_id, said, answer_id=answer_id, source=source, turn=turn
            )

        self.send(lambda failed: self.app.ask(self, comment, self.done, failed, slips_in=True))


class AgreeForm(Form["ReviewView"]):
    """Gives back the review with the agreement."""

    HEADING = "Agree with the verdict"
    APPLY = "Agree"

    def __init__(self, call_id: UUID, outcome: Outcome) -> None:
        super().__init__()
        self._call_id = call_id
        self._outcome = outcome

    def fields(self) -> ComposeResult:
        verdict = (str(self._outcome).upper(), OUTCOME_STYLES[self._outcome])
        yield Static(words("In force is ", verdict, "."), classes="said")
        yield labelled("Words", Input(id="text", compact=True, placeholder="if you like"))

    def on_mount(self) -> None:
        self.query_one("#text").focus()

    def apply(self) -> None:
        said = self.query_one("#text", Input).value

        def agree() -> "ReviewView":
            from assistant.workflows import reviewing

            return reviewing.agree(self.app.bench, self._call_id, said)

        self.send(lambda failed: self.app.ask(self, agree, self.done, failed, slips_in=True))


class ReverseForm(Form["ReviewView"]):
    """Gives back the review with another verdict in force."""

    HEADING = "Reverse the verdict"
    APPLY = "Reverse"

    def __init__(self, call_id: UUID, now: Outcome) -> None:
        super().__init__()
        self._call_id = call_id
        self._now = now

    def fields(self) -> ComposeResult:
        verdict = (str(self._now).upper(), OUTCOME_STYLES[self._now])
        yield Static(words("In force is ", verdict, ". It is kept, too."), classes="said")
        others = [(one.value, one.value) for one in Outcome if one is not self._now]
        yield labelled("Verdict", Choice(others, id="outcome"))
        yield labelled("Reason", Input(id="reason", compact=True, placeholder="needed, and kept"))

    def on_mount(self) -> None:
        self.query_one("#outcome").focus()

    def apply(self) -> None:
        outcome = Outcome(self.query_one("#outcome", Choice).value)
        reason = self.query_one("#reason", Input).value

        def reverse() -> "ReviewView":
            from assistant.workflows import reviewing

            return reviewing.reverse(self.app.bench, self._call_id, outcome, reason)

        self.send(lambda failed: self.app.ask(self, reverse, self.done, failed, slips_in=True))
