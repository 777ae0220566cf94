"""The base of what is done after a call: its words at the left, pages about it at the right."""

from collections.abc import Iterator
from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content

from assistant.domain.answers import Answer
from assistant.domain.calls import standing
from assistant.domain.errors import AssistantError
from assistant.tui.columns import MEDIUM
from assistant.tui.drawing import Lines, inert, row, words
from assistant.tui.heard import words_of
from assistant.tui.modals.review_forms import Target
from assistant.tui.plain_keys import PlainKeyScreen
from assistant.tui.review.checklist import checklist_blocks
from assistant.tui.review.conflicts import conflict_blocks, side_in, subject_of
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
from assistant.tui.signs import CONFLICT, OUTCOME_STYLES, field_title
from assistant.tui.widgets.blocks import Block, Blocks
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.widgets.tabs import Tab, Tabs
from assistant.tui.widgets.words import Words
from assistant.workflows.views import CallView, ReviewView

WORDS = "words"
WIDE = 90
"""From so many cells on, the title names the rep, too."""
TITLES = {
    "verdict": "Verdict",
    "checklist": "Checklist",
    "remarks": "Comments",
    "history": "History",
    WORDS: "Words",
}


class PagesTitle(Lines):
    """The top line: which call, whose, and how it stands."""

    view: ReviewView | None = None

    def show(self, view: ReviewView) -> None:
        """Show a call."""
        self.view = view
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        if self.view is None:
            return [inert("Opening the call…", "$quiet")]
        call = self.view.call
        name = call.lead.name if call.lead else call.call.title
        state = words(self._apart(self.view), self.state(call))
        lines = self._as_much_as_fits(call, inert(name, "bold"), width >= WIDE)
        left = next((one for one in lines if one.cell_length < width - state.cell_length), None)
        return [row(left or inert(name, "bold"), state, width)]

    def _as_much_as_fits(self, call: CallView, name: Content, wide: bool) -> Iterator[Content]:  # noqa: FBT001
        """Which call it is, in less and less: its day tells it from others with the lead.

        A part of which only the beginning has room would say nothing.
        """
        account = inert(call.account.name if call.account else "")
        rep = inert(f"rep {call.call.rep.name}" if wide else "", "$quiet")
        day = inert(f"{call.call.call_date:%d %b %y}", "$quiet")
        gap = inert("  ·  ", "$faint")
        for parts in ((account, rep, day), (account, day), (rep, day), (day,), ()):
            yield gap.join([name, *(one for one in parts if one)])

    def _apart(self, view: ReviewView) -> Content:
        """How much people said apart from each other."""
        count = len(view.conflicts)
        return inert(f"{CONFLICT.mark} {count} apart  ", CONFLICT.style) if count else Content("")

    def state(self, call: CallView) -> Content:
        """How the call stands: the verdict in force, else the likely one."""
        recorded = call.recorded
        verdict = recorded.verdict if recorded else call.verdict
        outcome = (str(verdict.outcome).upper(), OUTCOME_STYLES[verdict.outcome])
        if recorded:
            return words(outcome, f" {verdict.score}")
        return words(("not ended, likely ", "$warning"), outcome)


class CallPages(PlainKeyScreen[None]):
    """Where it is narrow, one side at a time. ``PAGES`` are in the order of their digits.

    ``ONWARD`` is the command that goes to the next answer.
    """

    CSS_PATH = "call_pages.tcss"
    AUTO_FOCUS = ""
    PAGES: ClassVar[tuple[str, ...]] = tuple(TITLES)
    TITLE_LINE: ClassVar[type[PagesTitle]] = PagesTitle
    ONWARD: ClassVar[str] = "next_answer"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"show_nth({digit})", show=False) for digit in range(1, 6)),
        Binding("tab,shift+tab", "switch", "Switch", show=False),
        Binding("f5", "refresh", "Refresh", show=False),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, call_id: UUID) -> None:
        super().__init__()
        self.call_id = call_id
        self.index: ReviewIndex | None = None
        self.page = self.PAGES[0]
        self.in_words = False

    def compose(self) -> ComposeResult:
        yield self.TITLE_LINE(id="title")
        yield Tabs([Tab(name, TITLES[name]) for name in self.PAGES], self.page, id="tabs")
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
        self.app.ask(self, self.read, self.show_view, self._not_read, slips_in=True)

    def read(self) -> ReviewView:
        """The call as it stands. Runs in the lane."""
        from assistant.workflows.reviewing import open_review

        return open_review(self.app.bench, self.call_id)

    def _not_read(self, error: Exception) -> None:
        self.app.tell(error)
        if self.index is None and isinstance(error, AssistantError):
            self.action_back()

    def show_view(self, view: ReviewView | None) -> None:
        """Show a call as it is now; None changes nothing."""
        if view is None:
            return
        first, self.index = self.index is None, index_of(view)
        self.query_one(PagesTitle).show(view)
        self.query_one(KeyBar).show(self.commands(), plain=True)
        self.words.show_review(self.index)
        self._show_page(from_top=first)
        if first:
            self.app.spare()

    def _show_page(self, *, from_top: bool = False) -> None:
        if self.index is not None:
            self.blocks.show(self._page_blocks(self.index), from_top=from_top)
        self._show_tabs()

    def _show_tabs(self) -> None:
        said = len(standing(self.index.view.reviews)) if self.index else None
        tabs = [
            Tab(name, TITLES[name], said or None if name == "remarks" else None)
            for name in self.PAGES
        ]
        self.query_one("#tabs", Tabs).show(tabs, WORDS if self.in_words else self.page)

    def _page_blocks(self, index: ReviewIndex) -> list[Block]:
        local = self.app.bench.local
        if self.page == "checklist":
            return list(checklist_blocks(index, local))
        if self.page == "remarks":
            return list(remark_blocks(index, local, self.letter("comment")))
        if self.page == "history":
            return list(history_blocks(index, local))
        return [*conflict_blocks(index, local), *verdict_blocks(index, local)]

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

    def action_show_nth(self, digit: int) -> None:
        """Bring the page with a digit to the front."""
        self.action_show_page(self.PAGES[digit - 1])

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
            self.follow(event.key)

    def follow(self, key: str) -> bool:
        """Bring the words that a block of the page is about into sight."""
        answer_id, place = answer_in(key), place_in(key)
        if answer_id:
            return self.words.choose(answer_id)
        if place:
            self.words.go_to(place)
        return bool(place)

    @on(Blocks.Chosen, "#page")
    def _to_words(self, event: Blocks.Chosen) -> None:
        """From what is chosen to its words; a side of a conflict is put into force."""
        act = side_in(event.key)
        if act is not None:
            self._choose_side(act)
        elif self.follow(event.key):
            self.action_show_page(WORDS)
            self.call_after_refresh(self.follow, event.key)
        elif answer_in(event.key):
            self.app.say("No words of the call gave this answer.")

    def _choose_side(self, act: UUID) -> None:
        """Ask whether this side of a conflict shall be in force."""
        index = self.index
        sides = ((one, side) for one in index.view.conflicts for side in one.sides) if index else ()
        found = next((pair for pair in sides if pair[1].act == act), None)
        if index is not None and found is not None:
            from assistant.tui.modals.choose_side import ChooseSide

            form = ChooseSide(self.call_id, subject_of(index, found[0]), *found)
            self.app.push_screen(form, self.show_view)

    @on(Blocks.Chosen, "#words")
    def _to_page(self) -> None:
        self.turn_chosen()

    def turn_chosen(self) -> None:
        """From a turn to its answer; with several, to the chosen one."""
        here = self.words.answers_here()
        if not here:
            onward = self.letter(self.ONWARD)
            self.app.say(f"This turn gave no answer. {onward} goes to the next one that did.")
            return
        chosen = self.words.chosen
        self.action_show_answer(chosen if chosen in here else here[0])

    def action_show_answer(self, answer_id: str) -> None:
        """Show an answer in the checklist, or on the page that has it."""
        self.words.choose(answer_id)
        key = first_with(self.blocks.keys, answer_id)
        self.action_show_page(self.page if key else "checklist")
        self.blocks.aim_at(key or first_with(self.blocks.keys, answer_id), centred=True)

    # What is said

    def target(self) -> Target:
        """What a comment would be about: what is aimed at, else the whole call."""
        index = self.index
        whole = Target("the whole call")
        if index is None:
            return whole
        if self.in_words:
            return self.turn_target(self.words.aim) or whole
        key = self.blocks.aim
        answer = index.answers.get(answer_in(key))
        if answer is not None:
            return self.answer_target(answer)
        return self.turn_target(place_in(key)) or whole

    def answer_target(self, answer: Answer) -> Target:
        """An answer, to say something about."""
        return Target(f"{field_title(answer.key)}: {words_of(answer)}", answer_id=answer.id)

    def turn_target(self, place: str) -> Target | None:
        """A turn, to say something about; None where it is not there."""
        source, _, turn = place.rpartition(":")
        block = self.words.turn(place)
        if block is None or not source:
            return None
        speaker = f"{block.speaker}: " if block.speaker else ""
        return Target(speaker + block.text, source=source, turn=int(turn))

    def action_comment(self) -> None:
        """Comment on what is chosen."""
        self.comment(self.target())

    def comment(self, target: Target) -> None:
        """Take a comment."""
        if self.index is not None:
            from assistant.tui.modals.review_forms import CommentForm

            self.app.push_screen(CommentForm(self.call_id, target), self.show_view)

    # Away

    def action_open_call(self) -> None:
        """Open the call itself."""
        self.app.open_call(self.call_id)

    def action_back(self) -> None:
        """Back to where this was opened."""
        if self.app.screen is self:
            self.app.pop_screen()
