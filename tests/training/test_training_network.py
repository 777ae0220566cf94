"""The network: what its words see, and that a training goes on where it ended.

Needs the extra ``train``.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.domain.errors import WrongUsage
from assistant.extraction.learned.encoding import Encoder, Part
from assistant.extraction.learned.model import Model
from assistant.extraction.learned.windows import Window
from assistant.training.recipe import Recipe
from assistant.training.weights import PIECES, base_folder

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.filterwarnings("default")

from assistant.training.augmenting import Pieces  # noqa: E402 - after the look for torch
from assistant.training.checkpoints import Checkpoints, training_id  # noqa: E402
from assistant.training.examples import examples_of  # noqa: E402
from assistant.training.exporting import export, export_small  # noqa: E402
from assistant.training.fitting import Calls, Fitting  # noqa: E402
from assistant.training.network import Network, attention  # noqa: E402
from assistant.training.predicting import run_of  # noqa: E402
from assistant.training.tuning import open_card  # noqa: E402
from tests.training.making_calls import call_of, marked  # noqa: E402

Fit = Callable[..., tuple[Network, list[str]]]
RECIPE = Recipe(epochs=2, batch=2, window=64, first_window=40, contexts=(16,))


@pytest.fixture(scope="module")
def base() -> Path:
    try:
        return base_folder()
    except WrongUsage:
        pytest.skip("the weights are not installed")


@pytest.fixture(scope="module")
def encoder(base: Path) -> Encoder:
    return Encoder((base / PIECES).read_bytes())


@pytest.fixture(scope="module")
def calls(encoder: Encoder) -> Calls:
    text = "We put aside forty grand for it, I think, and Ana signs."
    marks = (marked(text, "forty grand", turn=1),)
    call = call_of(("Dana", "So is there a budget?"), ("Luis", text), marks=marks)
    return (examples_of(call, encoder, {}),) * 6


def parts(*lengths: int) -> tuple[Part, ...]:
    numbers = iter(range(2000, 9000))
    return tuple(
        Part(tuple(next(numbers) for _ in range(length)), ((0, 1),) * length) for length in lengths
    )


def same(one: Any, other: Any) -> bool:
    return all(np.allclose(a, b, atol=0.02) for a, b in zip(one, other, strict=True))


def test_a_piece_sees_its_turn_those_before_and_the_first_piece() -> None:
    seen = attention(torch.tensor([[0, 0, 1, 2, -1]]))[0, 0] == 0

    assert seen.int().tolist() == [
        [1, 1, 0, 0, 0],
        [1, 1, 0, 0, 0],
        [1, 1, 1, 0, 0],
        [1, 1, 1, 1, 0],
        [1, 0, 0, 0, 0],
    ]


def test_later_turns_and_other_windows_change_nothing(base: Path, encoder: Encoder) -> None:
    run = run_of(Network(base), encoder.start)
    short, long, other = parts(5, 7), parts(5, 7, 30, 4), parts(90)

    [alone] = run([Window(short, 0)])
    beside, _ = run([Window(long, 0), Window(other, 0)])

    assert [len(out.tags) for out in beside] == [4, 6, 29, 3]
    assert same(alone[0], beside[0])
    assert same(alone[1], beside[1])


def test_a_window_longer_than_the_encoder_knows_is_read(base: Path, encoder: Encoder) -> None:
    run = run_of(Network(base), encoder.start)

    [[out]] = run([Window(parts(600), 0)])

    assert out.tags.shape[0] == 599


@pytest.fixture
def fitted(base: Path, encoder: Encoder, calls: Calls, tmp_path: Path) -> Fit:
    """Makes and runs a training; ``stop`` is the epoch after which it is ended."""

    def fit(name: str, stop: int | None = None) -> tuple[Network, list[str]]:
        checkpoints = Checkpoints(tmp_path / name, training_id(RECIPE, calls))
        fitting = Fitting(RECIPE, base, Pieces(base / PIECES), encoder.start, checkpoints)
        told: list[str] = []

        def after(_network: Network, epochs: int) -> None:
            if epochs == stop:
                raise KeyboardInterrupt

        return fitting.fit(calls, told.append, after), told

    return fit


def test_an_ended_training_goes_on_to_the_same_weights(fitted: Fit) -> None:
    whole, _ = fitted("whole")
    with pytest.raises(KeyboardInterrupt):
        fitted("ended", stop=1)

    resumed, told = fitted("ended")

    assert any(line.startswith("going on after step") for line in told)
    mine, other = whole.state_dict(), resumed.state_dict()
    assert mine.keys() == other.keys()
    assert all(torch.allclose(mine[name], other[name], atol=1e-5) for name in mine)


def test_a_finished_training_is_not_done_again(fitted: Fit) -> None:
    whole, _ = fitted("once")
    again, told = fitted("once")

    assert not [line for line in told if line.startswith("step")]
    assert all(
        torch.equal(mine, other)
        for mine, other in zip(whole.parameters(), again.parameters(), strict=True)
    )


def test_a_checkpoint_of_another_training_is_not_gone_on_with(
    fitted: Fit, calls: Calls, tmp_path: Path
) -> None:
    fitted("other")

    other = training_id(RECIPE.model_copy(update={"seed": 2}), calls)

    assert Checkpoints(tmp_path / "other", other).load() is None
    assert Checkpoints(tmp_path / "other", training_id(RECIPE, calls)).load() is not None


@pytest.fixture(scope="module")
def network(base: Path) -> Network:
    torch.manual_seed(0)
    network = Network(base)
    network.eval()
    return network


@pytest.fixture(scope="module")
def exported(
    network: Network, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Model]:
    """What is written in full precision, and what ships."""
    import onnxruntime

    folder = tmp_path_factory.mktemp("exported")
    shown = [Window(parts(40, 50, 60), 1), Window(parts(9, 30), 0)]
    full = export(network, folder / "full")
    small = export_small(network, folder / "small", shown, encoder.start)
    assert small.stat().st_size < 25_000_000
    card = open_card(0.5, 2.0)
    return {
        path.parent.name: Model(card, encoder, "", onnxruntime.InferenceSession(path))
        for path in (full, small)
    }


@pytest.mark.parametrize(("name", "near"), [("full", 0.03), ("small", 0.05)])
def test_what_is_exported_says_what_the_network_says(
    network: Network, encoder: Encoder, exported: dict[str, Model], name: str, near: float
) -> None:
    window = Window(parts(5, 7, 20), 1)
    [expected] = run_of(network, encoder.start)([window])

    given, _ = exported[name].run(window)

    assert [len(out.tags) for out in given] == [6, 19]
    for mine, other in zip(given, expected, strict=True):
        assert all(np.allclose(a, b, atol=near) for a, b in zip(mine, other, strict=True))


@pytest.mark.parametrize(("name", "near"), [("full", 1e-4), ("small", 0.01)])
def test_what_is_kept_need_not_be_read_again(
    exported: dict[str, Model], name: str, near: float
) -> None:
    model, several = exported[name], parts(5, 7, 20, 3)
    _, kept = model.run(Window(several[:2], 1))

    assert kept.shared(Window(several, 2)) == 1 + 5 + 7
    on_top, _ = model.run(Window(several, 2), kept)
    alone, _ = model.run(Window(several, 2))

    for mine, other in zip(on_top, alone, strict=True):
        assert all(np.allclose(a, b, atol=near) for a, b in zip(mine, other, strict=True))
