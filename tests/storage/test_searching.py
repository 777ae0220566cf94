"""Search over everything that is stored: what is found, where, marked how, page by page."""

from datetime import date, timedelta
from typing import Any

import pytest

from assistant.domain.answers import Answer, Status
from assistant.domain.calls import Call
from assistant.domain.errors import NotFound
from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.searching import Asked, Branch, Condition, Plan, SavedQuery, Words
from assistant.domain.store import Store
from assistant.domain.transcript import Participant
from assistant.domain.values import Deciders, Label, Money
from assistant.domain.verdict import Outcome
from tests.storage.samples import (
    DANA,
    MAX,
    NOW,
    a_bank,
    a_call,
    a_lead,
    a_note_line,
    a_review,
    a_source,
    a_verdict,
    an_account,
    an_answer,
    evidence,
)

PRICE = Words(text="price")
OBJECTION = Condition(name="field", value="objection")


def plan(*branches: Branch) -> Plan:
    return Plan(branches=branches)


def words(*texts: str) -> Plan:
    return plan(Branch(found=tuple((Words(text=text),) for text in texts)))


def about_calls(name: str, value: str, *, holds: bool = True, comparison: str = ":") -> Plan:
    condition = Condition.model_validate({"name": name, "value": value, "comparison": comparison})
    return plan(Branch(calls=(Asked(condition=condition, holds=holds),)))


def answers(*leaves: Condition | Words) -> Plan:
    return plan(Branch(found=tuple((leaf,) for leaf in leaves)))


def texts(store: Store, asked: Plan) -> list[str]:
    return [hit.text for hit in store.search(asked).hits]


def objection(answer_id: str, quote: str, turn: int = 0, **facts: Any) -> Answer:
    given: dict[str, Any] = {
        "field": Field.OBJECTION,
        "value": Label(text="price"),
        "certainty": Certainty.FIRM,
    }
    return an_answer(answer_id, evidence=evidence(quote, turn), **given | facts)


@pytest.fixture
def old(store: Store) -> Call:
    """A call of January with a logistics lead, by Dana; it was judged and agreed with."""
    account = an_account("Bay Freight").model_copy(update={"sector": "Logistics"})
    store.save_account(account)
    lead = a_lead("Zoë Marsh", account)
    store.save_lead(lead)
    call = a_call(lead, title="January", call_date=date(2026, 1, 20))
    store.save_call(call)
    store.save_source(a_source(call, "The price is too high for us", "We use spreadsheets"))
    store.save_answers(call.id, [objection("o1", "The price is too high")])
    store.save_bank(a_bank())
    store.add_verdict(a_verdict(call, Outcome.NURTURE, 54))
    store.add_review(a_review(call, action="agree"))
    return call


@pytest.fixture
def new(store: Store, old: Call) -> Call:
    """A call of March without a lead, by Max."""
    call = a_call(None, title="March", rep=MAX, banks=("champ",), participants=())
    store.save_call(call)
    store.save_source(a_source(call, "A fair price", "and a fair price it is, that price"))
    store.save_note_lines(call.id, [a_note_line(0, "asked for the price list")])
    return call


def test_the_newest_call_comes_first_and_each_is_read_downwards(store: Store, new: Call) -> None:
    page = store.search(words("PRICE"))

    assert [(hit.kind, hit.day, hit.text) for hit in page.hits] == [
        ("turn", date(2026, 3, 10), "A fair price"),
        ("turn", date(2026, 3, 10), "and a fair price it is, that price"),
        ("note", date(2026, 3, 10), "asked for the price list"),
        ("turn", date(2026, 1, 20), "The price is too high for us"),
    ]
    assert page.after is None


def test_a_hit_says_where_it_is(store: Store, old: Call) -> None:
    (hit,) = store.search(words("spreadsheets")).hits

    assert (hit.call_id, hit.title, hit.lead, hit.account, hit.rep) == (
        old.id, "January", "Zoë Marsh", "Bay Freight", "Dana Reyes",
    )  # fmt: skip
    assert (hit.speaker, hit.side, hit.seconds, hit.source) == (
        "Lena", Side.PROSPECT, 2.5, "transcript",
    )  # fmt: skip
    assert hit.id == f"{old.id}/transcript/1"
    assert hit.spot is not None
    assert (hit.spot.source, hit.spot.turn) == ("transcript", 1)


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        (words("price"), ["price", "price"]),
        (words("fair price"), ["fair price"]),
        (words("it", "price"), ["price", "it", "price"]),
        (plan(Branch(found=((Words(text="pri", prefix=True),),))), ["price", "price"]),
        (words("PRÍCE is"), []),
    ],
)
def test_the_words_that_match_are_marked(
    store: Store, new: Call, asked: Plan, marked: list[str]
) -> None:
    hits = [hit for hit in store.search(asked).hits if hit.text.startswith("and")]

    assert [hit.text[start:end] for hit in hits for start, end in hit.marks] == marked


def test_pages_join_without_a_gap(store: Store, new: Call) -> None:
    whole = store.search(words("price")).hits
    first = store.search(words("price"), limit=3)
    second = store.search(words("price"), limit=3, after=first.after)

    assert (*first.hits, *second.hits) == whole
    assert second.after is None


def test_the_best_come_first(store: Store, new: Call) -> None:
    best = store.search(words("fair price"), order="best", limit=1)

    assert [hit.text for hit in best.hits] == ["A fair price"]
    rest = store.search(words("fair price"), order="best", limit=1, after=best.after)
    assert [hit.text for hit in rest.hits] == ["and a fair price it is, that price"]
    assert rest.after is None


def test_answers_are_found_by_what_they_are(store: Store, old: Call) -> None:
    unsure = objection("o2", "spreadsheets", 1, polarity=Polarity.NO, certainty=Certainty.HEDGED)
    store.save_answers(old.id, [unsure])
    both = ["The price is too high", "spreadsheets"]

    assert texts(store, answers(OBJECTION)) == both
    assert texts(store, answers(Condition(name="polarity", value="no"))) == both[1:]
    assert texts(store, answers(Condition(name="is", value="hedged"))) == both[1:]
    assert texts(store, answers(OBJECTION, PRICE)) == both
    assert texts(store, answers(OBJECTION, Words(text="high"))) == both[:1]
    assert texts(store, answers(Condition(name="field", value="budget"))) == []


@pytest.mark.parametrize(
    ("value", "word", "found"),
    [
        (Label(text="too dear", raw="rich for us"), "dear", True),
        (Label(text="too dear", raw="rich for us"), "rich", False),
        (Money(low=40000, high=45000, currency="EUR", per="year"), "45000", True),
        (Money(low=40000, high=45000, currency="EUR", per="year"), "EUR", True),
        (Deciders(speaker="no", people=({"name": "Ana", "title": "CFO"},)), "cfo", True),
        (Deciders(speaker="no", people=({"name": "Ana", "title": "CFO"},)), "title", False),
        (None, "null", False),
    ],
)
def test_answers_are_found_by_what_they_come_to(
    store: Store, old: Call, value: object, word: str, found: bool
) -> None:
    store.save_answers(old.id, [objection("o3", "spreadsheets", 1, value=value)])

    hits = store.search(answers(Condition(name="value", value=word))).hits
    assert [hit.answer_id for hit in hits] == (["o3"] if found else [])


def test_an_answer_follows_what_people_decide(store: Store, old: Call) -> None:
    unconfirmed = answers(OBJECTION, Condition(name="is", value="unconfirmed"))
    confirmed = answers(OBJECTION, Condition(name="is", value="confirmed"))
    assert (len(texts(store, unconfirmed)), len(texts(store, confirmed))) == (1, 0)

    store.save_answers(old.id, [objection("o1", "The price is too high", status=Status.CONFIRMED)])
    assert (len(texts(store, unconfirmed)), len(texts(store, confirmed))) == (0, 1)

    for update in ({"status": Status.REJECTED}, {"superseded_by": "o9"}):
        store.save_answers(old.id, [objection("o5", "spreadsheets", 1)])
        store.save_answers(old.id, [objection("o5", "spreadsheets", 1, **update)])
        assert "spreadsheets" not in texts(store, answers(OBJECTION))


def test_an_answer_by_hand_is_found_by_its_words(store: Store, old: Call) -> None:
    given = an_answer("hand", evidence=None, value=Label(text="forklifts"), question="fit.fleet")
    store.save_answers(old.id, [given.model_copy(update={"field": None})])

    (hit,) = store.search(words("forklifts")).hits
    assert (hit.text, hit.key, hit.spot) == ("forklifts", "fit.fleet", None)
    assert hit.id == f"{old.id}/answer/hand"
    by_question = store.search(answers(Condition(name="question", value="fit.fleet"))).hits
    assert [one.id for one in by_question] == [hit.id]


@pytest.mark.parametrize(
    ("name", "value", "titles"),
    [
        ("rep", "dana", ["January"]),
        ("rep", "BOSS", ["March"]),
        ("rep_id", "max", ["March"]),
        ("team", "north", ["January"]),
        ("lead", "zoe", ["January"]),
        ("lead", "ZOE@example", ["January"]),
        ("lead", "arsh zoë", []),
        ("account", "freight", ["January"]),
        ("industry", "logis", ["January"]),
        ("bank", "champ", ["March"]),
        ("bank", "cham", []),
        ("verdict", "nurture", ["January"]),
        ("verdict", "none", ["March"]),
        ("since", "2026-01-21", ["March"]),
        ("until", "2026-01-20", ["January"]),
        ("is", "unassigned", ["March"]),
        ("is", "reviewed", ["January"]),
        ("is", "disputed", []),
    ],
)
def test_calls_are_found_by_what_is_known_of_them(
    store: Store, new: Call, name: str, value: str, titles: list[str]
) -> None:
    every = ["March", "January"]

    assert texts(store, about_calls(name, value)) == titles
    assert texts(store, about_calls(name, value, holds=False)) == [
        title for title in every if title not in titles
    ]


def test_a_score_is_compared(store: Store, new: Call) -> None:
    asked = {">": 53, ">=": 54, "<": 55, "<=": 54, ":": 54}
    for comparison, score in asked.items():
        found = texts(store, about_calls("score", str(score), comparison=comparison))
        assert found == ["January"], comparison
    assert texts(store, about_calls("score", "54", comparison=">")) == []


def test_an_overridden_verdict_is_disputed_until_it_is_the_programs_again(
    store: Store, old: Call
) -> None:
    disputed = about_calls("is", "disputed")
    store.add_verdict(a_verdict(old, Outcome.QUALIFIED, 54, kind="override", by=DANA))
    assert texts(store, disputed) == ["January"]

    store.add_verdict(a_verdict(old, Outcome.QUALIFIED, 80))
    assert texts(store, disputed) == []


def test_an_industry_that_was_answered_counts_for_all_calls_of_the_lead(
    store: Store, new: Call
) -> None:
    lead = a_lead("Al Berg")
    store.save_lead(lead)
    first, second = a_call(lead, title="A"), a_call(lead, title="B")
    for call in (first, second):
        store.save_call(call)
    answer = objection("i", "we run a brewery", value=Label(text="brewing"))
    store.save_answers(first.id, [answer.model_copy(update={"field": Field.INDUSTRY})])

    assert set(texts(store, about_calls("industry", "brewing"))) == {"A", "B"}


def test_words_and_calls_together(store: Store, new: Call) -> None:
    logistics = Asked(condition=Condition(name="industry", value="logistics"))
    branch = Branch(found=((OBJECTION,),), calls=(logistics,))

    assert texts(store, plan(branch)) == ["The price is too high"]
    assert texts(store, plan(branch.model_copy(update={"left_out": (PRICE,)}))) == []


def test_what_is_left_out_of_whole_calls(store: Store, new: Call) -> None:
    none_of = plan(Branch(left_out=(Words(text="spreadsheets"),)))

    assert texts(store, none_of) == ["March"]
    assert texts(store, plan(Branch(left_out=(OBJECTION,)))) == ["March"]
    assert texts(store, plan(Branch(left_out=(PRICE,)))) == []


def test_any_branch_is_enough_and_nothing_comes_twice(store: Store, new: Call) -> None:
    asked = plan(
        *words("fair").branches, *words("price").branches, *about_calls("is", "reviewed").branches
    )

    assert texts(store, asked) == [
        "A fair price",
        "and a fair price it is, that price",
        "asked for the price list",
        "January",
        "The price is too high for us",
    ]


@pytest.mark.parametrize(
    ("name", "value", "holds", "found"),
    [
        ("kind", "note", True, ["asked for the price list"]),
        ("kind", "answer", True, ["The price is too high"]),
        ("side", "prospect", False, ["asked for the price list"]),
        ("speaker", "len", False, ["asked for the price list"]),
    ],
)
def test_who_said_it_and_where(
    store: Store, new: Call, name: str, value: str, holds: bool, found: list[str]
) -> None:
    spot = Asked(condition=Condition(name=name, value=value), holds=holds)

    assert texts(store, plan(Branch(found=((PRICE,),), spots=(spot,)))) == found


def test_a_speaker_who_turns_out_to_be_the_rep(store: Store, new: Call) -> None:
    side = Asked(condition=Condition(name="side", value="rep"))
    asked = plan(Branch(found=((Words(text="fair"),),), spots=(side,)))
    assert texts(store, asked) == []

    lena = Participant(name="Lena", side=Side.REP)
    store.save_call(new.model_copy(update={"participants": (lena,)}))

    assert len(texts(store, asked)) == 2


def test_lines_of_a_file_of_notes_are_notes(store: Store, old: Call) -> None:
    notes = a_source(old, "forklifts", name="notes-file", kind=Kind.NOTES, content="f00d")
    store.save_source(notes)

    (hit,) = store.search(words("forklifts")).hits
    assert (hit.kind, hit.id) == ("note", f"{old.id}/notes-file/0")


def test_calls_with_anything_that_matches(store: Store, old: Call, new: Call) -> None:
    assert store.matching_calls(words("price")).calls == (new.id, old.id)
    assert store.matching_calls(words("spreadsheets")).calls == (old.id,)
    assert store.matching_calls(plan(Branch())).calls == (new.id, old.id)

    first = store.matching_calls(words("price"), limit=1)
    assert first.calls == (new.id,)
    second = store.matching_calls(words("price"), limit=1, after=first.after)
    assert (second.calls, second.after) == ((old.id,), None)
    every = store.matching_calls(plan(Branch()), limit=1)
    assert store.matching_calls(plan(Branch()), limit=1, after=every.after).calls == (old.id,)


def test_calls_of_one_day_are_all_found(store: Store, new: Call) -> None:
    for number in range(5):
        call = a_call(title=str(number), started_at=NOW + timedelta(minutes=number))
        store.save_call(call)

    assert texts(store, about_calls("since", "2026-03-10")) == ["4", "3", "2", "1", "0", "March"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('say "price"', 0),
        ("price\x00", 4),
        ("AND", 1),
        ("x' OR 1", 0),
        ("{text} : price", 0),
        ("%", 0),
    ],
)
def test_words_are_never_taken_for_anything_else(
    store: Store, new: Call, text: str, found: int
) -> None:
    assert len(store.search(words(text)).hits) == found


def test_values_that_can_be_completed(store: Store, new: Call) -> None:
    assert store.known_values("lead", "zo") == ("Zoë Marsh",)
    assert store.known_values("rep", "da") == ("Dana Reyes", "dana")
    assert store.known_values("industry", "") == ("Logistics",)
    assert store.known_values("account", "%") == ()
    assert store.known_values("field", "") == ()


def test_queries_are_kept_by_name(store: Store) -> None:
    for query in ("rep:me", "score>50"):
        store.save_query(SavedQuery(name="mine", query=query))
    store.save_query(SavedQuery(name="all", query="price"))

    assert store.saved_queries() == (
        SavedQuery(name="all", query="price"),
        SavedQuery(name="mine", query="score>50"),
    )
    store.remove_query("mine")
    assert [one.name for one in store.saved_queries()] == ["all"]
    with pytest.raises(NotFound):
        store.remove_query("mine")
