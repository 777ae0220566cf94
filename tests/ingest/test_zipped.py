"""Zip files of transcripts: their files are read, and tricks refused."""

import zipfile
from pathlib import Path

import pytest

from assistant.domain.errors import BadInput
from assistant.ingest import zipped
from assistant.ingest.reading import read_file
from assistant.ingest.zipped import is_zip_of_files, members
from tests.ingest.reading_forms import said

TALK = "Dana: Hi.\nLuis: Hello.\n"


def _zip(folder: Path, *names: str, text: str = TALK) -> Path:
    path = folder / "calls.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, text)
    return path


def test_the_files_in_it(tmp_path: Path) -> None:
    path = _zip(tmp_path, "b.txt", "march/2026-03-12 a.txt", ".hid", "__MACOSX/b.txt", "empty/")
    assert is_zip_of_files(path)
    assert members(path) == (path / "b.txt", path / "march" / "2026-03-12 a.txt")
    for member in members(path):
        assert said(read_file(member)) == [("Dana", "Hi."), ("Luis", "Hello.")]
    assert str(read_file(members(path)[1]).call_date) == "2026-03-12"


def test_what_is_no_zip_of_files(tmp_path: Path) -> None:
    assert not is_zip_of_files(_zip(tmp_path, "[Content_Types].xml", "word/document.xml"))
    assert not is_zip_of_files(tmp_path / "nowhere.zip")
    assert not is_zip_of_files(tmp_path)
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    assert not is_zip_of_files(tmp_path / "cut.zip")


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:/a.txt", "..\\a.txt", "\\a.txt"]
)
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="leads out of it"):
        members(_zip(tmp_path, "b.txt", name))


def test_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _zip(tmp_path, "a.txt", "b.txt")
    monkeypatch.setattr(zipped, "MOST_FILES", 1)
    with pytest.raises(BadInput, match="more than 1 files"):
        members(path)
    monkeypatch.setattr(zipped, "MOST_FILES", 9)
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 9)
    with pytest.raises(BadInput, match="unpacked it is larger"):
        members(path)


def test_no_more_than_a_file_may_have_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _zip(tmp_path, "a.txt", text=TALK * 1000)
    monkeypatch.setattr("assistant.ingest.reading.MOST_BYTES", 100)
    with pytest.raises(BadInput, match=r"a\.txt: it is larger than"):
        read_file(path / "a.txt")


def test_nothing_in_it_and_nothing_of_that_name(tmp_path: Path) -> None:
    path = _zip(tmp_path, ".hidden")
    with pytest.raises(BadInput, match="no file in this zip file"):
        members(path)
    with pytest.raises(BadInput, match="there is no such file"):
        read_file(path / "b.txt")
    (tmp_path / "call.txt").write_text(TALK, encoding="utf-8")
    with pytest.raises(BadInput, match=r"damaged"):
        read_file(tmp_path / "call.txt" / "b.txt")


def test_a_damaged_file_in_it(tmp_path: Path) -> None:
    path = _zip(tmp_path, "a.txt", text=TALK * 20)
    data = bytearray(path.read_bytes())
    data[45:60] = bytes(15)
    path.write_bytes(data)
    with pytest.raises(BadInput, match=r"a\.txt: this zip file is damaged"):
        read_file(path / "a.txt")


def test_a_zip_file_in_a_zip_file(tmp_path: Path) -> None:
    inner = _zip(tmp_path, "a.txt").read_bytes()
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as outer:
        outer.writestr("inner.zip", inner)
    with pytest.raises(BadInput, match="zipped file"):
        read_file(tmp_path / "outer.zip" / "inner.zip")
