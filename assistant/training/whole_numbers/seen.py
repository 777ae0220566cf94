"""What linear layers are given in windows of training calls."""

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass
class Seen:
    """Of rows (n, inputs): each column's ``least`` and ``greatest`` number and ``total``.

    ``products`` (inputs, inputs) are the sums of what columns' numbers multiply to.
    """

    rows: int
    least: Tensor
    greatest: Tensor
    total: Tensor
    products: Tensor

    @classmethod
    def nothing(cls, inputs: int) -> "Seen":
        """Before any row."""
        edge = torch.full((inputs,), torch.inf)
        return cls(0, edge, -edge, torch.zeros(inputs), torch.zeros(inputs, inputs))

    def add(self, rows: Tensor) -> None:
        """See more rows."""
        self.rows += len(rows)
        self.least = torch.minimum(self.least, rows.amin(0))
        self.greatest = torch.maximum(self.greatest, rows.amax(0))
        self.total = self.total + rows.sum(0)
        self.products = self.products + rows.T @ rows

    @property
    def most(self) -> Tensor:
        """The size of each column's largest number."""
        return torch.maximum(self.greatest, -self.least)

    def around(self, middle: Tensor) -> Tensor:
        """``products`` as they were if ``middle`` were 0."""
        crossed = torch.outer(middle, self.total)
        return self.products - crossed - crossed.T + self.rows * torch.outer(middle, middle)
