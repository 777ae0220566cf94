"""Follow-ups are for what was just said; talk that has moved on is not called back."""

import pytest

from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.wiring import Workbench

FOLLOW_UP = "Who has to release it?"


@pytest.mark.parametrize(("lines", "fresh"), [(0, True), (1, True), (2, False), (9, False)])
def test_a_follow_up_waits_for_two_note_lines_at_most(
    bench: Workbench, lines: int, fresh: bool
) -> None:
    live = LiveCall(bench, start_call(bench))
    live.keep_notes("budget: 40k" + "\nand so on" * lines)

    view = live.read_notes()

    assert (view.next_questions[0].say == FOLLOW_UP) is fresh


@pytest.mark.parametrize(("turns", "fresh"), [(0, True), (4, True), (5, False)])
def test_a_follow_up_waits_for_four_turns_at_most(
    bench: Workbench, turns: int, fresh: bool
) -> None:
    live = LiveCall(bench, start_call(bench))

    view = live.add_transcript("Dana: hello\nLuis: budget: 40k\n" + "Luis: so\nDana: oh\n" * 3)
    assert view.next_questions[0].say != FOLLOW_UP
    spoken = "".join(f"{'Dana' if at % 2 else 'Luis'}: so\n" for at in range(turns))
    other = LiveCall(bench, start_call(bench))
    view = other.add_transcript("Dana: hello\nLuis: budget: 40k\n" + spoken)

    assert (view.next_questions[0].say == FOLLOW_UP) is fresh


def test_what_was_given_by_hand_stays_fresh(bench: Workbench) -> None:
    live = LiveCall(bench, start_call(bench))
    live.answer("budget.amount", "40k")
    live.keep_notes("and so on\n" * 9)

    assert live.read_notes().next_questions[0].say == FOLLOW_UP
