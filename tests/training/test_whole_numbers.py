"""Products of whole numbers: near the full ones, row by row, and too small to overflow.

Needs the extra ``train``.
"""

import pytest

torch = pytest.importorskip("torch")

from torch import Tensor  # noqa: E402 - after the look for torch

from assistant.training.whole_numbers import (  # noqa: E402
    EVEN,
    MOSTLY_ABOVE,
    Product,
    Rounding,
    rounded_weights,
)

NONE = torch.tensor([], dtype=torch.int64)


def multiplied(rows: Tensor, weights: Tensor, zero: int = EVEN, apart: Tensor = NONE) -> Tensor:
    product = Product(weights, rows.T @ rows, apart, zero)
    result: Tensor = product(Rounding(rows.shape[1], apart, zero)(rows))
    return result


def random(*shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(sum(shape)))


@pytest.mark.parametrize("zero", [EVEN, MOSTLY_ABOVE])
def test_a_product_is_near_the_full_one(zero: int) -> None:
    rows, weights = random(50, 64), random(32, 64)
    if zero == MOSTLY_ABOVE:
        rows = torch.nn.functional.gelu(rows)
    full = rows @ weights.T
    assert (multiplied(rows, weights, zero) - full).norm() < 0.02 * full.norm()


def test_a_row_comes_out_the_same_whatever_stands_beside_it() -> None:
    rows, weights = random(5, 64), random(32, 64)
    multiply, rounding = Product(weights, rows.T @ rows, NONE, EVEN), Rounding(64, NONE, EVEN)
    beside = torch.cat([rows, 1000 * random(7, 64)])
    alone, among = (multiply(rounding(each)) for each in (rows, beside))
    assert torch.equal(alone, among[:5])


def test_two_products_fit_into_sixteen_bits() -> None:
    small = Product(50 * random(32, 64), torch.eye(64), NONE, EVEN).get_buffer("small")
    assert 2 * 255 * int(small.abs().max()) <= 2**15 - 1


def test_one_large_column_does_not_make_the_others_rough() -> None:
    rows, weights = random(50, 64), random(32, 64)
    rows[:, 7] *= 100
    full = rows @ weights.T

    def wrong(apart: Tensor) -> float:
        return float((multiplied(rows, weights, apart=apart) - full).norm())

    assert wrong(torch.tensor([7])) < wrong(NONE) / 2


def test_a_row_of_nothing_gives_nothing() -> None:
    assert torch.equal(multiplied(torch.zeros(2, 64), random(32, 64)), torch.zeros(2, 32))


def test_weights_are_rounded_for_what_they_are_multiplied_with() -> None:
    rows = random(200, 8) @ random(8, 64) + 0.1 * random(200, 64)
    weights = 10 * random(32, 64)
    small = rounded_weights(weights, rows.T @ rows).float()
    plain = weights.round()

    def wrong(chosen: Tensor) -> float:
        return float((rows @ (chosen - weights).T).norm())

    assert wrong(small) < wrong(plain) / 2
