"""Where settings, data, logs and caches lie on this machine.

``ASSISTANT_HOME`` puts all of them below one folder. Nothing here creates a folder but
``private_folder``, which whoever writes a file calls first.
"""

import os
from pathlib import Path

import platformdirs

from assistant.domain.errors import BadInput

APP = "discovery-call-assistant"
"""The folders' name, on every system."""


def config_dir() -> Path:
    """The folder of ``settings.toml`` and the team's own banks."""
    return _home("config") or Path(platformdirs.user_config_dir(APP, appauthor=False))


def data_dir() -> Path:
    """The folder of the store and its backups."""
    return _home("data") or Path(platformdirs.user_data_dir(APP, appauthor=False))


def log_dir() -> Path:
    """The folder of the log."""
    return _home("log") or Path(platformdirs.user_log_dir(APP, appauthor=False))


def cache_dir() -> Path:
    """The folder of what is made again where it is missing."""
    return _home("cache") or Path(platformdirs.user_cache_dir(APP, appauthor=False))


def settings_file() -> Path:
    """The settings file, whether or not it is there."""
    return config_dir() / "settings.toml"


def store_file() -> Path:
    """The store, where the settings name no other."""
    return data_dir() / "calls.sqlite"


def team_folder() -> Path:
    """The team's own banks, ``lifecycles/``, ``icp.yaml`` and ``points.yaml``."""
    return config_dir() / "question_banks"


def private_folder(folder: Path) -> Path:
    """Create a folder, and those above it that are missing, for the owner only.

    A folder that is there keeps its permissions: it may be shared on purpose.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)
    return folder


def expanded(path: Path) -> Path:
    """The whole path, with the home folder for ``~``. Raises ``BadInput`` for nobody's home."""
    try:
        return path.expanduser().absolute()
    except RuntimeError:
        raise BadInput(f"{path}: there is no home folder of that user") from None


def _home(name: str) -> Path | None:
    home = os.environ.get("ASSISTANT_HOME")
    return expanded(Path(home)) / name if home else None
