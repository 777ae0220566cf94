"""The training itself: step after step, kept every few, the same again after a kill."""

import copy
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import numpy as np
import torch

from assistant.training.augmenting import Augmenter, Pieces
from assistant.training.batches import Batch, Stretch, batch_of, epoch_of
from assistant.training.checkpoints import Checkpoints, Standing
from assistant.training.examples import Example
from assistant.training.losses import loss_of
from assistant.training.network import Network
from assistant.training.progress import Pace, Say
from assistant.training.recipe import Recipe

KEPT_EVERY = 200
"""Steps between two checkpoints."""
_THREADS = 2
_FIRST_WORDS = 1000
"""Pieces before this one are signs and markers, which are never hidden."""
_AVERAGED_FROM = 50
"""The average follows closely over about so many first steps."""

Calls = Sequence[tuple[Example, ...]]


class Fitting:
    """Fits a network to calls. ``start`` is the piece that begins a window."""

    def __init__(
        self, recipe: Recipe, base: Path, pieces: Pieces, start: int, checkpoints: Checkpoints
    ) -> None:
        torch.set_num_threads(_THREADS)
        torch.manual_seed(recipe.seed)
        self._recipe, self._pieces, self._start = recipe, pieces, start
        self._augmenter = Augmenter(recipe, pieces)
        self._checkpoints = checkpoints
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._network = Network(base, recipe.drop).to(self._device)
        self._average: Network = copy.deepcopy(self._network).eval()
        self._optimizer = _optimizer(self._network, recipe)

    def fit(self, calls: Calls, say: Say, after_epoch: Callable[[Network, int], None]) -> Network:
        """The averaged network; goes on from the checkpoint, if there is one.

        ``after_epoch`` is called with the network and the epochs that are done.
        """
        standing = self._resumed(say)
        first = epoch_of(calls, self._recipe, self._augmenter, 0)
        # Every epoch is cut in another way, into about as many batches.
        total = max(1, len(first) * self._recipe.epochs)
        pace = Pace(say, total, standing.step, standing.seconds)
        step, place = standing.step, standing.place
        for epoch in range(standing.epoch, self._recipe.epochs):
            batches = epoch_of(calls, self._recipe, self._augmenter, epoch)
            for done, stretches in enumerate(batches[place:], start=place + 1):
                pace.stepped(self._step(stretches, step, total))
                step += 1
                if step % KEPT_EVERY == 0:
                    self._keep(epoch, done, step, pace.seconds)
            place = 0
            pace.tell()
            self._keep(epoch + 1, 0, step, pace.seconds)
            after_epoch(self._average, epoch + 1)
        return self._average

    def _step(self, stretches: Sequence[Stretch], step: int, total: int) -> float:
        torch.manual_seed(self._recipe.seed * 1_000_003 + step)
        batch = self._masked(batch_of(stretches, self._start), step)
        _set_rate(self._optimizer, self._recipe, step, total)
        self._network.train()
        with precision(self._device):
            ids, turns = (torch.from_numpy(each) for each in (batch.ids, batch.turns))
            scores = self._network(ids.to(self._device), turns.to(self._device))
        loss = loss_of(scores, batch, self._recipe)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), self._recipe.gradient)
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        self._follow(step + 1)
        return float(loss.item())

    def _masked(self, batch: Batch, step: int) -> Batch:
        random = np.random.default_rng((self._recipe.seed, step))
        hidden = random.random(batch.ids.shape) < self._recipe.masked
        batch.ids[hidden & (batch.ids >= _FIRST_WORDS)] = self._pieces.mask
        return batch

    def _follow(self, step: int) -> None:
        kept = min(self._recipe.averaged, step / (step + _AVERAGED_FROM))
        pairs = zip(self._average.parameters(), self._network.parameters(), strict=True)
        with torch.no_grad():
            for mine, new in pairs:
                mine.lerp_(new, 1 - kept)

    def _keep(self, epoch: int, place: int, step: int, seconds: float) -> None:
        self._checkpoints.save(
            Standing(
                epoch,
                place,
                step,
                seconds,
                self._network.state_dict(),
                self._average.state_dict(),
                self._optimizer.state_dict(),
            )
        )

    def _resumed(self, say: Say) -> Standing:
        standing = self._checkpoints.load()
        if standing is None:
            return Standing(0, 0, 0, 0.0, {}, {}, {})
        self._network.load_state_dict(standing.network)
        self._average.load_state_dict(standing.average)
        self._optimizer.load_state_dict(standing.optimizer)
        say(f"going on after step {standing.step}, in epoch {standing.epoch + 1}")
        return standing


def precision(device: torch.device) -> AbstractContextManager[object]:
    """Sixteen bits where the machine computes in them, else thirty-two."""
    if device.type == "cuda":
        able = torch.cuda.is_bf16_supported()
    else:
        able = bool(torch.cpu.get_capabilities().get("avx512_bf16"))
    return torch.autocast(device.type, dtype=torch.bfloat16) if able else nullcontext()


def _optimizer(network: Network, recipe: Recipe) -> torch.optim.AdamW:
    body = list(network.encoder.parameters())
    mine = {id(weights) for weights in body}
    heads = [weights for weights in network.parameters() if id(weights) not in mine]
    groups = [{"params": body, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay, betas=(0.9, 0.98))


def _set_rate(optimizer: torch.optim.AdamW, recipe: Recipe, step: int, total: int) -> None:
    rising = min(1.0, step / max(1, recipe.warm_up * total))
    share = rising * max(recipe.lowest_rate, 1 - step / total)
    for group, rate in zip(optimizer.param_groups, (recipe.rate, recipe.head_rate), strict=True):
        group["lr"] = rate * share
