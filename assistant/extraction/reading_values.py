"""The values in one turn's text, each kind read once and only when asked for."""

from functools import cached_property
from typing import Any, Literal

from assistant.domain.engine import ReadingFacts
from assistant.domain.values import Count, Deciders, Label, Money, Period
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.values.counts.finding import find_counts
from assistant.extraction.values.found import Found
from assistant.extraction.values.labels.labelling import label_of
from assistant.extraction.values.money.finding import find_amounts, find_money
from assistant.extraction.values.numbers.finding import FoundNumber, find_numbers
from assistant.extraction.values.people.deciders import find_deciders
from assistant.extraction.values.people.jobs import find_jobs
from assistant.extraction.values.people.titles import find_titles
from assistant.extraction.values.periods.finding import find_periods
from assistant.extraction.values.places.finding import find_places
from assistant.extraction.values.products.finding import find_methods, find_products
from assistant.extraction.values.trades.finding import find_trades

ValueKind = Literal[
    "money", "amount", "period", "count", "size", "title", "person", "number",
    "place", "product", "method", "trade", "job",
]  # fmt: skip
CLAIMING: tuple[ValueKind, ...] = (
    "money", "period", "count", "title", "product", "person", "place", "trade", "number",
)  # fmt: skip
"""The kinds that claim words for patterns, the first one first."""

_WORD = 7
"""Code points of a short word and the blanks around it."""


class ReadValues:
    """Values of one text, under one source's facts."""

    def __init__(self, text: str, facts: ReadingFacts) -> None:
        self._text = text
        self._facts = facts

    @cached_property
    def money(self) -> tuple[Found[Money], ...]:
        """Amounts."""
        return find_money(self._text, currency=self._facts.currency)

    @cached_property
    def amount(self) -> tuple[Found[Money], ...]:
        """Amounts, and bare numbers as amounts: where the talk is of money."""
        return find_amounts(self._text, currency=self._facts.currency)

    def amounts_near(self, scale: float | None) -> tuple[Found[Money], ...]:
        """Amounts and bare numbers, at the scale of one heard before ("thirty" thousand)."""
        return find_amounts(self._text, currency=self._facts.currency, scale_hint=scale)

    @cached_property
    def period(self) -> tuple[Found[Period], ...]:
        """Dates and spans, resolved against the call's date."""
        return find_periods(
            self._text,
            today=self._facts.call_date,
            date_order=self._facts.date_order,
            fiscal_year_start=self._facts.fiscal_year_start,
        )

    @cached_property
    def count(self) -> tuple[Found[Count], ...]:
        """Head counts and the like."""
        return find_counts(self._text, currency=self._facts.currency)

    @cached_property
    def size(self) -> tuple[Found[Count], ...]:
        """Head counts, and bare numbers as counts: where the talk is of how many."""
        return find_counts(self._text, currency=self._facts.currency, bare=True)

    @cached_property
    def title(self) -> tuple[Found[Label], ...]:
        """Job titles."""
        return find_titles(self._text)

    @cached_property
    def job(self) -> tuple[Found[Label], ...]:
        """Jobs that a speaker may have: titles, and those that decide nothing."""
        return find_jobs(self._text)

    @cached_property
    def person(self) -> tuple[Found[Deciders], ...]:
        """People who may decide, with their titles, one each; the speaker is none."""
        return tuple(
            Found(
                start=found.start,
                end=found.end,
                value=Deciders(
                    speaker=None,
                    people=(found.value,),
                    raw=self._text[found.start : found.end],
                ),
            )
            for found in find_deciders(self._text, self._facts.participants)
        )

    @cached_property
    def place(self) -> tuple[Found[Label], ...]:
        """Towns, regions and countries."""
        return find_places(self._text)

    @cached_property
    def product(self) -> tuple[Found[Label], ...]:
        """Products and vendors known by name."""
        return find_products(self._text)

    @cached_property
    def method(self) -> tuple[Found[Label], ...]:
        """Ways of working without a product for it."""
        return find_methods(self._text)

    @cached_property
    def trade(self) -> tuple[Found[Label], ...]:
        """Kinds of companies."""
        return find_trades(self._text)

    @cached_property
    def number(self) -> tuple[FoundNumber, ...]:
        """Bare numbers, in words or digits."""
        return find_numbers(self._text)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Where the figures and dates are, for hedges such as "about"."""
        return tuple(
            (found.start, found.end)
            for kind in ("money", "period", "number")
            for found in self.of(kind)
        )

    def of(self, kind: str) -> tuple[Any, ...]:
        """The values of a kind (a ``ValueKind``); each has a start and an end."""
        values: tuple[Any, ...] = getattr(self, kind)
        return values

    def within(self, kind: str, spot: Spot) -> tuple[Any, ...]:
        """The values of a kind that lie within the code points."""
        return tuple(f for f in self.of(kind) if spot[0] <= f.start and f.end <= spot[1])

    def near(self, kind: str, spot: Spot) -> tuple[Any, ...]:
        """The values of a kind within the code points; else those that reach into them.

        Else the one a short word away: spans that were found are a word short at times.
        """
        inside = self.within(kind, spot)
        reaching = inside or self._reaching(kind, spot)
        return reaching or self._reaching(kind, (spot[0] - _WORD, spot[1] + _WORD))[:1]

    def _reaching(self, kind: str, spot: Spot) -> tuple[Any, ...]:
        return tuple(f for f in self.of(kind) if f.start < spot[1] and f.end > spot[0])

    def by_kind(self) -> dict[str, tuple[Spot, ...]]:
        """The places of all values, by the entity label that patterns name."""
        return {kind.upper(): tuple((f.start, f.end) for f in self.of(kind)) for kind in CLAIMING}

    def label(self, spot: Spot) -> Label:
        """A short label of the words."""
        words = self._text[spot[0] : spot[1]]
        return Label(text=label_of(words), raw=words)
