"""Words as answers, bookmarks, speakers; and taking all of it back."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.answers import Status
from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.fields import Field, Polarity, Side
from assistant.domain.marks import in_force
from assistant.workflows import deciding, marking
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.live_call import LiveCall
from assistant.workflows.reading_again import read_again
from assistant.workflows.undoing import undo_last
from assistant.workflows.viewing import call_of, sources_of, view_call
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MAX, BenchOf, Clock, bench_maker
from tests.tui.kept import keep_call


@pytest.fixture
def kept(bench: Workbench) -> UUID:
    """Dana's call with Luis: a turn each, four answers."""
    return keep_call(bench)


def quotes(bench: Workbench, call_id: UUID) -> dict[str, Status]:
    return {
        one.evidence.quote: one.status
        for one in bench.store.answers(call_id)
        if one.evidence and not one.stale
    }


def test_words_that_were_missed_are_an_answer_at_their_place(bench: Workbench, kept: UUID) -> None:
    words = marking.words_at(bench, kept, "transcript", 4, 5, 19)

    made = marking.mark_words(bench, kept, words, Field.AUTHORITY)

    assert (made.evidence, made.field, made.status) == (words, Field.AUTHORITY, Status.CONFIRMED)
    assert (words.quote, words.speaker, words.side) == ("that is all I ", "Luis", Side.PROSPECT)


def test_words_that_answer_the_field_already_are_confirmed(bench: Workbench, kept: UUID) -> None:
    words = marking.find_words(bench, kept, "forty thousand")

    made = marking.mark_words(bench, kept, words, Field.BUDGET)
    again = marking.mark_words(bench, kept, words, Field.BUDGET, polarity=Polarity.NO)

    assert [one.id for one in bench.store.answers(kept)].count(made.id) == 1
    assert made.status is Status.CONFIRMED
    assert (again.status, again.polarity) == (Status.EDITED, Polarity.NO)


def test_what_was_found_in_the_same_words_tells_the_polarity(bench: Workbench) -> None:
    call_id = keep_call(bench, text="Dana: hi\nLuis: budget!: nothing this year")
    words = marking.find_words(bench, call_id, "this year")

    assert marking.mark_words(bench, call_id, words, Field.TIMELINE).polarity is Polarity.NO


def test_words_of_the_notes_belong_to_their_revision(bench: Workbench, kept: UUID) -> None:
    live = LiveCall(bench, kept)
    live.keep_notes("they ship from Valencia\nnobody signs")
    live.read_notes()
    live.close()
    words = marking.find_words(bench, kept, "Valencia")

    made = marking.mark_words(bench, kept, words, Field.LOCATION)

    assert (words.source, words.turn) == ("notes", 0)
    assert made in view_call(bench, kept).answers


@pytest.mark.parametrize("place", [("transcript", 5), ("transcript", -1), ("moon", 0)])
def test_a_turn_that_is_not_there(bench: Workbench, kept: UUID, place: tuple[str, int]) -> None:
    with pytest.raises(NotFound):
        marking.words_at(bench, kept, *place, 0, 1)
    with pytest.raises(NotFound):
        marking.bookmark(bench, kept, *place)
    assert bench.store.turn_marks(kept) == ()


@pytest.mark.parametrize("span", [(3, 3), (5, 2), (0, 999), (-1, 2)])
def test_words_that_are_none(bench: Workbench, kept: UUID, span: tuple[int, int]) -> None:
    with pytest.raises(WrongUsage):
        marking.words_at(bench, kept, "transcript", 0, *span)


def test_a_corrected_speaker_is_shown_and_what_was_transcribed_stays(
    bench: Workbench, kept: UUID
) -> None:
    marking.name_speaker(bench, kept, "transcript", 3, "Dana", None)
    marking.name_speaker(bench, kept, "transcript", 4, "Ana", Side.OTHER)

    shown = sources_of(bench, call_of(bench, kept))[0].turns
    assert [(one.speaker, one.side) for one in shown[2:]] == [
        ("Dana", Side.REP),
        ("Dana", Side.REP),
        ("Ana", Side.OTHER),
    ]
    assert [one.speaker for one in bench.store.sources(kept)[0].turns[2:]] == [
        *("Dana", "Luis", "Luis"),
    ]


def test_what_the_rep_said_answers_nothing_once_that_is_known(bench: Workbench, kept: UUID) -> None:
    marking.name_speaker(bench, kept, "transcript", 3, "Dana", None)
    read_again(bench, kept, "transcript")
    assert set(quotes(bench, kept)) == {"trucks leave late", "drivers wait"}

    undo_last(bench, kept)
    read_again(bench, kept, "transcript")
    assert set(quotes(bench, kept)) == {"trucks leave late", "drivers wait", "forty thousand"}


def test_what_a_person_decided_stays_whoever_spoke(bench: Workbench, kept: UUID) -> None:
    words = marking.find_words(bench, kept, "forty thousand")
    answer = marking.mark_words(bench, kept, words, Field.BUDGET)
    marking.name_speaker(bench, kept, "transcript", 3, "Dana", None)

    read_again(bench, kept, "transcript")

    assert deciding.answer_of(bench, kept, answer.id).status is Status.CONFIRMED


def test_acts_of_all_kinds_are_taken_back_in_turn(
    bench: Workbench, kept: UUID, clock: Clock
) -> None:
    budget = next(one for one in bench.store.answers(kept) if one.field is Field.BUDGET)
    marking.bookmark(bench, kept, "transcript", 1, "here")
    clock.pass_seconds(1)
    deciding.confirm(bench, kept, budget.id)
    clock.pass_seconds(1)
    marking.bookmark(bench, kept, "transcript", 1, None)
    clock.pass_seconds(1)
    marking.name_speaker(bench, kept, "transcript", 1, "Dana", None)

    def state() -> tuple[list[str | None], list[str | None], Status]:
        marks = bench.store.turn_marks(kept)
        return (
            [one.text for one in in_force(marks, "bookmark").values()],
            [one.text for one in in_force(marks, "speaker").values()],
            deciding.answer_of(bench, kept, budget.id).status,
        )

    states = [state()]
    for _ in range(4):
        clock.pass_seconds(1)
        undo_last(bench, kept)
        states.append(state())
    assert states == [
        ([], ["Dana"], Status.CONFIRMED),
        ([], [], Status.CONFIRMED),
        (["here"], [], Status.CONFIRMED),
        (["here"], [], Status.SUGGESTED),
        ([], [], Status.SUGGESTED),
    ]
    assert undo_last(bench, kept) is None


def test_what_others_did_is_theirs_to_take_back(
    bench: Workbench, bench_of: BenchOf, kept: UUID
) -> None:
    marking.bookmark(bench_of(MAX), kept, "transcript", 0)

    assert undo_last(bench, kept) is None


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["confirm", "reject", "edit", "add", "bookmark", "speaker"]),
        st.integers(0, 2),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def folders() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(folder)


def act(bench: Workbench, call_id: UUID, what: str, which: int) -> None:
    answer_id = bench.store.answers(call_id)[which].id
    match what:
        case "confirm":
            deciding.confirm(bench, call_id, answer_id)
        case "reject":
            deciding.reject(bench, call_id, answer_id)
        case "edit":
            deciding.edit(bench, call_id, answer_id, AnswerEdit(polarity=Polarity.OPEN))
        case "add":
            words = marking.words_at(bench, call_id, "transcript", 4, which, which + 9)
            marking.mark_words(bench, call_id, words, Field.GOAL)
        case "bookmark":
            marking.bookmark(bench, call_id, "transcript", which, None if which else "x")
        case _:
            marking.name_speaker(bench, call_id, "transcript", which, "Dana", None)


def stand(bench: Workbench, call_id: UUID) -> tuple[object, ...]:
    """What counts of a call: its answers without the times, its marks."""
    answers = [
        one.model_copy(update={"at": None}) for one in view_call(bench, call_id).answers
        if one.status is not Status.REJECTED
    ]  # fmt: skip
    marks = bench.store.turn_marks(call_id)
    return (
        answers,
        {place: one.text for place, one in in_force(marks, "bookmark").items()},
        {place: one.text for place, one in in_force(marks, "speaker").items()},
    )


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_undoing_everything_leaves_the_call_as_it_was(
    folders: Path, acts: list[tuple[str, int]]
) -> None:
    clock = Clock()
    with ExitStack() as opened, TemporaryDirectory(dir=folders) as folder:
        bench = bench_maker(Path(folder) / "store.db", clock, opened)()
        call_id = keep_call(bench)
        stands = [stand(bench, call_id)]
        for what, which in acts:
            clock.pass_seconds(1)
            act(bench, call_id, what, which)
            stands.append(stand(bench, call_id))
        for expected in reversed(stands[:-1]):
            clock.pass_seconds(1)
            undo_last(bench, call_id)
            assert stand(bench, call_id) == expected
        assert undo_last(bench, call_id) is None
