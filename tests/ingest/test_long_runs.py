"""Long runs of one sign, which a pattern could try from each of them on: that takes hours."""

import io
import json
import struct
import zipfile
from pathlib import Path

import pytest

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.ingest.reading import read_bytes, read_file, read_text
from assistant.ingest.word_file import is_word_file
from assistant.ingest.zip_directory import TAIL, directory_bytes
from assistant.ingest.zipped import members
from tests.ingest.reading_forms import read_said

GAP = " " * 200_000
TALK = "Ana: hi\nBen: yo\n" * 3
CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAna: hi\n\n"
CHAT = "00:00:01\tAna:\thi\n" * 5
HEADERS = "Ana  00:12\nhi you\n\nBen  00:13\nyes you\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{TALK}x{GAP}x\n",
        f"{TALK}{GAP}x\n",
        f"abc{GAP}x\n{TALK}",
        f"title:{'*' * 200_000}{'x' * 300}\n{TALK}",
        f"{CAPTIONS}00:00:02.000 --> 00:00:03.000\n<v{GAP}\n",
        f"{CAPTIONS}00:00:02.000 --> 00:00:03.000\n<v {'#' * 200_000}>hi</v>\n",
        f"{CAPTIONS}1:{GAP}x",
        f"{CAPTIONS}{GAP}{'y' * 20}-->\n",
        f"{CHAT}From Ana to Everyone: {GAP}x\n",
        f"{CHAT}00:00:02\tAna:\t{GAP}x\n",
        f"{CHAT}00:00:02 From {'a to ' * 15}{GAP}x\n",
        f"A{GAP}B - Transcript\n\nAna: hi\nBen: yo\n",
        f"{HEADERS}AAAA: x{GAP[:90_000]}- WATCH{GAP[:90_000]}x\n",
        f"{HEADERS}{'AAAA: ' * 30_000}- WATCH x\n",
        f"[00:01] Ana: hi\n[00:02] Ben: yo\n[00:03]{GAP}\n",
        json.dumps({"segments": [{"start": 0, "end": 1, "text": "hi", "speaker": "#" * 200_000}]}),
    ],
    ids=range(16),
)
def test_they_are_read(text: str) -> None:
    assert read_bytes(text.encode("utf-8"), name="call", chat=True).turns


def test_lines_of_nothing_but_white_space_and_half_a_time() -> None:
    line = f"a{' ' * 90}(1:2x\n"
    assert read_said(HEADERS * 300 + line * 2_000)[0] == ("Ana", "hi you")


def test_many_people_whose_names_are_taken() -> None:
    taken = [{"participant_id": n, "speaker": f"X ({n + 2})", "text": "hi"} for n in range(8_000)]
    same = [{"participant_id": 10**6 + n, "speaker": "X", "text": "yo"} for n in range(8_000)]
    names = {turn.speaker for turn in read_text(json.dumps(taken + same)).turns}
    assert len(names) == 16_000


def test_more_cues_of_xml_than_are_read() -> None:
    with pytest.raises(BadInput, match="more than 50,000 cues"):
        read_text(f"<timedtext><body>{'<p/>' * 50_001}</body></timedtext>")


def test_a_list_of_a_million_files(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a", "")
    one = packed.getvalue()
    entry = one[one.index(b"PK\x01\x02") : one.index(b"PK\x05\x06")]
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(entry) * 10**6, 31, 0)
    data = one[: one.index(b"PK\x01\x02")] + entry * 10**6 + end
    assert directory_bytes(data[-TAIL:]) == len(entry) * 10**6
    assert not is_word_file(data)
    path = tmp_path / "calls.zip"
    path.write_bytes(data)
    with pytest.raises(BadInput, match="more than 10,000 files"):
        members(path)
    with pytest.raises(BadInput):
        read_file(path)


def test_what_a_message_says_of_a_time_stays() -> None:
    text = f"{CHAT}00:00:02\tBen:\t10:30 works, or at 11:15 then\n"
    read = read_text(text, kind=Kind.CHAT)
    assert read.turns[-1].text == "10:30 works, or at 11:15 then"
