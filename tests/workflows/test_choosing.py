"""Whoever has both sides of a conflict chooses one; both stores agree, and nothing is lost."""

from uuid import UUID, uuid4

import pytest

from assistant.domain.conflicts import Conflict
from assistant.domain.errors import NotFound
from assistant.domain.fields import Field, Polarity
from assistant.domain.verdict import Outcome
from assistant.workflows import deciding, reviewing
from assistant.workflows.choosing import choose
from assistant.workflows.conflicts import conflicts_of
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.ending import override_verdict
from assistant.workflows.review_queue import queue_page
from assistant.workflows.undoing import undo_last
from assistant.workflows.viewing import call_of, whom
from assistant.workflows.wiring import Workbench
from tests.fakes.two_stores import Two, a_call, answer_to


@pytest.fixture
def call_id(two: Two) -> UUID:
    """A call that both have."""
    made = a_call(two.rep)
    two.send(two.rep, two.manager, made)
    return made


def exchange(two: Two, call_id: UUID) -> tuple[Conflict, ...]:
    """Both get what the other has; the conflicts, which are the same for both."""
    two.send(two.rep, two.manager, call_id)
    two.send(two.manager, two.rep, call_id)
    found = conflicts_of(two.rep, call_of(two.rep, call_id))
    assert found == conflicts_of(two.manager, call_of(two.manager, call_id))
    return found


def decide_apart(two: Two, call_id: UUID) -> str:
    """Dana edits the budget, Max rejects it later."""
    answer = answer_to(two.rep, call_id, Field.BUDGET)
    deciding.edit(two.rep, call_id, answer, AnswerEdit(polarity=Polarity.OPEN, value="50k"))
    two.manager_clock.pass_seconds(60)
    deciding.reject(two.manager, call_id, answer)
    return answer


def in_queue(bench: Workbench, query: str) -> list[tuple[UUID, bool]]:
    return [(row.call_id, row.conflict) for row in queue_page(bench, query).rows]


def standing(bench: Workbench, call_id: UUID, answer: str) -> tuple[str, str]:
    found = next(one for one in bench.store.answers(call_id) if one.id == answer)
    return found.status.value, found.polarity.value


@pytest.mark.parametrize(("side", "stands"), [(0, ("edited", "open")), (1, ("rejected", "yes"))])
def test_a_side_of_an_answer_is_put_into_force_on_both_machines(
    two: Two, call_id: UUID, side: int, stands: tuple[str, str]
) -> None:
    answer = decide_apart(two, call_id)
    (conflict,) = exchange(two, call_id)
    assert conflict.answer_id == answer
    for bench in (two.rep, two.manager):
        assert in_queue(bench, "is:conflict") == [(call_id, True)]

    view = choose(two.manager, call_id, conflict.sides[side].act)

    assert view.conflicts == ()
    assert exchange(two, call_id) == ()
    for bench in (two.rep, two.manager):
        assert standing(bench, call_id, answer) == stands
        assert in_queue(bench, "is:conflict") == []
        assert in_queue(bench, "-is:conflict") == [(call_id, False)]
        assert len(bench.store.decisions(call_id)) == 3


def test_choosing_is_taken_back_like_any_decision(two: Two, call_id: UUID) -> None:
    answer = decide_apart(two, call_id)
    (conflict,) = exchange(two, call_id)
    choose(two.manager, call_id, conflict.sides[0].act)

    undo_last(two.manager, call_id)

    assert standing(two.manager, call_id, answer) == ("rejected", "yes")
    assert exchange(two, call_id) == ()


def test_deciding_anew_takes_the_call_out_of_the_conflicts_of_the_queue(
    two: Two, call_id: UUID
) -> None:
    answer = decide_apart(two, call_id)
    exchange(two, call_id)

    deciding.confirm(two.rep, call_id, answer)

    assert in_queue(two.rep, "is:conflict") == []


def verdicts_apart(two: Two, call_id: UUID) -> Conflict:
    override_verdict(two.rep, call_id, Outcome.NURTURE, "frozen until summer")
    two.manager_clock.pass_seconds(60)
    reviewing.reverse(two.manager, call_id, Outcome.DISQUALIFIED, "no plant at all")
    (conflict,) = exchange(two, call_id)
    assert conflict.about == "verdict"
    return conflict


def test_a_manager_chooses_the_reps_verdict(two: Two, call_id: UUID) -> None:
    conflict = verdicts_apart(two, call_id)

    choose(two.manager, call_id, conflict.sides[0].act)

    assert exchange(two, call_id) == ()
    for bench in (two.rep, two.manager):
        latest = bench.store.verdicts(call_id)[-1]
        assert (latest.verdict.outcome, latest.kind, latest.reason) == (
            "nurture", "reversal", "As Dana Reyes said: frozen until summer",
        )  # fmt: skip
        assert reviewing.open_review(bench, call_id).state == "reversed"


def test_the_verdict_in_force_can_be_chosen_too(two: Two, call_id: UUID) -> None:
    conflict = verdicts_apart(two, call_id)

    choose(two.manager, call_id, conflict.sides[1].act, "we looked at it together")

    assert exchange(two, call_id) == ()
    latest = two.rep.store.verdicts(call_id)[-1]
    assert (latest.verdict.outcome, latest.reason) == ("disqualified", "we looked at it together")
    assert reviewing.open_review(two.rep, call_id).state == "agreed"


def test_the_rep_chooses_as_an_override(two: Two, call_id: UUID) -> None:
    conflict = verdicts_apart(two, call_id)

    choose(two.rep, call_id, conflict.sides[1].act)

    assert exchange(two, call_id) == ()
    latest = two.manager.store.verdicts(call_id)[-1]
    assert (latest.verdict.outcome, latest.kind) == ("disqualified", "override")


@pytest.mark.parametrize(("side", "title"), [(0, "COO"), (1, "CFO")])
def test_the_facts_of_a_lead_are_chosen(two: Two, call_id: UUID, side: int, title: str) -> None:
    for bench, clock, called in (
        (two.rep, two.rep_clock, "COO"), (two.manager, two.manager_clock, "CFO"),
    ):  # fmt: skip
        lead, _ = whom(bench, call_of(bench, call_id))
        assert lead is not None
        clock.pass_seconds(60 if called == "CFO" else 1)
        bench.store.save_lead(lead.model_copy(update={"title": called}))
    (conflict,) = exchange(two, call_id)
    assert conflict.kind == "lead"
    assert in_queue(two.rep, "is:conflict") == [(call_id, True)]

    choose(two.rep, call_id, conflict.sides[side].act)

    assert call_id in {one.call_id for one in two.rep.store.unsent()}
    assert exchange(two, call_id) == ()
    for bench in (two.rep, two.manager):
        lead, _ = whom(bench, call_of(bench, call_id))
        assert lead is not None
        assert lead.title == title
        assert in_queue(bench, "is:conflict") == []


@pytest.mark.parametrize(("side", "people"), [(0, 90), (1, 900)])
def test_the_facts_of_an_account_are_chosen(
    two: Two, call_id: UUID, side: int, people: int
) -> None:
    for bench, clock, number in (
        (two.rep, two.rep_clock, 90), (two.manager, two.manager_clock, 900),
    ):  # fmt: skip
        _, account = whom(bench, call_of(bench, call_id))
        assert account is not None
        clock.pass_seconds(number)
        bench.store.save_account(account.model_copy(update={"employees": number}))
    (conflict,) = exchange(two, call_id)
    assert conflict.kind == "account"
    assert in_queue(two.manager, "is:conflict") == [(call_id, True)]

    choose(two.rep, call_id, conflict.sides[side].act)

    assert exchange(two, call_id) == ()
    for bench in (two.rep, two.manager):
        _, account = whom(bench, call_of(bench, call_id))
        assert account is not None
        assert account.employees == people


@pytest.mark.parametrize(("side", "title"), [(0, "First"), (1, "Second")])
def test_the_facts_of_a_call_are_chosen(two: Two, call_id: UUID, side: int, title: str) -> None:
    for bench, clock, called in (
        (two.rep, two.rep_clock, "First"), (two.manager, two.manager_clock, "Second"),
    ):  # fmt: skip
        clock.pass_seconds(60 if called == "Second" else 1)
        call = call_of(bench, call_id)
        bench.store.save_call(call.model_copy(update={"title": called}))
    (conflict,) = exchange(two, call_id)

    choose(two.manager, call_id, conflict.sides[side].act)

    assert exchange(two, call_id) == ()
    assert [call_of(bench, call_id).title for bench in (two.rep, two.manager)] == [title, title]


def test_what_is_settled_already_is_not_chosen(two: Two, call_id: UUID) -> None:
    answer = decide_apart(two, call_id)
    (conflict,) = exchange(two, call_id)
    deciding.confirm(two.rep, call_id, answer)

    for act in (conflict.sides[0].act, uuid4()):
        with pytest.raises(NotFound, match="somebody has decided since"):
            choose(two.rep, call_id, act)

    assert standing(two.rep, call_id, answer) == ("confirmed", "yes")


def test_looking_at_conflicts_writes_nothing(two: Two, call_id: UUID) -> None:
    decide_apart(two, call_id)
    exchange(two, call_id)
    before = two.manager.store.call_record(call_id), two.manager.store.unsent()

    conflicts_of(two.manager, call_of(two.manager, call_id))

    assert (two.manager.store.call_record(call_id), two.manager.store.unsent()) == before


def test_a_forgotten_call_is_in_no_conflict(two: Two, call_id: UUID) -> None:
    decide_apart(two, call_id)
    exchange(two, call_id)

    two.rep.store.forget_call(call_id, two.rep.who, dry_run=False)

    assert two.rep.store.in_conflict([call_id]) == frozenset()
