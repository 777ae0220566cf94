"""Normalised values. Each keeps the raw words that it was read from."""

from datetime import date
from typing import Literal

from pydantic import model_validator

from assistant.domain.frozen import Frozen

Per = Literal["year", "quarter", "month", "week", "day", "hour"]
Bound = Literal["up_to", "at_least", "about"]


class Money(Frozen):
    """An amount or a range in one currency (ISO 4217; None where nothing tells it)."""

    low: float
    high: float
    currency: str | None = None
    per: Per | None = None
    unit: str | None = None
    bound: Bound | None = None
    raw: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> "Money":
        if self.low > self.high:
            raise ValueError("low is above high")
        return self


class Period(Frozen):
    """First and last day, both inclusive; or as soon as possible."""

    start: date | None
    end: date | None
    asap: bool = False
    raw: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> "Period":
        if self.start and self.end and self.start > self.end:
            raise ValueError("start is after end")
        return self


class Decider(Frozen):
    """Somebody who decides, signs or approves."""

    name: str | None = None
    title: str | None = None


Say = Literal["yes", "no", "shared"]
"""What somebody has to say: alone, nothing, or together with others."""


class Deciders(Frozen):
    """Whether the speaker decides, and who else does."""

    speaker: Say | None
    people: tuple[Decider, ...] = ()
    raw: str = ""


class Count(Frozen):
    """A number of something: employees, seats, sites, revenue (unit "USD revenue")."""

    count: float
    unit: str | None = None
    raw: str = ""


class Label(Frozen):
    """A short text: product names joined by "; ", a place, a title, a chosen option."""

    text: str
    raw: str = ""


Value = Money | Period | Deciders | Count | Label
"""What an answer's words mean. Required keys differ, so JSON tells the types apart."""
