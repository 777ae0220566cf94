"""Write docs/accuracy.md from an evaluation of the development calls.

    python docs/make_accuracy.py

The figures are those of ``assistant evaluate transcripts/corpus/dev``.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.domain.fields import Kind
from assistant.domain.marked import MarkedCall
from assistant.domain.transcript import Transcript
from assistant.settings.loading import load_settings
from assistant.workflows.evaluating import Annotate, Evaluation, annotator, evaluate, read_calls
from assistant.workflows.wiring import Workbench

ROOT = Path(__file__).parent.parent
DEV = ROOT / "transcripts" / "corpus" / "dev"
PAGE = ROOT / "docs" / "accuracy.md"

NEW_WRITERS = ("w-", "x-", "y-", "z-")
"""Calls of the development set by writers who wrote none of the training calls."""

GROUPS: tuple[tuple[str, Callable[[MarkedCall], bool]], ...] = (
    ("all", lambda _call: True),
    ("calls", lambda call: call.kind is Kind.CALL),
    ("notes", lambda call: call.kind is Kind.NOTES),
    (
        "by writers whose calls the rules were never written on",
        lambda c: c.id.startswith(NEW_WRITERS),
    ),
)

INTRO = """# Accuracy

How well the assistant fills a checklist, measured on calls that people marked by hand. Made by
`python docs/make_accuracy.py`; `assistant evaluate transcripts/corpus/dev` prints the same
figures, and `--errors N` lists what was missed, invented or misread.

The engine is {engine}. The {calls} development calls and notes are in `transcripts/corpus/dev`;
`transcripts/corpus/GUIDE.md` defines the {fields} fields and what counts as an answer. Rules were
written on `transcripts/corpus/train` and checked on the development calls, so expect somewhat
lower figures on calls of your own.

- **answers**: an answer counts when its words overlap the marked ones by at least 0.3 (shared
  characters over characters that either covers), **spans** by at least 0.5.
- **checklist**: per call, the fields and the polarity of the last answer to each.
- **polarity** and **hedged** (F1) are of the answers that were found; **values** of those with
  a value to compare. **invented**: a figure or a date named where the words give none.
- **criteria**: budget, authority, need and timeline as met, unmet or unknown for the whole call.
  **wrongly met**: of those called met, how many are not. **verdict**: how often the four lead to
  the verdict that a careful manager would reach.

## Overall

"""


def page() -> str:
    """The page, from an evaluation under the default settings."""
    bench = Workbench(load_settings(environ={}, file=ROOT / "no-settings.toml"))
    calls = read_calls(DEV)
    annotate = each_once(annotator(bench))
    found = [
        (name, evaluate([call for call in calls if wanted(call)], annotate))
        for name, wanted in GROUPS
    ]
    everything = found[0][1].figures
    text = INTRO.format(
        engine=f"version {bench.extractor.engine.version}, {bench.extractor.engine.model}",
        calls=len(calls),
        fields=len(everything["fields"]),
    )
    text += table(*overall(found))
    text += "\n## By field\n\n" + table(*by_field(everything))
    text += "\n## Criteria\n\nRows are what was marked, columns what was found.\n\n"
    return text + table(*confusion(everything))


def each_once(annotate: Annotate) -> Annotate:
    """Annotate a call the first time only, however many groups it belongs to."""
    found: dict[str, dict[str, Any]] = {}

    def remembered(call: MarkedCall, transcript: Transcript) -> dict[str, Any]:
        if call.id not in found:
            found[call.id] = annotate(call, transcript)
        return found[call.id]

    return remembered


def overall(found: Sequence[tuple[str, Evaluation]]) -> tuple[list[str], list[list[str]]]:
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
    ]
    head = ["figure", *(name for name, _ in found)]
    return head, [[name, *(show(one.figures) for _, one in found)] for name, show in rows]


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
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
