"""Erases what is older than the team keeps it, as the settings in ``[retention]`` say."""

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from assistant.domain.calls import ForgetReport
from assistant.domain.errors import StoreUnavailable
from assistant.domain.frozen import Frozen
from assistant.domain.privacy import FileFate, KeptSince
from assistant.workflows.known_files import drop_old_backups, reach_files
from assistant.workflows.wiring import Workbench


class RetentionReport(Frozen):
    """What was erased, or would be; ``backups`` are those beside the store."""

    kept: KeptSince
    forgotten: ForgetReport
    backups: tuple[Path, ...] = ()


def kept_since(bench: Workbench) -> KeptSince:
    """Since which day each kind of content is kept; it is counted in my time zone."""
    today = bench.local(bench.clock()).date()
    days = bench.settings.retention.model_dump(exclude={"backups"})
    return KeptSince(**{kind: _before(today, kept) for kind, kept in days.items()})


def apply_retention(bench: Workbench, *, dry_run: bool) -> RetentionReport:
    """Erase what is older than it is kept, or count what that would erase.

    It goes as if it were forgotten: no byte is left in the store, in its index, its log and
    its backups, and files that are known are reached. Raises ``StoreUnavailable`` where
    another program stops the bytes from being removed.
    """
    kept = kept_since(bench)
    forgotten = bench.store.forget_older(kept, bench.who, dry_run=dry_run)
    parts = frozenset(one for one in forgotten.calls if _stays(bench, one, kept.calls))
    files = reach_files(bench, forgotten.calls, dry_run=dry_run, parts=parts)
    backups, others = _old_backups(bench, dry_run=dry_run)
    report = forgotten.model_copy(update={"files": files + others})
    return RetentionReport(kept=kept, forgotten=report, backups=backups)


def _stays(bench: Workbench, call_id: UUID, since: date | None) -> bool:
    """Whether a call is kept, though a part of it is not."""
    call = bench.store.call(call_id)
    return call is not None and (since is None or call.call_date >= since)


def apply_at_start(bench: Workbench) -> None:
    """Do so when the store is opened; where another program is in the way, the next time."""
    rules = bench.settings.retention
    if any(days is not None for days in rules.model_dump().values()):
        with suppress(StoreUnavailable, OSError):
            apply_retention(bench, dry_run=False)


def _old_backups(
    bench: Workbench, *, dry_run: bool
) -> tuple[tuple[Path, ...], tuple[FileFate, ...]]:
    from assistant.storage.backups import drop, made_before

    days = bench.settings.retention.backups
    if days is None:
        return (), ()
    since = bench.clock() - timedelta(days=days)
    beside = made_before(bench.store_path.expanduser().absolute(), since)
    if not dry_run:
        drop(beside)
    elsewhere = [
        one for one in bench.store.known_files() if one.kind == "backup" and one.at < since
    ]
    return beside, tuple(drop_old_backups(bench, one, dry_run=dry_run) for one in elsewhere)


def _before(today: date, days: int | None) -> date | None:
    if days is None:
        return None
    return today - timedelta(days=days)
