"""A reply as the JSON contract ``assistant.reply/1``; ``docs/asking.md`` explains it."""

from assistant.domain.inert import inert_json
from assistant.domain.replies import Reply

SCHEMA = "assistant.reply/1"


def reply_as_json(reply: Reply) -> str:
    """The contract's object on one line. Offsets count code points."""
    return inert_json({"schema": SCHEMA, **reply.model_dump(mode="json")})
