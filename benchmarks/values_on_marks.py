"""How often the value normalisers read a mark's own words as its annotator did.

    python benchmarks/values_on_marks.py [train] [--fields budget,timeline] [--show wrong,blank]

Every mark of ``transcripts/corpus/<folder>`` whose notation names a figure or a date is read
from its quote alone, so a mark that answers the turn before it ("Yeah, about that") has to
stay blank here. Of several values in a quote the pickers below choose. A value is right as
``GUIDE.md`` says: money within 1 % with the same period, dates equal, counts within 2 %.
"""

import argparse
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from assistant.domain.fields import Field
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.values import Count as Size
from assistant.domain.values import Money, Period
from assistant.extraction.values.counts.finding import find_counts
from assistant.extraction.values.money.finding import find_amounts, find_money
from assistant.extraction.values.periods.finding import find_periods
from assistant.extraction.values.periods.picking import main_period
from assistant.ingest.marked import marked_files, read_marked

CORPUS = Path(__file__).parents[1] / "transcripts" / "corpus"
_MONEY = re.compile(r"([\d.]+)(?:-([\d.]+))? ([A-Z]{3})((?:/[a-z]+)*)")
_COUNT = re.compile(r"([\d.,]+)\s*([MKBkm])?\b")
_SCALES = {"M": 1e6, "m": 1e6, "K": 1e3, "k": 1e3, "B": 1e9, None: 1.0}
_PERIODS = ("year", "quarter", "month", "week", "day", "hour")


class Reading(NamedTuple):
    """One mark and what was read from it."""

    field: str
    verdict: str
    notation: str
    quote: str
    read: str


def main() -> None:
    """Print right, wrong and blank a field, and the marks that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", default="train")
    parser.add_argument("--fields", default="budget,timeline,company_size")
    parser.add_argument("--show", default="")
    options = parser.parse_args()
    fields = options.fields.split(",")
    readings = [r for r in read_all(CORPUS / options.folder) if r.field in fields]
    for field in fields:
        counts = Counter(r.verdict for r in readings if r.field == field)
        total = sum(counts.values()) or 1
        figures = "  ".join(
            f"{name} {counts[name]:4} ({counts[name] / total:.3f})"
            for name in ("right", "wrong", "blank")
        )
        print(f"{field:13} marks {total:4}  {figures}")
    for r in readings:
        if r.verdict in options.show.split(","):
            print(f"{r.verdict:5} {r.field:12} {r.notation:24} <- {r.read or '-'}\n      {r.quote}")


def read_all(folder: Path) -> Iterator[Reading]:
    """Every mark of the folder that names a figure or a date."""
    for file in marked_files(folder):
        call = read_marked(file)
        for mark in call.answers:
            reader = _READERS.get(mark.field)
            gold = None if reader is None else _gold(mark)
            if reader is not None and gold is not None:
                guess = reader(call, mark)
                verdict = "blank" if guess is None else _judge(gold, guess)
                yield Reading(mark.field, verdict, mark.notation, mark.quote, _shown(guess))


Value = Money | Period | Size


def _gold(mark: MarkedAnswer) -> Value | None:
    if mark.field is Field.TIMELINE:
        return Period(start=None, end=None, asap=True) if mark.notation == "asap" else _period(mark)
    if mark.field is Field.BUDGET:
        return _money(mark.notation)
    match = _COUNT.match(mark.notation)
    return match and Size(count=float(match[1].replace(",", "")) * _SCALES[match[2]])


def _money(notation: str) -> Money | None:
    match = _MONEY.fullmatch(notation)
    if match is None:
        return None
    low, high, currency, rest = match.groups()
    per = next((p for p in rest.split("/") if p in _PERIODS), None)
    return Money.model_validate({"low": low, "high": high or low, "currency": currency, "per": per})


def _period(mark: MarkedAnswer) -> Period | None:
    parts = [_days(part) for part in mark.notation.split("..")]
    first, last = parts[0], parts[-1]
    return None if first is None or last is None else Period(start=first[0], end=last[1])


def _days(notation: str) -> tuple[date, date] | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", notation):
        day = date.fromisoformat(notation)
        return day, day
    match = re.fullmatch(r"(\d{4})(?:-(?:Q(\d)|H(\d)|(\d\d)))?", notation)
    if match is None:
        return None
    year, quarter, half, month = (int(part or 0) for part in match.groups())
    first, last = (month, month) if month else (1, 12)
    if quarter:
        first, last = 3 * quarter - 2, 3 * quarter
    elif half:
        first, last = 6 * half - 5, 6 * half
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _judge(gold: Value, guess: Value) -> str:
    if isinstance(gold, Money) and isinstance(guess, Money):
        near = abs(guess.low - gold.low) <= 0.01 * gold.low
        near = near and abs(guess.high - gold.high) <= 0.01 * gold.high
        right = near and guess.currency in {gold.currency, None} and guess.per == gold.per
    elif isinstance(gold, Period) and isinstance(guess, Period):
        right = (gold.start, gold.end, gold.asap) == (guess.start, guess.end, guess.asap)
    elif isinstance(gold, Size) and isinstance(guess, Size):
        right = abs(guess.count - gold.count) <= 0.02 * gold.count
    else:
        right = False
    return "right" if right else "wrong"


def _read_budget(call: MarkedCall, mark: MarkedAnswer) -> Money | None:
    """The last amount; the call's currency is taken from its marks, as a caller knows it."""
    currency = next((m.currency for a in call.answers if (m := _budget(a))), None)
    hint = _amount_before(call, mark)
    found = find_amounts(mark.quote, currency=currency, scale_hint=hint)
    return found[-1].value if found else None


def _budget(answer: MarkedAnswer) -> Money | None:
    return _money(answer.notation) if answer.field is Field.BUDGET else None


def _amount_before(call: MarkedCall, mark: MarkedAnswer) -> float | None:
    """The latest amount that was heard before the mark, by whomever."""
    for turn in reversed(call.turns[: mark.turn + 1]):
        text = turn.text[: mark.start] if turn.index == mark.turn else turn.text
        found = find_money(text)
        if found:
            return found[-1].value.high
    return None


def _read_timeline(call: MarkedCall, mark: MarkedAnswer) -> Period | None:
    found = find_periods(mark.quote, today=call.call_date, spoken_of=_time_before(call, mark))
    return main_period(mark.quote, found, today=call.call_date)


def _time_before(call: MarkedCall, mark: MarkedAnswer) -> Period | None:
    """The latest time to come that was named in the two turns before the mark, or in its own."""
    for turn in reversed(call.turns[max(0, mark.turn - 2) : mark.turn + 1]):
        text = turn.text[: mark.start] if turn.index == mark.turn else turn.text
        found = [item.value for item in find_periods(text, today=call.call_date)]
        coming = [period for period in found if _is_near(period, call.call_date)]
        if coming:
            return coming[-1]
    return None


def _is_near(period: Period, today: date) -> bool:
    """Whether it is to come and no longer than a season."""
    if period.start is None or period.end is None or period.start <= today:
        return False
    return (period.end - period.start).days < 100


def _read_size(_call: MarkedCall, mark: MarkedAnswer) -> Size | None:
    found = find_counts(mark.quote, bare=True)
    return found[0].value if found else None


def _shown(value: Value | None) -> str:
    if isinstance(value, Money):
        return f"{value.low:g}-{value.high:g} {value.currency}/{value.per}"
    if isinstance(value, Period):
        return "asap" if value.asap else f"{value.start}..{value.end}"
    return "" if value is None else f"{value.count:g} {value.unit}"


_READERS: dict[Field, Callable[[MarkedCall, MarkedAnswer], Value | None]] = {
    Field.BUDGET: _read_budget,
    Field.TIMELINE: _read_timeline,
    Field.COMPANY_SIZE: _read_size,
}

if __name__ == "__main__":
    main()
