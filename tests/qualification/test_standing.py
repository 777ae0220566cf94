from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from assistant.domain.answers import Answer, Cue, Status
from assistant.domain.fields import Field
from assistant.domain.values import Count, Money
from assistant.qualification.standing import (
    KEYS_KEPT,
    STATES_KEPT,
    Known,
    by_person,
    counted,
    settle,
)
from tests.qualification.said import (
    FIRM,
    HEDGED,
    NO,
    OPEN,
    YES,
    day,
    given,
    label,
    noted,
    said,
    signing,
    usd,
)

Standing = dict[int, tuple[int | None, tuple[int, ...]]]


def standing(answers: Sequence[Answer]) -> Standing:
    """By position: the position of what supersedes it, and of what contradicts it."""
    settled = settle(answers)
    places = {answer.id: position for position, answer in enumerate(settled)}
    return {
        position: (
            places[answer.superseded_by] if answer.superseded_by else None,
            tuple(sorted(places[other] for other in answer.contradicts)),
        )
        for position, answer in enumerate(settled)
    }


def in_force(*names: int, of: int) -> Standing:
    """Nothing is superseded or contradicted, for tables of what only adds."""
    assert names == tuple(range(of))
    return dict.fromkeys(names, (None, ()))


NEVER_TOGETHER = [
    pytest.param(
        [said("budget", YES, usd(40_000), turn=1), said("budget", NO, turn=20)],
        id="money withdrawn later",
    ),
    pytest.param(
        [said("budget", YES, usd(40_000), turn=1), said("budget", YES, usd(60_000), turn=3)],
        id="another figure",
    ),
    pytest.param(
        [said("budget", YES, certainty=HEDGED, turn=1), said("budget", NO, turn=2)],
        id="a hedged yes, then a no",
    ),
    pytest.param(
        [said("budget", OPEN, turn=1), said("budget", YES, usd(9), turn=2)], id="open, then a sum"
    ),
    pytest.param([said("budget", OPEN, turn=1), said("budget", NO, turn=2)], id="open, then a no"),
    pytest.param(
        [said("budget", YES, usd(300), turn=1), said("budget", OPEN, usd(300), turn=2)],
        id="open about that very figure",
    ),
    pytest.param(
        [said("budget", YES, usd(12), turn=1), said("budget", NO, usd(12), turn=2)],
        id="a no to that very figure",
    ),
    pytest.param(
        [noted("budget", YES, usd(40_000), turn=1), noted("budget", NO, turn=2)],
        id="notes: each line is a new statement",
    ),
    pytest.param(
        [
            said("timeline", YES, day("2026-05-01")),
            said("timeline", YES, day("2026-06-01"), turn=1, quote="make that June"),
        ],
        id="make that June",
    ),
    pytest.param(
        [said("timeline", YES, day("2026-05-01")), said("timeline", NO, turn=1)],
        id="a date, then none",
    ),
    pytest.param(
        [said("priority", YES, label("high")), said("priority", YES, label("medium"), turn=1)],
        id="another level",
    ),
    pytest.param(
        [
            said("company_size", YES, Count(count=120, unit="employees")),
            said("company_size", YES, Count(count=150, unit="employee"), turn=1),
        ],
        id="another head count",
    ),
    pytest.param(
        [
            said("authority", YES, signing("yes"), turn=1),
            said("authority", NO, signing("no", "Priya"), turn=30),
        ],
        id="signing taken back much later",
    ),
    pytest.param(
        [
            said("competition", YES, label("Zendesk")),
            said("competition", NO, label("Zendesk"), turn=1),
        ],
        id="a competitor ruled out",
    ),
    pytest.param(
        [
            said("next_step", OPEN, label("demo")),
            said("next_step", YES, label("a demo @ 2026-04-01"), turn=1),
        ],
        id="a step that was open is agreed",
    ),
    pytest.param(
        [
            said("fit.considered", YES, label("yes")),
            said("fit.considered", NO, label("no"), turn=1),
        ],
        id="a bank's own question",
    ),
]


@pytest.mark.parametrize("answers", NEVER_TOGETHER)
def test_the_last_word_of_one_speaker_supersedes(answers: list[Answer]) -> None:
    assert standing(answers) == {0: (1, ()), 1: (None, ())}


TOGETHER = [
    pytest.param(
        [
            said("timeline", YES, day("2026-11-01")),
            said("timeline", YES, day("2026-07-04"), turn=1, speaker="Mei"),
        ],
        id="live in November, signed in July",
    ),
    pytest.param(
        [
            said("budget", YES, usd(35), turn=1),
            said("budget", YES, usd(40), turn=2, certainty=HEDGED),
        ],
        id="might stretch",
    ),
    pytest.param(
        [
            said("budget", YES, usd(60_000), turn=1),
            said("budget", YES, Money(low=9000, high=9000, currency="USD", per="year"), turn=2),
        ],
        id="once, and then every year",
    ),
    pytest.param(
        [
            said("budget", YES, usd(40_000), turn=1),
            said("budget", YES, Money(low=40_000, high=40_000, per="year"), turn=2),
        ],
        id="the same figure, a year",
    ),
    pytest.param(
        [
            said("budget", YES, Money(low=1000, high=1000, per="month"), turn=1),
            said("budget", YES, Money(low=12_000, high=12_000, per="year"), turn=2),
        ],
        id="the same figure in other words",
    ),
    pytest.param(
        [noted("role", YES, label("head grower")), noted("role", YES, label("finance"), turn=1)],
        id="notes name two people's roles",
    ),
    pytest.param(
        [said("budget", YES, usd(40_000), turn=1), said("budget", YES, usd(40_200), turn=3)],
        id="the same figure again",
    ),
    pytest.param(
        [
            said("budget", YES, usd(40_000, 50_000), turn=1),
            said("budget", YES, usd(45_000), turn=3),
        ],
        id="within the range",
    ),
    pytest.param(
        [said("budget", YES, usd(40_000), turn=1), said("budget", YES, turn=3)], id="without figure"
    ),
    pytest.param(
        [said("budget", YES, usd(40_000), turn=1), said("budget", NO, turn=3)],
        id="no more than that, in the same passage",
    ),
    pytest.param(
        [said("budget", YES, usd(40_000), turn=1), said("budget", OPEN, turn=30)],
        id="something else is open",
    ),
    pytest.param(
        [said("budget", NO, turn=1), said("budget", OPEN, usd(9), turn=2)],
        id="hope after a refusal",
    ),
    pytest.param(
        [
            said("authority", YES, signing("yes"), turn=1),
            said("authority", NO, signing("no", "the board"), turn=1, start=20),
        ],
        id="above ten thousand it's the board",
    ),
    pytest.param(
        [
            said("authority", YES, signing("yes"), speaker="Gordon"),
            said("authority", NO, signing("no", "Gordon"), speaker="Imani", turn=30),
        ],
        id="I recommend, Gordon signs",
    ),
    pytest.param(
        [
            said("authority", YES, signing("shared", "Beatrix"), speaker="Yvette"),
            said("authority", NO, signing("no"), speaker="Murdo", turn=1),
        ],
        id="everyone speaks for himself",
    ),
    pytest.param(
        [
            said("authority", NO, signing("no", "Stan")),
            said("authority", NO, signing("no", "the partners"), turn=1),
        ],
        id="another name",
    ),
    pytest.param(
        [said("need", YES, label("slow replies")), said("need", NO, label("lost orders"), turn=1)],
        id="another need is none",
    ),
    pytest.param(
        [
            said("competition", YES, label("BambooHR; Paylocity")),
            said("competition", YES, label("Workday"), turn=1),
        ],
        id="collected",
    ),
    pytest.param(
        [said("need", YES, label("lost orders")), said("need", NO, turn=1)], id="no label to match"
    ),
    pytest.param(
        [
            said("role", YES, label("CFO"), speaker="Mei"),
            said("role", YES, label("HR manager"), turn=1),
        ],
        id="two speakers, two roles",
    ),
    pytest.param(
        [
            said("industry", YES, label("sausages"), speaker="Mei"),
            said("industry", YES, label("food manufacturing"), turn=1),
        ],
        id="two words for one thing",
    ),
    pytest.param(
        [
            said("company_size", YES, Count(count=120, unit="employees")),
            said("company_size", YES, Count(count=9, unit="sites"), turn=1),
        ],
        id="counts of other things",
    ),
    pytest.param([said("budget", NO, turn=1), said("timeline", YES, turn=2)], id="other fields"),
]


@pytest.mark.parametrize("answers", TOGETHER)
def test_what_only_adds_leaves_both_in_force(answers: list[Answer]) -> None:
    assert standing(answers) == in_force(0, 1, of=2)


def test_another_persons_last_word_supersedes_and_both_contradict() -> None:
    answers = [
        said("budget", YES, usd(30_000), turn=1, speaker="Nkechi"),
        said("budget", NO, turn=2, speaker="Graham"),
    ]
    assert standing(answers) == {0: (1, (1,)), 1: (None, (0,))}


def test_hedged_words_of_another_contradict_and_take_nothing_back() -> None:
    answers = [
        said("budget", YES, usd(90_000), turn=1),
        said("budget", YES, usd(120_000), turn=2, speaker="Mei", certainty=HEDGED),
    ]
    assert standing(answers) == {0: (None, (1,)), 1: (None, (0,))}


def test_a_cue_says_that_an_answer_puts_another_right() -> None:
    cue = Cue(kind="correction", start=0, end=3, text="the")
    later = said("timeline", YES, day("2026-07-04"), turn=1).model_copy(update={"why": (cue,)})
    answers = [said("timeline", YES, day("2026-11-01")), later]
    assert standing(answers) == {0: (1, ()), 1: (None, ())}


def test_a_contradiction_ends_when_the_first_gives_in() -> None:
    answers = [
        said("budget", YES, usd(30_000), turn=1, speaker="Nkechi"),
        said("budget", NO, turn=2, speaker="Graham"),
        said("budget", NO, turn=10, speaker="Nkechi"),
    ]
    assert standing(answers) == {0: (1, ()), 1: (None, ()), 2: (None, ())}


def test_a_retracted_retraction_leaves_the_last_word() -> None:
    answers = [
        noted("budget", YES, usd(70_000), turn=1),
        noted("budget", NO, turn=2),
        noted("budget", YES, usd(70_000), turn=3),
    ]
    assert standing(answers) == {0: (1, ()), 1: (2, ()), 2: (None, ())}


def test_ruling_out_one_competitor_of_two_takes_nothing_back() -> None:
    answers = [
        said("competition", YES, label("BambooHR; Paylocity")),
        said("competition", NO, label("Paylocity"), turn=1),
    ]
    assert standing(answers) == {0: (None, ()), 1: (None, ())}


def test_across_sources_suggestions_contradict_and_stay() -> None:
    answers = [noted("budget", NO), said("budget", YES, usd(40_000))]
    assert standing(answers) == {0: (None, (1,)), 1: (None, (0,))}
    assert counted(settle(answers)) == (settle(answers)[1],)


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.EDITED])
def test_across_sources_a_decision_supersedes_the_other_side(status: Status) -> None:
    decided = noted("budget", NO).model_copy(update={"status": status})
    answers = [decided, said("budget", YES, usd(40_000))]
    assert standing(answers) == {0: (None, (1,)), 1: (0, (0,))}


def test_what_a_person_gave_by_hand_supersedes_words() -> None:
    answers = [given("budget", NO), said("budget", YES, usd(40_000)), noted("budget", YES)]
    assert standing(answers) == {0: (None, (1, 2)), 1: (0, (0,)), 2: (0, (0,))}


def test_a_person_speaks_for_the_whole_field_without_a_label() -> None:
    answers = [given("need", NO), said("need", YES, label("slow replies"))]
    assert standing(answers) == {0: (None, (1,)), 1: (0, (0,))}


def test_two_decisions_that_disagree_stay_for_people_to_settle() -> None:
    heard = said("budget", YES, usd(40_000), status=Status.CONFIRMED)
    answers = [heard, given("budget", NO)]
    assert standing(answers) == {0: (None, (1,)), 1: (None, (0,))}
    assert counted(settle(answers)) == settle(answers)


def test_the_later_of_two_given_by_hand_holds() -> None:
    answers = [
        given("fit.plan", YES, label("gold"), minute=9),
        given("fit.plan", YES, label("blue")),
    ]
    assert standing(answers) == {0: (None, ()), 1: (0, ())}


def test_a_suggestion_never_supersedes_a_decision_but_contradicts_it() -> None:
    decided = said("budget", YES, usd(40_000), turn=1, status=Status.CONFIRMED)
    suggested = said("budget", NO, turn=30)
    assert standing([decided, suggested]) == {0: (None, (1,)), 1: (None, (0,))}
    assert counted(settle([decided, suggested])) == (settle([decided, suggested])[0],)


def test_a_later_decision_supersedes_an_earlier_one_of_its_source() -> None:
    answers = [
        said("budget", YES, usd(40_000), turn=1, status=Status.CONFIRMED),
        said("budget", NO, turn=30, status=Status.CONFIRMED),
    ]
    assert standing(answers) == {0: (1, ()), 1: (None, ())}


@pytest.mark.parametrize(
    "absent",
    [
        said("budget", NO, turn=30, status=Status.REJECTED),
        said("budget", NO, turn=30, stale=True),
    ],
    ids=["rejected", "its words are gone"],
)
def test_what_is_out_takes_no_part(absent: Answer) -> None:
    assert standing([said("budget", YES, usd(1)), absent]) == in_force(0, 1, of=2)
    assert not settle([absent])[0].in_force


def test_marks_from_before_are_dropped() -> None:
    before = said("budget").model_copy(update={"superseded_by": "gone", "contradicts": ("x",)})
    assert settle([before]) == (said("budget"),)


answers_drawn = st.lists(
    st.builds(
        said,
        st.sampled_from(["budget", "authority", "need", "role", "priority", "bank.own"]),
        st.sampled_from([YES, NO, OPEN]),
        st.sampled_from(
            [None, usd(10), usd(90), label("high"), label("low; mid"), signing("no", "Luis")]
        ),
        turn=st.integers(0, 6),
        start=st.integers(0, 2),
        speaker=st.sampled_from(["Luis", "Mei", None]),
        source=st.sampled_from(["transcript", "notes", "transcript-2"]),
        certainty=st.sampled_from([FIRM, HEDGED]),
        status=st.sampled_from(list(Status)),
        stale=st.booleans(),
    ),
    max_size=9,
    unique_by=lambda answer: answer.id,
)


@drawn(answers_drawn, st.randoms(use_true_random=False))
def test_settling_is_idempotent_and_blind_to_the_order_of_input(
    answers: list[Answer], shuffler: Random
) -> None:
    settled = settle(answers)
    assert settle(settled) == settled
    shuffled = list(answers)
    shuffler.shuffle(shuffled)
    assert sorted(settle(shuffled), key=lambda one: one.id) == sorted(
        settled, key=lambda one: one.id
    )


@drawn(answers_drawn)
def test_settling_only_marks_and_its_marks_hold_together(answers: list[Answer]) -> None:
    settled = settle(answers)
    plain = {"superseded_by": None, "contradicts": ()}
    assert [one.model_copy(update=plain) for one in settled] == answers
    by_id = {one.id: one for one in settled}
    for one in settled:
        assert all(one.id in by_id[other].contradicts for other in one.contradicts)
        if one.superseded_by is not None:
            winner = by_id[one.superseded_by]
            assert winner.key == one.key
            assert by_person(winner) or not by_person(one)


@drawn(answers_drawn)
def test_something_is_counted_wherever_something_takes_part(answers: list[Answer]) -> None:
    settled = settle(answers)
    keys = {one.key for one in settled if one.status is not Status.REJECTED and not one.stale}
    assert keys <= {one.key for one in counted(settled)}


def test_every_field_can_be_settled() -> None:
    answers = [said(field.value, polarity) for field in Field for polarity in (YES, NO)]
    assert len(settle(answers)) == 2 * len(Field)


def test_of_a_key_only_what_was_said_last_is_kept() -> None:
    known = Known()
    budgets = tuple(said("budget", YES, usd(1_000 * turn), turn=turn) for turn in range(1, 13))
    for count in range(1, 13):
        concluded = known.of("budget", budgets[:count])
        assert known.of("budget", budgets[:count]) is concluded
    assert len(known) == sum(range(13 - STATES_KEPT, 13))


def test_of_keys_without_end_some_are_kept() -> None:
    known = Known()
    for number in range(3 * KEYS_KEPT):
        known.of(f"budget.{number}", (said(f"budget.{number}"),))
    assert len(known) <= KEYS_KEPT
