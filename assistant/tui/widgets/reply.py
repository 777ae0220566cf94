"""The assistant's reply to a question, under the notes that it was asked in."""

from textual import getters
from textual.content import Content

from assistant.domain.replies import Reply, Standing, Statement
from assistant.tui.app import AssistantApp
from assistant.tui.drawing import Lines, indented, inert, pressable, row, words, wrapped
from assistant.tui.key_names import shown
from assistant.tui.signs import CRITERION_SIGNS, QUESTION_SIGNS, SUPERSEDED, Sign, field_title, hue

STANDING_SIGNS: dict[Standing, Sign] = {
    "confirmed": QUESTION_SIGNS["confirmed"],
    "unconfirmed": QUESTION_SIGNS["suggested"]._replace(word="unconfirmed"),
    "contradicted": QUESTION_SIGNS["contradicted"],
    "replaced": SUPERSEDED._replace(word="replaced later"),
    **{status.value: sign for status, sign in CRITERION_SIGNS.items()},
}
ROOM = {"low": 7, "tall": 10, "very-tall": 16}
"""Rows of a reply, by the height of the screen."""


class ReplyPane(Lines):
    """Shows the latest reply until it is dismissed. A click on a statement shows its words."""

    app = getters.app(AssistantApp)
    reply: Reply | None = None

    def on_mount(self) -> None:
        self.display = False

    def show(self, reply: Reply | None) -> None:
        """Show a reply; None hides the pane."""
        self.reply = reply
        self.display = reply is not None
        self.screen.set_class(self.display, "-replied")
        self.refresh(layout=True)

    @property
    def _room(self) -> int:
        height = self.app.size.height
        room = ROOM["low" if height < 28 else "tall" if height < 48 else "very-tall"]
        return min(room, max(2, height // 3))

    def lines(self, width: int) -> list[Content]:
        if self.reply is None:
            return []
        jump = f"{shown(self.app.keys.leader)} {self.app.keys.words}"
        lines = [
            _head(self.reply, jump, width),
            *wrapped(inert(self.reply.heading, "bold"), width, 2),
        ]
        left = self._room - len(lines)
        told = 0
        for number, statement in enumerate(self.reply.statements, start=1):
            drawn = statement_lines(statement, number, width, most=2)
            last = number == len(self.reply.statements) and not self.reply.more
            if len(drawn) > left - (not last):
                break
            left -= len(drawn)
            told += 1
            lines += [pressable(line, "words", str(number)) for line in drawn]
        more = len(self.reply.statements) - told + self.reply.more
        return [*lines, *_more(more, jump)]


def _head(reply: Reply, jump: str, width: int) -> Content:
    asked = words(("? ", "bold $primary"), (reply.question, "$quiet"))
    keys = [pressable(words(("Esc", "bold $accent"), " closes"), "back")]
    if any(one.spot for one in reply.statements):
        label = words((jump, "bold $accent"), " the words")
        keys.insert(0, pressable(label, "words", "0"))
    return row(asked, Content("  ").join(keys), width)


def _more(count: int, jump: str) -> list[Content]:
    if not count:
        return []
    text = words(f"and {count} more: ", (jump, "bold $accent"))
    return [pressable(text, "words", "0")]


def statement_lines(
    statement: Statement, number: int, width: int, *, most: int, here: bool = False
) -> list[Content]:
    """A statement: what it comes to, how sure and from where, and its words below.

    ``most`` is how many rows each of them may have.
    """
    sign = STANDING_SIGNS.get(statement.standing)
    shade = "$quiet" if statement.spot is None else "bold $accent" if here else "$accent"
    head = words((f"{number} ", shade), (f"{sign.mark} ", sign.style) if sign else "")
    right = _right(statement, sign)
    quote = inert(f"“{statement.quote}”", "italic") if statement.quote else Content("")
    told = bool(statement.text) and not (quote and statement.says_itself)
    room = max(10, width - head.cell_length - (right.cell_length + 1 if right else 0))
    first, *rest = wrapped(inert(statement.text, "bold") if told else quote, room, most)
    lines = [row(Content.assemble(head, first), right, width)]
    lines += indented(rest, " " * head.cell_length)
    if told and quote:
        lines += indented(wrapped(quote, width - 4, most), "    ")
    return lines


def _right(statement: Statement, sign: Sign | None) -> Content:
    parts = [inert(sign.word, sign.style)] if sign else []
    if not sign and statement.key and statement.spot:
        parts.append(inert(field_title(statement.key), f"${hue(statement.key)}"))
    if statement.place:
        parts.append(inert(statement.place, "$quiet"))
    return Content("  ").join(parts)
