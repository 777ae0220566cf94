"""What is pasted into the notes: a transcript or notes."""

from pathlib import Path

import pytest

from assistant.workflows.pasting import looks_like_transcript

FORMATS = Path(__file__).parents[2] / "transcripts" / "formats"
TEXTS = sorted(
    path
    for path in FORMATS.iterdir()
    if path.suffix != ".docx" and not path.name.startswith("zoom_chat")
)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_transcripts(path: Path) -> None:
    assert looks_like_transcript(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "budget 40k",
        "budget 40k\nPriya signs\n",
        "Budget: 40k\nAuthority: Priya\nNeed: slow replies\n",
        '{"a": 1}',
        '{"callTranscripts": [',
        "[ ] send deck\n[x] ask about budget\n",
    ],
)
def test_notes(text: str) -> None:
    assert not looks_like_transcript(text)
