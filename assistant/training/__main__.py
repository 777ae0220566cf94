"""``python -m assistant.training``: build the learned tagger from marked calls, unattended."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.domain.errors import AssistantError, WrongUsage
from assistant.settings.paths import data_dir
from assistant.training.recipe import Recipe

_RECIPE = Recipe()


def train(
    corpus: Annotated[
        Path, typer.Option(help="The folder with train/, dev/ and asked.tsv.")
    ] = Path("transcripts/corpus"),
    also: Annotated[
        list[Path] | None, typer.Option(help="More marked calls to learn from. Repeatable.")
    ] = None,
    work: Annotated[
        Path | None, typer.Option(help="Where checkpoints are kept; in the data folder if not.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option(help="Where the model goes; where the assistant finds it if not.")
    ] = None,
    epochs: Annotated[int, typer.Option(min=1)] = _RECIPE.epochs,
    seed: Annotated[int, typer.Option(min=0)] = _RECIPE.seed,
    keep_worse: Annotated[  # noqa: FBT002 - typer's way
        bool, typer.Option("--keep-worse", help="Replace even a model that is better.")
    ] = False,
) -> None:
    """Train the tagger, print how well it does on the development calls, and keep it.

    Ended before its end, the same command goes on where it stood.
    """
    recipe = _RECIPE.model_copy(update={"epochs": epochs, "seed": seed})
    folder = work or data_dir() / "training"
    try:
        _build(corpus, tuple(also or ()), folder, into, recipe, keep_worse=keep_worse)
    except AssistantError as error:
        typer.echo(f"training: {error}", err=True)
        raise typer.Exit(error.exit_code) from error


def _build(
    corpus: Path,
    also: tuple[Path, ...],
    work: Path,
    into: Path | None,
    recipe: Recipe,
    *,
    keep_worse: bool,
) -> None:
    try:
        from assistant.extraction.learned.model import FOLDER
        from assistant.training.building import Order, build
    except ModuleNotFoundError as error:
        raise WrongUsage(
            f'{error.name} is not installed, and training needs it: pip install ".[train]"'
        ) from error
    build(Order(corpus, work, recipe, also, into or FOLDER, keep_worse), _say)


def _say(line: str) -> None:
    """At once, so that a log that is followed shows it."""
    typer.echo(line)
    sys.stdout.flush()


if __name__ == "__main__":
    typer.run(train)
