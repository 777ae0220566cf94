"""The annotation of a call: its words with every answer marked, its checklist beside them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content

from assistant.domain.answers import Answer
from assistant.tui.annotation.commands import (
    ANSWER,
    TURN,
    annotation_commands,
    backward_keys,
)
from assistant.tui.annotation.jumps import Jumps, Spot, Which, contradicted, unsure
from assistant.tui.annotation.words import MarkableWords
from assistant.tui.commands import Command
from assistant.tui.drawing import words
from assistant.tui.heard import words_of
from assistant.tui.plain_keys import LIST_KEYS
from assistant.tui.review.index import answer_in, first_with, place_in
from assistant.tui.screens.annotation_acts import AnnotatingPages
from assistant.tui.screens.call_pages import TITLES, WORDS, PagesTitle
from assistant.tui.signs import OUTCOME_STYLES, QUESTION_SIGNS, field_title
from assistant.tui.widgets.blocks import Blocks
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.widgets.tabs import Tab, Tabs
from assistant.workflows.views import CallView, ReviewView

if TYPE_CHECKING:
    from assistant.workflows.undoing import Taken


class AnnotationTitle(PagesTitle):
    """The top line tells how much is left to decide, too."""

    def state(self, call: CallView) -> Content:
        verdict = super().state(call)
        # A person's verdict is none that answers give: what they gave last is asked.
        gave = next((one for one in reversed(call.verdicts) if one.kind == "system"), None)
        now = call.verdict
        if gave and (gave.verdict.outcome, gave.verdict.score) != (now.outcome, now.score):
            outcome = (str(now.outcome).upper(), OUTCOME_STYLES[now.outcome])
            verdict = Content.assemble(
                verdict, words((", now ", "$quiet"), outcome, f" {now.score}")
            )
        left = sum(unsure(one) and one.evidence is not None for one in call.answers)
        against = sum(contradicted(one) for one in call.answers)
        sign, clash = QUESTION_SIGNS["suggested"], QUESTION_SIGNS["contradicted"]
        parts = [words((f"{sign.mark} {left} unsure  ", sign.style))] if left else []
        if against:
            parts.append(words((f"{clash.mark} {against}  ", clash.style)))
        return Content.assemble(*parts, verdict)


class AnnotationScreen(AnnotatingPages):
    """Goes through a call's answers; what is done to them is in ``AnnotatingPages``."""

    PAGES: ClassVar[tuple[str, ...]] = ("checklist", "verdict", "remarks", "history", WORDS)
    TITLE_LINE: ClassVar[type[PagesTitle]] = AnnotationTitle
    ONWARD: ClassVar[str] = "next_unsure"
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Space", "Confirm, and go to the next answer that nobody has decided on."),
        ("Left Right", "The answer before, the next answer, in the order of the words."),
        ("N X F A J", "As the small letter, to the one before."),
        ("Tab", "To the page at the right, and back to the words."),
        ("1 to 5", "Checklist, verdict, comments, history, words."),
        ("Enter", "From an answer to its words, and back."),
        *(key for key in LIST_KEYS if key[0] != "Enter"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "hold", "Confirm, next", show=False)]

    def compose(self) -> ComposeResult:
        yield self.TITLE_LINE(id="title")
        yield Tabs([Tab(name, TITLES[name]) for name in self.PAGES], self.page, id="tabs")
        with Horizontal(id="body"):
            yield MarkableWords(id="words")
            yield Blocks(id="page")
        yield KeyBar(self.commands(), plain=True)

    def on_mount(self) -> None:
        self.in_words = True

    def every_command(self) -> tuple[Command, ...]:
        return annotation_commands(self.app.bench.settings.annotation_keys)

    def on_key(self, event: events.Key) -> None:
        """A letter runs its command; the capital of one that jumps goes the other way."""
        pressed = event.character or event.key
        if self.selection is not None:
            return
        command = next((one for one in self.every_command() if one.key == pressed), None)
        back = backward_keys(self.app.bench.settings.annotation_keys).get(pressed)
        if self.index is None and command is not None and command.action != "back":
            event.stop()  # there is nothing to do it to yet
        elif command is not None:
            event.stop()
            self.runner(command)()
        elif back is not None:
            event.stop()
            getattr(self, f"action_{back}")()

    def aims(self) -> Mapping[str, str]:
        answer, place = self.answer, self.place
        about = f"{field_title(answer.key)}: {words_of(answer)}" if answer else "no answer"
        said = self.index.said.get(place, "") if self.index else ""
        return {ANSWER: about, TURN: said}

    def show_view(self, view: ReviewView | None) -> None:
        first = self.index is None
        super().show_view(view)
        if self.index is not None:
            self._jumps = Jumps(self.index)
            if first:
                self._go(self._jumps.answer(unsure, (-1, -1), 1))

    # What is aimed at

    @property
    def answer(self) -> Answer | None:
        """The answer that commands act on."""
        if self.index is None:
            return None
        if not self.in_words:
            return self.index.answers.get(answer_in(self.blocks.aim))
        here = self.words.answers_here()
        chosen = self.words.chosen
        return self.index.answers[chosen if chosen in here else here[0]] if here else None

    @property
    def place(self) -> str:
        """The key of the turn that commands act on; "" where there is none."""
        if self.in_words or self.index is None:
            return self.words.aim
        key = self.blocks.aim
        return self.index.place(answer_in(key)) or place_in(key)

    def _here(self) -> Spot:
        answer = self.answer
        return self._jumps.spot(self.place or self.words.aim, answer.id if answer else "")

    @on(Blocks.Aimed, "#words")
    def _turn_aimed(self, event: Blocks.Aimed) -> None:
        """The checklist follows the words."""
        if self.selection is not None:
            self.select_in(event.key)
        elif self.in_words and event.key == self.words.aim:
            answer = self.answer
            self.words.stand_out(answer.id if answer else "")
            if answer is not None:
                self._page_to(answer.id)

    def _page_to(self, answer_id: str) -> None:
        self.blocks.aim_at(first_with(self.blocks.keys, answer_id), centred=True)

    def turn_chosen(self) -> None:
        if self.selection is not None:
            self.action_choose_field()
        else:
            super().turn_chosen()

    # Going

    def _go(self, answer_id: str, none: str = "") -> None:
        """Go to an answer, on both sides."""
        if not answer_id:
            if none:
                self.app.say(none)
            return
        self.words.choose(answer_id)
        self._page_to(answer_id)

    def _go_to_turn(self, place: str, none: str) -> None:
        if not place:
            self.app.say(none)
        elif not self.in_words:
            self.action_show_page(WORDS)
            self.call_after_refresh(self.words.go_to, place)
        else:
            self.words.go_to(place)

    def _step(self, which: Which, by: int, none: str) -> None:
        if self.index is not None:
            self._go(self._jumps.answer(which, self._here(), by), none)

    def action_across(self, by: int) -> None:
        """The next or previous answer; while words are selected, the next word."""
        if self.selection is not None:
            self.move_selection(by)
        else:
            self._step(lambda _: True, by, "No answer of this call has words.")

    def action_next_unsure(self, by: int = 1) -> None:
        """Go to the next answer that nobody has decided on."""
        self._step(unsure, by, "Every answer with words is decided on.")

    def action_previous_unsure(self) -> None:
        """Go to the one before."""
        self.action_next_unsure(-1)

    def action_next_contradiction(self, by: int = 1) -> None:
        """Go to the next answer that another one contradicts."""
        self._step(contradicted, by, "No answer contradicts another.")

    def action_previous_contradiction(self) -> None:
        """Go to the one before."""
        self.action_next_contradiction(-1)

    def action_next_field(self, by: int = 1) -> None:
        """Go to the first answer of the next field."""
        if self.index is not None:
            answer = self.answer
            found = self._jumps.of_next_field(answer.key if answer else "", by)
            self._go(found, "No answer of this call has words.")

    def action_previous_field(self) -> None:
        """Go to the first answer of the field before."""
        self.action_next_field(-1)

    def action_next_asked(self, by: int = 1) -> None:
        """Go to the next question that the rep asked."""
        self._to_turn(self.asked, by, "The rep asked nothing, or nobody is known to be the rep.")

    def action_previous_asked(self) -> None:
        """Go to the one before."""
        self.action_next_asked(-1)

    def action_next_bookmark(self, by: int = 1) -> None:
        """Go to the next bookmark."""
        places = list(self.index.bookmarks) if self.index else []
        self._to_turn(places, by, "There is no bookmark in this call.")

    def action_previous_bookmark(self) -> None:
        """Go to the one before."""
        self.action_next_bookmark(-1)

    def _to_turn(self, places: Sequence[str], by: int, none: str) -> None:
        if self.index is not None:
            self._go_to_turn(self._jumps.place(places, self._here(), by), none)

    def action_hold(self) -> None:
        """Confirm, then the next one; while words are selected, hold them."""
        if self.selection is not None:
            self.hold_selection()
            return
        here, answer = self._here() if self.index else (-1, -1), self.answer
        if self.index is None or answer is None:
            self.action_next_unsure()
            return
        self.action_confirm()
        following = self._jumps.answer(lambda one: unsure(one) and one is not answer, here, 1)
        if following:
            self._go(following)

    def taken_back(self, taken: "Taken | None") -> None:
        super().taken_back(taken)
        if isinstance(taken, Answer):
            self._go(taken.id)
