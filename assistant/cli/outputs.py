"""A folder that a command writes its results to."""

import os
import re
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path

from assistant.domain.errors import BadInput, WrongUsage

_NO_CHARACTER = re.compile("[\ud800-\udfff]")


def made_folder(folder: Path) -> Path:
    """The folder of ``--out``, made where it is not there yet.

    Raises ``WrongUsage`` where there can be no such folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise WrongUsage(f"--out {folder}: this is a file; name a folder.") from error
    except OSError as error:
        raise WrongUsage(
            f"--out {folder}: it cannot be made: {error.strerror}. Name another folder."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WrongUsage(f"--out {folder}: you may not write there. Name another folder.")
    return folder


class OutFolder:
    """Takes a file for each input; one of an earlier run is written over, an input never.

    Raises ``WrongUsage`` where there can be no such folder.
    """

    def __init__(self, folder: Path, inputs: Iterable[Path]) -> None:
        self._folder = made_folder(folder)
        self._taken = {_one_name(path) for path in inputs}

    def write(self, name: str, ending: str, text: str) -> Path:
        """Write a file of that name and give its path; where that is taken it gets a number.

        A name that is no Unicode is written as one that is: the store knows no others.
        Raises ``BadInput`` where it cannot be written.
        """
        name = _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", name)
        names = chain([name], (f"{name}-{number}" for number in count(2)))
        paths = (self._folder / (one + ending) for one in names)
        try:
            path = next(path for path in paths if _one_name(path) not in self._taken)
            self._taken.add(_one_name(path))
            path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
        except OSError as error:
            file = str(error.filename or self._folder)
            raise BadInput(f"it cannot be written: {error.strerror}", file=file) from error
        return path


def _one_name(path: Path) -> str:
    """The same for all names of a file, also where capitals make no difference."""
    return str(path.resolve()).casefold()
