"""A call under review: verdict, evidence, words and history; comments and verdicts are made."""

from collections.abc import Mapping
from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content

from assistant.domain.errors import AssistantError
from assistant.domain.people import Role
from assistant.tui.columns import MEDIUM
from assistant.tui.commands import HELP, Command
from assistant.tui.drawing import Lines, inert, row, words
from assistant.tui.heard import words_of
from assistant.tui.modals.review_forms import Target
from assistant.tui.plain_keys import LIST_KEYS, PlainKeyScreen, plain_keys
from assistant.tui.review.checklist import checklist_blocks
from assistant.tui.review.history import history_blocks
from assistant.tui.review.index import (
    ReviewIndex,
    answer_in,
    first_with,
    index_of,
    place_in,
)
from assistant.tui.review.remarks import remark_blocks
from assistant.tui.review.verdict_page import verdict_blocks
from assistant.tui.signs import OUTCOME_STYLES, field_title
from assistant.tui.widgets.blocks import Block, Blocks
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.widgets.tabs import Tab, Tabs
from assistant.tui.widgets.words import Words
from assistant.workflows.views import ReviewView

WORDS = "words"
WIDE = 90
"""From so many cells on, the title names the rep, too."""
PAGES = {
    "verdict": "Verdict",
    "checklist": "Checklist",
    "remarks": "Comments",
    "history": "History",
    WORDS: "Words",
}
SAY, LOOK, LEAVE = "Say", "Look", "Leave"
AGREE = Command("a", "agree", "agree", "Agree with the verdict in force.", SAY, at_hand=True)
REVERSE = Command(
    "r", "reverse", "reverse", "Put another verdict over it, with a reason.", SAY, at_hand=True
)
REVIEW_COMMANDS = (
    AGREE,
    REVERSE,
    Command("c", "comment", "comment", "Comment on the answer or turn.", SAY, at_hand=True),
    Command("C", "comment_call", "comment call", "Comment on the whole call.", SAY),
    Command("n", "next_answer", "next answer", "Go to the next answer's words.", LOOK,
            at_hand=True),
    Command("p", "previous_answer", "previous", "Go to the words of the answer before.", LOOK),
    Command("w", "switch", "words/page", "To the words, and back to the page (or Tab).", LOOK,
            at_hand=True),
    Command("f5", "refresh", "refresh", "Look again at what is stored.", LOOK),
    Command("o", "open_call", "open call", "Open the call itself.", LEAVE),
    Command("q", "back", "back", "Back to where you were (or Esc).", LEAVE, at_hand=True),
    Command(HELP.key, HELP.action, HELP.label, HELP.about, LEAVE, at_hand=True),
)  # fmt: skip


class ReviewTitle(Lines):
    """The top line: which call, whose, and the verdict in force."""

    view: ReviewView | None = None

    def show(self, view: ReviewView) -> None:
        """Show a call."""
        self.view = view
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        if self.view is None:
            return [inert("Opening the review…", "$quiet")]
        call = self.view.call
        name = call.lead.name if call.lead else call.call.title
        parts = [inert(name, "bold")]
        if call.account:
            parts.append(inert(call.account.name))
        if width >= WIDE:
            parts.append(inert(f"rep {call.call.rep.name}", "$quiet"))
        parts.append(inert(f"{call.call.call_date:%d %b %y}", "$quiet"))
        recorded = call.recorded
        verdict = recorded.verdict if recorded else call.verdict
        outcome = (str(verdict.outcome).upper(), OUTCOME_STYLES[verdict.outcome])
        state = words(outcome, f" {verdict.score}") if recorded else words(
            ("not ended, likely ", "$warning"), outcome)  # fmt: skip
        return [row(inert("  ·  ", "$faint").join(parts), state, width)]


class ReviewScreen(PlainKeyScreen[None]):
    """Pages at the right, the words at the left; where it is narrow, one of them at a time."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = ""
    LEADER_COMMANDS: ClassVar[tuple[Command, ...]] = REVIEW_COMMANDS
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("1 to 5", "Verdict, checklist, comments, history, words."),
        ("Enter", "From an answer to its words, and back."),
        *(key for key in LIST_KEYS if key[0] != "Enter"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *plain_keys(REVIEW_COMMANDS),
        *(
            Binding(str(digit), f"show_page('{name}')", show=False)
            for digit, name in enumerate(PAGES, start=1)
        ),
        Binding("tab,shift+tab", "switch", "Switch", show=False),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, call_id: UUID) -> None:
        super().__init__()
        self._call_id = call_id
        self.index: ReviewIndex | None = None
        self.page = "verdict"
        self.in_words = False

    def compose(self) -> ComposeResult:
        yield ReviewTitle(id="title")
        yield Tabs([Tab(*page) for page in PAGES.items()], self.page, id="tabs")
        with Horizontal(id="body"):
            yield Words(id="words")
            yield Blocks(id="page")
        yield KeyBar(self.commands(), plain=True)

    @property
    def words(self) -> Words:
        """Transcripts and notes."""
        return self.query_one("#words", Words)

    @property
    def blocks(self) -> Blocks:
        """The page."""
        return self.query_one("#page", Blocks)

    def on_mount(self) -> None:
        self._arrange()
        self.action_refresh()

    # What is stored

    def action_refresh(self) -> None:
        """Look again."""
        self.app.ask(self, self._read, self.show_view, self._not_read, slips_in=True)

    def _read(self) -> ReviewView:
        from assistant.workflows.reviewing import open_review

        return open_review(self.app.bench, self._call_id)

    def _not_read(self, error: Exception) -> None:
        self.app.tell(error)
        if self.index is None and isinstance(error, AssistantError):
            self.action_back()

    def show_view(self, view: ReviewView | None) -> None:
        """Show a call as it is now; None changes nothing."""
        if view is None:
            return
        first, self.index = self.index is None, index_of(view)
        self.query_one(ReviewTitle).show(view)
        self.query_one(KeyBar).show(self.commands(), plain=True)
        self.words.show_review(self.index)
        self._show_page(from_top=first)

    def _show_page(self, *, from_top: bool = False) -> None:
        if self.index is not None:
            self.blocks.show(self._page_blocks(self.index), from_top=from_top)
        self._show_tabs()

    def _show_tabs(self) -> None:
        said = len(self.index.view.reviews) if self.index else None
        tabs = [
            Tab(name, title, said or None if name == "remarks" else None)
            for name, title in PAGES.items()
        ]
        self.query_one("#tabs", Tabs).show(tabs, WORDS if self.in_words else self.page)

    def _page_blocks(self, index: ReviewIndex) -> list[Block]:
        local = self.app.bench.local
        if self.page == "checklist":
            return list(checklist_blocks(index, local))
        if self.page == "remarks":
            return list(remark_blocks(index, local))
        if self.page == "history":
            return list(history_blocks(index, local))
        return list(verdict_blocks(index, local))

    # Pages and words

    def on_resize(self) -> None:
        self.call_after_refresh(self._arrange)

    def _arrange(self) -> None:
        """Both sides where there is room, else the one that is looked at."""
        # By the size itself: the class comes a moment after a screen is mounted.
        narrow = self.app.size.width < MEDIUM
        self.words.display = self.in_words or not narrow
        self.blocks.display = not (self.in_words and narrow)
        (self.words if self.in_words else self.blocks).focus()

    def action_show_page(self, page: str) -> None:
        """Bring a page, or the words, to the front."""
        self.in_words = page == WORDS
        turned = page not in {WORDS, self.page}
        if turned:
            self.page = page
        self._arrange()
        if turned:
            self._show_page(from_top=True)
        else:
            self._show_tabs()

    def action_switch(self) -> None:
        """To the words, and back to the page."""
        self.action_show_page(self.page if self.in_words else WORDS)

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        """A click on a side looks at it."""
        in_words = self.focused is self.words
        if in_words != self.in_words and self.focused in {self.words, self.blocks}:
            self.in_words = in_words
            self._show_tabs()

    @on(Blocks.Aimed, "#page")
    def _aimed(self, event: Blocks.Aimed) -> None:
        """The words follow the page, where both are in sight."""
        if not self.in_words and self.words.display:
            self._follow(event.key)

    def _follow(self, key: str) -> bool:
        answer_id, place = answer_in(key), place_in(key)
        if answer_id:
            return self.words.choose(answer_id)
        if place:
            self.words.go_to(place)
        return bool(place)

    @on(Blocks.Chosen, "#page")
    def _to_words(self, event: Blocks.Chosen) -> None:
        """From what is chosen to its words."""
        if self._follow(event.key):
            self.action_show_page(WORDS)
            self.call_after_refresh(self._follow, event.key)
        elif answer_in(event.key):
            self.app.say("No words of the call gave this answer.")

    @on(Blocks.Chosen, "#words")
    def _to_page(self) -> None:
        """From a turn to its answer; with several, to the chosen one."""
        here = self.words.answers_here()
        if not here:
            self.app.say("This turn gave no answer. n goes to the next one that did.")
            return
        chosen = self.words.chosen
        self.action_show_answer(chosen if chosen in here else here[0])

    def action_show_answer(self, answer_id: str) -> None:
        """Show an answer in the checklist, or on the page that has it."""
        self.words.choose(answer_id)
        key = first_with(self.blocks.keys, answer_id)
        self.action_show_page(self.page if key else "checklist")
        self.blocks.aim_at(key or first_with(self.blocks.keys, answer_id), centred=True)

    def action_next_answer(self) -> None:
        """Go to the next answer's words."""
        self._step(1)

    def action_previous_answer(self) -> None:
        """Go to the words of the answer before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        answer_id = self.words.step_answer(by)
        if not answer_id:
            self.app.say("No answer of this call has words in a transcript or in the notes.")
            return
        if not self.in_words:
            key = first_with(self.blocks.keys, answer_id)
            if not key:
                self.action_show_page("checklist")
            self.blocks.aim_at(first_with(self.blocks.keys, answer_id), centred=True)

    # What is said

    def commands(self) -> tuple[Command, ...]:
        if not self._my_own_call:
            return REVIEW_COMMANDS
        return tuple(one for one in REVIEW_COMMANDS if one not in {AGREE, REVERSE})

    @property
    def _my_own_call(self) -> bool:
        """Whether I am the call's rep: somebody else agrees or reverses."""
        who = self.app.bench.who
        rep = self.index.view.call.call.rep if self.index else None
        return rep is not None and rep.id == who.id and who.role is Role.REP

    def _may_judge(self) -> bool:
        if self.index is None:
            return False
        if self._my_own_call:
            self.app.say("This is your call: a manager agrees or reverses. You can comment.")
            return False
        if self.index.view.call.recorded is None:
            self.app.say("The call has no recorded verdict yet: it has to be ended first.")
            return False
        return True

    def aims(self) -> Mapping[str, str]:
        return {SAY: f"on {self._target().about}"} if self.index else {}

    def _target(self) -> Target:
        index = self.index
        whole = Target("the whole call")
        if index is None:
            return whole
        if self.in_words:
            return self._turn_target(self.words.aim) or whole
        key = self.blocks.aim
        answer = index.answers.get(answer_in(key))
        if answer is not None:
            return Target(f"{field_title(answer.key)}: {words_of(answer)}", answer_id=answer.id)
        return self._turn_target(place_in(key)) or whole

    def _turn_target(self, place: str) -> Target | None:
        source, _, turn = place.rpartition(":")
        block = self.words.turn(place)
        if block is None or not source:
            return None
        speaker = f"{block.speaker}: " if block.speaker else ""
        return Target(speaker + block.text, source=source, turn=int(turn))

    def action_comment(self) -> None:
        """Comment on what is chosen."""
        self._comment(self._target())

    def action_comment_call(self) -> None:
        """Comment on the call."""
        self._comment(Target("the whole call"))

    def _comment(self, target: Target) -> None:
        if self.index is not None:
            from assistant.tui.modals.review_forms import CommentForm

            self.app.push_screen(CommentForm(self._call_id, target), self.show_view)

    def action_agree(self) -> None:
        """Agree with the verdict in force."""
        recorded = self.index.view.call.recorded if self.index else None
        if self._may_judge() and recorded is not None:
            from assistant.tui.modals.review_forms import AgreeForm

            form = AgreeForm(self._call_id, recorded.verdict.outcome)
            self.app.push_screen(form, self.show_view)

    def action_reverse(self) -> None:
        """Put another verdict over the one in force."""
        recorded = self.index.view.call.recorded if self.index else None
        if self._may_judge() and recorded is not None:
            from assistant.tui.modals.review_forms import ReverseForm

            form = ReverseForm(self._call_id, recorded.verdict.outcome)
            self.app.push_screen(form, self.show_view)

    # Away

    def action_open_call(self) -> None:
        """Open the call itself."""
        self.app.open_call(self._call_id)

    def action_back(self) -> None:
        """Back to where this was opened."""
        if self.app.screen is self:
            self.app.pop_screen()
