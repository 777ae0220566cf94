"""Whatever two people do in whatever order, their stores agree once both have synced."""

import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import mkdtemp
from typing import Literal
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from assistant.domain.fields import Field, Polarity
from assistant.domain.verdict import Outcome
from assistant.workflows import deciding, reviewing
from assistant.workflows.answer_list import list_answers
from assistant.workflows.conflicts import conflicts_of
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.ending import override_verdict
from assistant.workflows.packing import pack_calls
from assistant.workflows.recording import CALL, LEAD
from assistant.workflows.unpacking import unpack
from assistant.workflows.viewing import call_of, whom
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import DANA, MANAGER, Clock, bench_maker
from tests.fakes.two_stores import a_call, two_stores

Side = Literal["rep", "manager"]
SIDES = st.sampled_from(["rep", "manager"])
ANSWERS = st.integers(0, 2)


class AnyOrder(RuleBasedStateMachine):
    """Two stores that begin with the same call."""

    begin: Path
    call_id: UUID

    @initialize()
    def start(self) -> None:
        self.opened = ExitStack()
        self.folder = Path(mkdtemp(dir=self.begin))
        self.benches: dict[Side, Workbench] = {}
        self.clocks: dict[Side, Clock] = {}
        who: tuple[tuple[Side, object], ...] = (("rep", DANA), ("manager", MANAGER))
        for side, me in who:
            store = self.folder / f"{side}.sqlite"
            shutil.copyfile(self.begin / f"{side}.sqlite", store)
            self.clocks[side] = Clock()
            self.benches[side] = bench_maker(store, self.clocks[side], self.opened)(me)
        self.answers = sorted(one.id for one in self.benches["rep"].store.answers(self.call_id))
        self.packs: list[Path] = []

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            for side in ("rep", "manager"):
                self.exchange(side)
            self.both_have_the_same()
            self.opened.close()
            shutil.rmtree(self.folder)

    def exchange(self, side: Side) -> None:
        self.pack(side)
        unpack(self.benches["manager" if side == "rep" else "rep"], self.packs[-1])

    def both_have_the_same(self) -> None:
        kept = []
        for bench in self.benches.values():
            call = call_of(bench, self.call_id)
            lead, _ = whom(bench, call)
            assert lead is not None
            answers = {one.id: one for one in bench.store.answers(self.call_id)}
            kept.append(
                (
                    call,
                    lead,
                    CALL.record(bench, call),
                    LEAD.record(bench, lead),
                    answers,
                    [one.answer.id for one in list_answers(bench, self.call_id)],
                    bench.store.verdicts(self.call_id),
                    bench.store.reviews(self.call_id),
                    conflicts_of(bench, call),
                )
            )
        assert kept[0] == kept[1]

    @rule(side=SIDES, seconds=st.integers(-30, 60))
    def time_passes(self, side: Side, seconds: int) -> None:
        self.clocks[side].pass_seconds(seconds)

    @rule(side=SIDES, answer=ANSWERS)
    def confirm(self, side: Side, answer: int) -> None:
        deciding.confirm(self.benches[side], self.call_id, self.answers[answer])

    @rule(side=SIDES, answer=ANSWERS)
    def reject(self, side: Side, answer: int) -> None:
        deciding.reject(self.benches[side], self.call_id, self.answers[answer])

    @rule(side=SIDES, answer=ANSWERS, value=st.sampled_from(["", "50k", "June"]))
    def edit(self, side: Side, answer: int, value: str) -> None:
        change = AnswerEdit(value=value or None, polarity=None if value else Polarity.NO)
        deciding.edit(self.benches[side], self.call_id, self.answers[answer], change)

    @rule(side=SIDES)
    def add(self, side: Side) -> None:
        deciding.add(self.benches[side], self.call_id, field=Field.NEED, value=side)

    @rule(side=SIDES)
    def undo(self, side: Side) -> None:
        deciding.undo(self.benches[side], self.call_id)

    @rule(side=SIDES, outcome=st.sampled_from([Outcome.NURTURE, Outcome.QUALIFIED]))
    def override(self, side: Side, outcome: Outcome) -> None:
        override_verdict(self.benches[side], self.call_id, outcome, f"says {side}")

    @rule(side=SIDES)
    def review(self, side: Side) -> None:
        reviewing.comment(self.benches[side], self.call_id, f"says {side}")

    @rule(side=SIDES, title=st.sampled_from(["CFO", "COO"]))
    def edit_lead(self, side: Side, title: str) -> None:
        store = self.benches[side].store
        lead, _ = whom(self.benches[side], call_of(self.benches[side], self.call_id))
        assert lead is not None
        store.save_lead(lead.model_copy(update={"title": title}))

    @rule(side=SIDES)
    def pack(self, side: Side) -> None:
        out = self.folder / f"{len(self.packs)}.zip"
        self.packs.append(pack_calls(self.benches[side], [self.call_id], out))

    @precondition(lambda self: self.packs)
    @rule(side=SIDES, which=st.integers(0, 1000))
    def unpack_any(self, side: Side, which: int) -> None:
        """Also one's own, an old one, the same again."""
        unpack(self.benches[side], self.packs[which % len(self.packs)])

    @rule()
    def both_sync(self) -> None:
        self.exchange("rep")
        self.exchange("manager")
        self.both_have_the_same()


@pytest.fixture
def begin(tmp_path: Path) -> UUID:
    """Two stores with the same call; they are copied for each run."""
    AnyOrder.begin = tmp_path
    with ExitStack() as opened:
        two = two_stores(tmp_path, opened)
        call_id = a_call(two.rep, "timeline: 2026-06-30")
        two.send(two.rep, two.manager, call_id)
    return call_id


def test_any_order_ends_in_the_same_state(begin: UUID) -> None:
    AnyOrder.call_id = begin
    AnyOrder.TestCase.settings = settings(
        max_examples=12,
        stateful_step_count=14,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    AnyOrder.TestCase("runTest").runTest()
