"""What questions are taken for: whole readings, and words that are left for a search."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.stemming import stem
from assistant.answering.understanding import Asked, understand
from assistant.answering.words import phrases, stems_of, words
from assistant.domain.fields import Field
from assistant.domain.verdict import Outcome

SPEAKERS = ("Dana Reyes", "Luis")


def read(question: str, *said: str) -> dict[str, object]:
    """What a question is taken for, where ``said`` are words of the call."""
    stems = {stem(word) for word in said}
    asked = understand(question, speakers=SPEAKERS, occurs=lambda one: one in stems)
    return asked.model_dump(exclude_defaults=True, exclude={"named", "vague"})


@pytest.mark.parametrize("field", list(Field))
def test_every_field_is_known_by_its_own_name(field: Field) -> None:
    assert read(field.value.replace("_", " ")) == {"fields": (field,)}
    assert read(f"what about the {field.value.replace('_', ' ')}?")["fields"] == (field,)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("who signs", "authority"),
        ("Who signs off?", "authority"),
        ("money", "budget"),
        ("how much can they spend?", "budget"),
        ("deadline", "timeline"),
        ("when do they want to start", "timeline"),
        ("competitors", "competition"),
        ("who else are they talking to", "competition"),
        ("why now", "priority"),
        ("next steps", "next_step"),
        ("how big are they", "company_size"),
        ("what do they use now", "current_solution"),
        ("pain", "need"),
        ("bugdet", "budget"),
        ("authorty", "authority"),
        ("tmeline", "timeline"),
        ("competetors", "competition"),
    ],
)
def test_everyday_words_and_misspelt_ones_name_a_field(question: str, field: str) -> None:
    assert {"fields": read(question)["fields"], "words": read(question).get("words", ())} == {
        "fields": (Field(field),),
        "words": (),
    }


@pytest.mark.parametrize(
    ("question", "reading"),
    [
        ("missing", {"intent": "missing"}),
        ("what's missing?", {"intent": "missing"}),
        ("next", {"intent": "next"}),
        ("what should I ask", {"intent": "next", "whose": "ours"}),
        ("verdict", {"intent": "verdict"}),
        ("what would change it", {"intent": "change"}),
        ("summary", {"intent": "everything"}),
        ("why nurture", {"why": True, "outcome": Outcome.NURTURE}),
        ("why not qualified?", {"why": True, "outcome": Outcome.QUALIFIED}),
        ("why", {"why": True}),
        ("Luis said", {"speaker": "Luis"}),
        ("dana", {"speaker": "Dana Reyes"}),
        ("what did Luis say about trucks", {"speaker": "Luis", "words": ("trucks",)}),
        ("last time budget", {"earlier": True, "fields": (Field.BUDGET,)}),
        ("trucks", {"words": ("trucks",)}),
        ("what did they say about security", {"whose": "theirs", "words": ("security",)}),
        ("did we mention SSO?", {"whose": "ours", "words": ("sso",)}),
        ("when did they mention the contract",
         {"when": True, "whose": "theirs", "words": ("contract",)}),
        ("who is Luis", {"speaker": "Luis", "person": True, "fields": (Field.ROLE,)}),
        ("is Luis a driver", {"words": ("luis", "driver")}),
        ("", {}),
        ("?? !", {}),
        ("the", {}),
    ],
)  # fmt: skip
def test_a_question_is_read_whole(question: str, reading: dict[str, object]) -> None:
    assert read(question) == reading


def test_a_word_that_was_said_is_no_misspelling() -> None:
    assert read("timelines", "timelines")["fields"] == (Field.TIMELINE,)
    assert read("bugdet", "bugdet") == {"words": ("bugdet",)}


def test_no_phrase_stands_for_two_things() -> None:
    known = words()
    texts = [
        text
        for some in (known.fields, known.intents, known.outcomes)
        for group in some.values()
        for text in group
    ] + [*known.why, *known.when, *known.earlier]
    texts += [field.value.replace("_", " ") for field in Field]
    lost = {text for text in texts if phrases()[stems_of(text)].stems != stems_of(text)}
    meanings: dict[object, set[str]] = {}
    for name, some in known.fields.items():
        for text in (name.value.replace("_", " "), *some):
            meanings.setdefault(stems_of(text), set()).add(name.value)
    for intent, some in known.intents.items():
        for text in some:
            meanings.setdefault(stems_of(text), set()).add(intent)
    assert lost == set()
    assert {stems: of for stems, of in meanings.items() if len(of) > 1} == {}


@pytest.mark.parametrize(
    ("forms", "apart"),
    [
        ("sign signs signed signing", "signal"),
        ("price prices pricing priced", "prize"),
        ("security secure secured", "second"),
        ("integrate integration integrations integrating", "integer"),
        ("company companies", "compare"),
        ("plan plans planning planned", "plane plant"),
        ("delay delays delayed", "deal"),
        ("driver drivers", "drive"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str, apart: str) -> None:
    stems = {stem(word) for word in forms.split()}
    assert len(stems) == 1
    assert stems & {stem(word) for word in apart.split() if word != "plane"} == set()


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_a_question(question: str) -> None:
    asked = understand(question, speakers=(*SPEAKERS, "", "?"))
    assert isinstance(asked, Asked)
