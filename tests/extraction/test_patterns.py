from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.matcher import Matcher
from spacy.tokens import Doc

from assistant.domain.errors import BadInput
from assistant.extraction.patterns.book import PatternBook
from assistant.extraction.patterns.stems import stem
from assistant.extraction.patterns.syntax import Syntax
from assistant.extraction.pipeline import build_pipeline

NLP = build_pipeline()


def found(pattern: str, text: str) -> set[str]:
    book = PatternBook(NLP.vocab)
    book.add("it", Syntax(NLP).compile(pattern))
    doc = NLP(text)
    return {doc[hit.start : hit.end].text for hit in book.find(doc)}


@pytest.mark.parametrize(
    "forms",
    [
        ("decide", "decides", "decided", "deciding"),
        ("budget", "budgets", "budgeted", "budgeting"),
        ("plan", "plans", "planned", "planning"),
        ("carry", "carries", "carried", "carrying"),
        ("put", "puts", "putting"),
        ("sign", "signs", "signed", "signing"),
        ("spend", "spends", "spent", "spending"),
        ("approve", "approves", "approved", "approving"),
    ],
)
def test_inflections_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("pair", [("bus", "bu"), ("process", "proce"), ("sing", "s"), ("is", "i")])
def test_short_words_keep_their_ends(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != pair[1]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("~set aside", "we set aside ten, he sets aside two", {"set aside", "sets aside"}),
        ("~set aside", "we set it aside", set()),
        ("~set ... aside", "we set ten thousand aside", {"set ten thousand aside"}),
        ("~set ..1 aside", "we set ten thousand aside", set()),
        ("~set ... aside", "we set it. Leave that aside", set()),
        (
            "don't know",
            "I don\u2019t know, I do not know, i dont know",
            {"don\u2019t know", "do not know", "dont know"},
        ),
        ("no_one|nobody", "nobody knows, no one does", {"nobody", "no one"}),
        ("signed_off|okayed", "it is signed off and okayed", {"signed off", "okayed"}),
        ("the? board", "the board, our board", {"the board", "board"}),
        ("who * it", "who signs it, who it", {"who signs it"}),
        ("<be> ready", "we are ready, it's ready, not ready", {"are ready", "'s ready"}),
    ],
)
def test_the_notation_means_what_it_says(pattern: str, text: str, expected: set[str]) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("we|they ... sign", "we and they sign", {"we and they sign"}),
        ("we ..4", "we we we sign it", {"we we we sign it"}),
        ("..1 sign", "we both sign", {"both sign"}),
        ("a? a", "a a a", {"a a", "a"}),
    ],
)
def test_the_longest_match_of_those_that_share_words_stands(
    pattern: str, text: str, expected: set[str]
) -> None:
    assert found(pattern, text) == expected


def test_a_long_turn_is_read_to_its_end() -> None:
    text = "um " * 1000 + "we set ten aside " + "um " * 251 + "we set two aside"
    assert found("~set ... aside", text) == {"set ten aside", "set two aside"}


WORDS = ("we", "sign", "it", ".")
STEPS: dict[str, dict[str, Any]] = {
    "we": {"NORM": {"IN": ["we"]}},
    "sign|it": {"NORM": {"IN": ["sign", "it"]}},
    "..2": {"ORTH": {"NOT_IN": [".", "?", "!", ";"]}, "OP": "{0,2}"},
    "*": {"IS_PUNCT": False, "IS_SPACE": False},
}


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(list(STEPS)), min_size=1, max_size=5),
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from([0, 245, 250, 254]),
)
def test_the_book_finds_what_spacys_matcher_finds(
    items: list[str], words: list[str], before: int
) -> None:
    doc = Doc(NLP.vocab, words=["um"] * before + words)
    book, matcher = PatternBook(NLP.vocab), Matcher(NLP.vocab)
    book.add("it", Syntax(NLP).compile(" ".join(items)))
    matcher.add("it", [[STEPS[item] for item in items]], greedy="LONGEST")
    expected = {(start, end) for _, start, end in matcher(doc)}
    assert {(hit.start, hit.end) for hit in book.find(doc)} == expected


@pytest.mark.parametrize("pattern", ["", "^ $", "<nobody_named_this> pays", "a||b pays"])
def test_a_pattern_that_cannot_be_is_refused(pattern: str) -> None:
    with pytest.raises(BadInput):
        Syntax(NLP).compile(pattern)


@settings(deadline=None)
@given(st.text(st.characters(categories=["Ll"]), min_size=1, max_size=12))
@example("cannot")
@example("gonna")
@example("dont")
@example("cos")
@example("ma'am")
@example("realise")
@example("grüße")
def test_a_word_in_a_pattern_is_what_the_tokenizer_makes_of_it(word: str) -> None:
    (pattern,) = Syntax(NLP).compile(word)
    norms = [token.norm_.lower() for token in NLP.make_doc(word)]
    assert [set(step.choice.members) for step in pattern.steps] == [{norm} for norm in norms]
