"""Word files: what is in them, and what is refused."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.ingest import word_file
from assistant.ingest.reading import read_bytes
from tests.ingest.reading_forms import said

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OTHER = "http://schemas.openxmlformats.org/markup-compatibility/2006"
LINES = ("Dana   0:03", "Hi & hello.", "Luis   0:05", "Yes.")


def _document(body: str, before: str = "") -> str:
    opening = f'<w:document xmlns:w="{SPACE}" xmlns:mc="{OTHER}"><w:body>'
    return f"<?xml version='1.0'?>{before}{opening}{body}</w:body></w:document>"


def _paragraphs(*texts: str) -> str:
    return "".join(
        f"<w:p><w:r><w:t>{text.replace('&', '&amp;')}</w:t></w:r></w:p>" for text in texts
    )


def _docx(document: str | bytes, **others: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", document)
        for name, text in others.items():
            file.writestr(name, text)
    return packed.getvalue()


def _said(data: bytes) -> list[tuple[str | None, str]]:
    return said(read_bytes(data, name="call.docx"))


TALK = [("Dana", "Hi & hello."), ("Luis", "Yes.")]


def _table(*texts: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{_paragraphs(*texts)}</w:tc></w:tr></w:tbl>"


def _twice(*texts: str) -> str:
    """As Word writes a text box, once more for older programs."""
    once = _paragraphs(*texts)
    choice = f"<mc:Choice>{once}</mc:Choice><mc:Fallback>{once}</mc:Fallback>"
    return f"<mc:AlternateContent>{choice}</mc:AlternateContent>"


def _broken_lines(*texts: str) -> str:
    words = "<w:br/>".join(f"<w:t>{text.replace('&', '&amp;')}</w:t>" for text in texts)
    return f"<w:p><w:r>{words}</w:r></w:p>"


@pytest.mark.parametrize(
    "body",
    [
        _paragraphs(*LINES),
        _broken_lines(*LINES),
        _paragraphs(*LINES) + _table("saved by", "Joe"),
        _table(*LINES),
        _paragraphs(*LINES) + "<w:p><w:r><w:delText>gone</w:delText></w:r></w:p>",
        _twice(*LINES),
    ],
    ids=["paragraphs", "line breaks", "table below", "in a table", "deleted words", "text box"],
)
def test_what_is_read(body: str) -> None:
    assert _said(_docx(_document(body))) == TALK


def test_any_text_in_a_word_file_is_found_by_content() -> None:
    body = _paragraphs("Dana: Hi.", "Luis: Hello.")
    read = read_bytes(_docx(_document(body)), name="call.txt")
    assert (read.format, said(read)) == ("name_text", [("Dana", "Hi."), ("Luis", "Hello.")])


def _related(
    target: str, document: str | bytes, kind: str = "officeDocument", before: str = ""
) -> bytes:
    """A Word file whose relationships name its main part."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    about = f"http://purl.oclc.org/ooxml/officeDocument/relationships/{kind}"
    rels = f'<Relationship Id="r0" Type="{about}" Target="{target}"/>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "_rels/.rels", f'{before}<Relationships xmlns="{space}">{rels}</Relationships>'
        )
        file.writestr("word/document2.xml", document)
    return packed.getvalue()


@pytest.mark.parametrize("target", ["word/document2.xml", "/word/document2.xml"])
def test_the_main_part_may_have_another_name(target: str) -> None:
    assert _said(_related(target, _document(_paragraphs(*LINES)))) == TALK
    assert _said(_related(target, _document(_paragraphs(*LINES)).encode("utf-16"))) == TALK


@pytest.mark.parametrize(
    "data",
    [
        _related("word/document2.xml", "<workbook/>"),
        _related("word/document2.xml", _document(""), kind="thumbnail"),
        _related("../document2.xml", _document("")),
        _related("word/document3.xml", _document("")),
        _related("word/document2.xml", _document(""), before="<!DOCTYPE a>"),
        _related("word/document2.xml", _document(""), before="<<"),
    ],
    ids=["Excel's", "no main part", "outside", "not there", "a document type", "no XML"],
)
def test_other_zipped_files_are_none_of_word(data: bytes) -> None:
    with pytest.raises(BadInput, match="zipped file"):
        read_bytes(data, name="call.docx")


ENTITY = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
FOREIGN = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_docx(_document(_paragraphs("x"), ENTITY)), "declares a document type"),
        (_docx(_document(_paragraphs("x"), FOREIGN)), "declares a document type"),
        (_docx(_document(_paragraphs("x"), ENTITY).encode("utf-16")), "declares a document type"),
        (_docx(_document(_paragraphs(*LINES))[:-20]), "is damaged"),
        (_docx("no xml"), "is damaged"),
        (_docx("<?xml version='1.0' encoding='utf-7777'?><a/>"), "is damaged"),
        (_docx(_document("")), "nothing in it"),
        (b"PK\x03\x04 and no more", "zipped file"),
        (_docx(_document(_paragraphs(*LINES)))[:-10], "zipped file"),
    ],
    ids=[
        "entities",
        "a file of the machine",
        "entities in utf-16",
        "cut off",
        "no xml",
        "an unknown encoding",
        "empty",
        "the beginning of a zip",
        "a zip cut off",
    ],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message) as refused:
        read_bytes(data, name="call.docx")
    assert str(refused.value).startswith("call.docx: ")


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_file, "MOST_UNPACKED", 10_000)
    large = _docx(_document(_paragraphs("x" * 20_000)))
    assert len(large) < 1_000
    with pytest.raises(BadInput, match="unpacked it is larger than"):
        _said(large)
    with pytest.raises(BadInput, match="unpacked it is larger than"):
        _said(_docx(_document(_paragraphs(*LINES)), picture="x" * 20_000))
    monkeypatch.setattr(word_file, "MOST_ELEMENTS", 50)
    with pytest.raises(BadInput, match="more parts than a transcript"):
        _said(_docx(_document("<w:p/>" * 60)))


def test_counting_ahead_refuses_nothing_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither end tags cut in two where a chunk ends, nor letters of two bytes, count as parts."""
    document = _document(_paragraphs(*LINES))
    monkeypatch.setattr(word_file, "MOST_ELEMENTS", document.count("<w:"))
    monkeypatch.setattr(word_file, "MOST_LINES", len(LINES))
    for size in range(2, 30):
        monkeypatch.setattr(word_file, "_COUNTED", size)
        assert _said(_docx(document)) == TALK
        assert _said(_docx(document.encode("utf-16"))) == TALK


def test_a_size_that_is_a_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    """The directory says that the part is small; what comes out of it is not."""
    monkeypatch.setattr(word_file, "MOST_UNPACKED", 10_000)
    true_size = len(_document(_paragraphs("x" * 20_000)))
    data = _docx(_document(_paragraphs("x" * 20_000)))
    lying = data.replace(true_size.to_bytes(4, "little"), (99).to_bytes(4, "little"))
    with pytest.raises(BadInput, match=r"damaged|larger"):
        _said(lying)


def test_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(_docx(_document(_paragraphs(*LINES))))
    directory = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    with pytest.raises(BadInput, match="locked with a password"):
        _said(bytes(data))


@settings(deadline=None)
@given(st.data())
def test_damaged_it_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(_docx(_document(_paragraphs(*LINES))))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BadInput):
        assert read_bytes(bytes(whole), name="call.docx").turns
