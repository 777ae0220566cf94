"""Each format's specimen is read as its golden file says, and has a row in docs/formats.md."""

from pathlib import Path

import pytest

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.ingest.readers.registry import CHAT_READER, JSON_READERS, READERS
from assistant.ingest.reading import read_file
from tests.ingest.golden_text import golden_text

ROOT = Path(__file__).parents[2]
FORMATS = ROOT / "transcripts" / "formats"
SAMPLES = ROOT / "transcripts" / "samples"
GOLDEN = Path(__file__).parent / "golden_formats"
TABLE = ROOT / "docs" / "formats.md"
SPECIMENS = sorted(FORMATS.iterdir())
CHATS = sorted(path.name for path in SPECIMENS if path.name.startswith("zoom_chat"))


def test_every_specimen_has_a_golden_file() -> None:
    assert {path.name + ".json" for path in SPECIMENS} == {path.name for path in GOLDEN.iterdir()}


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.name)
def test_specimen(path: Path) -> None:
    golden = (GOLDEN / f"{path.name}.json").read_text(encoding="utf-8")
    assert golden_text(read_file(path, chat=True)) == golden


@pytest.mark.parametrize("name", CHATS)
@pytest.mark.parametrize("kind", [None, Kind.CALL, Kind.NOTES])
def test_a_chat_is_no_speech(name: str, kind: Kind | None) -> None:
    with pytest.raises(BadInput, match="typed chat"):
        read_file(FORMATS / name, kind=kind)
    assert read_file(FORMATS / name, kind=kind, chat=True).kind is Kind.CHAT
    assert read_file(FORMATS / name, kind=Kind.CHAT).kind is Kind.CHAT


def test_speech_is_no_chat() -> None:
    with pytest.raises(BadInput, match="no chat of a meeting"):
        read_file(SAMPLES / "clinic.txt", kind=Kind.CHAT)
    assert read_file(SAMPLES / "clinic.txt", chat=True).kind is Kind.CALL


def test_every_reader_has_a_specimen() -> None:
    read = {read_file(path, chat=True).format for path in [*SPECIMENS, *SAMPLES.iterdir()]}
    plain = {"paste"}
    assert read | plain == {reader.id for reader in (CHAT_READER, *READERS, *JSON_READERS)}


def test_the_table_of_formats_names_every_specimen_and_reader() -> None:
    table = TABLE.read_text(encoding="utf-8")
    specimens = {path.name for path in FORMATS.iterdir()}
    assert {name for name in specimens if f"`{name}`" not in table} == set()
    ids = {reader.id for reader in (CHAT_READER, *READERS, *JSON_READERS)}
    assert {name for name in ids if f"`{name}`" not in table} == set()
