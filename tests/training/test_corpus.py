"""The calls that are learned from."""

from pathlib import Path

import pytest

from assistant.domain.errors import BadInput
from assistant.extraction.learned.encoding import Encoder
from assistant.training.corpus import read_corpus

CALL = """id: {name}
call_date: 2026-03-12
speakers: Dana (rep), Luis (prospect)
---
Dana: So who signs it?
Luis: Well, {{{{authority|yes|firm|speaker=yes}}}}ana signs it{{{{/}}}}.
"""


def put(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True)
    for name in names:
        (folder / f"{name}.call").write_text(CALL.format(name=name), encoding="utf-8")
    return folder


def test_train_dev_and_more_calls_are_read_with_what_is_asked(
    tmp_path: Path, encoder: Encoder
) -> None:
    put(tmp_path / "corpus" / "train", "a-002", "a-001")
    put(tmp_path / "corpus" / "dev", "b-001")
    more = put(tmp_path / "more", "a-001", "c-001")
    asked = "call\tturn\tfields\na-001\t0\tauthority\nb-001\t0\t-\n"
    (tmp_path / "corpus" / "asked.tsv").write_text(asked, encoding="utf-8")

    corpus = read_corpus(tmp_path / "corpus", [more])

    assert [call.id for call in corpus.train] == ["a-001", "a-002"]
    assert [call.id for call in corpus.also] == ["a-001", "c-001"]
    assert [call.id for call in corpus.dev] == ["b-001"]
    assert corpus.counts() == {"calls": 4, "notes": 0, "turns": 8, "answers": 4}
    examples = corpus.examples(encoder)
    assert [call[0].asked for call in examples] == [(0,), None, None, None]
    assert [call[1].answered for call in examples] == [(0,)] * 4


def test_questions_need_not_be_marked(tmp_path: Path) -> None:
    put(tmp_path / "corpus" / "train", "a-001")
    put(tmp_path / "corpus" / "dev", "b-001")

    assert read_corpus(tmp_path / "corpus").asked is None


def test_a_folder_without_calls_is_told(tmp_path: Path) -> None:
    put(tmp_path / "corpus" / "train", "a-001")

    with pytest.raises(BadInput, match="no marked calls") as refused:
        read_corpus(tmp_path / "corpus")

    assert refused.value.file == str(tmp_path / "corpus" / "dev")
