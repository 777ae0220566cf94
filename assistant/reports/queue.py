"""The queue of calls to review as JSON and as CSV."""

import csv
import io
from typing import Any

from assistant.domain.inert import inert_json
from assistant.domain.queue import QueueCounts, QueuePage, QueueRow
from assistant.reports.hits import csv_cell

SCHEMA = "assistant.queue/1"


def as_json(page: QueuePage, counts: QueueCounts | None) -> str:
    """One JSON object: the calls, how many there are in all, and if others follow."""
    return inert_json(
        {
            "schema": SCHEMA,
            "calls": [_facts(row) for row in page.rows],
            "counts": counts.model_dump() if counts else None,
            "more": page.after is not None,
        }
    )


def as_csv(page: QueuePage) -> str:
    """CSV with a heading; no cell is a formula for a spreadsheet, none steers a terminal."""
    out = io.StringIO()
    names = ["id", *(name for name in QueueRow.model_fields if name != "call_id")]
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    for row in page.rows:
        facts = _facts(row)
        facts |= {name: " ".join(facts[name]) for name in ("banks", "missing")}
        writer.writerow({name: csv_cell(value) for name, value in facts.items()})
    return out.getvalue()


def _facts(row: QueueRow) -> dict[str, Any]:
    facts = row.model_dump(mode="json")
    return {"id": facts.pop("call_id"), **facts}
