import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field
from assistant.extraction.dialogue.confirming import confirms, denies, dodges
from tests.extraction.marked_text import check

BUDGET = {Field.BUDGET}


@pytest.mark.parametrize(
    "text",
    ["Yeah, about that", "um yes", "That's right.", "Spot on", "Oh, exactly", "More or less"],
)
def test_a_yes_is_heard_through_its_fillers(text: str) -> None:
    assert confirms(text)
    assert not denies(text)


@pytest.mark.parametrize("text", ["No, more like sixty", "not quite", "Nah", "More like sixty"])
def test_a_no_is_no_yes(text: str) -> None:
    assert denies(text)
    assert not confirms(text)


@pytest.mark.parametrize("text", ["Yesterday we met", "Nobody", "Rightly so", "We do that", ""])
def test_other_words_are_neither(text: str) -> None:
    assert not confirms(text)
    assert not denies(text)


@pytest.mark.parametrize(
    ("text", "dodged"),
    [
        ("I'd rather not say", True),
        ("Couldn\u2019t tell you", True),
        ("no idea, honestly", True),
        ("Forty thousand", False),
        ("I'd say forty", False),
    ],
)
def test_dodges(text: str, dodged: bool) -> None:
    assert dodges(text) is dodged


@pytest.mark.parametrize(
    "lines",
    [
        (
            "R: What have you budgeted for it, around $50,000 for the year?",
            "P: {{budget|yes|firm|50000 USD/year}}Yeah, about that{{/}}.",
        ),
        (
            "R: Is there a budget?",
            "P: Hang on.",
            "R: So, $50,000?",
            "P: {{budget|yes|firm|50000 USD}}That's right{{/}}.",
        ),
        (
            "R: What have you budgeted for it, around $50,000?",
            "P: I'd rather not say.",
        ),
        ("R: What have you budgeted for it, around $50,000?", "P: What a lovely mug."),
        ("R: We charge $50,000 for everything, whatever the size, as I said.", "P: Right."),
        ("R: Have you budgeted $50,000?", "R: Or less?", "P: My son has the same mug."),
    ],
)
def test_a_guess_is_an_answer_only_once_the_prospect_confirms_it(
    extractor: Extractor, lines: tuple[str, ...]
) -> None:
    check(extractor, *lines, fields=BUDGET)


def test_a_corrected_guess_has_the_prospects_figure(extractor: Extractor) -> None:
    check(
        extractor,
        "R: What have you budgeted for it, $50,000?",
        "P: No, {{budget|yes|hedged|60000 USD}}more like $60,000{{/}}.",
        fields=BUDGET,
    )
