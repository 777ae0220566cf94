"""The base of every domain type."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value: validated when made, equal by content, strict about names.

    What validates it is built when the first one is made: the program starts sooner.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
