"""Pass rates of the value readers on other projects' test cases, beside two libraries'.

    pip install -e .[benchmarks]
    python benchmarks/value_cases.py FOLDER [--show currency] [--ours-only]

FOLDER holds ``recognizers_text/*.json`` (the English specs of Microsoft Recognizers-Text),
``nemo_itn/*.txt`` (NVIDIA NeMo's spoken~written pairs) and ``quantulum3/*.json`` (its tests).
A case passes when every value that it expects is among those found: amount and currency, a
number, both ends of a range, the first and the last day; a case that expects none passes
when none is found. Of several readings that a case allows, one is enough. For all programs
alike, the end of a span that the specs count as outside may be read as inside, with the
month, quarter or year that it begins ("March to May"), and a week may end on its Friday.

Left out by type, for all programs alike, with their number shown: times of day, durations,
recurring sets, holidays' and other words that the specs leave unresolved, years before 1900,
currencies that nobody pays with any more, units of measure that are no money, and fractions.
"""

import argparse
import json
import re
from calendar import month_name, monthrange
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib import import_module
from math import isclose
from pathlib import Path
from typing import Any, cast

from assistant.extraction.values.money.finding import find_amounts, find_money
from assistant.extraction.values.numbers.finding import find_numbers
from assistant.extraction.values.periods.finding import find_periods

Maker = Callable[[], "Case"]
Fact = tuple[Any, ...]
"""(amount, currency), (number,), (low or None, high or None), (first or None, last or None)."""
_ISO = {
    "dollar": "USD", "united states dollar": "USD", "cent": "USD", "dime": "USD", "euro": "EUR",
    "pound": "GBP", "pound sterling": "GBP", "british pound": "GBP", "pence": "GBP",
    "penny": "GBP", "japanese yen": "JPY", "chinese yuan": "CNY", "rupee": "INR",
    "indian rupee": "INR", "turkish lira": "TRY", "won": "KRW", "swiss franc": "CHF",
    "canadian dollar": "CAD", "australian dollar": "AUD", "hong kong dollar": "HKD",
    "mexican peso": "MXN", "new zealand dollar": "NZD", "costa rican colón": "CRC",
    "georgian lari": "GEL", "lao kip": "LAK", "sri lankan rupee": "LKR", "yen": "JPY",
    "yuan": "CNY", "south korean won": "KRW", "renminbi": "CNY",
}  # fmt: skip
_HUNDREDTHS = {"cent": 0.01, "penny": 0.01, "pence": 0.01, "dime": 0.1}
_SIGNS = {"$": "USD", "₩": "KRW", "¥": "JPY"}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_FIRST_YEAR = 1900
_NEMO_DAY = date(2022, 1, 1)
_MONTHS = [month.lower() for month in month_name]


@dataclass(frozen=True, slots=True)
class Case:
    """A text, what has to be found in it (each one of several readings), and when it is said."""

    group: str
    text: str
    expected: tuple[tuple[Fact, ...], ...]
    today: date = _NEMO_DAY


class LeftOut(Exception):
    """A case of a type that no sales call needs; the message names the type."""


def main() -> None:
    """Print a table of pass rates, and what was left out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", default="", help="a group whose failures of ours are printed")
    parser.add_argument("--ours-only", action="store_true")
    options = parser.parse_args()
    left_out: Counter[str] = Counter()
    cases = list(_all_cases(options.folder, left_out))
    programs: dict[str, Callable[[Case], list[Fact] | None]] = {"ours": _ours}
    if not options.ours_only:
        programs |= {"dateparser": _dateparser(), "quantulum3": _quantulum()}
    found = {name: [read(case) for case in cases] for name, read in programs.items()}
    print(f"{'group':28}{'cases':>6}" + "".join(f"{name:>12}" for name in programs))
    for group in dict.fromkeys(case.group for case in cases):
        _print_rates(group, [case.group == group for case in cases], cases, found)
    for kind in ("money", "number", "range", "percent", "day", "span"):
        chosen = [case.group.endswith(f", {kind}") for case in cases]
        _print_rates(f"all {kind}", chosen, cases, found)
    print("left out:", ", ".join(f"{kind} {number}" for kind, number in left_out.most_common()))
    for case, facts in zip(cases, found["ours"], strict=True):
        read = facts or []
        if options.show and options.show in case.group and not _passes(case, read):
            wanted = " & ".join(" | ".join(map(_shown, choice)) for choice in case.expected)
            print(f"{case.today} {case.text}\n    {wanted or 'nothing'} <- {_all_shown(read)}")


Results = list[list[Fact] | None]


def _print_rates(
    name: str, chosen: list[bool], cases: list[Case], found: dict[str, Results]
) -> None:
    cells = ""
    for results in found.values():
        told = [(c, r) for c, r, take in zip(cases, results, chosen, strict=True) if take]
        passed = sum(result is not None and _passes(case, result) for case, result in told)
        silent = all(result is None for _, result in told)
        cells += f"{'-' if silent else f'{passed / len(told):.3f}':>12}"
    print(f"{name:28}{sum(chosen):6}{cells}")


def _passes(case: Case, found: list[Fact]) -> bool:
    if not case.expected:
        return not found
    return all(
        any(_same(fact, other) for fact in choice for other in found) for choice in case.expected
    )


def _same(wanted: Fact, found: Fact) -> bool:
    return len(wanted) == len(found) and all(map(_alike, wanted, found))


def _alike(wanted: Any, found: Any) -> bool:
    if wanted is None:
        return True
    if isinstance(wanted, frozenset):
        return found in wanted
    if isinstance(wanted, float) and isinstance(found, (int, float)):
        return isclose(wanted, found, rel_tol=1e-6)
    return bool(wanted == found)


def _shown(fact: Fact) -> str:
    parts = (min(p) if isinstance(p, frozenset) else p for p in fact)
    return "(" + ", ".join(str(part) for part in parts) + ")"


def _all_shown(facts: list[Fact]) -> str:
    return " & ".join(map(_shown, facts)) or "nothing"


def _ours(case: Case) -> list[Fact] | None:
    kind = case.group.split(", ")[1]
    if kind == "money":
        return [(m.value.low, m.value.currency) for m in find_money(case.text, currency="USD")]
    if kind in {"number", "percent"}:
        return [(n.low,) for n in find_numbers(case.text)]
    if kind == "range":
        return [_open_range(m.value) for m in find_amounts(case.text)]
    order = "day_first" if re.search(r"\b(?:1[3-9]|2\d|3[01])[/.]\d", case.text) else "month_first"
    found = find_periods(case.text, today=case.today, date_order=cast("Any", order))
    return [(p.value.start, p.value.end) for p in found if p.value.start]


def _open_range(money: Any) -> Fact:
    low = None if money.bound == "up_to" else money.low
    return low, None if money.bound == "at_least" else money.high


def _dateparser() -> Callable[[Case], list[Fact] | None]:
    search_dates = import_module("dateparser.search").search_dates

    def read(case: Case) -> list[Fact] | None:
        if not case.group.endswith(("day", "span")):
            return None
        noon = datetime.combine(case.today, time(12))
        settings = {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "future"}
        with suppress(Exception):  # it raises on some texts
            found = search_dates(case.text, languages=["en"], settings=settings) or []
            return [(each[1].date(), each[1].date()) for each in found]
        return []

    return read


def _quantulum() -> Callable[[Case], list[Fact] | None]:
    parser = import_module("quantulum3.parser")

    def read(case: Case) -> list[Fact] | None:
        kind = case.group.split(", ")[1]
        if kind in {"day", "span", "no day"}:
            return None
        with suppress(Exception):  # it raises on some texts
            return [fact for q in parser.parse(case.text) if (fact := _fact_of(kind, q))]
        return []

    return read


def _fact_of(kind: str, quantity: Any) -> Fact | None:
    if kind in {"number", "percent"}:
        return (quantity.value,)
    if kind == "range":
        off = quantity.uncertainty or 0
        return quantity.value - off, quantity.value + off
    name = quantity.unit.name
    if quantity.unit.entity.name != "currency" or name not in _ISO:
        return None
    return quantity.value * _HUNDREDTHS.get(name, 1), _ISO[name]


def _all_cases(folder: Path, left_out: Counter[str]) -> Iterator[Case]:
    makers = (
        *_recognizers(folder / "recognizers_text"),
        *_nemo(folder / "nemo_itn"),
        *_quantulum_cases(folder / "quantulum3"),
    )
    for make in makers:
        try:
            yield make()
        except LeftOut as kind:
            left_out[str(kind)] += 1


def _json(path: Path) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", json.loads(path.read_text(encoding="utf-8-sig")))


def _recognizers(folder: Path) -> Iterator[Maker]:
    kinds: dict[str, tuple[str, Callable[[dict[str, Any]], tuple[Fact, ...]]]] = {
        "CurrencyModel": ("money", _currency),
        "NumberModel": ("number", _number),
        "NumberRangeModel": ("range", _range),
        "PercentModel": ("percent", _percent),
    }
    for name, (kind, read) in kinds.items():
        for item in _json(folder / f"{name}.json"):
            yield lambda item=item, kind=kind, read=read: Case(  # type: ignore[misc]
                f"Recognizers, {kind}",
                item["Input"],
                tuple(read(r["Resolution"]) for r in item["Results"]),
            )
    for item in _json(folder / "DateTimeModel.json"):
        yield lambda item=item: _days_case(item)  # type: ignore[misc]


def _currency(resolution: dict[str, Any]) -> tuple[Fact, ...]:
    unit = resolution["unit"].lower()
    if resolution.get("value") is None:
        raise LeftOut("money without an amount")
    iso = resolution.get("isoCurrency") or _ISO.get(unit)
    if iso is None:
        raise LeftOut("currencies out of use")
    return ((float(resolution["value"]) * _HUNDREDTHS.get(unit, 1), iso),)


def _number(resolution: dict[str, Any]) -> tuple[Fact, ...]:
    if resolution.get("subtype") in {"fraction", "power"}:
        raise LeftOut("fractions and powers")
    return ((float(resolution["value"]),),)


def _percent(resolution: dict[str, Any]) -> tuple[Fact, ...]:
    if resolution["value"] in {None, "null"}:
        raise LeftOut("percent without a number")
    return ((float(resolution["value"].rstrip("%")),),)


def _range(resolution: dict[str, Any]) -> tuple[Fact, ...]:
    low, high = resolution["value"].strip("[]()").split(",")
    return ((float(low) if low else None, float(high) if high else None),)


_DAYS = {"date": "day", "daterange": "span"}


def _days_case(item: dict[str, Any]) -> Case:
    results = item["Results"]
    types = {str(r.get("TypeName") or "none").partition(".")[2] for r in results}
    if not types <= set(_DAYS):
        raise LeftOut(f"{min(types - set(_DAYS)) or 'no type'}")
    if "Context" not in item:
        raise LeftOut("days without a reference day")
    kind = "span" if "daterange" in types else "day" if types else "no day"
    expected = tuple(_days_of(r["Resolution"]["values"]) for r in results)
    today = date.fromisoformat(item["Context"]["ReferenceDateTime"][:10])
    return Case(f"Recognizers, {kind}", item["Input"], expected, today)


def _days_of(values: list[dict[str, Any]]) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for value in values:
        if value.get("value") == "not resolved" or not {"value", "start", "end"} & set(value):
            raise LeftOut("days left unresolved")
        if "value" in value:
            facts.append((_day(value["value"]), _day(value["value"])))
        else:
            first = _day(value["start"]) if "start" in value else None
            end = _day(value["end"]) if "end" in value else None
            facts.append((first, None if end is None else _last_days(first, end)))
    return tuple(facts)


def _last_days(first: date | None, end: date) -> frozenset[date]:
    """The days that may be read as the last where the specs say that ``end`` is outside."""
    last = {end, end - timedelta(days=1)}
    if first is not None and first.weekday() == 0 and (end - first).days == 7:
        last.add(first + timedelta(days=4))
    if end.day == 1:
        quarter = end.month + 2 if end.month % 3 == 1 else end.month
        months = [end.month, quarter, 12 if end.month == 1 else end.month]
        last |= {date(end.year, month, monthrange(end.year, month)[1]) for month in months}
    return frozenset(last)


def _day(text: str) -> date:
    if int(text[:4]) < _FIRST_YEAR:
        raise LeftOut(f"years before {_FIRST_YEAR}")
    return date.fromisoformat(text)


def _nemo(folder: Path) -> Iterator[Maker]:
    kinds: dict[str, tuple[str, Callable[[str], tuple[Fact, ...]]]] = {
        "money": ("money", _written_money),
        "cardinal": ("number", _written_number),
        "decimal": ("number", _written_number),
        "date": ("days", _written_days),
    }
    for name, (kind, read) in kinds.items():
        for path in sorted(folder.glob(f"test_cases_{name}*.txt")):
            for line in path.read_text(encoding="utf-8").splitlines():
                spoken, _, written = line.partition("~")
                if written and spoken != written:
                    yield lambda s=spoken, w=written, k=kind, r=read: _pair(s, k, r(w))  # type: ignore[misc]


def _pair(spoken: str, kind: str, facts: tuple[Fact, ...]) -> Case:
    if kind == "days":
        kind = "day" if facts[0][0] == facts[0][1] else "span"
    return Case(f"NeMo, {kind}", spoken, (facts,))


def _written_money(written: str) -> tuple[Fact, ...]:
    match = re.fullmatch(r"([$₩¥])?([\d.]+)(?: (\w+illion))?(?: (\w+))?", written)
    if match is None:
        raise LeftOut("money written otherwise")
    iso = _SIGNS.get(match[1] or "") or _ISO.get(match[4] or "")
    return ((float(match[2]) * _SCALES.get(match[3] or "", 1), iso),)


def _written_number(written: str) -> tuple[Fact, ...]:
    match = re.fullmatch(r"(-?[\d.]+)(?: (\w+))?", written)
    if match is None:
        raise LeftOut("numbers written otherwise")
    value = float(match[1]) * _SCALES.get(match[2] or "", 1)
    if abs(value) >= 1e15:
        raise LeftOut("numbers beyond trillions")
    return ((value,),)


def _written_days(written: str) -> tuple[Fact, ...]:
    words = written.lower().split()
    year = next((int(w) for w in words if re.fullmatch(r"\d{4}", w)), None)
    month = next((_MONTHS.index(w) for w in words if w in _MONTHS), None)
    day = next((int(w) for w in words if re.fullmatch(r"\d{1,2}", w)), None)
    if year is not None and year < _FIRST_YEAR:
        raise LeftOut(f"years before {_FIRST_YEAR}")
    if words[0].startswith("q") and year is not None:
        quarter = 3 * int(words[0][1])
        return ((date(year, quarter - 2, 1), date(year, quarter, monthrange(year, quarter)[1])),)
    if month is None and year is None:
        raise LeftOut("decades and years before Christ")
    if month is not None and day is not None:
        one = date(year or _NEMO_DAY.year, month, day)
        return ((one, one),)
    first, last = (month, month) if month is not None else (1, 12)
    year = year or _NEMO_DAY.year
    return ((date(year, first, 1), date(year, last, monthrange(year, last)[1])),)


def _quantulum_cases(folder: Path) -> Iterator[Maker]:
    for name in ("quantities.json", "quantities.ambiguity.json"):
        for item in _json(folder / name):
            yield lambda item=item: _quantity_case(item)  # type: ignore[misc]


def _quantity_case(item: dict[str, Any]) -> Case:
    money = tuple(fact for q in item["res"] if (fact := _quantity(q)))
    if money:
        return Case("quantulum3, money", item["req"], money)
    if {q["unit"] for q in item["res"]} - {"dimensionless", "percentage"}:
        raise LeftOut("units of measure")
    return Case(
        "quantulum3, number", item["req"], tuple(((float(q["value"]),),) for q in item["res"])
    )


def _quantity(quantity: dict[str, Any]) -> tuple[Fact, ...] | None:
    unit = quantity["unit"].split(" per ")[0]
    if unit not in _ISO:
        return None
    return ((float(quantity["value"]) * _HUNDREDTHS.get(unit, 1), _ISO[unit]),)


if __name__ == "__main__":
    main()
