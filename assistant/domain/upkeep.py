"""How a store is."""

from pathlib import Path

from assistant.domain.counting import counted
from assistant.domain.frozen import Frozen


class CheckReport(Frozen):
    """What a check of the store found.

    ``schema_version`` is the store's version and ``newest`` the program's; ``size`` is in bytes;
    ``counts`` are rows by table; ``problems`` are in words for a person, none where all is
    well.
    """

    path: Path
    schema_version: int
    newest: int
    size: int
    counts: dict[str, int]
    backups: tuple[Path, ...]
    problems: tuple[str, ...]

    def __str__(self) -> str:
        """One line that names no content."""
        rows = ", ".join(counted(count, table) for table, count in self.counts.items() if count)
        problems = " ".join(self.problems) or "no problems."
        return (
            f"schema {self.schema_version} of {self.newest}; {self.size} bytes; "
            f"{rows or 'no rows'}; {counted(len(self.backups), 'backups')}; {problems}"
        )
