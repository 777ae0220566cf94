"""Finds the data that ships with the program: question banks and sample transcripts."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_IN_WHEEL = _PACKAGE / "shipped"


def shipped(*parts: str) -> Path:
    """The path of shipped data, as ``shipped("transcripts", "samples")``.

    A wheel carries it inside the package; in a checkout, or an editable install of one,
    it lies beside the package.
    """
    root = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
