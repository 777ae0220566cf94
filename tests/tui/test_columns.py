"""Which columns fit, and in what order rows come."""

import pytest
from textual.content import Content

from assistant.tui.columns import GAP, Column, Sorting, aligned, in_columns, ordered, placed


def column(
    title: str, width: int, *, rank: int = 0, most: int = 0, downward: bool = False
) -> Column[tuple[str, int]]:
    return Column(
        title,
        width,
        lambda row: Content(row[0]),
        lambda row: row[1],
        rank=rank,
        most=most,
        downward=downward,
    )


COLUMNS = (column("Name", 6, most=10), column("Age", 3, rank=1), column("Note", 5, rank=2, most=9))


@pytest.mark.parametrize(
    ("width", "titles"),
    [
        (200, ["Name", "Age", "Note"]),
        (18, ["Name", "Age", "Note"]),
        (17, ["Name", "Age"]),
        (10, ["Name"]),
        (1, ["Name"]),
    ],
)
def test_the_highest_rank_leaves_first(width: int, titles: list[str]) -> None:
    assert [one.title for one, _ in placed(COLUMNS, width)] == titles


@pytest.mark.parametrize("width", range(18, 60))
def test_what_is_left_is_shared_and_never_more(width: int) -> None:
    widths = [size for _, size in placed(COLUMNS, width)]
    assert sum(widths) + GAP * 2 <= width
    assert widths[0] <= 10
    assert widths[2] <= 9
    assert sum(widths) + GAP * 2 == min(width, 10 + 3 + 9 + GAP * 2)


def test_cells_are_cut_and_stand_where_they_belong() -> None:
    cells = [(Content("abcdef"), 4, False), (Content("7"), 3, True)]
    assert aligned(cells).plain == "abc…    7"


def test_rows_are_sorted_by_a_column_and_else_stay() -> None:
    rows = [("b", 1), ("a", 2), ("c", 1)]
    columns = (column("Up", 3), column("Down", 3, downward=True))
    assert ordered(columns, rows, Sorting("Up")) == (("b", 1), ("c", 1), ("a", 2))
    assert ordered(columns, rows, Sorting("Up", reverse=True)) == (("a", 2), ("b", 1), ("c", 1))
    assert ordered(columns, rows, Sorting("Down")) == (("a", 2), ("b", 1), ("c", 1))
    assert ordered(columns, rows, Sorting("none")) == tuple(rows)


def test_a_cell_takes_as_many_rows_as_it_needs() -> None:
    cells = [(Content("Next step"), 9), (Content("dated and shared"), 9), (Content("-"), 3)]

    rows = [line.plain for line in in_columns(cells)]

    assert rows == ["Next step  dated and  -  ", "           shared        "]
    assert in_columns([]) == []
