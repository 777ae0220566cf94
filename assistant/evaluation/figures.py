"""The figures as text."""

from collections.abc import Mapping
from typing import Any


def figures_text(result: Mapping[str, Any]) -> str:
    """The figures of ``scoring.score`` as a table: all answers, then field by field.

    Those of ``asked.score_asked`` follow where they are among them, under ``asked``.
    """
    value, criteria = result["value"], result["criteria"]
    lines = [
        f"{result['calls']} calls",
        _row("answers", result["answers"]),
        _row("spans", result["spans"]),
        _row("same turn", result["turns"]),
        _row("checklist", result["checklist"]),
        _named("macro F1", result["macro_f1"])
        + _named("polarity", result["polarity"])
        + _named("hedged F1", result["hedged"]["f1"]),
        "value  " + "".join(_named(word, share) for word, share in value.items()),
        _named("criteria accuracy", criteria["accuracy"])
        + _named("wrongly met", criteria["false_met"])
        + _named("verdict", result["verdict"]),
        "criteria, marked -> found  "
        + "  ".join(f"{change} {count}" for change, count in criteria["confusion"].items()),
    ]
    lines += [_field_row(name, figures) for name, figures in result["fields"].items()]
    if asked := result.get("asked"):
        lines += _asked_rows(asked)
    return "\n".join(line.rstrip() for line in lines)


def _asked_rows(asked: Mapping[str, Any]) -> list[str]:
    return [
        f"what the rep asked for, {asked['turns']} turns of {asked['calls']} calls",
        _row("asked", asked),
        *(_row(f"  {name}", figures) for name, figures in asked["fields"].items()),
    ]


def _named(name: str, rate: float) -> str:
    return f"{name} {rate:.3f}   "


def _row(name: str, figures: Mapping[str, Any]) -> str:
    return (
        f"{name:20} P {figures['precision']:.3f}  R {figures['recall']:.3f}  "
        f"F1 {figures['f1']:.3f}   gold {figures['gold']:4}  found {figures['found']:4}"
    )


def _field_row(name: str, figures: Mapping[str, Any]) -> str:
    row = _row(f"  {name}", figures)
    return row if figures["value"] is None else f"{row}   value {figures['value']:.3f}"
