"""The base of every domain type."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value: validated when made, equal by content, strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")
