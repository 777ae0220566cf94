"""The real program on the call screen, following captions that the benchmark writes."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from assistant.ingest.marked import marked_files, read_marked
from benchmarks.terminal import Terminal

CORPUS = Path(__file__).parents[2] / "transcripts" / "corpus" / "dev"
SETTINGS = ("--set", "consent=off", "--set", "me.name=Dana Reyes", "--set", "me.id=dana")


@dataclass(frozen=True)
class Place:
    """A folder of one run: the program's home, its captions, and its compiled files.

    The latter are kept there in every environment, as an installed program has them.
    """

    folder: Path

    @property
    def captions(self) -> Path:
        """The file that is followed."""
        return self.folder / "captions.txt"

    @property
    def environment(self) -> dict[str, str]:
        """What the program is started with, above all else."""
        return {
            "ASSISTANT_HOME": str(self.folder / "home"),
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
        }

    def follow(self, *, columns: int = 120, rows: int = 40) -> Terminal:
        """Start the program; it begins a call that follows the captions, or goes on with it."""
        arguments = (*SETTINGS, "call", "follow", str(self.captions))
        return self.start("-m", "assistant", *arguments, columns=columns, rows=rows)

    def start(self, *arguments: str, columns: int = 120, rows: int = 40) -> Terminal:
        """Start Python with arguments."""
        return Terminal(
            [sys.executable, *arguments],
            environment=self.environment,
            columns=columns,
            rows=rows,
        )

    def say(self, *lines: str) -> None:
        """Write lines below the captions, as a captioner does."""
        with self.captions.open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)


def opened(lines: list[str]) -> bool:
    """Whether the screen shows its call."""
    return any("ASK NEXT" in line for line in lines) and not any(
        "Opening the call" in line for line in lines
    )


def reader_ready(lines: list[str]) -> bool:
    """Whether the screen shows that words can be read."""
    return opened(lines) and not any("loading the reader" in line for line in lines)


def talk() -> Iterator[str]:
    """Lines of captions without end: the development calls, one after the other."""
    calls = [read_marked(path) for path in marked_files(CORPUS)]
    for call in cycle(calls):
        for turn in call.turns:
            if turn.text.strip():
                yield f"{'Dana' if turn.speaker == call.rep else 'Luis'}: {turn.text}"


class Memory(NamedTuple):
    """Megabytes that the program holds, and the process that reads for it."""

    screen: float
    reader: float

    @property
    def all(self) -> float:
        """What both hold."""
        return self.screen + self.reader


def memory_of(process: int) -> Memory:
    """What a program and its reader hold now (Linux)."""
    return Memory(_megabytes(process), sum(map(_megabytes, _children(process))))


def _megabytes(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def processor_seconds(process: int) -> float:
    """Seconds of the processor that a process took so far, without its children (Linux)."""
    stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _children(process: int) -> list[int]:
    text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(one) for one in text.split()]
