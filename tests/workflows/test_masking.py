"""What is shown or written with --mask names nobody, and every place is where its words are."""

import json
from uuid import UUID

import pytest

from assistant.domain.annotation import Annotation
from assistant.domain.values import Deciders
from assistant.ingest.reading import read_text
from assistant.masking.masked import Identifier
from assistant.workflows.annotating import (
    AnnotateOptions,
    Format,
    annotate_text,
    annotation_of_call,
    render,
)
from assistant.workflows.masking import masked_annotation, masked_hits, masked_transcript
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.saving import save_annotation
from assistant.workflows.searching import search
from assistant.workflows.wiring import Workbench

SAID = """\
Dana Reyes: Hello Luis, what is the price to Harbor Mills? Ask Dana
Luis Ortega: need: trucks for Luis, mail luis@harbormills.com or +1 (555) 736-0142; budget: forty
Luis Ortega: authority: Marta Nowak signs, at 12 Harbour View Road, too expensive for Luis
"""
NAMES = ("Dana", "Reyes", "Luis", "Ortega", "Harbor Mills", "harbormills", "736-0142", "View Road")


@pytest.fixture
def call_id(bench: Workbench) -> UUID:
    lead = add_lead(bench, NewLead(name="Luis Ortega", account="Harbor Mills Ltd"))
    return save_annotation(bench, annotate_text(bench, SAID, AnnotateOptions()), lead)


def check_places(annotation: Annotation) -> None:
    texts = {turn.index: turn.text for turn in annotation.turns}
    for answer in annotation.answers:
        if (where := answer.evidence) is not None:
            assert texts[where.turn][where.start : where.end] == where.quote
    for one in (place for count in annotation.trackers for place in count.places):
        assert texts[one.turn][one.start : one.end] == one.words


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_an_annotation_of_a_call_names_nobody(
    bench: Workbench, call_id: UUID, form: Format
) -> None:
    annotation = annotation_of_call(bench, call_id)
    masked, mask = masked_annotation(bench, annotation, call_id)
    shown = render(masked, form)

    assert [name for name in NAMES if name in shown] == []
    check_places(masked)
    assert len(masked.answers) == len(annotation.answers)
    assert masked.criteria == annotation.criteria
    assert {Identifier.NAME, Identifier.COMPANY, Identifier.EMAIL, Identifier.PHONE} <= set(
        mask.counts
    )
    assert mask.told().startswith("Masked: ")


def test_people_that_the_tagger_found_are_masked(bench: Workbench, call_id: UUID) -> None:
    annotation = annotation_of_call(bench, call_id)
    people = [
        person.name
        for one in annotation.answers
        if isinstance(one.value, Deciders)
        for person in one.value.people
    ]
    masked, _ = masked_annotation(bench, annotation, call_id)

    assert [name for name in people if name and name in render(masked, "json")] == []


def test_a_transcript_keeps_its_turns_and_names_nobody(bench: Workbench) -> None:
    transcript = read_text(SAID)
    masked, mask = masked_transcript(bench, transcript)
    words = json.dumps(masked.model_dump(mode="json"))

    assert [name for name in ("Reyes", "Luis", "Ortega", "736-0142") if name in words] == []
    assert [turn.line for turn in masked.turns] == [turn.line for turn in transcript.turns]
    assert mask.counts[Identifier.ADDRESS] == 1


def test_one_person_has_one_stand_in_in_all_hits_of_a_call(bench: Workbench, call_id: UUID) -> None:
    page = search(bench, "luis")
    masked, counts = masked_hits(bench, page)
    words = masked.model_dump_json()

    assert [name for name in NAMES if name in words] == []
    assert len({hit.lead for hit in masked.hits}) == 1
    for before, after in zip(page.hits, masked.hits, strict=True):
        marked = [after.text[start:end] for start, end in after.marks]
        assert len(marked) == len(before.marks)
        assert all(marked)
    assert counts[Identifier.NAME] > 0


def test_where_nobody_is_named_it_is_said(bench: Workbench) -> None:
    masked, mask = masked_transcript(bench, read_text("Rep: hello\nProspect: hello\n"))

    assert mask.told() == "Nothing had to be masked."
    assert [turn.text for turn in masked.turns] == ["hello", "hello"]
