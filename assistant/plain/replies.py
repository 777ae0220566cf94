"""What the call answers to a question of the rep's, in lines. Pure."""

from assistant.domain.replies import Reply, Statement
from assistant.plain.words import sentence


def reply_lines(reply: Reply) -> tuple[str, ...]:
    """The heading, then each statement with its words and where they are."""
    more = (f"And {reply.more} more.",) if reply.more else ()
    return (reply.heading, *(f"- {_told(one)}" for one in reply.statements), *more)


def _told(one: Statement) -> str:
    quote = f"“{one.quote}”" if one.quote else ""
    text = "" if one.says_itself and quote else one.text
    told = ", ".join(part for part in (text, quote, one.place) if part)
    standing = f"{one.standing}: " if one.standing else ""
    return sentence(f"{standing}{told}")
