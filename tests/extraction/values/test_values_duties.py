"""What somebody is called who says what they do."""

import pytest

from assistant.extraction.values.people.duties import title_of_duty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I supervise the warehouse", "warehouse supervisor"),
        ("I coordinate the branches", "branch coordinator"),
        ("And I manage the practice", "practice manager"),
        ("I'm managing the two shops", "two shop manager"),
        ("I administer the contracts. Insurance, leasing", "contract administrator"),
        ("plans production", "production planner"),
        ("Anna, supervises reception", "reception supervisor"),
        ("I lead the recovery team", "recovery team"),
        ("heads the design office", "head of design office"),
        ("I look after IT", "IT"),
        ("I'm responsible for quality and environment", "quality and environment"),
        ("I do events and the newsletter", "events"),
    ],
)
def test_duties(text: str, expected: str) -> None:
    assert title_of_duty(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I run it",
        "I run the place",
        "we plan to buy",
        "I manage to sleep",
        "managing partner",
        "lead tech",
        "the head of finance",
        "I'm leading it",
        "I do, yes",
        "they manage the fund",
    ],
)
def test_what_tells_no_duty(text: str) -> None:
    assert title_of_duty(text) is None
