"""What is larger, deeper or longer than is read is refused, and a bomb never goes off."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.domain.errors import BadInput
from assistant.ingest.reading import read_bytes, read_file

MB = 1024**2
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = f'<w:document xmlns:w="{SPACE}"><w:body>'.encode()


def _word(*parts: bytes, stored: bytes = b"") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        with file.open("word/document.xml", "w") as document:
            for part in (HEAD, *parts):
                document.write(part)
        file.writestr("word/media/image.png", stored, zipfile.ZIP_STORED)
    return packed.getvalue()


def _segments(count: int) -> bytes:
    said = [{"start": at, "end": at, "text": "hi", "speaker": "AB"[at % 2]} for at in range(count)]
    return json.dumps({"segments": said}).encode()


def _cues(count: int) -> bytes:
    cues = (f"00:00:0{at % 9}.000 --> 00:00:09.000\n{'AB'[at % 2]}na: hi\n" for at in range(count))
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (level, b"&a%s;" % (b"%d" % (level - 1) if level > 1 else b"") * 10)
    for level in range(1, 10)
)

TOO_MUCH: dict[str, tuple[Callable[[], bytes], str]] = {
    "lines": (lambda: b"Ana: hi\n" * 50_001, "50,001 turns"),
    "many more lines": (lambda: b"Ana: hi\n" * 300_001, "300,000 lines"),
    "blank lines": (lambda: b"Ana: hi\nJoe: yes\n" + b"\n" * 50_000, "50,002 turns"),
    "cues": (lambda: _cues(50_001), "50,001 cues"),
    "cues of SRT": (lambda: _cues(50_001)[8:], "50,001 cues"),
    "segments": (lambda: _segments(50_001), "50,001 turns"),
    "many more segments": (lambda: _segments(100_001), "list of more than 100,000 records"),
    "text": (lambda: b"Ana: hi there you\n" * (21 * MB // 18), "larger than 20 MB"),
    "JSON": (lambda: b'{"segments": "' + b"a" * (51 * MB) + b'"}', "larger than 50 MB"),
    "values of JSON": (lambda: b'{"a":[' + b"1," * 2_000_001 + b"1]}", "2,000,000 values"),
    "deep JSON": (lambda: b'{"a":' * 1_000_000, "too deep"),
    "very deep JSON": (lambda: b'{"a":[' * 8_000_000, "values|too deep"),
    "one line": (lambda: b"Ana: " + b"a" * (50 * MB), "larger than 20 MB"),
    "one line within the bytes": (lambda: b"Ana: " + b"a" * (19 * MB), r":1: this line has"),
    "voice tags": (lambda: _cues(1) + b"<v A>a" * (3 * MB), r":\d+: this line has"),
    "XML on one line": (lambda: b"<transcript>" + b"<a>" * (6 * MB), r":1: this line has"),
    "a Word file": (lambda: _word(b"<w:p/>", stored=bytes(21 * MB)), "larger than 20 MB"),
    "a Word file unpacked": (lambda: _word(*[b" " * MB] * 101), "unpacked it is larger than 100"),
    "paragraphs": (lambda: _word(b"<w:p/>" * 300_001), "300,000 lines"),
    "elements": (lambda: _word(b"<a/>" * 2_000_001), "more parts than a transcript"),
    "line breaks": (lambda: _word(b"<w:p>", b"<w:br/>" * 300_001), "300,000 lines"),
    "paragraphs of another prefix": (
        lambda: _word(f'<x:p xmlns:x="{SPACE}">'.encode(), b"<x:p></x:p>" * 300_001),
        "300,000 lines",
    ),
    "text of a Word file": (lambda: _word(b"<w:t>", *[b"a" * MB] * 21), "text is larger than 20"),
    "deep XML": (lambda: _word(b"<a>" * 2_000_001), "more parts than a transcript"),
    "a tag without end": (lambda: _word(b'<w:p a="', *[b"a" * MB] * 90), "a tag without end"),
    "entities": (lambda: b"<transcript>" + LAUGHS + b"]>&a9;</transcript>", "damaged"),
    "entities declared": (lambda: LAUGHS + b"]><transcript>&a9;</transcript>", "XML or HTML"),
    "binary": (lambda: bytes(range(256)) * (20 * MB // 256), "not a text file"),
    "zeros": (lambda: bytes(20 * MB), "not a text file"),
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_too_much(what: str) -> None:
    make, message = TOO_MUCH[what]
    with pytest.raises(BadInput, match=message) as refused:
        read_bytes(make(), name="call.txt")
    assert str(refused.value).startswith("call.txt:")


def test_as_much_as_is_read() -> None:
    assert len(read_bytes(_cues(50_000), name="call.vtt").turns) == 50_000
    assert len(read_bytes(_segments(50_000), name="call.json").turns) == 50_000
    paragraphs = b"<w:p><w:r><w:t>Ana: hi</w:t></w:r></w:p>" * 50_000
    read = read_bytes(_word(paragraphs, b"</w:body></w:document>"), name="call.docx")
    assert len(read.turns) == 50_000


def test_of_a_zip_file_no_more_than_a_file_may_have_is_unpacked(tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(tmp_path / "calls.zip", "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("bomb.txt", "w") as bomb,
    ):
        for _ in range(200):
            bomb.write(b"Ana: hi\n" * (MB // 8))
    with pytest.raises(BadInput, match=r"bomb\.txt: it is larger than 20 MB"):
        read_file(tmp_path / "calls.zip" / "bomb.txt")
