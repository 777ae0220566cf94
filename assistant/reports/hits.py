"""Hits as plain text, as a table, as JSON and as CSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from assistant.domain.inert import inert_json, make_inert
from assistant.domain.lines_of_text import lines_of
from assistant.domain.searching import Hit, HitPage
from assistant.domain.wording import clock_text

SCHEMA = "assistant.hits/1"
COLUMNS = (
    "id", "kind", "call", "date", "title", "lead", "account", "rep", "verdict", "source",
    "speaker", "side", "time", "field", "meaning", "standing", "text",
)  # fmt: skip

OPENING, CLOSING = "[", "]"
"""Stand around the words that match, in plain text."""

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A spreadsheet takes text that begins so for a formula, some in their wide form too."""


def as_text(page: HitPage, *, width: int) -> str:
    """A heading and the words of each hit, the words that match in square brackets."""
    lines = [line for hit in page.hits for line in _block(hit, width)]
    return "\n".join(lines or ["Nothing was found."])


def rows_of(page: HitPage) -> list[tuple[str, ...]]:
    """A short row for each hit: id, date, lead, who, what, words."""
    return [
        (
            str(hit.call_id)[:8],
            hit.day.isoformat(),
            hit.lead or "(unassigned)",
            hit.speaker or hit.source,
            hit.key or hit.kind,
            _marked(hit),
        )
        for hit in page.hits
    ]


def as_json(page: HitPage) -> str:
    """One JSON object; ``marks`` count code points of ``text``."""
    hits = [_facts(hit) | {"marks": hit.marks} for hit in page.hits]
    return inert_json({"schema": SCHEMA, "hits": hits, "more": page.after is not None})


def as_csv(page: HitPage) -> str:
    """CSV with a heading; no cell is a formula for a spreadsheet, none steers a terminal."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for hit in page.hits:
        writer.writerow({name: csv_cell(value) for name, value in _facts(hit).items()})
    return out.getvalue()


def _facts(hit: Hit) -> dict[str, Any]:
    values: Sequence[Any] = (
        hit.id, hit.kind, str(hit.call_id), hit.day.isoformat(), hit.title, hit.lead,
        hit.account, hit.rep, hit.outcome, hit.source, hit.speaker, hit.side.value, hit.seconds,
        hit.key, hit.meaning, hit.standing, hit.text,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def csv_cell(value: object) -> str:
    """A value as it may stand in a file that a spreadsheet opens."""
    text = "" if value is None else make_inert(str(value))
    return (
        f"'{text}"
        if text.lstrip().startswith(FORMULAS) and not isinstance(value, int | float)
        else text
    )


def _block(hit: Hit, width: int) -> Iterator[str]:
    whom = f"{hit.lead} ({hit.account})" if hit.lead and hit.account else hit.lead or hit.account
    clock = clock_text(hit.seconds) if hit.seconds is not None else ""
    who = " ".join(filter(None, (hit.speaker or hit.source, clock)))
    about = ": ".join(filter(None, (hit.key, hit.meaning)))
    parts = (hit.day.isoformat(), whom or "unassigned", hit.title, who, about, hit.standing)
    shown = hit.outcome if hit.kind == "call" else ""
    yield from lines_of(
        ", ".join(filter(None, (*parts, shown))), width, f"{str(hit.call_id)[:8]}  "
    )
    if hit.kind != "call":
        yield from lines_of(_marked(hit), width, " " * 10)


def _marked(hit: Hit) -> str:
    text = hit.text
    for start, end in reversed(hit.marks):
        text = f"{text[:start]}{OPENING}{text[start:end]}{CLOSING}{text[end:]}"
    return text
