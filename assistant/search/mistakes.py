"""A query that cannot be read: the message points at the character."""

from assistant.domain.errors import WrongUsage
from assistant.domain.inert import make_inert
from assistant.domain.lines_of_text import cells


class QueryMistake(WrongUsage):
    """``at`` is the code point of ``query`` where it goes wrong; ``instead`` says what to write."""

    def __init__(self, query: str, at: int, what: str, instead: str) -> None:
        self.query = query
        self.at = at
        self.what = what
        self.instead = instead
        before = make_inert(query[:at])
        super().__init__(
            f"The query goes wrong at character {at + 1}: {what} {instead}\n"
            f"  {before}{make_inert(query[at:])}\n"
            f"  {' ' * cells(before)}^"
        )
