import pytest
import spacy
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.tokens import Doc

from assistant.extraction.long_words import LONGEST, CutsLongWords
from assistant.extraction.pipeline import build_pipeline

NLP = build_pipeline()


@given(st.lists(st.sampled_from(["=" * 150, "a" * 450, "!", " ", "We have $40k.", "\n"])))
@example([])
@example(["=" * LONGEST])
def test_tokens_are_the_text(parts: list[str]) -> None:
    text = "".join(parts)

    doc = NLP.make_doc(text)

    assert doc.text == text
    assert [text[token.idx : token.idx + len(token)] for token in doc] == [t.text for t in doc]


@pytest.mark.parametrize("sign", ["=", "!", "x", "(", "\N{GRINNING FACE}"])
def test_no_run_that_spacy_gets_is_longer(sign: str) -> None:
    got: list[str] = []
    blank = spacy.blank("en")

    def tokenize(text: str) -> Doc:
        got.append(text)
        return blank.make_doc(text)

    CutsLongWords(tokenize)(f"budget: {sign * 1000} forty thousand")

    assert max(len(run) for piece in got for run in piece.split()) <= LONGEST
    assert got[-1].endswith("forty thousand")
