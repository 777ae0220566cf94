"""What a command was given to read: files, folders, standard input, shipped samples."""

import glob
import os
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


def is_sample(path: Path) -> bool:
    """Whether a file ships with the program, whose people are invented."""
    from assistant.settings.shipped import shipped

    return path.resolve().is_relative_to(shipped("transcripts", "samples"))


def inputs_of(
    files: Sequence[str], samples: Sequence[str], *, but: Path | None = None
) -> tuple[Path, ...]:
    """Every input in the order given; a folder or a zip file stands for all files in it.

    Names with ``*``, ``?`` or ``[`` that no file has stand for all files that they match.

    A folder ``but`` below one of them is left out: results are written there. Raises
    ``WrongUsage`` for none, ``NotFound`` for an unknown sample, ``BadInput`` for an empty
    folder.
    """
    inputs = (*(found for name in files for found in _below(name, but)), *map(_sample, samples))
    if not inputs:
        raise WrongUsage(
            "Name a transcript or notes file, a folder or zip file of them, - for standard "
            "input, or --sample NAME (`assistant samples` lists them)."
        )
    return inputs


def read_standard_input() -> bytes:
    """Everything that comes in."""
    return sys.stdin.buffer.read()


def _below(name: str, but: Path | None) -> Iterator[Path]:
    if not name:
        raise WrongUsage("The name of a file is empty. Name a file, or . for all files here.")
    path = Path(name)
    if path == STANDARD_INPUT:
        yield path
    elif _is_folder(path):
        files = sorted(_files_below(path, but.resolve() if but else None))
        if not files:
            raise BadInput("there is no file in this folder", file=name)
        for file in files:
            yield from _in_zip(file)
    else:
        for match in _matching(path):
            yield from _in_zip(match)


def _matching(path: Path) -> tuple[Path, ...]:
    """The files that a pattern stands for, as a shell would find them; else the path itself."""
    if _is_there(path) or not glob.has_magic(str(path)):
        return (path,)
    names = glob.iglob(str(path), recursive=True)  # noqa: PTH207 - takes whole paths
    files = sorted(file for file in map(Path, names) if file.is_file())
    if not files:
        raise BadInput("no file has a name like this", file=str(path))
    return tuple(files)


def _in_zip(path: Path) -> tuple[Path, ...]:
    """The files in a zip file. One that is refused is an input: reading it says why."""
    from assistant.workflows.packed_files import is_zip_of_files, members

    try:
        return members(path) if is_zip_of_files(path) else (path,)
    except BadInput:
        return (path,)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it says what is wrong with it
        return False


def _files_below(folder: Path, but: Path | None) -> Iterator[Path]:
    """All files that are not hidden. Raises ``OSError`` for a folder that can't be looked into."""
    for root, folders, files in os.walk(folder, onerror=_raise):
        here = Path(root)
        folders[:] = [name for name in folders if name[0] != "." and (here / name).resolve() != but]
        yield from (here / name for name in files if name[0] != "." and (here / name).is_file())


def _raise(error: OSError) -> None:
    raise error


def _sample(name: str) -> Path:
    files = sample_files()
    if name not in files:
        raise NotFound(f"There is no sample {name!r}. There are: {', '.join(files)}.")
    return files[name]
