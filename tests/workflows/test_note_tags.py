"""Tags force a field, whatever else is read in the line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.answers import Answer, Evidence, answer_id
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.values import Label, Value
from assistant.workflows.note_tags import (
    NOTE_TAG,
    complaints,
    forced,
    tags_of,
    untagged,
    with_tags,
)


def claims(line: str) -> set[tuple[str, str]]:
    return {(claim.field.value, line[claim.start : claim.end]) for claim in forced(line)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("#budget 40k", {("budget", "40k")}),
        ("#Budget: 40k ", {("budget", "40k")}),
        ("#bud 40k", {("budget", "40k")}),
        ("#current zendesk", {("current_solution", "zendesk")}),
        ("#next-step demo on Tuesday", {("next_step", "demo on Tuesday")}),
        ("#decision_process legal, then IT", {("decision_process", "legal, then IT")}),
        ("cfo signs #authority", {("authority", "cfo signs")}),
        ("cfo signs #authority #role", {("authority", "cfo signs"), ("role", "cfo signs")}),
        ("#budget 40k #timeline June", {("budget", "40k"), ("timeline", "June")}),
        ("he said #budget about 40k", {("budget", "about 40k")}),
        ("#budget", set()),
        ("#budget #timeline", set()),
        ("#nosuch 40k", set()),
        ("#decision 40k", set()),
        ("their #1 priority", set()),
        ("see page#budget 40k", set()),
        ("a budget of 40k", set()),
        ("", set()),
    ],
)
def test_the_words_that_a_tag_claims(line: str, expected: set[tuple[str, str]]) -> None:
    assert claims(line) == expected


@pytest.mark.parametrize("field", list(Field))
def test_every_field_has_a_tag(field: Field) -> None:
    assert claims(f"#{field} something") == {(field.value, "something")}
    assert complaints(f"#{field} something") == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("#bugdet 40k", ["#bugdet is none of the fields", "#budget?"]),
        ("#decision soon", ["#decision_criteria or #decision_process", "more of it"]),
        ("#n soon", ["#need or #next_step"]),
        ("#zzz soon", ["none of the fields", "#budget", "#role"]),
    ],
)
def test_a_tag_that_means_no_field_is_told(line: str, words: list[str]) -> None:
    [told] = complaints(line)
    assert [one for one in words if one not in told] == []


@pytest.mark.parametrize("line", ["#budget 40k", "the #1 priority", "a note", "page#x"])
def test_nothing_is_wrong(line: str) -> None:
    assert complaints(line) == ()


def heard(line: str, quote: str, field: Field, **more: object) -> Answer:
    start = line.index(quote)
    end = start + len(quote)
    return Answer.model_validate(
        {
            "id": answer_id("notes", 3, start, end, field),
            "field": field,
            "evidence": Evidence(source="notes", turn=3, start=start, end=end, quote=quote),
            "polarity": Polarity.YES,
            "found_by": "rule:x",
            **more,
        }
    )


def value_of(_: Field, words: str) -> Value | None:
    return Label(text=f"read {words}")


def told(answers: tuple[Answer, ...]) -> set[tuple[str, str, str, str]]:
    return {
        (
            one.key,
            one.evidence.quote if one.evidence else "",
            getattr(one.value, "text", ""),
            one.found_by,
        )
        for one in answers
    }


def test_a_tag_wins_over_what_was_heard_in_its_words_and_leaves_the_rest() -> None:
    line = "late trucks #budget about 40k"
    before = (heard(line, "late trucks", Field.NEED), heard(line, "40k", Field.COMPANY_SIZE))
    assert told(with_tags(3, line, before, value_of)) == {
        ("need", "late trucks", "", "rule:x"),
        ("budget", "about 40k", "read about 40k", NOTE_TAG),
    }


def test_what_was_heard_of_the_same_field_tells_value_and_polarity() -> None:
    line = "#budget nothing before May"
    same = heard(
        line, "nothing", Field.BUDGET, polarity=Polarity.NO, certainty=Certainty.HEDGED,
        value=Label(text="heard"),
    )  # fmt: skip
    [answer] = with_tags(3, line, (same,), value_of)
    assert (answer.value, answer.polarity, answer.certainty) == (
        Label(text="heard"),
        Polarity.NO,
        Certainty.HEDGED,
    )


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("40k", Polarity.YES),
        ("none", Polarity.NO),
        ("no money this year", Polarity.NO),
        ("Northgate pays", Polarity.YES),
        ("open", Polarity.OPEN),
        ("??", Polarity.OPEN),
    ],
)
def test_words_alone_tell_a_polarity(words: str, polarity: Polarity) -> None:
    [answer] = with_tags(3, f"#budget {words}", (), value_of)
    assert answer.polarity is polarity


def test_a_quote_across_a_tag_is_the_lines_own_words() -> None:
    line = "trucks #nope late #budget 40k"
    read = untagged(line)
    assert read == "trucks #nope late ;       40k"
    wide = heard(read, "trucks #nope late", Field.NEED)
    assert ("need", "trucks #nope late", "", "rule:x") in told(
        with_tags(3, line, (wide,), value_of)
    )


@settings(deadline=None)
@given(st.text(alphabet="#?: budgetneroly_-k4\u202e\n", max_size=60))
def test_any_line_is_read_with_its_own_offsets(line: str) -> None:
    read = untagged(line)
    assert len(read) == len(line)
    assert all(line[tag.start] == "#" for tag in tags_of(line))
    for answer in with_tags(1, line, (), value_of):
        assert answer.evidence is not None
        assert line[answer.evidence.start : answer.evidence.end] == answer.evidence.quote
