"""Whether the person has seen the tour of the screens. A file says so; it is empty."""

from contextlib import suppress
from pathlib import Path

from assistant.settings.paths import data_dir, private_folder


def tour_seen() -> bool:
    """Whether the tour was shown once, to the end or not."""
    return _mark().exists()


def remember_tour() -> None:
    """Do not show it again by itself. Where that cannot be kept, it is shown again."""
    with suppress(OSError):
        private_folder(_mark().parent)
        _mark().touch()


def _mark() -> Path:
    return data_dir() / "tour-seen"
