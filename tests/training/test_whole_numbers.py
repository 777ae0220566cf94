"""Products of whole numbers: near the full ones, row by row, and too small to overflow.

Needs the extra ``train``.
"""

from collections.abc import Callable

import pytest

torch = pytest.importorskip("torch")

from torch import Tensor  # noqa: E402 - after the look for torch

from assistant.training.whole_numbers.by_column import (  # noqa: E402
    ColumnProduct,
    ColumnRounding,
    columns_of,
)
from assistant.training.whole_numbers.by_row import RowProduct, RowRounding  # noqa: E402
from assistant.training.whole_numbers.multiplying import rounded_weights  # noqa: E402
from assistant.training.whole_numbers.seen import Seen  # noqa: E402

NONE = torch.tensor([], dtype=torch.int64)

Way = Callable[[Tensor, Tensor], Callable[[Tensor], Tensor]]
"""Rows that training shows, and weights, to what multiplies rows with these weights."""


def random(*shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(sum(shape)))


def as_gelu_gives(rows: Tensor) -> Tensor:
    return torch.nn.functional.gelu(rows)


def by_row(shown: Tensor, weights: Tensor, apart: Tensor = NONE) -> Callable[[Tensor], Tensor]:
    rounding = RowRounding(shown.shape[1], apart)
    product = RowProduct(weights, shown.T @ shown, apart)
    return lambda rows: product(rounding(as_gelu_gives(rows)))


def seen(shown: Tensor) -> Seen:
    what = Seen.nothing(shown.shape[1])
    for rows in shown.split(20):
        what.add(rows)
    return what


def by_column(shown: Tensor, weights: Tensor) -> Callable[[Tensor], Tensor]:
    columns = columns_of(seen(shown), [weights])
    rounding = ColumnRounding(columns)
    product = ColumnProduct(weights, torch.zeros(len(weights)), columns, seen(shown))
    return lambda rows: product(rounding(rows))


def off(given: Tensor, full: Tensor) -> float:
    return float((given - full).norm() / full.norm())


def test_what_is_seen_in_parts_is_what_is_seen_at_once() -> None:
    rows = random(50, 6)
    what, middle = seen(rows), random(6)
    moved = rows - middle
    assert torch.equal(what.least, rows.amin(0))
    assert torch.equal(what.most, rows.abs().amax(0))
    assert torch.allclose(what.around(middle), moved.T @ moved, atol=1e-3)


def test_a_product_by_rows_is_near_the_full_one() -> None:
    rows, weights = random(50, 64), random(32, 64)
    assert off(by_row(rows, weights)(rows), as_gelu_gives(rows) @ weights.T) < 0.02


def test_a_product_by_columns_is_near_the_full_one() -> None:
    rows, weights = random(50, 64) * random(64).exp() + 10 * random(64), random(32, 64)
    assert off(by_column(rows, weights)(rows), rows @ weights.T) < 0.02


def test_a_bias_is_added() -> None:
    rows, weights, bias = random(50, 64), random(32, 64), random(32)
    columns = columns_of(seen(rows), [weights])
    given = ColumnProduct(weights, bias, columns, seen(rows))(ColumnRounding(columns)(rows))
    assert torch.allclose(given, by_column(rows, weights)(rows) + bias, atol=1e-5)


@pytest.mark.parametrize("way", [by_row, by_column])
def test_a_row_comes_out_the_same_whatever_stands_beside_it(way: Way) -> None:
    rows, weights = random(5, 64), random(32, 64)
    multiply = way(rows, weights)
    beside = torch.cat([rows, 1000 * random(7, 64)])
    assert torch.equal(multiply(rows), multiply(beside)[:5])


@pytest.mark.parametrize("product", [RowProduct, ColumnProduct])
def test_two_products_fit_into_sixteen_bits(product: type) -> None:
    weights, rows = 50 * random(32, 64), random(50, 64)
    if product is RowProduct:
        made = RowProduct(weights, torch.eye(64), NONE)
    else:
        made = ColumnProduct(
            weights, torch.zeros(32), columns_of(seen(rows), [weights]), seen(rows)
        )
    assert 2 * 255 * int(made.get_buffer("small").abs().max()) <= 2**15 - 1


def test_one_large_column_taken_apart_does_not_make_the_others_rough() -> None:
    rows, weights = random(50, 64), random(32, 64)
    rows[:, 7] = 100 * rows[:, 7].abs()
    full = as_gelu_gives(rows) @ weights.T
    apart = torch.tensor([7])
    taken_apart = off(by_row(as_gelu_gives(rows), weights, apart)(rows), full)
    assert taken_apart < off(by_row(as_gelu_gives(rows), weights)(rows), full) / 2


def test_what_lies_far_out_in_its_column_ends_at_its_edge() -> None:
    rows, weights = random(50, 64), random(32, 64)
    multiply = by_column(rows, weights)
    assert torch.equal(multiply(rows.abs() * 1e6), multiply(rows.abs() * 1e9))


def test_a_row_of_nothing_gives_nothing() -> None:
    nothing = torch.zeros(2, 64)
    assert torch.equal(by_row(random(5, 64), random(32, 64))(nothing), torch.zeros(2, 32))


def test_weights_are_rounded_for_what_they_are_multiplied_with() -> None:
    rows = random(200, 8) @ random(8, 64) + 0.1 * random(200, 64)
    weights = 10 * random(32, 64)
    small = rounded_weights(weights, rows.T @ rows).float()
    plain = weights.round()

    def wrong(chosen: Tensor) -> float:
        return float((rows @ (chosen - weights).T).norm())

    assert wrong(small) < wrong(plain) / 2
