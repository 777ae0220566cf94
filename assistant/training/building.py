"""From marked calls to the model in the product's folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant import __version__
from assistant.extraction.learned.encoding import Encoder
from assistant.extraction.learned.model import FOLDER, Making, ModelCard, load_model
from assistant.training.augmenting import Pieces
from assistant.training.checkpoints import Checkpoints, training_id
from assistant.training.corpus import Corpus, read_corpus
from assistant.training.exporting import export, export_small
from assistant.training.figures import figures_of, largest_difference, line_of
from assistant.training.fitting import Fitting
from assistant.training.keeping import NotKept, keep, why_not, write_model
from assistant.training.network import Network
from assistant.training.predicting import run_of
from assistant.training.progress import Say
from assistant.training.reading import ReadCall, evenly, read_by, read_calls, windows_of
from assistant.training.recipe import Recipe
from assistant.training.tuning import open_card, tune
from assistant.training.weights import BASE, LICENCE, PIECES, SHA256, base_folder

FULL, SMALL = "full", "model"
"""Folders of the work folder: the weights in full precision, and the model to ship."""
_SHOWN = 64
"""Windows of training calls that the weights are rounded for."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built from what. ``work`` keeps checkpoints; the model goes ``into``."""

    corpus: Path
    work: Path
    recipe: Recipe
    also: tuple[Path, ...] = ()
    into: Path = FOLDER
    keep_worse: bool = False


def build(order: Order, say: Say) -> ModelCard:
    """Train, export, choose thresholds, measure, and put the model into its folder.

    Raises BadInput for a corpus or weights that cannot be used, NotKept for a model that is
    worse than the one it would replace.
    """
    base = base_folder()
    corpus = read_corpus(order.corpus, order.also)
    say("learning from " + ", ".join(f"{n} {what}" for what, n in corpus.counts().items()))
    encoder = Encoder((base / PIECES).read_bytes())
    network = _trained(order, corpus, base, encoder, say)
    export(network, order.work / FULL)
    shown = evenly(windows_of(corpus.train, encoder), _SHOWN)
    small = export_small(network, order.work / SMALL, shown, encoder.start)
    say(f"the model has {small.stat().st_size / 1e6:.1f} MB")
    card, difference = _measured(order, corpus, base, say)
    against = why_not(card, order.into, difference)
    if against and not order.keep_worse:
        raise NotKept(
            f"The model is not put into {order.into}: {'; '.join(against)}. "
            f"It lies in {order.work / SMALL}; --keep-worse puts it there all the same."
        )
    keep(order.work / SMALL, order.into)
    say(f"the model is in {order.into}")
    return card


def _trained(order: Order, corpus: Corpus, base: Path, encoder: Encoder, say: Say) -> Network:
    examples = corpus.examples(encoder)
    checkpoints = Checkpoints(order.work, training_id(order.recipe, examples))
    fitting = Fitting(order.recipe, base, Pieces(base / PIECES), encoder.start, checkpoints)

    def told(network: Network, epochs: int) -> None:
        read = read_calls(corpus.dev, encoder, run_of(network, encoder.start))
        figures = figures_of(read, open_card(0.5, 2.0), corpus.asked)
        say(f"after epoch {epochs}, before any tuning:\n{line_of(figures)}")

    return fitting.fit(examples, say, told)


def _measured(order: Order, corpus: Corpus, base: Path, say: Say) -> tuple[ModelCard, float]:
    """The card with all that was chosen and measured, and how far eight bits are from full."""
    blank = open_card(0.5, 2.0)
    read: dict[str, tuple[ReadCall, ...]] = {}
    for name in (FULL, SMALL):
        write_model(order.work / name, base, blank)
        read[name] = read_by(load_model(order.work / name), corpus.dev)
    tuned = tune(read[FULL], corpus.asked)
    card = blank.model_copy(update=tuned._asdict())
    dev = {name: figures_of(read[name], card, corpus.asked) for name in read}
    difference = largest_difference(dev[FULL], dev[SMALL])
    say(f"development calls, in full precision:\n{line_of(dev[FULL])}")
    say(f"in eight bits, as it ships:\n{line_of(dev[SMALL])}")
    say(f"they are at most {difference:.4f} apart")
    card = card.model_copy(update={"made": _making(order, corpus, dev[SMALL])})
    return write_model(order.work / SMALL, base, card), difference


def _making(order: Order, corpus: Corpus, dev: dict[str, Any]) -> Making:
    return Making(
        version=__version__,
        base=BASE,
        base_sha256=SHA256,
        licence=LICENCE,
        recipe=order.recipe.model_dump(mode="json"),
        trained_on=corpus.counts(),
        dev=dev,
    )
