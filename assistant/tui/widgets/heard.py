"""What was heard: suggestions and answers with the words that gave them."""

from textual.content import Content

from assistant.domain.answers import Answer
from assistant.domain.fields import Certainty
from assistant.domain.wording import date_text, own_value
from assistant.tui.drawing import Lines, fit, indented, inert, pressable, row, words, wrapped
from assistant.tui.heard import against, heard_answers, pending, place_text, then_against, words_of
from assistant.tui.signs import (
    CARRIED,
    POLARITY_SIGNS,
    QUESTION_SIGNS,
    answer_sign,
    field_title,
    hue,
)
from assistant.workflows.views import CallView, Carried

DECISIONS = (("confirm", "c"), ("edit", "e"), ("reject", "r"))
MOST = 60
"""So many answers are drawn; a long transcript gives hundreds."""

FROM_EARLIER = "From earlier calls, to be confirmed:"


class Heard(Lines):
    """Answers in order; one of them is aimed at, and commands act on it.

    The aim follows the latest suggestion until the rep moves it; then it stays where it is
    until that answer is decided on. While ``held`` (a menu is open) it never moves.
    """

    view: CallView | None = None
    question: str = ""
    aimed: str = ""
    held: bool = False
    answers: tuple[Answer, ...] = ()
    _pending: int = 0
    _more: int = 0
    _moved: bool = False

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, tuple[int, Answer, list[Content]]] = {}

    def show(self, view: CallView, question: str) -> None:
        """Show a call's answers, or only those of a question."""
        if question != self.question:
            self._moved = False
        self.view, self.question = view, question
        every = heard_answers(view, question)
        undecided = pending(view)
        self._pending = sum(one in undecided for one in every) if question else len(undecided)
        self.answers, self._more = every[:MOST], len(every) - MOST
        if len(self._cards) > 4 * MOST:
            self._cards.clear()
        self._aim_again()
        self.redraw()

    @property
    def aim(self) -> Answer | None:
        """The answer that commands act on."""
        return next((one for one in self.answers if one.id == self.aimed), None)

    def aim_at(self, answer_id: str) -> None:
        """Aim at an answer, until it is decided on."""
        self.aimed, self._moved = answer_id, True
        self.refresh(layout=True)

    def step(self, by: int) -> None:
        """Aim at the next (1) or the previous (-1) answer, round and round."""
        ids = [one.id for one in self.answers]
        if ids:
            at = ids.index(self.aimed) + by if self.aimed in ids else 0
            self.aim_at(ids[at % len(ids)])

    def decided(self, answer_id: str) -> None:
        """An answer is being decided on: aim at another one that is not."""
        rest = [one.id for one in self.answers if not one.decided and one.id != answer_id]
        self.aimed, self._moved = rest[0] if rest else "", False

    def _aim_again(self) -> None:
        if self.aim is not None and (self._moved or self.held):
            return
        self._moved = False
        self.aimed = self.answers[0].id if self.answers else ""

    def lines(self, width: int) -> list[Content]:
        if self.view is None:
            return []
        lines = [self._heading(width)]
        if not self.answers:
            nothing = "No answer yet." if self.question else "Answers that are heard turn up here."
            return [*lines, inert(nothing, "$quiet")]
        first_carried = self._first_carried
        for answer in self.answers:
            if answer.id == first_carried:
                lines.append(fit(inert(FROM_EARLIER, "$quiet"), width))
            lines += self._rows(self.view, answer, width)
        more = inert(f"  and {self._more} more", "$quiet")
        return [*lines, more] if self._more > 0 else lines

    def aimed_rows(self) -> tuple[int, int]:
        """The first row of the aimed card and how many it has, to scroll to."""
        at = 1
        first_carried = self._first_carried
        for answer in self.answers:
            at += answer.id == first_carried
            height = len(self._rows(self.view, answer, self.content_size.width))  # type: ignore[arg-type]
            if answer.id == self.aimed:
                return at, height
            at += height
        return 0, 1

    @property
    def _first_carried(self) -> str:
        return next((one.id for one in self.answers if answer_sign(one) is CARRIED), "")

    def _heading(self, width: int) -> Content:
        count = self._pending
        title = f"HEARD: {field_title(self.question).upper()}" if self.question else "HEARD"
        to_do = inert(f"{count} to confirm", "$warning") if count else Content("")
        return row(inert(title, "bold $quiet"), to_do, width)

    def _rows(self, view: CallView, answer: Answer, width: int) -> list[Content]:
        """A card with its edge. One that is not aimed at is kept until its answer changes."""
        aimed = answer.id == self.aimed
        kept = None if aimed else self._cards.get(answer.id)
        if kept is not None and kept[:2] == (width, answer):
            return kept[2]
        edge = words(("▌ ", f"${hue(answer.key)}")) if aimed else Content("  ")
        card = indented(self._card(view, answer, width - 2), edge)
        rows = [pressable(one, "aim_at", answer.id) for one in card]
        if not aimed:
            self._cards[answer.id] = (width, answer, rows)
        return rows

    def _card(self, view: CallView, answer: Answer, width: int) -> list[Content]:
        """An answer in full where it is aimed at, else in a line or two."""
        aimed, value = answer.id == self.aimed, own_value(answer)
        quote = inert(f"“{answer.evidence.quote}”", "italic") if answer.evidence else Content("")
        if not aimed and not value:
            return [_first_line(answer, quote, width)]
        lines = [_first_line(answer, inert(value, "bold"), width)]
        if quote:
            lines += indented(wrapped(quote, width - 2, 3 if aimed else 1), "  ")
        if aimed:
            lines += [_against_line(view, one, width) for one in against(view, answer)]
            lines += [_then_line(one, width) for one in then_against(view, answer)]
            lines.append(_last_line(view, answer, width))
        return lines


def _first_line(answer: Answer, said: Content, width: int) -> Content:
    sign, polarity = answer_sign(answer), POLARITY_SIGNS[answer.polarity]
    hedged = " hedged" if answer.certainty is Certainty.HEDGED else ""
    found = answer.evidence is not None and sign is not CARRIED and not answer.decided
    sure = f" {answer.confidence:.0%}" if found else ""
    right = words((polarity.word, polarity.style), (hedged, "$warning"), (sure, "$quiet"))
    left = words(
        (sign.mark, sign.style),
        " ",
        (field_title(answer.key), f"bold ${hue(answer.key)}"),
        "  ",
        said,
    )
    return row(left, right, width)


def _against_line(view: CallView, other: Answer, width: int) -> Content:
    sign = QUESTION_SIGNS["contradicted"]
    said = words(("  against ", sign.style), words_of(other))
    return row(said, inert(place_text(view, other), "$quiet"), width)


def _then_line(then: Carried, width: int) -> Content:
    """What an earlier call said to the contrary."""
    sign = QUESTION_SIGNS["contradicted"]
    said = words(("  against ", sign.style), words_of(then.answer))
    return row(said, inert(f"call of {date_text(then.day)}", "$quiet"), width)


def _last_line(view: CallView, answer: Answer, width: int) -> Content:
    sign = answer_sign(answer)
    word = f", {sign.word}" if answer.decided or not answer.in_force else ""
    where = words(("  " + place_text(view, answer), "$quiet"), (word, sign.style))
    from_lead = not (answer.evidence or answer.decided or sign is CARRIED)
    if view.read_only or from_lead:
        return row(where, Content(""), width)
    links = [pressable(inert(name, "$primary underline"), name) for name, _ in DECISIONS]
    buttons = Content("  ").join(links)
    speaker = answer.evidence.speaker if answer.evidence and sign is not CARRIED else None
    if speaker and where.cell_length + 1 + buttons.cell_length > width:
        where = words((f"  {speaker}", "$quiet"), (word, sign.style))
    return row(where, buttons, width)
