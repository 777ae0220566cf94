"""Files and folders that only their owner can read. On Windows the profile's rights hold."""

import os
import stat
from pathlib import Path

from assistant.domain.errors import StoreUnavailable
from assistant.settings.paths import private_folder

OWNER_ONLY = 0o600


def create_folder(folder: Path) -> None:
    """Create a folder, and those above it that are missing, for the owner only.

    One that is there keeps its permissions: it may be shared on purpose. Raises
    ``StoreUnavailable`` where it can't be made.
    """
    try:
        private_folder(folder)
    except OSError as error:
        raise StoreUnavailable(
            f"The folder {folder} for the store cannot be made: {error.strerror}. Make it "
            f"yourself, or name another file in the setting `store`."
        ) from None
    if not folder.is_dir():
        raise StoreUnavailable(
            f"The store should lie in {folder}, which is a file. Move it away, or name another "
            f"file in the setting `store`."
        )


def create_file(path: Path) -> bool:
    """Create an empty file for the owner only; False where something is there already.

    Its permissions are set as it is made, so that nobody can open it in between. SQLite
    gives the files that it puts beside a store the permissions of the store.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
    except FileExistsError:
        return False
    return True


def readable_by_others(path: Path) -> bool:
    """Whether anybody but the owner may read or write it, as far as the mode tells."""
    return os.name != "nt" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))
