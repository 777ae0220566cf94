"""What trackers found, as text, as JSON and as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from assistant.domain.calls import Call
from assistant.domain.inert import inert_json, make_inert
from assistant.domain.trackers import Tracked, TrackerCount
from assistant.domain.wording import clock_text
from assistant.reports.hits import csv_cell

SCHEMA = "assistant.trackers/1"
COLUMNS = (
    "call", "date", "title", "tracker", "entry", "how", "source", "turn", "start", "end",
    "speaker", "side", "time", "words",
)  # fmt: skip
Found = Sequence[tuple[Call, Sequence[TrackerCount]]]


def counts_rows(counts: Iterable[TrackerCount]) -> list[tuple[str, ...]]:
    """A row for each tracker: title, all, rep, prospect, others."""
    return [
        (one.title, *(f"{number:,}" for number in (one.total, one.rep, one.prospect, one.other)))
        for one in counts
    ]


def count_line(count: TrackerCount) -> str:
    """A count by side, with the entries that were found."""
    sides = (("rep", count.rep), ("prospect", count.prospect), ("others", count.other))
    by_side = ", ".join(f"{name} {number}" for name, number in sides if number)
    entries = ", ".join(dict.fromkeys(place.entry for place in count.places))
    return f"{count.title}: {count.total} ({by_side}): {entries}"


def place_lines(counts: Iterable[TrackerCount]) -> Iterator[str]:
    """A line for each place, under its tracker's title."""
    for count in counts:
        if count.places:
            yield f"{make_inert(count.title)}: {count.total:,}"
            yield from (f"  {_line(place)}" for place in count.places)


def as_json(found: Found, totals: Sequence[TrackerCount]) -> str:
    """One JSON object; ``start`` and ``end`` count code points of the turn."""
    calls = [{**_facts(call), "trackers": [_count(one) for one in its]} for call, its in found]
    total = [one.model_dump(mode="json", exclude={"places"}) for one in totals]
    return inert_json({"schema": SCHEMA, "total": total, "calls": calls})


def as_csv(found: Found) -> str:
    """CSV with a row for each place; no cell is a formula, none steers a terminal."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for call, counts in found:
        for place in (place for count in counts for place in count.places):
            facts = place.model_dump(mode="json") | _facts(call) | {"time": _time(place)}
            writer.writerow({name: csv_cell(facts.get(name)) for name in COLUMNS})
    return out.getvalue()


def _facts(call: Call) -> dict[str, str]:
    return {"call": str(call.id), "date": call.call_date.isoformat(), "title": call.title}


def _count(count: TrackerCount) -> dict[str, Any]:
    return count.model_dump(mode="json")


def _line(place: Tracked) -> str:
    who = place.speaker or place.side.value
    said = place.words if place.how == "as listed" else f"{place.words} ({place.entry})"
    where = f"{place.source}:{place.turn}"
    return make_inert(" ".join(filter(None, (_time(place), where, f"{who}:", said))))


def _time(place: Tracked) -> str:
    return "" if place.seconds is None else clock_text(place.seconds)
