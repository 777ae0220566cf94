"""Trackers over stored calls: one, or all that a query finds."""

from uuid import UUID

import pytest

from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.trackers import TrackerCount
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.live_call import LiveCall
from assistant.workflows.saving import save_annotation
from assistant.workflows.tracking import (
    finder_of,
    list_trackers,
    places_in_call,
    total,
    track_call,
    track_query,
)
from assistant.workflows.wiring import Workbench

SAID = """\
Dana Reyes: What about the price? I guarantee a discount
Luis Ortega: too expensive, and HubSpot is cheaper
"""


def save(bench: Workbench, said: str = SAID) -> UUID:
    return save_annotation(bench, annotate_text(bench, said, AnnotateOptions()))


def sides(counts: tuple[TrackerCount, ...]) -> dict[str, tuple[int, int, int]]:
    return {one.id: (one.rep, one.prospect, one.other) for one in counts if one.total}


def test_a_call_is_counted_with_its_notes(bench: Workbench) -> None:
    call_id = save(bench)
    LiveCall(bench, call_id).keep_notes("asked for a discount\nhubspott again\n")

    found = track_call(bench, call_id)

    assert sides(found.counts) == {
        "competitors": (0, 1, 1),
        "objections": (0, 1, 0),
        "pricing": (2, 2, 1),
        "promises": (1, 0, 0),
    }


def test_places_are_in_the_order_of_the_call_to_jump_to(bench: Workbench) -> None:
    call_id = save(bench)

    places = places_in_call(bench, call_id, ["pricing", "competitors"])

    assert [(one.source, one.turn, one.words) for one in places] == [
        ("transcript", 0, "price"),
        ("transcript", 0, "discount"),
        ("transcript", 1, "expensive"),
        ("transcript", 1, "HubSpot"),
        ("transcript", 1, "cheaper"),
    ]


def test_the_calls_of_a_query_are_counted_together(bench: Workbench) -> None:
    first, second = save(bench), save(bench, "Dana Reyes: hello\nLuis Ortega: no price please\n")
    save(bench, "Dana Reyes: hello\nLuis Ortega: nothing\n")

    found = track_query(bench, "price", finder_of(bench, ["pricing"]))

    assert {one.call.id for one in found} == {first, second}
    (pricing,) = total(found)
    assert (pricing.total, pricing.rep, pricing.prospect, pricing.places) == (5, 2, 3, ())
    assert track_query(bench, "nowhere") == ()


def test_only_what_there_is_can_be_asked_for(bench: Workbench) -> None:
    with pytest.raises(NotFound, match="There are: competitors"):
        finder_of(bench, ["prices"])
    with pytest.raises(WrongUsage):
        track_query(bench, "since:never")
    assert [one.tracker.id for one in list_trackers(bench)] == sorted(bench.trackers.trackers)
