"""Lines about answers where there is little room: nothing that matters is cut to a stub."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from assistant.domain.answers import Answer, Evidence, Status
from assistant.domain.fields import Field, Polarity, Side
from assistant.domain.marks import TurnMark
from assistant.domain.values import Label
from assistant.tui.annotation.pairs import answer_rows
from assistant.tui.drawing import inert
from assistant.tui.review.remarks import when
from assistant.tui.review.turns import mark_line, tag_line
from assistant.tui.wrapping import rows_of
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import DANA
from tests.tui.annotating import keep_luis
from tests.tui.conftest import OpenCall

ANSWER = Answer(
    id="0123456789abcdef",
    field=Field.AUTHORITY,
    value=Label(text="speaker decides with Tom (partner)"),
    evidence=Evidence(
        source="transcript", turn=1, start=0, end=10, quote="Me and Tom", speaker="Mei",
        side=Side.PROSPECT,
    ),
    polarity=Polarity.YES,
    status=Status.CONFIRMED,
    found_by="tagger",
)  # fmt: skip


def test_the_word_for_the_state_goes_before_the_value_does() -> None:
    wide = tag_line(ANSWER, "", 70, chosen=False).plain
    narrow = tag_line(ANSWER, "", 56, chosen=False).plain

    assert wide.split()[-2:] == ["yes", "confirmed"]
    assert narrow.split() == wide.split()[:-1]


def test_a_value_beside_another_call_is_told_in_full() -> None:
    rows = [line.plain for line in answer_rows(ANSWER, 30)]

    assert all(len(row) <= 30 for row in rows)
    assert " ".join(" ".join(rows).split()) == (
        "✓ speaker decides with yes Tom (partner) “Me and Tom”"
    )


def test_a_moment_is_never_broken() -> None:
    moment = when(datetime(2026, 3, 10, 15, 0, tzinfo=UTC), lambda at: at)

    assert moment.split() == ["10", "Mar", "26", "15:00"]
    said = [row.plain for row in rows_of(inert(f"confirmed by Dana, {moment}"), 24)]
    assert said == ["confirmed by Dana,", moment]


@pytest.mark.parametrize(("width", "says_who"), [(38, False), (60, True)])
def test_a_mark_says_who_made_it_where_there_is_room(width: int, says_who: bool) -> None:
    mark = TurnMark(
        id=UUID(int=1),
        call_id=UUID(int=2),
        source="transcript",
        turn=1,
        kind="speaker",
        text="Mei",
        by=DANA,
        at=datetime(2026, 3, 10, 15, 0, tzinfo=UTC),
    )

    line = mark_line(mark, width).plain
    assert line.startswith(" ✎ spoken by Mei, not as transcribed")
    assert ("Dana Reyes" in line) == says_who
    assert "…" not in line


@pytest.mark.parametrize(
    ("width", "parts"),
    [
        (120, ["Luis Ortega", "Harborline", "rep Dana Reyes", "10 Mar 26"]),
        (80, ["Luis Ortega", "Harborline", "10 Mar 26"]),
        (60, ["Luis Ortega", "10 Mar 26"]),
        (44, ["Luis Ortega"]),
    ],
)
async def test_the_title_has_whole_parts(
    bench: Workbench, open_app: OpenCall, width: int, parts: list[str]
) -> None:
    call_id: UUID = keep_luis(bench)
    async with open_app(bench, annotate=call_id, size=(width, 24)) as rep:
        title = rep.seen.splitlines()[0]
        assert [part.strip() for part in title.partition("◆")[0].split("·")] == parts
