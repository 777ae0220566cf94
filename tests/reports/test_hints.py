"""Trackers and figures stand beside an annotation, in every format, and never in its verdict."""

import json

import pytest

from assistant.workflows.annotating import AnnotateOptions, Format, annotate_text, render
from assistant.workflows.wiring import Workbench

SAID = "Dana Reyes: What about the price?\nLuis Ortega: <b>too expensive</b>\n"


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_they_are_shown(bench: Workbench, form: Format) -> None:
    shown = render(annotate_text(bench, SAID, AnnotateOptions()).annotation, form)

    assert "Pricing talk: 2" in shown
    assert "share of the talk" in shown
    assert "<b>too" not in shown or form == "text"


def test_a_turn_is_named_as_in_the_rest_of_the_report(bench: Workbench) -> None:
    times = "[00:00:05] Dana: What about the price?\n[00:01:05] Luis: too expensive\n"
    for said, where in ((SAID, "line 2"), (times, "00:01:05")):
        shown = render(annotate_text(bench, said, AnnotateOptions()).annotation, "text")
        assert f", from {where}" in " ".join(shown.split())


def test_json_has_their_places_and_the_verdict_does_not_know_them(bench: Workbench) -> None:
    annotation = annotate_text(bench, SAID, AnnotateOptions()).annotation
    facts = json.loads(render(annotation, "json"))

    pricing = next(one for one in facts["trackers"] if one["id"] == "pricing")
    assert [(one["turn"], one["words"]) for one in pricing["places"]] == [
        (0, "price"), (1, "expensive")
    ]  # fmt: skip
    assert facts["figures"]["basis"] == "words"
    bare = annotation.model_copy(update={"trackers": (), "figures": None})
    assert json.loads(render(bare, "json"))["verdict"] == facts["verdict"]
