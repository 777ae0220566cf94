"""Bytes to text: encodings that are read, and files that are refused."""

import codecs
import os
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.ingest import bounds, reading
from assistant.ingest.reading import read_file, read_text
from tests.ingest.reading_forms import said

TALK = "Ana: What\u2019s the budget?\nJoe: About £50k.\n"
EXPECTED = [("Ana", "What\u2019s the budget?"), ("Joe", "About £50k.")]


def _file(folder: Path, data: bytes, name: str = "call.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TALK.encode("utf-8"),
        TALK.encode("utf-8-sig"),
        TALK.replace("\n", "\r\n").encode("utf-8"),
        TALK.replace("\n", "\r").encode("utf-8"),
        TALK.replace("\n", "\u2028").encode("utf-8"),
        TALK.strip().encode("utf-8"),
        codecs.BOM_UTF16_LE + TALK.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TALK.encode("utf-16-be"),
    ],
)
def test_encodings_and_line_ends(tmp_path: Path, data: bytes) -> None:
    read = read_file(_file(tmp_path, data))
    assert said(read) == EXPECTED
    assert [turn.line for turn in read.turns] == [1, 2]
    assert read.warnings == ()


def test_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    read = read_file(_file(tmp_path, TALK.encode("cp1252")))
    assert said(read) == EXPECTED
    assert read.warnings == ("it is not UTF-8 and was read as Windows-1252",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_cut_off_inside_a_character_keeps_its_encoding(
    tmp_path: Path, encoding: str
) -> None:
    read = read_file(_file(tmp_path, (TALK + "Ana: caf\u00e9\u00e9").encode(encoding)[:-1]))
    assert said(read) == [*EXPECTED, ("Ana", "caf\u00e9")]
    assert read.warnings == ("it ends in the middle of a character",)


def test_a_last_letter_beyond_ascii_is_windows_1252(tmp_path: Path) -> None:
    read = read_file(_file(tmp_path, b"Ana: tea?\nJoe: a caf\xe9"))
    assert said(read) == [("Ana", "tea?"), ("Joe", "a caf\u00e9")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "there is nothing in it"),
        (b" \r\n\t\n", "there is nothing in it"),
        (codecs.BOM_UTF8, "there is nothing in it"),
        (codecs.BOM_UTF16_LE, "there is nothing in it"),
        (b"Ana: hi\0there\n", "not a text file"),
        (TALK.encode("utf-16-le"), "not a text file"),
        (bytes(range(1, 256)) * 3, "not a text file"),
        (b"Ana: caf\x81\n", "byte 8 fits no encoding"),
        (codecs.BOM_UTF16_LE + b"\x00\xdcA\0", "byte 2 fits no encoding"),
        (TALK.encode("utf-32"), "not a text file"),
        (b"PK\x03\x04\x14\x00", "a Word, Excel or other zipped file"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1\\ansi hello}", "a rich-text file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file"),
        (b"\x00\x00\x00\x20ftypisom", "a recording"),
        (b"ID3\x04\x00", "a recording"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b'{"transcript": [{"speaker": "Ana", "text": "hi"}]}', "JSON"),
        (b'[{"speaker": "Ana", "text": "hi"}]', "JSON"),
        (b"<?xml version='1.0'?><transcript/>", "XML or HTML"),
        (b"<!DOCTYPE html><p>hi</p>", "XML or HTML"),
        (b"00:14:19\tAna:\tis it on?\n00:14:25\tJoe:\tyes\n", "typed chat"),
        (b"From Ana to Everyone: (12:31 PM)\n hi\n", "typed chat"),
        (b"id: a\n---\nAna: {{need|yes|firm|x}}it hurts{{/}}\n", "assistant evaluate"),
        (b"WEBVTT\n\n", "holds no words"),
    ],
)
def test_what_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = _file(tmp_path, data)
    with pytest.raises(BadInput) as refused:
        read_file(path)
    assert message in str(refused.value)
    assert str(path) in str(refused.value)


def test_a_refusal_says_what_is_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_file(_file(tmp_path, b'{"a": 1}', "call.json"))
    for words in ("WebVTT", "SRT", "Name: words", "[00:12:03]", "Name  00:12", "notes"):
        assert words in str(refused.value)


def test_a_bracket_does_not_make_json(tmp_path: Path) -> None:
    read = read_file(_file(tmp_path, b"[laughs] so, yeah, I don't know, what do you think?\n"))
    assert said(read) == [(None, "[laughs] so, yeah, I don't know, what do you think?")]


def test_missing_folder_and_forbidden(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no such file"):
        read_file(tmp_path / "nowhere.txt")
    with pytest.raises(BadInput, match="this is a folder"):
        read_file(tmp_path)
    with pytest.raises(BadInput, match=r"not one that a file can have|no such file"):
        read_file(tmp_path / "a\0b.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = _file(tmp_path, b"Ana: hi\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(BadInput, match="it cannot be read"):
        read_file(path)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices as files")
def test_a_device() -> None:
    with pytest.raises(BadInput, match="a device or a pipe"):
        read_file(Path("/dev/null"))


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1024 * 1024)
    with pytest.raises(BadInput, match="larger than 1 MB"):
        read_file(_file(tmp_path, b"Ana: hi there\n" * 80_000))
    with pytest.raises(BadInput, match="larger than 1 MB"):
        read_text("Ana: hi there\n" * 80_000)


def test_a_turn_without_end_names_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LONGEST_TURN", 20)
    with pytest.raises(BadInput, match=r"paste:2: .*break it into lines"):
        read_text("Ana: hi\nJoe: twenty-one characters\n")
    assert len(read_text("Ana: hi\nJoe: twenty characters ok\n").turns) == 2


@pytest.mark.parametrize("end", ["\n", "\r", "\u2028"])
def test_too_many_lines(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    monkeypatch.setattr(bounds, "MOST_LINES", 10)
    with pytest.raises(BadInput, match=r"more than 10 lines; split it"):
        read_text(f"Ana: hi{end}" * 11)
    assert len(read_text(f"Ana: hi{end}" * 10).turns) == 10


def test_too_many_turns() -> None:
    assert len(read_text("Ana: hi\n" * 50_000).turns) == 50_000
    with pytest.raises(BadInput, match=r"has 50,001 turns and at most 50,000 are read"):
        read_text("Ana: hi\n" * 50_001)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2026-03-12 clinic.txt", date(2026, 3, 12)),
        ("clinic_20260312.txt", date(2026, 3, 12)),
        ("clinic 12 March 2026.txt", date(2026, 3, 12)),
        ("clinic 2026-13-12.txt", None),
        ("clinic 12-03-26.txt", None),
        ("clinic.txt", None),
    ],
)
def test_the_date_in_a_files_name(tmp_path: Path, name: str, expected: date | None) -> None:
    assert read_file(_file(tmp_path, TALK.encode(), name)).call_date == expected


def test_the_files_own_date_goes_before_its_name(tmp_path: Path) -> None:
    path = _file(tmp_path, f"Date: 2026-02-01\n\n{TALK}".encode(), "2026-03-12.txt")
    assert read_file(path).call_date == date(2026, 2, 1)


def test_a_paste_with_broken_characters() -> None:
    read = read_text("Ana: hi \ud83d there\nJoe: yes\n")
    assert said(read) == [("Ana", "hi \ufffd there"), ("Joe", "yes")]
    assert read.warnings == ("characters that could not be read and were replaced: 1",)


def test_a_paste_with_zeros() -> None:
    with pytest.raises(BadInput, match="zero characters"):
        read_text("Ana: hi\0\n")


def test_a_paste_may_begin_with_a_byte_order_mark() -> None:
    assert said(read_text("\ufeff" + TALK)) == EXPECTED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), kind=st.sampled_from([None, *Kind]))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, kind: Kind | None) -> None:
    path = _file(tmp_path, data)
    with suppress(BadInput):
        assert read_file(path, kind=kind).turns
