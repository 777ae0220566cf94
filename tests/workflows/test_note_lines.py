"""Note lines keep their numbers through edits, and answers follow their words."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.answers import Answer, Evidence, Status, answer_id
from assistant.domain.calls import NoteLine
from assistant.domain.fields import Field, Polarity
from assistant.domain.values import Label
from assistant.workflows.note_lines import follow, present, revise, without_questions

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def apply(
    lines: tuple[NoteLine, ...], text: str, editing: int | None = None
) -> tuple[NoteLine, ...]:
    changes = revise(lines, text, seconds=1.0, now=NOW, editing=editing)
    by_number = {line.number: line for line in lines} | {line.number: line for line in changes}
    return tuple(by_number[number] for number in sorted(by_number))


def shown(lines: tuple[NoteLine, ...]) -> list[tuple[int, int, str]]:
    return [(line.number, line.revision, line.text) for line in present(lines)]


def test_lines_are_numbered_as_they_come() -> None:
    lines = apply((), "budget 40k\n\ncfo signs\n")
    assert shown(lines) == [(0, 0, "budget 40k"), (1, 0, "cfo signs")]


def test_the_row_being_typed_waits() -> None:
    lines = apply((), "budget 40k\ncfo si", editing=1)
    assert shown(lines) == [(0, 0, "budget 40k")]
    lines = apply(lines, "budget 40k\ncfo signs\n", editing=2)
    assert shown(lines) == [(0, 0, "budget 40k"), (1, 0, "cfo signs")]


def test_an_edited_line_keeps_its_number_while_and_after_it_is_typed() -> None:
    lines = apply((), "budget 40k\ncfo signs")
    while_typing = apply(lines, "budget 45\ncfo signs", editing=0)
    assert shown(while_typing) == [(0, 0, "budget 40k"), (1, 0, "cfo signs")]
    after = apply(while_typing, "budget 45k\ncfo signs", editing=1)
    assert shown(after) == [(0, 1, "budget 45k"), (1, 0, "cfo signs")]


def test_a_line_put_between_leaves_the_others_alone() -> None:
    lines = apply((), "one thing\nanother matter")
    lines = apply(lines, "one thing\nsomething new here\nanother matter")
    assert shown(lines) == [
        (0, 0, "one thing"),
        (2, 0, "something new here"),
        (1, 0, "another matter"),
    ]


def test_a_removed_line_is_gone_but_kept() -> None:
    lines = apply((), "one thing\nanother matter")
    lines = apply(lines, "another matter")
    assert shown(lines) == [(1, 0, "another matter")]
    assert next((line.number, line.revision, line.position) for line in lines) == (0, 1, None)


def test_unlike_text_in_the_same_place_is_another_line() -> None:
    lines = apply((), "budget 40k")
    lines = apply(lines, "they use Zendesk today")
    assert shown(lines) == [(1, 0, "they use Zendesk today")]


def test_questions_to_the_assistant_are_no_lines() -> None:
    lines = apply((), "?who signs\nlate trucks\n  ? budget\nwho signs?")
    assert [line.text for line in present(lines)] == ["late trucks", "who signs?"]
    asked = apply(lines, "late trucks\n?who signs?")
    assert [line.text for line in present(asked)] == ["late trucks"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("?budget", ""),
        ("a\n?budget\nb", "a\nb"),
        ("a\n  ?budget", "a\n"),
        ("a?\nb ? c\n", "a?\nb ? c\n"),
        ("", ""),
    ],
)
def test_a_draft_is_kept_without_questions(text: str, kept: str) -> None:
    assert without_questions(text) == kept


ROWS = st.lists(st.text(alphabet="ab \n", max_size=6), max_size=6)


@settings(deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=6))
def test_after_any_edits_the_lines_are_the_text(texts: list[list[str]]) -> None:
    lines: tuple[NoteLine, ...] = ()
    for rows in texts:
        text = "\n".join(rows)
        lines = apply(lines, text)
        wanted = [row.strip() for row in text.splitlines() if row.strip()]
        assert [line.text for line in present(lines)] == wanted
        assert revise(lines, text, seconds=2.0, now=NOW) == ()
    numbers = [line.number for line in lines]
    assert len(numbers) == len(set(numbers))


def answer(line: NoteLine, quote: str, status: Status = Status.SUGGESTED) -> Answer:
    start = line.text.index(quote)
    end = start + len(quote)
    return Answer(
        id=answer_id("notes", line.number, start, end, "budget"),
        field=Field.BUDGET,
        evidence=Evidence(
            source="notes",
            turn=line.number,
            start=start,
            end=end,
            quote=quote,
            revision=line.revision,
        ),
        polarity=Polarity.YES,
        value=Label(text=quote),
        found_by="rule:x",
        status=status,
    )


def line(text: str, revision: int = 0) -> NoteLine:
    return NoteLine(number=3, revision=revision, position=0.0, text=text, seconds=0, at=NOW)


def test_an_answer_moves_with_its_quote() -> None:
    old = answer(line("bdgt 40k"), "40k", Status.CONFIRMED)
    after = line("their bdgt 40k", 1)
    [moved] = follow([old], after, [])
    assert moved.evidence is not None
    assert (moved.id, moved.status, moved.stale) == (old.id, Status.CONFIRMED, False)
    assert after.text[moved.evidence.start : moved.evidence.end] == "40k"
    assert moved.evidence.revision == 1


def test_a_decided_answer_whose_words_are_gone_is_stale_and_the_new_one_is_another() -> None:
    old = answer(line("bdgt 40k"), "40k", Status.CONFIRMED)
    new = answer(line("bdgt 50k", 1), "50k")
    assert old.id == new.id
    stale, fresh = follow([old], line("bdgt 50k", 1), [new])
    assert (stale.id, stale.stale, stale.value) == (old.id, True, Label(text="40k"))
    assert (fresh.stale, fresh.value) == (False, Label(text="50k"))
    assert fresh.id != old.id


def test_an_undecided_answer_becomes_what_is_read_now() -> None:
    old = answer(line("bdgt 40k"), "bdgt 40k")
    new = answer(line("bdgt 40k a year", 1), "bdgt 40k a year")
    [only] = follow([old], line("bdgt 40k a year", 1), [new])
    assert (only.id, only.value) == (old.id, Label(text="bdgt 40k a year"))


def test_answers_of_a_removed_line_are_stale() -> None:
    gone = line("bdgt 40k", 1).model_copy(update={"position": None})
    [stale] = follow([answer(line("bdgt 40k"), "40k")], gone, [])
    assert stale.stale
