from typing import Any

import pytest

from assistant.domain.fields import Field
from assistant.evaluation.notation import read_notation
from assistant.evaluation.values import judge

PRIYA = {"name": "Priya", "title": "CFO"}
STRANGER = {"name": "Bo", "title": "Baker"}


@pytest.mark.parametrize(
    ("field", "notation", "guess", "expected"),
    [
        # money: within a hundredth; the currency may be left out, never wrong
        ("budget", "40000 USD/year", {"low": 40300, "high": 40000, "per": "year"}, "right"),
        ("budget", "40000 USD", {"low": 40000, "high": 40000, "currency": "USD"}, "right"),
        ("budget", "40000 USD", {"low": "40000", "high": 40000}, "right"),
        ("budget", "40000 USD", {"low": 40000, "high": 40000, "currency": "EUR"}, "wrong"),
        ("budget", "40000 USD/year", {"low": 40000, "high": 40000}, "wrong"),
        ("budget", "40000 USD", {"low": 41000, "high": 41000}, "wrong"),
        ("budget", "40000 USD", {"low": 40000, "high": None}, "wrong"),
        ("budget", "40000 USD", {"low": "forty", "high": 40000}, "wrong"),
        ("budget", "40000 USD", {"currency": "USD"}, "blank"),
        ("budget", "40000 USD", None, "blank"),
        ("budget", "?", {"low": 5, "high": 5}, "invented"),
        ("budget", "?", {"low": None, "high": None}, None),
        ("budget", "?", None, None),
        # dates: both days exactly
        ("timeline", "2026-Q3", {"start": "2026-07-01", "end": "2026-09-30"}, "right"),
        ("timeline", "2026-Q3", {"start": "2026-07-01", "end": None}, "wrong"),
        ("timeline", "asap", {"asap": True}, "right"),
        ("timeline", "asap", {"start": "2026-07-01", "end": "2026-07-01"}, "wrong"),
        ("timeline", "2026-Q3", {"start": None, "end": None, "asap": False}, "blank"),
        ("timeline", "?", {"asap": True}, "invented"),
        # people: all of them, not many more, and the same say of the speaker
        ("authority", "speaker=no; Priya (CFO)", {"speaker": "no", "people": [PRIYA]}, "right"),
        (
            "authority",
            "speaker=no; Priya (CFO)",
            {"speaker": "no", "people": [STRANGER, PRIYA]},
            "right",
        ),
        ("authority", "Priya (CFO)", {"speaker": "yes", "people": [{"title": "CFO"}]}, "right"),
        ("authority", "speaker=no", {"speaker": "no"}, "right"),
        ("authority", "speaker=no; Priya", {"speaker": "yes", "people": [PRIYA]}, "wrong"),
        ("authority", "speaker=no; Priya", {"speaker": "no", "people": [STRANGER]}, "wrong"),
        ("authority", "Priya", {"speaker": None, "people": [PRIYA, *[STRANGER] * 3]}, "wrong"),
        ("authority", "speaker=no; Priya", {"speaker": "no", "people": ["Priya"]}, "wrong"),
        ("authority", "speaker=no; Priya", {"speaker": None, "people": []}, "blank"),
        ("authority", "?", {"speaker": "no"}, None),
        # counts: within a fiftieth
        ("company_size", "120 employees", {"count": 122}, "right"),
        ("company_size", "120 employees", {"count": 130}, "wrong"),
        ("company_size", "120 employees", {"count": "a dozen"}, "wrong"),
        ("company_size", "120 employees", {"unit": "employees"}, "blank"),
        # names: one of them, mostly the same words
        ("competition", "Planning Center; Excel", {"text": "planning center"}, "right"),
        ("competition", "Planning Center", {"text": "the Planning Center"}, "right"),
        ("role", "head of operations", {"text": "operations head"}, "right"),
        ("role", "head of operations", {"text": "head of finance"}, "right"),
        ("role", "owner", {"text": "owner of three bakeries in the north"}, "wrong"),
        ("role", "owner", {"text": "driver"}, "wrong"),
        ("role", "owner", {"text": 7}, "wrong"),
        ("role", "owner", {"text": ""}, "blank"),
        ("location", "?", {"text": "Leeds"}, None),
        # labels are free words and are not judged
        ("need", "missed appointments", {"text": "something else"}, None),
        ("objection", "price", None, None),
    ],
)
def test_judgement(
    field: str, notation: str, guess: dict[str, Any] | None, expected: str | None
) -> None:
    assert judge(Field(field), read_notation(Field(field), notation), guess) == expected
