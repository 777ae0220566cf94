"""Transcripts and notes with the evidence marked: one answer at a time stands out."""

from dataclasses import replace

from assistant.tui.review.index import ReviewIndex
from assistant.tui.review.turns import TurnBlock
from assistant.tui.review.words import word_blocks
from assistant.tui.widgets.blocks import Blocks


class Words(Blocks):
    """The turns of a call. The chosen answer's words are in reverse."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.index: ReviewIndex | None = None
        self.chosen = ""

    def show_review(self, index: ReviewIndex) -> None:
        """Show a call's words; the chosen answer stays chosen where it is still there."""
        self.index = index
        chosen = self.chosen if index.place(self.chosen) else ""
        self.chosen = ""
        self.show(word_blocks(index))
        self._mark(chosen)

    def choose(self, answer_id: str) -> bool:
        """Let an answer's words stand out and scroll to them; False where there are none."""
        place = self.index.place(answer_id) if self.index else ""
        if place:
            self._mark(answer_id)
            self.aim_at(place, centred=True)
        return bool(place)

    def stand_out(self, answer_id: str) -> None:
        """Let an answer's words stand out where they are; "" those of none."""
        if answer_id != self.chosen:
            self._mark(answer_id)

    def select(self, place: str, span: tuple[int, int] | None) -> None:
        """Show words of a turn as selected; None shows none."""
        block = self.turn(place)
        if block is not None and block.selected != span:
            self.replace(replace(block, selected=span))

    def go_to(self, place: str) -> None:
        """Scroll to a turn."""
        self.aim_at(place, centred=True)

    def step_answer(self, by: int) -> str:
        """Choose the next or the previous answer in the order of the words; its id.

        Where another turn than the chosen answer's is aimed at, it is the first from there
        on, or the last before.
        """
        order = self.index.order if self.index else ()
        if self.index is None or not order:
            return ""
        if self.chosen in order and self.index.place(self.chosen) == self.aim:
            at = order.index(self.chosen) + by
        else:
            places = {key: number for number, key in enumerate(self.keys)}
            here = places.get(self.aim, 0)
            below = [places[self.index.place(one)] >= here for one in order]
            first = below.index(True) if True in below else len(order)
            at = first if by > 0 else first - 1
        answer_id = order[min(max(0, at), len(order) - 1)]
        self.choose(answer_id)
        return answer_id

    def answers_here(self) -> tuple[str, ...]:
        """The ids of the answers that the aimed turn gave."""
        answers = self.index.by_place.get(self.aim, ()) if self.index else ()
        return tuple(answer.id for answer in answers)

    def _mark(self, answer_id: str) -> None:
        before, self.chosen = self.chosen, answer_id
        for place in {self._place(before), self._place(answer_id)} - {""}:
            block = self.turn(place)
            if block is not None:
                self.replace(replace(block, chosen=answer_id))

    def _place(self, answer_id: str) -> str:
        return self.index.place(answer_id) if self.index else ""

    def turn(self, key: str) -> TurnBlock | None:
        """The turn with a key; None where there is none."""
        block = self.block(key)
        return block if isinstance(block, TurnBlock) else None
