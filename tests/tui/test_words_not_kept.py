"""A call whose words are kept no longer can still be reviewed and annotated."""

from uuid import UUID

import pytest

from assistant.workflows.annotating import (
    AnnotateOptions,
    Format,
    annotate_text,
    annotation_of_call,
    render,
)
from assistant.workflows.retention import apply_retention
from assistant.workflows.saving import save_annotation
from assistant.workflows.tracking import track_call
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import BenchOf, Clock
from tests.tui.conftest import OpenCall

SAID = "Dana Reyes: hello\nLuis Ortega: budget: forty thousand; need: late trucks\n"


@pytest.fixture
def bare(bench_of: BenchOf, clock: Clock) -> tuple[Workbench, UUID]:
    bench = bench_of(retention={"transcripts": 7})
    call_id = save_annotation(bench, annotate_text(bench, SAID, AnnotateOptions()))
    clock.pass_seconds(9 * 24 * 3600)
    assert apply_retention(bench, dry_run=False).forgotten.calls == {call_id}
    return bench, call_id


async def test_it_can_be_reviewed(bare: tuple[Workbench, UUID], open_app: OpenCall) -> None:
    bench, call_id = bare
    async with open_app(bench, size=(120, 40)) as rep:
        rep.app.open_review(call_id)
        await rep.settle()
        await rep.press("n", "n", "enter", "j", "tab", "enter")
        await rep.settle()

        assert "late trucks" not in rep.seen
        assert "…" in rep.seen


async def test_it_can_be_opened_for_annotation(
    bare: tuple[Workbench, UUID], open_app: OpenCall
) -> None:
    bench, call_id = bare
    async with open_app(bench, size=(120, 40), annotate=call_id) as rep:
        await rep.press("n", "n", "N", "c")
        await rep.settle()

        assert "late trucks" not in rep.seen


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_it_can_be_annotated(bare: tuple[Workbench, UUID], form: Format) -> None:
    bench, call_id = bare
    shown = render(annotation_of_call(bench, call_id), form)

    assert "late trucks" not in shown
    assert {count.total for count in track_call(bench, call_id).counts} == {0}
