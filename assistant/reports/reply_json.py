"""A reply as the JSON contract ``assistant.reply/1``; ``docs/asking.md`` explains it."""

from assistant.domain.replies import Reply
from assistant.reports.annotation_json import safe_json

SCHEMA = "assistant.reply/1"


def reply_as_json(reply: Reply) -> str:
    """The contract's object on one line. Offsets count code points."""
    return safe_json({"schema": SCHEMA, **reply.model_dump(mode="json")})
