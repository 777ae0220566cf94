"""Every shipped sample is read turn by turn as the golden files say."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.domain.fields import Kind
from assistant.ingest.reading import read_file

SAMPLES = Path(__file__).parents[2] / "transcripts" / "samples"
GOLDEN = Path(__file__).parent / "golden"


def test_every_sample_has_a_golden_file() -> None:
    assert {path.name + ".json" for path in SAMPLES.iterdir()} == {
        path.name for path in GOLDEN.iterdir()
    }


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_turns(sample: Path) -> None:
    golden = json.loads((GOLDEN / f"{sample.name}.json").read_text(encoding="utf-8"))
    turns = read_file(sample).turns
    assert [[turn.line, turn.start, turn.end, turn.speaker, turn.text] for turn in turns] == golden
    assert [turn.index for turn in turns] == list(range(len(turns)))


@pytest.mark.parametrize(
    ("name", "form", "kind", "day", "title", "names"),
    [
        (
            "clinic.txt",
            "name_text",
            Kind.CALL,
            date(2026, 3, 12),
            "Harrow Lane Physiotherapy, first call",
            ["Dana", "Luis", "Mei"],
        ),
        (
            "freight.vtt",
            "vtt",
            Kind.CALL,
            date(2026, 2, 4),
            "Haulage first call",
            ["Ruben Adeyemi", "Ingrid Vasse"],
        ),
        ("bakery.srt", "srt", Kind.CALL, None, None, ["Joost", "Pilar"]),
        (
            "school_stamped.txt",
            "stamped",
            Kind.CALL,
            date(2026, 5, 20),
            "Sign-in and attendance, first call",
            ["Amara", "Mr. Whitcombe", "Mrs. Desai"],
        ),
        (
            "gym_headers.txt",
            "header_lines",
            Kind.CALL,
            date(2026, 1, 19),
            "Turnstiles at the Dockside gym",
            ["Fenna", "Theo"],
        ),
        ("warehouse_notes.txt", "notes", Kind.NOTES, date(2026, 5, 18), None, []),
        (
            "hotel_no_names.vtt",
            "vtt",
            Kind.CALL,
            date(2026, 5, 7),
            "Room controls, first call",
            [],
        ),
    ],
)
def test_facts(
    name: str, form: str, kind: Kind, day: date | None, title: str | None, names: list[str]
) -> None:
    read = read_file(SAMPLES / name)
    assert (read.format, read.kind, read.call_date, read.title) == (form, kind, day, title)
    assert [person.name for person in read.participants] == names
    assert read.warnings == ()
