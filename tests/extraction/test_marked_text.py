import pytest

from tests.extraction.marked_text import Marked, Unbalanced, parse


def test_marks_are_read_and_stripped() -> None:
    plain, marks = parse("Well. {{need|yes|firm|late vans}}vans are late{{/}}, daily", turn=3)
    assert plain == "Well. vans are late, daily"
    assert marks == {Marked(3, "need", "yes", "firm", "late vans", "vans are late")}


@pytest.mark.parametrize(
    "text",
    [
        "{{need|yes|firm|x}}never closed",
        "closed{{/}} but never opened",
        "{{need|yes|firm|x}}{{goal|yes|firm|y}}nested{{/}}{{/}}",
        "{{need|yes|firm}}three parts{{/}}",
        "stray {{ braces",
        "{{needs|yes|firm|x}}no such field{{/}}",
    ],
)
def test_a_broken_mark_is_no_mark(text: str) -> None:
    with pytest.raises((Unbalanced, ValueError)):
        parse(text)
