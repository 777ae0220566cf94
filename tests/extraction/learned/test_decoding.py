from collections.abc import Sequence

import numpy as np
import pytest

from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.values import Say
from assistant.extraction.learned.decoding import Tagged, decode
from assistant.extraction.learned.encoding import Part
from assistant.extraction.learned.labels import (
    FIELDS,
    OUTSIDE,
    POLARITIES,
    SAYS,
    TAGS,
    begins,
    goes_on,
)
from assistant.extraction.learned.model import ModelCard, Outputs

WORDS = "Well, we have forty grand, so the CFO signs it."
CARD = ModelCard(
    fields=FIELDS, sha256={}, thresholds=dict.fromkeys(FIELDS, 0.5), switch=2.0, asked=0.5
)


def spots() -> tuple[tuple[int, int], ...]:
    found, at = [], 0
    for word in WORDS.replace(",", " ,").replace(".", " .").split():
        at = WORDS.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return tuple(found)


PIECES = spots()
NOTHING_ASKED = np.zeros(len(FIELDS), np.float32)
PART = Part((0,) * (len(PIECES) + 1), ((0, 0), *PIECES))


def said(
    marks: Sequence[tuple[Field, str, float]],
    *,
    no: float = 0.0,
    hedged: float = 0.0,
    say: Say | None = None,
) -> Outputs:
    """Outputs that give the words of each mark to its field with so much probability."""
    count = len(PIECES)
    tags = np.full((count, TAGS), 0.001, np.float32)
    tags[:, OUTSIDE] = 1.0
    for field, words, sure in marks:
        start = WORDS.index(words)
        here = [n for n, (a, b) in enumerate(PIECES) if a >= start and b <= start + len(words)]
        for number in here:
            tag = begins if number == here[0] else goes_on
            tags[number, OUTSIDE] = 1 - sure
            tags[number, tag(FIELDS.index(field))] = sure
    polarities = np.zeros((count, 3), np.float32)
    polarities[:, POLARITIES.index(Polarity.NO)] = no
    polarities[:, POLARITIES.index(Polarity.YES)] = 1 - no
    says = np.full((count, len(SAYS)), 0.1, np.float32)
    says[:, SAYS.index(say)] = 0.7
    return Outputs(tags, polarities, np.full(count, hedged, np.float32), says, NOTHING_ASKED)


def quotes(found: Sequence[Tagged]) -> list[tuple[str, str]]:
    return [(one.field.value, WORDS[one.start : one.end]) for one in found]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((), []),
        (
            (
                (Field.BUDGET, "we have forty grand", 0.9),
                (Field.AUTHORITY, "the CFO signs it", 0.8),
            ),
            [("budget", "we have forty grand"), ("authority", "the CFO signs it")],
        ),
        (((Field.BUDGET, "we have forty grand", 0.4),), []),
        # Signs at the edges are no part of an answer.
        (((Field.AUTHORITY, "the CFO signs it.", 0.9),), [("authority", "the CFO signs it")]),
        (((Field.AUTHORITY, ".", 0.9),), []),
    ],
)
def test_likely_words_are_answers(
    marks: Sequence[tuple[Field, str, float]], expected: list[tuple[str, str]]
) -> None:
    assert quotes(tuple(decode(WORDS, PART, said(marks), CARD))) == expected


def test_one_doubtful_word_within_does_not_cut_an_answer() -> None:
    out = said([(Field.BUDGET, "we have forty grand", 0.9)])
    doubtful = next(n for n, (a, b) in enumerate(PIECES) if WORDS[a:b] == "forty")
    out.tags[doubtful, goes_on(FIELDS.index(Field.BUDGET))] = 0.2
    out.tags[doubtful, OUTSIDE] = 0.8
    assert quotes(tuple(decode(WORDS, PART, out, CARD))) == [("budget", "we have forty grand")]


def test_two_answers_to_one_field_side_by_side_stay_two() -> None:
    marks = [(Field.NEED, "we have forty grand,", 0.9), (Field.NEED, "so the CFO signs it", 0.9)]
    assert quotes(tuple(decode(WORDS, PART, said(marks), CARD))) == [
        ("need", "we have forty grand"),
        ("need", "so the CFO signs it"),
    ]


def test_each_field_has_its_own_threshold() -> None:
    card = CARD.model_copy(update={"thresholds": CARD.thresholds | {Field.BUDGET: 0.95}})
    marks = [(Field.BUDGET, "we have forty grand", 0.9), (Field.AUTHORITY, "the CFO", 0.9)]
    assert quotes(tuple(decode(WORDS, PART, said(marks), card))) == [("authority", "the CFO")]


@pytest.mark.parametrize(
    ("no", "polarity"), [(0.2, Polarity.YES), (0.4, Polarity.NO), (0.8, Polarity.NO)]
)
@pytest.mark.parametrize(("hedged", "certainty"), [(0.3, Certainty.FIRM), (0.7, Certainty.HEDGED)])
def test_polarity_and_certainty_are_the_likelier_ones_but_no_comes_early(
    no: float, polarity: Polarity, hedged: float, certainty: Certainty
) -> None:
    out = said([(Field.BUDGET, "we have forty grand", 0.9)], no=no, hedged=hedged)
    (found,) = decode(WORDS, PART, out, CARD)
    assert (found.polarity, found.certainty) == (polarity, certainty)
    assert found.confidence == pytest.approx(0.9, abs=0.02)


@pytest.mark.parametrize("say", SAYS)
def test_only_an_answer_about_authority_has_the_speakers_say(say: Say | None) -> None:
    marks = [(Field.BUDGET, "we have forty grand", 0.9), (Field.AUTHORITY, "the CFO signs", 0.9)]
    budget, authority = decode(WORDS, PART, said(marks, say=say), CARD)
    assert (budget.say, authority.say) == (None, say)


def test_a_turn_of_nothing_has_no_answer() -> None:
    some = said([])
    meant = some.polarities[:0], some.hedged[:0], some.says[:0]
    nothing = Outputs(some.tags[:0], *meant, NOTHING_ASKED)
    assert not list(decode("", Part((1,), ((0, 0),)), nothing, CARD))


@pytest.mark.parametrize(
    ("text", "tagged", "quote"),
    [
        ("The no-shows cost us.", "shows cost us", "no-shows cost us"),
        ("It\u2019s around forty.", "s around forty", "It\u2019s around forty"),
        ("It's forty - no more", "forty", "forty"),
        ("we need it fast-ish", "need it fast", "need it fast-ish"),
    ],
)
def test_answers_are_whole_words(text: str, tagged: str, quote: str) -> None:
    start = text.index(tagged)
    part = Part((0, 0), ((0, 0), (start, start + len(tagged))))
    tags = np.zeros((1, TAGS), np.float32)
    tags[0, begins(FIELDS.index(Field.NEED))] = 1.0
    polarities, says = np.zeros((1, 3), np.float32), np.zeros((1, len(SAYS)), np.float32)
    out = Outputs(tags, polarities, np.zeros(1, np.float32), says, NOTHING_ASKED)
    (found,) = decode(text, part, out, CARD)
    assert text[found.start : found.end] == quote
