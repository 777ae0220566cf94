"""What a command was given to read: files, folders, standard input, shipped samples."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.domain.errors import BadInput, NotFound, WrongUsage

STANDARD_INPUT = Path("-")


def sample_files() -> dict[str, Path]:
    """The shipped sample transcripts by name."""
    from assistant.settings.shipped import shipped

    folder = shipped("transcripts", "samples")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in files}


def inputs_of(files: Sequence[Path], samples: Sequence[str]) -> tuple[Path, ...]:
    """Every input in the order given; a folder stands for all files below it.

    Raises ``WrongUsage`` for none, ``NotFound`` for an unknown sample, ``BadInput`` for an
    empty folder.
    """
    inputs = (*(found for path in files for found in _below(path)), *map(_sample, samples))
    if not inputs:
        raise WrongUsage(
            "Name a transcript or notes file, a folder of them, - for standard input, or "
            "--sample NAME (`assistant samples` lists them)."
        )
    return inputs


def read_standard_input() -> str:
    """Everything that comes in, as UTF-8. Raises ``BadInput`` where it is none."""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = "this is not UTF-8 text"
        raise BadInput(message, file="standard input", line=line) from error


def _below(path: Path) -> Iterator[Path]:
    if path == STANDARD_INPUT or not path.is_dir():
        yield path
        return
    files = [one for one in sorted(path.rglob("*")) if one.is_file() and not _hidden(one, path)]
    if not files:
        raise BadInput("there is no file in this folder", file=str(path))
    yield from files


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _sample(name: str) -> Path:
    files = sample_files()
    if name not in files:
        raise NotFound(f"There is no sample {name!r}. There are: {', '.join(files)}.")
    return files[name]
