"""The kinds of text that a playbook's files are made of."""

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints
from pydantic import Field as Attribute


def _on_one_line(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(min_length=1), BeforeValidator(_on_one_line)]
"""Something to read or to say; never empty. Several lines are read as one."""

Prose = Annotated[str, BeforeValidator(_on_one_line)]
"""A remark, which may be empty."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""A name that other keys refer to: small letters, digits and _."""

QuestionId = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$", max_length=120)
]
"""Names joined by dots, which tell a question from a field: budget.amount."""

BANK_ID = Attribute(
    description="The bank's name for settings and commands: small letters, digits and _.",
    examples=["renewals"],
)
VERSION = Attribute(ge=1, description="Count it up with every change.", examples=[1])
