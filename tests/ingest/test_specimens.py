"""Transcripts as other programs export them, where this machine has them.

They are other people's and not in this repository: ``ASSISTANT_SPECIMENS`` names their folder.
"""

import os
from pathlib import Path

import pytest

from assistant.domain.errors import BadInput
from assistant.ingest.reading import read_file

FOLDER = Path(os.environ.get("ASSISTANT_SPECIMENS", "no specimens"))

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="ASSISTANT_SPECIMENS is not set")

READ = {
    "edge/cp1252_quotes.txt": ("name_text", 2, 2),
    "edge/utf16le_plain.txt": ("name_text", 2, 2),
    "edge/zoom_bom_crlf.vtt": ("vtt", 11, 2),
    "fathom/copy_transcript.txt": ("header_lines", 4, 3),
    "fireflies/mcp_flat_lines.txt": ("stamped", 1, 1),
    "google_meet/mid_sentence_ellipsis_2024.txt": ("name_text", 13, 3),
    "google_meet/ppgc08_2023.md": ("name_text", 67, 6),
    "otter/otter.txt": ("header_lines", 5, 4),
    "otter/otter_no_speaker.txt": ("header_lines", 3, 0),
    "plain/SPEAKER_NN_whisperx.txt": ("name_text", 7, 3),
    "plain/[mm_ss]_Role_(Name-Title).txt": ("stamped", 119, 8),
    "plain/hhmmss_prefix_no_speaker.txt": ("stamped", 57, 0),
    "plain/hourless.vtt": ("vtt", 13, 0),
    "plain/srt_like_[speaker_N].txt": ("srt", 41, 2),
    "rev/rev_txt.txt": ("header_lines", 3, 3),
    "teams/graph_api_short_timestamps.vtt": ("vtt", 1, 1),
    "teams/teams_2023.vtt": ("vtt", 5, 4),
    "teams/teams_entities_and_contractor_names.vtt": ("vtt", 3, 3),
    "teams/teams_new_layout_text.txt": ("header_lines", 6, 3),
    "webex/webex.vtt": ("vtt", 3, 2),
    "webex/webex_plain.txt": ("stamped", 1, 1),
    "youtube/auto_rolling.vtt": ("vtt", 2, 0),
    "youtube/panel_copy_paste.txt": ("header_lines", 2, 0),
    "zoom/closed_caption_no_speakers.txt": ("stamped", 26, 0),
    "zoom/cloud_2025_crlf.vtt": ("vtt", 29, 8),
    "zoom/meeting_saved_closed_caption.txt": ("header_lines", 14, 4),
}
REFUSED = {
    "**/*.json": "JSON",
    "**/*.docx": "zipped file",
    "**/*.xml": "XML",
    "zoom/chat_*.txt": "typed chat",
    "zoom/empty.vtt": "holds no words",
}


@pytest.mark.parametrize("name", READ)
def test_what_is_read(name: str) -> None:
    read = read_file(FOLDER / name)
    assert (read.format, len(read.turns), len(read.participants)) == READ[name]


@pytest.mark.parametrize("pattern", REFUSED)
def test_what_is_refused(pattern: str) -> None:
    files = list(FOLDER.glob(pattern))
    assert files
    for path in files:
        with pytest.raises(BadInput, match=REFUSED[pattern]):
            read_file(path)


def test_no_file_does_anything_else() -> None:
    for path in FOLDER.rglob("*"):
        if path.is_file():
            try:
                assert read_file(path).turns
            except BadInput as refused:
                assert str(path) in str(refused)  # noqa: PT017 - being read is as good
