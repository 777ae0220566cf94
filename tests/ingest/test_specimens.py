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
    "assemblyai/utterances.json": ("assemblyai", 1, 1),
    "assemblyai/utterances_null.json": ("assemblyai", 1, 1),
    "avoma/transcription.json": ("avoma", 1, 1),
    "aws/call_analytics.json": ("aws_call_analytics", 37, 2),
    "aws/standard_with_speaker_labels.json": ("aws_transcribe", 1, 1),
    "chorus/conversation_v1.json": ("chorus", 2, 1),
    "deepgram/nova2_diarized.json": ("deepgram", 10, 3),
    "deepgram/nova2_diarized_no_utterances.json": ("deepgram", 10, 3),
    "deepgram/plain.json": ("deepgram", 3, 0),
    "deepgram/utterances_undiarized.json": ("deepgram", 2, 0),
    "deepgram/whisper_model.json": ("deepgram", 3, 0),
    "edge/cp1252_quotes.txt": ("name_text", 2, 2),
    "edge/utf16le_plain.txt": ("name_text", 2, 2),
    "edge/zoom_bom_crlf.vtt": ("vtt", 11, 2),
    "fathom/api_meeting.json": ("fathom", 1, 1),
    "fathom/copy_transcript.txt": ("header_lines", 4, 3),
    "fireflies/graphql_sentences.json": ("fireflies", 2, 2),
    "fireflies/mcp_flat_lines.txt": ("stamped", 1, 1),
    "gong/calls_transcript_v2.json": ("gong", 1, 1),
    "google_meet/gemini_2025_block_timestamps.txt": ("google_meet", 6, 2),
    "google_meet/mid_sentence_ellipsis_2024.txt": ("google_meet", 5, 3),
    "google_meet/ppgc08_2023.md": ("google_meet", 54, 22),
    "google_meet/ppgc27_2024.md": ("google_meet", 128, 26),
    "grain/transcript.json": ("grain", 2, 1),
    "granola/granola_sync.md": ("granola", 2, 2),
    "otter/otter.txt": ("header_lines", 5, 4),
    "otter/otter_no_speaker.txt": ("header_lines", 3, 0),
    "plain/SPEAKER_NN_whisperx.txt": ("name_text", 7, 3),
    "plain/[mm_ss]_Role_(Name-Title).txt": ("stamped", 119, 8),
    "plain/hhmmss_prefix_no_speaker.txt": ("stamped", 57, 0),
    "plain/hourless.vtt": ("vtt", 13, 0),
    "plain/srt_like_[speaker_N].txt": ("srt", 41, 2),
    "rev/rev_txt.txt": ("header_lines", 3, 3),
    "rev/revai_transcript.json": ("rev", 1, 1),
    "teams/graph_api_short_timestamps.vtt": ("vtt", 1, 1),
    "teams/teams_2023.vtt": ("vtt", 5, 4),
    "teams/teams_entities_and_contractor_names.vtt": ("vtt", 3, 3),
    "teams/teams_new_layout_SYNTHETIC.docx": ("header_lines", 6, 3),
    "teams/teams_new_layout_text.txt": ("header_lines", 6, 3),
    "teams/teams_old_layout.docx": ("teams_word", 2, 2),
    "teams/teams_old_pasted_from_word.txt": ("teams_word", 3, 2),
    "tldv/transcript.json": ("tldv", 2, 1),
    "webex/webex.vtt": ("vtt", 3, 2),
    "webex/webex_plain.txt": ("stamped", 1, 1),
    "whisper/whisper_timestamped.json": ("whisper", 2, 0),
    "whisper/whisperx_diarized.json": ("whisper", 2, 1),
    "youtube/auto_rolling.vtt": ("vtt", 2, 0),
    "youtube/panel_copy_paste.txt": ("header_lines", 2, 0),
    "youtube/timedtext.xml": ("youtube_xml", 1, 0),
    "zoom/closed_caption_no_speakers.txt": ("stamped", 26, 0),
    "zoom/cloud_2025_crlf.vtt": ("vtt", 29, 8),
    "zoom/meeting_saved_closed_caption.txt": ("header_lines", 14, 4),
}
REFUSED = {
    "gong/calls_extensive_parties.json": "without a word that was said",
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
