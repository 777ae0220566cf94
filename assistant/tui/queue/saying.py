"""What a manager and a rep say of a call: it is sent back, that is answered, the rep coached."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from assistant.tui.modals.form import Form
from assistant.tui.modals.review_forms import Remark
from assistant.workflows.views import ReviewView
from assistant.workflows.wiring import Workbench


class Saying(NamedTuple):
    """Something to say: its heading, the button, what stands above the words, and the act."""

    heading: str
    does: str
    above: tuple[Content, ...]
    act: Callable[[Workbench, UUID, str], ReviewView]


class SayForm(Form[ReviewView]):
    """Gives back the review with what was said."""

    CSS_PATH = "../modals/modals.tcss"

    def __init__(self, call_id: UUID, saying: Saying) -> None:
        super().__init__()
        self._call_id = call_id
        self._saying = saying
        self.APPLY = saying.does

    def heading(self) -> str:
        return self._saying.heading

    def fields(self) -> ComposeResult:
        for one in self._saying.above:
            yield Static(one, classes="said")
        yield Remark()
        yield Static("It is kept with your name and the time.", classes="hint")

    def on_mount(self) -> None:
        self.query_one(Remark).focus()

    def apply(self) -> None:
        said, act, bench = self.query_one(Remark).said, self._saying.act, self.app.bench

        def say() -> ReviewView:
            return act(bench, self._call_id, said)

        self.send(lambda failed: self.app.ask(self, say, self.done, failed, slips_in=True))
