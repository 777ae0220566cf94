"""Each format's specimen is read as its golden file says, and has a row in docs/formats.md."""

from pathlib import Path

import pytest

from assistant.domain.errors import BadInput
from assistant.ingest.readers.registry import JSON_READERS, READERS
from assistant.ingest.reading import read_file
from tests.ingest.golden_text import golden_text

ROOT = Path(__file__).parents[2]
FORMATS = ROOT / "transcripts" / "formats"
SAMPLES = ROOT / "transcripts" / "samples"
GOLDEN = Path(__file__).parent / "golden_formats"
TABLE = ROOT / "docs" / "formats.md"
CHATS = {"zoom_chat.txt", "zoom_chat_old.txt"}
SPECIMENS = sorted(path for path in FORMATS.iterdir() if path.name not in CHATS)


def test_every_specimen_has_a_golden_file() -> None:
    assert {path.name + ".json" for path in SPECIMENS} == {path.name for path in GOLDEN.iterdir()}


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.name)
def test_specimen(path: Path) -> None:
    golden = (GOLDEN / f"{path.name}.json").read_text(encoding="utf-8")
    assert golden_text(read_file(path)) == golden


@pytest.mark.parametrize("name", sorted(CHATS))
def test_a_chat_is_no_speech(name: str) -> None:
    with pytest.raises(BadInput, match="typed chat"):
        read_file(FORMATS / name)


def test_every_reader_has_a_specimen() -> None:
    read = {read_file(path).format for path in [*SPECIMENS, *SAMPLES.iterdir()]}
    plain = {"paste"}
    assert read | plain == {reader.id for reader in (*READERS, *JSON_READERS)}


def test_the_table_of_formats_names_every_specimen_and_reader() -> None:
    table = TABLE.read_text(encoding="utf-8")
    specimens = {path.name for path in FORMATS.iterdir()}
    assert {name for name in specimens if f"`{name}`" not in table} == set()
    ids = {reader.id for reader in (*READERS, *JSON_READERS)}
    assert {name for name in ids if f"`{name}`" not in table} == set()
