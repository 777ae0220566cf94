"""Write docs/accuracy.md from an evaluation of the development calls.

    python docs/make_accuracy.py

The figures are those of ``assistant evaluate transcripts/corpus/dev``.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.domain.fields import Kind
from assistant.domain.marked import MarkedCall
from assistant.domain.transcript import Transcript
from assistant.settings.loading import load_settings
from assistant.workflows.evaluating import (
    Annotate,
    annotator,
    evaluate,
    read_asked_marks,
    read_calls,
)
from assistant.workflows.wiring import Workbench

ROOT = Path(__file__).parent.parent
DEV = ROOT / "transcripts" / "corpus" / "dev"
PAGE = ROOT / "docs" / "accuracy.md"
FIGURES = ROOT / "docs" / "figures.json"
"""What was measured; a test holds the engine to it."""
MISSES = ROOT / "docs" / "misses.md"
"""What the mistakes are, told by a person."""

NEW_WRITERS = ("w-", "x-", "y-", "z-")
"""Calls of the development set by writers who wrote none of the training calls."""

GROUPS: tuple[tuple[str, Callable[[MarkedCall], bool]], ...] = (
    ("all", lambda _call: True),
    ("calls", lambda call: call.kind is Kind.CALL),
    ("notes", lambda call: call.kind is Kind.NOTES),
    (
        "by new writers",
        lambda c: c.id.startswith(NEW_WRITERS),
    ),
)

INTRO = """# Accuracy

How well the assistant fills a checklist, measured on calls that people marked by hand. Made by
`python docs/make_accuracy.py`; `assistant evaluate transcripts/corpus/dev` prints the same
figures, and `--errors N` lists what was missed, invented or misread.

The engine is version {version} with the model `{model}`. The {calls} development calls and notes
are in `transcripts/corpus/dev`; `transcripts/corpus/GUIDE.md` defines the {fields} fields and what
counts as an answer. The tagger learned from `transcripts/corpus/train`, the rules were written on
it; thresholds were chosen on the development calls, so expect somewhat lower figures on calls of
your own. The new writers wrote none of the training calls. [What each part adds](parts.md),
[the model's card](model-card.md).

- **answers**: an answer counts when its words overlap the marked ones by at least 0.3 (shared
  characters over characters that either covers), **spans** by at least 0.5.
- **checklist**: per call, the fields and the polarity of the last answer to each.
- **polarity** and **hedged** (F1) are of the answers that were found; **values** of those with
  a value to compare. **invented**: a figure or a date named where the words give none.
- **criteria**: budget, authority, need and timeline as met, unmet or unknown for the whole call.
  **wrongly met**: of those called met, how many are not. **verdict**: how often the four lead to
  the verdict that a careful manager would reach.
- **asked for**: the fields that the rep's turns ask for, `transcripts/corpus/ASKED.md`.

## Overall

"""


def measure() -> dict[str, Any]:
    """The engine, and the figures of each group of calls, under the default settings."""
    bench = Workbench(load_settings(environ={}, file=ROOT / "no-settings.toml"))
    calls, asked = read_calls(DEV), read_asked_marks(DEV)
    annotate = each_once(annotator(bench))
    groups = {
        name: evaluate([call for call in calls if wanted(call)], annotate, asked=asked).figures
        for name, wanted in GROUPS
    }
    return {"engine": bench.extractor.engine.model_dump(), "groups": groups}


def page(measured: dict[str, Any]) -> str:
    """The page that tells what was measured."""
    groups = measured["groups"]
    everything = groups["all"]
    text = INTRO.format(
        calls=everything["calls"], fields=len(everything["fields"]), **measured["engine"]
    )
    text += table(*overall(groups))
    text += "\n## By field\n\n" + table(*by_field(everything))
    text += "\n## Criteria\n\nRows are what was marked, columns what was found.\n\n"
    return text + table(*confusion(everything)) + "\n" + MISSES.read_text(encoding="utf-8")


def each_once(annotate: Annotate) -> Annotate:
    """Annotate a call the first time only, however many groups it belongs to."""
    found: dict[str, dict[str, Any]] = {}

    def remembered(call: MarkedCall, transcript: Transcript) -> dict[str, Any]:
        if call.id not in found:
            found[call.id] = annotate(call, transcript)
        return found[call.id]

    return remembered


def overall(groups: dict[str, Any]) -> tuple[list[str], list[list[str]]]:
    """A column for each group of calls."""
    rows: list[tuple[str, Callable[[dict[str, Any]], str]]] = [
        ("calls", lambda f: str(f["calls"])),
        ("answers: precision, recall", lambda f: precision_recall(f["answers"])),
        ("answers F1", lambda f: two(f["answers"]["f1"])),
        ("spans F1", lambda f: two(f["spans"]["f1"])),
        ("checklist F1", lambda f: two(f["checklist"]["f1"])),
        ("polarity right", lambda f: two(f["polarity"])),
        ("hedged F1", lambda f: two(f["hedged"]["f1"])),
        ("values right, wrong, blank", lambda f: values(f["value"])),
        ("values invented", lambda f: two(f["value"]["invented"])),
        ("criteria right", lambda f: two(f["criteria"]["accuracy"])),
        ("criteria wrongly met", lambda f: two(f["criteria"]["false_met"])),
        ("verdict right", lambda f: two(f["verdict"])),
        ("asked for: precision, recall", asked_for),
    ]
    return ["figure", *groups], [[name, *map(show, groups.values())] for name, show in rows]


def asked_for(figures: dict[str, Any]) -> str:
    """Empty where there is no rep."""
    return precision_recall(figures["asked"]) if "asked" in figures else ""


def by_field(figures: dict[str, Any]) -> tuple[list[str], list[list[str]]]:
    """A row for each field, the best first."""
    fields = sorted(figures["fields"].items(), key=lambda item: -item[1]["f1"])
    rows = [
        [
            name,
            *(two(field[key]) for key in ("precision", "recall", "f1")),
            str(field["gold"]),
            str(field["found"]),
            "" if field["value"] is None else two(field["value"]),
        ]
        for name, field in fields
    ]
    return ["field", "precision", "recall", "F1", "marked", "found", "values right"], rows


def confusion(figures: dict[str, Any]) -> tuple[list[str], list[list[str]]]:
    """Marked against found status, over the four criteria of all calls."""
    states = ("met", "unmet", "unknown")
    cells = figures["criteria"]["confusion"]
    rows = [[gold, *(str(cells.get(f"{gold}->{found}", 0)) for found in states)] for gold in states]
    return ["", *states], rows


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def two(number: float) -> str:
    """Two decimals."""
    return f"{number:.2f}"


def precision_recall(figures: dict[str, Any]) -> str:
    """Both in a cell."""
    return f"{two(figures['precision'])}, {two(figures['recall'])}"


def values(figures: dict[str, Any]) -> str:
    """The three shares in a cell."""
    return ", ".join(two(figures[key]) for key in ("right", "wrong", "blank"))


if __name__ == "__main__":
    now = measure()
    FIGURES.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8", newline="\n")
    PAGE.write_text(page(now), encoding="utf-8", newline="\n")
