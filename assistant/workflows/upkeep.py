"""Looks after the store's file for a person: check, backup, restore, upgrade."""

from contextlib import suppress
from pathlib import Path

from assistant.domain.errors import StoreUnavailable
from assistant.domain.upkeep import CheckReport
from assistant.workflows.wiring import Workbench


def check_store(bench: Workbench) -> CheckReport:
    """Look the store through. Raises ``StoreUnavailable`` where none can be read."""
    from assistant.storage.upkeep import check

    return check(bench.store_path, clock=bench.clock)


def back_up_store(bench: Workbench, out: Path | None = None) -> Path:
    """Copy the store to ``out`` (a new file, or a folder), else beside it; where it lies then.

    One in another place is remembered, so that forgetting reaches it.
    """
    from assistant.storage.upkeep import backup

    made = backup(bench.store_path, out, clock=bench.clock)
    if out is not None:
        from assistant.workflows.known_files import remember

        bench.applies_retention = False
        with suppress(StoreUnavailable):
            remember(bench, made, "backup")
    return made


def restore_store(bench: Workbench, backup: Path) -> Path | None:
    """Put a backup in the store's place; where the replaced store is kept, if there was one."""
    from assistant.storage.upkeep import restore

    return restore(backup, bench.store_path, clock=bench.clock)


def store_is_old(bench: Workbench) -> bool:
    """Whether opening the store would first bring it up to this version of the program."""
    from assistant.storage.upkeep import is_old

    return is_old(bench.store_path)


def upgrade_store(bench: Workbench) -> tuple[int, int]:
    """Bring the store up to this version of the program; the schemas before and after."""
    from assistant.storage.upkeep import upgrade

    return upgrade(bench.store_path, clock=bench.clock)
