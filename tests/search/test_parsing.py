"""The grammar: what is read, what is refused and where, and printing as its inverse."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.inert import make_inert
from assistant.domain.searching import Condition, Words
from assistant.search.mistakes import QueryMistake
from assistant.search.names import BY_NAME, NAMES, Name
from assistant.search.nodes import AllOf, AnyOf, Node, Not, all_of, any_of
from assistant.search.parsing import LONGEST, parse
from assistant.search.printing import print_query

A, B, C = (Words(text=text) for text in "abc")
NO = Condition(name="polarity", value="no")
SPECIAL = '"()-*:<>=\\ \t\n'


def all_parts(*parts: Node) -> Node:
    return AllOf(parts=parts)


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("a", A),
        ("  a  ", A),
        ("a b", all_parts(A, B)),
        ("a and b", all_parts(A, B)),
        ("a b or c", AnyOf(parts=(all_parts(A, B), C))),
        ("a (b OR c)", all_parts(A, AnyOf(parts=(B, C)))),
        ("(a b) c", all_parts(A, B, C)),
        ("-a b", all_parts(Not(of=A), B)),
        ("-(a or b)", Not(of=AnyOf(parts=(A, B)))),
        ("--a", Not(of=Not(of=A))),
        ('"a b"', Words(text="a b")),
        ('"or"', Words(text="or")),
        ("order", Words(text="order")),
        (r'"say \"a\" \\"', Words(text=r'say "a" \\'[:-1])),
        ("pric*", Words(text="pric", prefix=True)),
        ('"too exp"*', Words(text="too exp", prefix=True)),
        ("12:30", Words(text="12:30")),
        ("follow-up", Words(text="follow-up")),
        ("polarity:no", NO),
        ("Polarity=NO", NO),
        ("-polarity:no", Not(of=NO)),
        ("field:next-step", Condition(name="field", value="next_step")),
        ('lead:"Lena Ortiz"', Condition(name="lead", value="Lena Ortiz")),
        ("lead:len*", Condition(name="lead", value="len")),
        ("value:pric*", Condition(name="value", value="pric", prefix=True)),
        ("score>=50", Condition(name="score", comparison=">=", value="50")),
        ("score=7", Condition(name="score", value="7")),
        ("since:May", Condition(name="since", value="may")),
    ],
)
def test_what_is_written_is_read(query: str, node: Node) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    ("query", "at", "told"),
    [
        ("", 0, "something to look for is missing"),
        ("a (", 3, "something to look for is missing"),
        ("a (b", 2, "this bracket is not closed"),
        ("a)", 1, "this bracket closes nothing"),
        ('a "b', 2, "these quotes are not closed"),
        ("a or", 4, "something to look for is missing"),
        ("or a", 0, '"or" stands between two parts'),
        ("- a", 1, "a minus stands right before"),
        ("a --", 4, "something to look for is missing"),
        ("a ?!", 2, "no letter and no digit"),
        ("feild:need", 0, "Did you mean field?"),
        ("http://x.com", 0, "Words with a colon are written in quotes"),
        ("x field:objektion", 8, "Did you mean objection?"),
        ("rep: me", 4, "Write rep:me"),
        ("rep:me since:soon", 13, "Write a day like 2026-05-03"),
        ("since:2026-13", 6, "is no day"),
        ("score>x", 6, "no number from 0 to 100"),
        ("score>101", 6, "no number from 0 to 100"),
        ("rep>me", 3, '"rep" has no more and no less'),
        ("verdict:nurt*", 8, "is never"),
        ("value:!", 6, "no letter and no digit"),
        ("(" * 60 + "a", 51, "too deep"),
        ("-" * 60 + "a", 51, "too much in each other"),
        ("a" * (LONGEST + 1), LONGEST, "longer than 2,000"),
    ],
)
def test_a_mistake_is_told_with_its_place(query: str, at: int, told: str) -> None:
    with pytest.raises(QueryMistake) as caught:
        parse(query)

    assert caught.value.at == at
    assert told in f"{caught.value.what} {caught.value.instead}"


def test_the_message_points_at_the_character() -> None:
    with pytest.raises(QueryMistake) as caught:
        parse("größe\x1b[31m polarity:maybe")

    first, shown, pointer = str(caught.value).split("\n")
    assert first.startswith('The query goes wrong at character 21: "polarity" is never "maybe".')
    assert first.endswith("Write yes, no or open.")
    assert shown == f"  {make_inert('größe')}\N{SYMBOL FOR ESCAPE}[31m polarity:maybe"
    assert pointer.index("^") == shown.index("maybe")


letters = string.ascii_letters + string.digits + "äßé中" + SPECIAL
word = st.text(letters, min_size=1, max_size=12).filter(lambda text: any(map(str.isalnum, text)))
days = st.sampled_from(["2026", "2026-05", "2026-05-03", "may", "today", "30d", "6w", "1y"])


def values(name: Name) -> st.SearchStrategy[Condition]:
    if name.reads == "number":
        comparison = st.sampled_from([":", ">", ">=", "<", "<="])
        value = st.integers(0, 100).map(str)
        return st.builds(Condition, name=st.just(name.name), comparison=comparison, value=value)
    kinds = {"choice": st.sampled_from(name.values or ("",)), "day": days, "text": word}
    prefix = st.booleans() if (name.reads, name.level) == ("text", "answer") else st.just(False)
    return st.builds(Condition, name=st.just(name.name), value=kinds[name.reads], prefix=prefix)


leaves = st.one_of(st.builds(Words, text=word, prefix=st.booleans()), *map(values, NAMES))
nodes: st.SearchStrategy[Node] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(lambda node: Not(of=node)),
        st.lists(inner, min_size=2, max_size=3).map(all_of),
        st.lists(inner, min_size=2, max_size=3).map(any_of),
    ),
    max_leaves=8,
)


@given(nodes)
def test_what_is_printed_reads_as_the_same_query(node: Node) -> None:
    assert parse(print_query(node)) == node


pieces = st.sampled_from([*BY_NAME, *SPECIAL, "or", "and", "no", "need", "50", "may", "ü", "\x00"])


def read_or_mistake(text: str) -> Node | QueryMistake:
    try:
        return parse(text)
    except QueryMistake as mistake:
        return mistake


@given(st.one_of(st.text(max_size=60), st.lists(pieces, max_size=20).map("".join)))
def test_any_text_is_a_query_or_a_mistake_with_a_place(text: str) -> None:
    read = read_or_mistake(text)
    if isinstance(read, QueryMistake):
        assert 0 <= read.at <= len(text)
        assert read.what.endswith(".")
        assert read.instead.endswith(".")
    else:
        assert parse(print_query(read)) == read
