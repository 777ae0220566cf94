"""A reply as plain text: every statement with its words, and where they are from."""

from collections.abc import Iterator
from textwrap import wrap

from assistant.domain.inert import make_inert
from assistant.domain.replies import Reply, Statement


def reply_as_text(reply: Reply, *, width: int) -> str:
    """The reply in lines of at most ``width`` characters, harmless on a terminal."""
    lines = [*wrap(make_inert(reply.heading), width)]
    for number, statement in enumerate(reply.statements, start=1):
        lines += _statement(number, statement, width)
    if reply.more:
        lines.append(f"and {reply.more} more.")
    return "\n".join(lines)


def _statement(number: int, statement: Statement, width: int) -> Iterator[str]:
    head = f"{number:>2}  "
    parts = list(_parts(statement))
    for part in parts:
        yield from wrap(
            make_inert(part), width, initial_indent=head, subsequent_indent=" " * len(head)
        )
        head = " " * len(head)


def _parts(statement: Statement) -> Iterator[str]:
    if statement.text and not (statement.quote and statement.says_itself):
        yield statement.text
    if statement.quote:
        yield f'"{statement.quote}"'
    where = [statement.place, statement.standing]
    if any(where):
        yield f"({', '.join(part for part in where if part)})"
