"""A word finds its forms, and no other words; in quotes it is what is written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.people import Who
from assistant.domain.searching import Condition, Words
from assistant.search.inflecting import forms_of, inflects
from assistant.search.parsing import parse
from assistant.search.planning import plan_of, words_of
from assistant.search.printing import print_query

ME = Who(id="dana", name="Dana Reyes")
ENGLISH = {
    "price": {"prices", "priced", "pricing"},
    "Pricing": {"price", "prices", "priced"},
    "contracts": {"contract", "contracted", "contracting"},
    "tries": {"try", "tried", "trying"},
    "try": {"tries", "tried", "trying"},
    "planned": {"plan", "plans", "planning"},
    "plan": {"plans", "planned", "planning"},
    "running": {"run", "runs"},
    "boxes": {"box", "boxed", "boxing"},
    "agreed": {"agree", "agrees", "agreeing"},
    "used": {"use", "uses", "using"},
    "fee": {"fees"},
}
OTHERS = {
    "price": {"prize", "prices'", "precise"},
    "news": {"new"},
    "plan": {"plane", "planet", "plant"},
    "contract": {"contact", "contrast"},
    "bus": {"business", "bu"},
    "need": {"needle"},
}


@pytest.mark.parametrize("word", ENGLISH)
def test_the_forms_of_a_word_are_found_with_it(word: str) -> None:
    assert ENGLISH[word] <= set(forms_of(word))
    assert forms_of(word)[0] == word.casefold()


@pytest.mark.parametrize("word", OTHERS)
def test_words_that_only_look_alike_are_not(word: str) -> None:
    assert OTHERS[word].isdisjoint(forms_of(word))


@pytest.mark.parametrize(
    "word", ["", "a", "on", "12", "follow-up", "o'clock", "käse", "b2b", "a b"]
)
def test_what_is_no_english_word_has_no_forms(word: str) -> None:
    assert not inflects(word)
    assert forms_of(word) == ()


@given(st.text(alphabet="abcdeginrsty", min_size=3, max_size=12))
def test_forms_are_few_and_each_comes_once(word: str) -> None:
    forms = forms_of(word)
    assert len(forms) == len(set(forms)) <= 24
    assert all(inflects(form) for form in forms if len(form) > 2)


@pytest.mark.parametrize(
    ("query", "forms"),
    [
        ("fee", ("fee", "feeing", "fees")),
        ('"fee"', ()),
        ("fee*", ()),
        ('"the fee"', ()),
        ("value:fee", ("fee", "feeing", "fees")),
        ('value:"fee"', ()),
        ("field:need", ()),
    ],
)
def test_what_is_looked_for(query: str, forms: tuple[str, ...]) -> None:
    (leaf,) = words_of(plan_of(query, today=date(2026, 3, 10), me=ME))
    assert leaf.forms == forms


@pytest.mark.parametrize("query", ['"fee"', "fee", 'value:"fee"', "value:fee", 'fee "fee"', "fee*"])
def test_an_exact_word_is_printed_as_one(query: str) -> None:
    assert print_query(parse(query)) == query


def test_quotes_around_a_single_word_are_kept_apart_from_the_word() -> None:
    assert parse('"fee"') == Words(text="fee", exact=True)
    assert parse('value:"fee"') == Condition(name="value", value="fee", exact=True)
    assert parse('lead:"fee"') == parse("lead:fee")
