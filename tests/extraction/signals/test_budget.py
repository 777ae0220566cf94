import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

BUDGET = {Field.BUDGET}


@pytest.mark.parametrize(
    "lines",
    [
        ("P: {{budget|yes|hedged|40000 USD/year}}We pencilled in some forty grand a year{{/}}.",),
        ("P: {{budget|yes|firm|15000 USD}}The board approved fifteen thousand in May{{/}}.",),
        ("P: {{budget|yes|firm|15000 USD}}We've put fifteen aside{{/}}, that's all.",),
        (
            "R: Our price is twelve thousand.",
            "P: {{budget|no|firm|?}}There's no money for it{{/}}.",
        ),
        ("P: {{budget|no|firm|?}}Every dollar is spoken for{{/}}.",),
        ("P: {{budget|no|firm|?}}We haven't put a dime aside{{/}}.",),
        ("P: {{budget|open|firm|?}}Nobody has set a figure{{/}}.",),
        ("R: What's the budget?", "P: {{budget|open|firm|?}}It depends on the grant{{/}}."),
        ("R: What's the budget?", "P: {{budget|yes|hedged|20000 USD}}About twenty{{/}}."),
        ("R: What's the budget?", "P: {{budget|yes|firm|20000 USD}}Twenty thousand dollars{{/}}."),
    ],
)
def test_money_for_this_purchase(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=BUDGET)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: We charge forty thousand a year, that's the list price.",),
        ("P: We lose forty thousand a year on returns.",),
        ("P: My sister's outfit has sixty thousand set aside for it.",),
        ("P: Last year we had set aside ten thousand.",),
        ("P: What would that do to the budget?",),
        ("P: I can sign up to ten thousand.",),
        ("P: The frozen bread goes out at four.",),
        ("R: What's the budget?", "P: I'd rather not say."),
        ("R: How many trucks?", "P: Twenty."),
        ("P: We set aside two hours on Fridays.",),
    ],
)
def test_other_money_is_no_budget(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=BUDGET)


@pytest.mark.parametrize(
    "lines",
    [
        ("{{budget|yes|hedged|40000 USD/year}}bdgt ~40k/yr{{/}}, CFO signs",),
        ("Budget: {{budget|yes|firm|15000 USD}}15k{{/}}",),
        ("Budget:", "{{budget|yes|firm|15000 USD}}15k{{/}}"),
        ("{{budget|no|firm|?}}no money this yr{{/}} - call in May",),
        ("told her 40k set aside is typical",),
        ("our list is 17.8k",),
        ("budget?? ask",),
        ("Budget:", "Authority:", "15k"),
    ],
)
def test_notes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=BUDGET, kind=Kind.NOTES)
