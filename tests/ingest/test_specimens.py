"""Transcripts as other programs export them, where this machine has them.

They are other people's and not in this repository: ``ASSISTANT_SPECIMENS`` names their folder.
"""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from assistant.domain.errors import BadInput
from assistant.ingest.reading import read_file
from tests.ingest.golden_text import golden_text

FOLDER = Path(os.environ.get("ASSISTANT_SPECIMENS", "no specimens"))

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="ASSISTANT_SPECIMENS is not set")

READ = {
    "assemblyai/utterances.json": ("assemblyai", 1, 1, "d58d901d8d24"),
    "assemblyai/utterances_null.json": ("assemblyai", 1, 1, "d58d901d8d24"),
    "avoma/transcription.json": ("avoma", 1, 1, "3dce87b6ce15"),
    "aws/call_analytics.json": ("aws_call_analytics", 37, 2, "c1668144c6f1"),
    "aws/standard_with_speaker_labels.json": ("aws_transcribe", 1, 1, "9e2b9e7fc735"),
    "chorus/conversation_v1.json": ("chorus", 2, 1, "33800cac7801"),
    "deepgram/nova2_diarized.json": ("deepgram", 10, 3, "db8f5d7895f7"),
    "deepgram/nova2_diarized_no_utterances.json": ("deepgram", 10, 3, "db8f5d7895f7"),
    "deepgram/plain.json": ("deepgram", 3, 0, "ea3d41399c55"),
    "deepgram/utterances_undiarized.json": ("deepgram", 2, 0, "03f2a190c3a0"),
    "deepgram/whisper_model.json": ("deepgram", 3, 0, "052c99e0ebb1"),
    "edge/cp1252_quotes.txt": ("name_text", 2, 2, "0ddca837616b"),
    "edge/utf16le_plain.txt": ("name_text", 2, 2, "4912f813b40a"),
    "edge/zoom_bom_crlf.vtt": ("vtt", 11, 2, "cb5c1af098a0"),
    "fathom/api_meeting.json": ("fathom", 1, 1, "0d208d77b306"),
    "fathom/copy_transcript.txt": ("header_lines", 4, 3, "2430702e377a"),
    "fireflies/graphql_sentences.json": ("fireflies", 2, 2, "c27923ffb964"),
    "fireflies/mcp_flat_lines.txt": ("stamped", 1, 1, "51404b616d3d"),
    "gong/calls_transcript_v2.json": ("gong", 1, 1, "be4dbadcd511"),
    "google_meet/gemini_2025_block_timestamps.txt": ("google_meet", 6, 2, "4f17667c42ce"),
    "google_meet/mid_sentence_ellipsis_2024.txt": ("google_meet", 5, 3, "056acb395c84"),
    "google_meet/ppgc08_2023.md": ("google_meet", 54, 22, "282b80c961f8"),
    "google_meet/ppgc27_2024.md": ("google_meet", 128, 26, "fd2310d748d6"),
    "grain/transcript.json": ("grain", 2, 1, "627cb61660ae"),
    "granola/granola_sync.md": ("granola", 2, 2, "6a49d5af7eab"),
    "otter/otter.txt": ("header_lines", 5, 4, "227fc4b7f0b3"),
    "otter/otter_no_speaker.txt": ("header_lines", 3, 0, "e05245b9f9f6"),
    "plain/SPEAKER_NN_whisperx.txt": ("name_text", 7, 3, "3bac79998839"),
    "plain/[mm_ss]_Role_(Name-Title).txt": ("stamped", 119, 8, "b13962cbfce2"),
    "plain/hhmmss_prefix_no_speaker.txt": ("stamped", 57, 0, "59535334fe4f"),
    "plain/hourless.vtt": ("vtt", 13, 0, "e3bdd25aee35"),
    "plain/srt_like_[speaker_N].txt": ("srt", 41, 2, "1ae06d5c74ad"),
    "rev/rev_txt.txt": ("header_lines", 3, 3, "5ed6ab232e86"),
    "rev/revai_transcript.json": ("rev", 1, 1, "9b6bd4c149bb"),
    "teams/graph_api_short_timestamps.vtt": ("vtt", 1, 1, "7cbabb42eda9"),
    "teams/teams_2023.vtt": ("vtt", 5, 4, "64c2d4dbe860"),
    "teams/teams_entities_and_contractor_names.vtt": ("vtt", 3, 3, "e2102719ce0d"),
    "teams/teams_new_layout_SYNTHETIC.docx": ("header_lines", 6, 3, "506ae7ae4429"),
    "teams/teams_new_layout_text.txt": ("header_lines", 6, 3, "506ae7ae4429"),
    "teams/teams_old_layout.docx": ("teams_word", 2, 2, "5d2d51c8a74f"),
    "teams/teams_old_pasted_from_word.txt": ("teams_word", 3, 2, "bf780ce7599b"),
    "tldv/transcript.json": ("tldv", 2, 1, "1d207ae566c5"),
    "webex/webex.vtt": ("vtt", 3, 2, "9bdef60e80a4"),
    "webex/webex_plain.txt": ("stamped", 1, 1, "8691ed3be018"),
    "whisper/whisper_timestamped.json": ("whisper", 2, 0, "87487e4b5814"),
    "whisper/whisperx_diarized.json": ("whisper", 2, 1, "13403a1543a5"),
    "youtube/auto_rolling.vtt": ("vtt", 2, 0, "3094666588af"),
    "youtube/panel_copy_paste.txt": ("header_lines", 2, 0, "939d237bf0f7"),
    "youtube/timedtext.xml": ("youtube_xml", 1, 0, "c3cd8691dede"),
    "zoom/chat_2023.txt": ("zoom_chat", 4, 2, "d23e5e6b0fc5"),
    "zoom/chat_2025_tabs.txt": ("zoom_chat", 33, 14, "1dc17eecfda6"),
    "zoom/chat_old_style.txt": ("zoom_chat", 3, 3, "c817272777f9"),
    "zoom/closed_caption_no_speakers.txt": ("stamped", 26, 0, "a1d25dfcc079"),
    "zoom/cloud_2025_crlf.vtt": ("vtt", 36, 9, "aea03f0c152c"),
    "zoom/meeting_saved_closed_caption.txt": ("header_lines", 14, 4, "266b18c82732"),
}
"""Format, turns, participants, and the beginning of the sha256 of what was read.

What was read has been compared with the files by hand, the longer ones by other code.
"""
REFUSED = {
    "gong/calls_extensive_parties.json": "without a word that was said",
    "zoom/chat_*.txt": "typed chat",
    "zoom/empty.vtt": "holds no words",
}


@pytest.mark.parametrize("name", READ)
def test_what_is_read(name: str) -> None:
    read = read_file(FOLDER / name, chat=True)
    digest = sha256(golden_text(read).encode("utf-8")).hexdigest()[:12]
    assert (read.format, len(read.turns), len(read.participants), digest) == READ[name]


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
